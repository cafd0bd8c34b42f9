/** Every number in the tables of docs/examples/trade-elasticity.md, from the commands that the page gives. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Table } from '../../src/gravity/design/table.js'
import { estimateGravity, type FittedGravity } from '../../src/gravity/estimate-gravity.js'
import type { Coefficient } from '../../src/gravity/fit/estimate.js'
import { columnsNeeded, type FormulaModel, parseModel } from '../../src/gravity/formula/model.js'
import { savedEstimate } from '../../src/gravity/saved-estimate.js'
import { openTableFile } from '../../src/platform/node/table-file.js'
import { parseScenario } from '../../src/scenario/text/parse.js'
import { readReplicationCsv, replicationFolder } from '../replication-data.js'
import { smallDataset } from '../worlds.js'
import { root } from './run-keruen.js'

const FLOWS = join(replicationFolder, 'data', 'icio_2022_sectors.csv.gz')
const TARIFF = 'log(1 + tariff)'

const page = readFileSync(join(root, 'docs', 'examples', 'trade-elasticity.md'), 'utf8').replaceAll('−', '-')

interface Command {
  readonly model: FormulaModel
  readonly estimator: 'ppml' | 'ols'
}

/** The model that a command of the page names. */
function commandOf(text: string): Command {
  const option = (name: string) =>
    [...text.matchAll(new RegExp(`--${name} (?:"([^"]*)"|(\\S+))`, 'g'))].map(match => match[1] ?? match[2]!)
  const [formula] = option('formula')
  return {
    model: { formula: formula!, where: option('where'), clusters: option('cluster') },
    estimator: option('estimator')[0] === 'ols' ? 'ols' : 'ppml',
  }
}

const commands = [...page.matchAll(/^```sh\n([\s\S]*?)^```$/gm)]
  .flatMap(([, block]) => block!.replaceAll('\\\n', ' ').trim().split('\n'))
  .map(commandOf)
const [saving, ...tabled] = commands

const cellsOf = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map(cell => cell.trim())
const lines = page.split('\n').filter(line => line.startsWith('| '))
const pooled = lines.map(cellsOf).filter(([first]) => /^\d$/.test(first!))
const bySector = lines.map(cellsOf).filter(([first]) => /^[ABC]\d/.test(first!))

const slopesOf = ({ estimate }: FittedGravity) =>
  new Map(estimate.coefficients.map(slope => [slope.name, slope]))
const withError = (
  { estimate, standardError }: Pick<Coefficient, 'estimate' | 'standardError'>,
  decimals: number,
) => `${estimate.toFixed(decimals)} (${standardError.toFixed(decimals)})`
const grouped = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, ',')

if (!existsSync(FLOWS)) {
  test.skip(`no ${FLOWS}: set KERUEN_REPLICATION_DATA to the folder with data/`, () => {})
} else {
  describe('docs/examples/trade-elasticity.md', () => {
    let table: Table
    const estimated = ({ model, estimator }: Command) => estimateGravity(table, model, { estimator })
    beforeAll(async () => {
      const file = await openTableFile(FLOWS)
      const models = commands.map(({ model }) => parseModel(model))
      table = await file.read(columnsNeeded(models, file.names, FLOWS))
    })

    test('its tables are whole', () => {
      expect(tabled).toHaveLength(12)
      expect(pooled).toHaveLength(9)
      expect(bySector).toHaveLength(27)
    })

    test.each(pooled.map((cells, k) => [cells[1]!, k] as const))('%s', (_, k) => {
      const fitted = estimated(tabled[k]!)
      const slope = slopesOf(fitted).get(TARIFF)!
      expect(pooled[k]!.slice(2)).toEqual([
        withError(slope, 3),
        (-1 - slope.estimate).toFixed(2),
        grouped(fitted.estimate.observations),
      ])
    })

    test.each(['A', 'B', 'C'].map((title, k) => [title, k] as const))('by sector, column %s', (_, k) => {
      const slopes = slopesOf(estimated(tabled[9 + k]!))
      const computed = bySector.map(([sector]) => {
        const { estimate, standardError } = slopes.get(`sector::${sector}:${TARIFF}`)!
        return [sector, withError({ estimate: -1 - estimate, standardError }, 1).replace(/^-(0\.0 )/, '$1')]
      })
      expect(bySector.map(cells => [cells[0], cells[1 + k]])).toEqual(computed)
    })

    test('the published values are those of the file', () => {
      const published = readReplicationCsv('data/sector_elasticities.csv')
      const sources = cellsOf(lines.find(line => line.startsWith('| sector'))!).slice(4)
      expect(sources).toHaveLength(8)
      for (const [sector, ...cells] of bySector) {
        const row = published.find(each => each.sector === sector)!
        expect(cells.slice(3)).toEqual(sources.map(source => Number(row[source]).toFixed(1)))
      }
    })

    test('row 5 is an elasticity that a scenario takes, row 2 is refused', () => {
      const scenarioOn = (command: Command) => {
        const facts = { file: 'icio.csv.gz', sha256: '0'.repeat(64), program: 'keruen', where: [] }
        const saved = JSON.stringify(savedEstimate(estimated(command), facts))
        return parseScenario(
          `keruen: 1\nparameters:\n  tradeElasticity: { estimate: e.json, coefficient: '-1 - ${TARIFF}' }`,
          { dataset: smallDataset(), estimates: new Map([['e.json', saved]]) },
        )
      }
      expect(saving).toEqual(tabled[4])
      const parameter = scenarioOn(saving!).parameters.find(({ id }) => id === 'tradeElasticity')!
      expect(parameter.value.toFixed(2)).toBe('2.25')
      expect(() => scenarioOn(tabled[1]!)).toThrow(
        expect.objectContaining({ code: 'scenario.estimate-not-positive' }),
      )
    })
  })
}
