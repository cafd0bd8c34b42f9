import { connect } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test, vi } from 'vitest'
import { ask, FILES, FINISHED, openLab, SCENARIO, send, type TestLab, testModel } from './lab.js'
import { chanceOf, type Malformed, malformedRequest } from './malformed-requests.js'

const COUNT = 10_000
const AT_ONCE = 32
/** A client that was promised nothing leaves after so long, ms. */
const PATIENCE = 2000
/** What the memory in use may have grown by, bytes. */
const GROWTH = 12 * 1024 * 1024

/** A line of a stack, or a path of this program. */
const STACK = /\n\s*at \S|node:internal|file:\/\/|\/src\/|\.[jt]s:\d+|TypeError|RangeError/

function deliver(port: number, { bytes, after }: Malformed): Promise<string> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    socket.setEncoding('latin1').on('data', text => {
      answer += text
    })
    socket.on('error', () => {})
    const timer = setTimeout(() => socket.destroy(), PATIENCE)
    socket.on('close', () => {
      clearTimeout(timer)
      resolve(answer)
    })
    socket.write(bytes, () => {
      if (after === 'destroy') socket.destroy()
      if (after === 'end') socket.end()
    })
  })
}

async function deliverMany(lab: TestLab, seed: number, count: number, hear: (answer: string) => void) {
  const chance = chanceOf(seed)
  let sent = 0
  const client = async () => {
    while (sent < count) {
      sent++
      hear(await deliver(lab.port, malformedRequest(chance, lab.port)))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, client))
}

/** Bytes in use once all that nobody holds is gone. */
async function memoryInUse(): Promise<number> {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  for (let k = 0; k < 3; k++) {
    await new Promise(resolve => setTimeout(resolve, 50))
    collect()
  }
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

test('ten thousand malformed requests: no crash, no leak, no stack', async () => {
  const stderr = vi.spyOn(process.stderr, 'write')
  const written = ['error', 'warn', 'info', 'log'] as const
  const consoles = written.map(name => vi.spyOn(console, name))
  const model = testModel()
  const lab = await openLab({
    model: { ...model, run: () => ({ done: Promise.resolve(FINISHED), stop: () => {} }) },
  })
  await deliverMany(lab, 1, 1000, () => {})

  const before = await memoryInUse()
  const statuses = new Map<string, number>()
  const leaks: string[] = []
  await deliverMany(lab, 20_260_101, COUNT, answer => {
    const status = /^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1] ?? (answer === '' ? 'none' : 'not HTTP')
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
    if (STACK.test(answer)) leaks.push(answer)
  })
  const after = await memoryInUse()

  expect(leaks).toEqual([])
  expect([...statuses.values()].reduce((sum, count) => sum + count)).toBe(COUNT)
  const seen = [...statuses.keys()].sort()
  // They do reach every door, not the first alone.
  const doors = ['200', '202', '400', '403', '404', '405', '413', '414', '415', '421', '422', '431', '501']
  expect(doors.filter(status => !seen.includes(status))).toEqual([])
  expect(seen.filter(status => /^5/.test(status) && status !== '501')).toEqual([])
  expect(seen).not.toContain('not HTTP')
  expect(after - before).toBeLessThan(GROWTH)
  expect(lab.lines).toEqual([])
  expect(stderr).not.toHaveBeenCalled()
  for (const spy of consoles) expect(spy).not.toHaveBeenCalled()
  vi.restoreAllMocks()

  expect((await ask(lab, '/main.js')).text).toBe(FILES['main.js'])
  expect((await send(lab, 'PUT', '/api/scenarios/after', SCENARIO)).status).toBe(201)
  expect((await ask(lab, '/api/scenarios/after')).text).toBe(SCENARIO)
  expect((await send(lab, 'POST', '/api/runs', SCENARIO)).status).toBe(202)
  if (process.env.SHOW) process.stdout.write(`${JSON.stringify([...statuses])} ${after - before}\n`)
})
