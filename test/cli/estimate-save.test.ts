/** From flows to a scenario's range: the estimate kept in a file, and the run that names it. */
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { keruen, root } from './run-keruen.js'

const folder = mkdtempSync(join(tmpdir(), 'keruen-estimate-'))
afterAll(() => rmSync(folder, { recursive: true }))

const FLOWS = join(root, 'docs', 'examples', 'flows.csv')
const FORMULA = 'trade ~ log(1 + tariff) + log(dist) + contig + rta | exporter^year + importer^year'
const estimate = (...args: string[]) =>
  keruen(['estimate', FLOWS, '--where', 'exporter != importer', '--formula', FORMULA, ...args], {
    cwd: folder,
  })

describe('keruen estimate --save', () => {
  test('keeps what was printed, with the sample; a scenario beside it runs on it', async () => {
    const told = ['--source', 'made-up flows', '--licence', 'MIT', '--date', '2026-01-31']
    const { code, stdout } = await estimate('--json', '--save', 'kept/elasticity.json', ...told)
    expect(code).toBe(0)
    const saved = JSON.parse(readFileSync(join(folder, 'kept', 'elasticity.json'), 'utf8'))
    const printed = JSON.parse(stdout)
    expect(saved.coefficients).toEqual(
      printed.coefficients.map(({ name, estimate, standardError }: Record<string, unknown>) => ({
        name,
        estimate,
        standardError,
      })),
    )
    expect(saved.covariance).toEqual(printed.covariance)
    expect(saved.sample).toMatchObject({
      file: FLOWS,
      sha256: createHash('sha256').update(readFileSync(FLOWS)).digest('hex'),
      observations: printed.observations,
      where: ['exporter != importer'],
    })
    expect(saved.provenance).toMatchObject({
      source: 'made-up flows',
      licence: 'MIT',
      date: '2026-01-31',
    })

    writeFileSync(
      join(folder, 'cut.yaml'),
      `keruen: 1
measures:
  - tariff: { among: sco, change: -50% }
parameters:
  tradeElasticity: { estimate: kept/elasticity.json, coefficient: '-1 - log(1 + tariff)' }
draws: 20
`,
    )
    // from elsewhere: the path starts from the scenario
    const out = join(folder, 'results')
    const run = await keruen(['run', join(folder, 'cut.yaml'), '--out', out, '--json'], { cwd: root })
    expect(run.stderr).toBe('')
    const result = JSON.parse(run.stdout)
    const parameter = result.scenario.parameters.find(({ id }: { id: string }) => id === 'tradeElasticity')
    const slope = saved.coefficients[0]
    expect(parameter.value).toBeCloseTo(-1 - slope.estimate, 12)
    expect(parameter.high - parameter.low).toBeCloseTo(2 * 1.959963984540054 * slope.standardError, 12)
    expect(parameter).toMatchObject({ distribution: 'normal', quality: 'estimated' })
    expect(parameter.source).toContain('data: made-up flows; licence: MIT')
    expect(result.bloc.realIncomeChangeMusd.low).toBeLessThan(result.bloc.realIncomeChangeMusd.high)
  })

  test('a scenario whose estimate is not there', async () => {
    writeFileSync(
      join(folder, 'lost.yaml'),
      'keruen: 1\nparameters:\n  tradeElasticity: { estimate: lost.json, coefficient: x }\n',
    )
    const { code, stderr } = await keruen(['run', 'lost.yaml'], { cwd: folder })
    expect(code).toBe(2)
    expect(stderr).toContain('lost.yaml:3')
    expect(stderr).toContain('nothing at lost.json')
  })

  test.each([
    [['--save', 'x.json', '--formula', 'trade ~ rta'], '--save', 'estimate.one-model'],
    [['--source', 'somewhere'], '--source', 'estimate.needs-save'],
    [['--save', 'x.json', '--date', 'today'], '--date', 'estimate.bad-date'],
  ])('%s', async (args, option, code) => {
    const outcome = await estimate(...args)
    expect(outcome.code).toBe(2)
    expect(outcome.stderr).toContain(option)
    expect(outcome.stderr).toContain(code)
    expect(outcome.stdout).toBe('')
  })
})
