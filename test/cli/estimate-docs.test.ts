/** The commands of docs/estimate.md run as they stand there, and its example is what its formula gives. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exampleFlows } from '../gravity/example-flows.js'
import { keruen, root } from './run-keruen.js'

const page = readFileSync(join(root, 'docs', 'estimate.md'), 'utf8')

const commands = [...page.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, block]) =>
  block!.replaceAll('\\\n', ' ').trim().split('\n'),
)

/** Words of a command line, with double quotes around some. */
function wordsOf(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(match => match[1] ?? match[2]!)
}

test('there are commands', () => {
  expect(commands.length).toBeGreaterThan(6)
})

test.each(commands)('%s', async command => {
  const [npx, program, ...args] = wordsOf(command)
  expect([npx, program]).toEqual(['npx', 'keruen'])
  const { code, stdout, stderr } = await keruen(args)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toMatch(/rta/)
})

test('the example is made as its program says', () => {
  expect(readFileSync(join(root, 'docs', 'examples', 'flows.csv'), 'utf8')).toBe(exampleFlows())
})

test('every option of the command is told', async () => {
  const { stdout } = await keruen(['estimate', '--help'])
  const options = [...stdout.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm)].map(match => match[1]!)
  expect(options.length).toBeGreaterThan(15)
  const missing = options.filter(option => option !== '--help' && !page.includes(option))
  expect(missing).toEqual([])
})
