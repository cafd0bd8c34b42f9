import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleFlows } from '../gravity/example-flows.js'
import { keruen } from './run-keruen.js'

const home = mkdtempSync(join(tmpdir(), 'keruen-estimate-'))
const flows = join(home, 'flows.csv')
beforeAll(() => writeFileSync(flows, exampleFlows()))
afterAll(() => rmSync(home, { recursive: true, force: true }))

const THREE_WAY = 'trade ~ rta + tariff | exporter^year + importer^year + exporter^importer'
const TWO_WAY = 'trade ~ log(dist) + international(exporter, importer) | exporter^year + importer^year'

function readCsv(file: string) {
  const [header, ...lines] = readFileSync(file, 'utf8').trim().split('\n')
  const names = header!.split(',')
  return lines.map(line => Object.fromEntries(line.split(',').map((cell, k) => [names[k]!, cell])))
}

describe('the bias of three-way estimates', () => {
  test('slopes less their bias, in JSON and on the page', async () => {
    const args = ['estimate', flows, '--formula', THREE_WAY, '--correct-bias']
    const { biasCorrected, coefficients } = JSON.parse((await keruen([...args, '--json'])).stdout)
    expect(biasCorrected.coefficients.map((one: { name: string }) => one.name)).toEqual(['rta', 'tariff'])
    biasCorrected.coefficients.forEach(
      (one: { estimate: number; bias: number; standardError: number }, k: number) => {
        expect(one.estimate + one.bias).toBeCloseTo(coefficients[k].estimate, 12)
        expect(one.bias).not.toBe(0)
        expect(biasCorrected.covariance[k][k]).toBeCloseTo(one.standardError ** 2, 12)
      },
    )
    const { stdout } = await keruen(args)
    expect(stdout).toContain('Without the bias of three-way PPML (Weidner and Zylkin 2021)')
    expect(stdout).toContain(biasCorrected.coefficients[0].estimate.toFixed(6))
  })

  test('a model that has no such correction: a usage error before the fit', async () => {
    const { code, stderr } = await keruen(['estimate', flows, '--formula', TWO_WAY, '--correct-bias'])
    expect(code).toBe(2)
    expect(stderr).toContain('gravity.not-three-way')
  })
})

describe('effects and resistances', () => {
  const effects = join(home, 'effects.csv')
  const resistances = join(home, 'resistances.csv')

  test('effects with their components, resistances with theirs', async () => {
    const { code } = await keruen([
      ...['estimate', flows, '--formula', TWO_WAY, '--effects', effects],
      ...['--resistances', resistances, '--sigma', '6'],
    ])
    expect(code).toBe(0)
    const values = readCsv(effects)
    expect(values).toHaveLength(128)
    // a year is a component; its first importer has the value zero
    const importers = values.filter(row => row.effect === 'importer^year')
    expect(new Set(importers.map(row => row.component)).size).toBe(8)
    expect(importers.filter(row => row.level!.startsWith('A^')).map(row => Number(row.value))).toEqual(
      Array(8).fill(0),
    )
    const rows = readCsv(resistances)
    expect(rows).toHaveLength(128)
    const inward = rows.filter(row => row.resistance === 'inward' && row.level!.startsWith('A^'))
    for (const row of inward) expect(Number(row.power_1_minus_sigma)).toBeCloseTo(1, 9)
    for (const row of rows) {
      expect(Number(row.value) ** -5 / Number(row.power_1_minus_sigma)).toBeCloseTo(1, 9)
    }
  })

  test.each([
    ['least squares', ['--estimator', 'ols'], TWO_WAY, 'gravity.no-resistances'],
    ['one effect', [], 'trade ~ rta | exporter', 'gravity.no-resistances'],
    ['σ of one', ['--sigma', '1'], TWO_WAY, 'Expected a number above 1'],
    ['σ that is no number', ['--sigma', 'six'], TWO_WAY, 'Expected a number above 1'],
  ])('%s: a usage error, and no file', async (_, args, formula, message) => {
    const never = join(home, 'never.csv')
    const { code, stderr } = await keruen([
      'estimate',
      flows,
      '--formula',
      formula,
      '--resistances',
      never,
      ...args,
    ])
    expect(code).toBe(2)
    expect(stderr).toContain(message)
    expect(() => readFileSync(never)).toThrow()
  })
})
