/**
 * Yotov, Piermartini, Monteiro & Larch (2016), An Advanced Guide to Trade Policy Analysis, chapter 2, application 2:
 * the table of effects by country and the authors' output files.
 */
import { beforeAll, expect, test } from 'vitest'
import { REPLICATIONS, replicate } from '../../src/replication/index.js'
import type { Replication } from '../../src/replication/replication.js'
import { describeWithReplicationData, readReplicationCsv, readReplicationFile } from '../replication-data.js'

/** exports conditional, exports full, factory-gate price, inward multilateral resistance, real GDP: as printed. */
const PRINTED: Readonly<Record<string, readonly number[]>> = {
  CAN: [34.992, 37.455, 1.837, -1.482, 3.403],
  MEX: [41.641, 43.508, 1.303, -2.399, 3.81],
  USA: [14.481, 14.876, 0.149, -0.185, 0.335],
}
const COLUMNS = [
  'exports conditional',
  'exports full',
  'factory-gate price',
  'inward multilateral resistance',
  'real GDP',
]

/** Column of `ge_app2_effect_of_nafta.csv` for each column and mode. */
const REFERENCE = [
  ['exports conditional', 'conditional', 'Xi_CDL'],
  ['exports full', 'converged', 'Xi_FULL'],
  ['factory-gate price', 'converged', 'price_FULL'],
  ['inward multilateral resistance', 'converged', 'IMR_FULL'],
  ['real GDP', 'converged', 'rGDP_FULL'],
] as const

describeWithReplicationData('effects of NAFTA', () => {
  let replication: Replication
  beforeAll(() => {
    const { files } = REPLICATIONS.get('agtpa-2-2')!
    replication = replicate('agtpa-2-2', new Map(files.map(path => [path, readReplicationFile(path)])))
  })
  const cells = (mode: string, column: string) =>
    replication.rows.filter(row => row.mode === mode && row.column === column)

  test('coefficients of both stages to the seven digits printed', () => {
    const rows = replication.rows.filter(row => row.mode === 'estimate' && row.column === 'estimate')
    expect(rows.length).toBe(5)
    // one and a half of the last digit: the second stage inherits where their first stage stopped
    for (const { row, difference } of rows) expect(Math.abs(difference!), row).toBeLessThan(1.5e-7)
  })

  test('conditional: every digit that is printed', () => {
    const rows = replication.rows.filter(row => row.mode === 'conditional')
    expect(rows.length).toBe(69 * 3)
    // their estimations stop at a relative change of 1e-6; percentage points
    for (const { row, column, difference } of rows)
      expect(Math.abs(difference!), `${row}, ${column}`).toBeLessThan(5e-6)
  })

  test('published: the loop stops after three passes by itself, at the printed numbers', () => {
    expect(replication.explanations.join('\n')).toContain('stops after 3 passes')
    const rows = replication.rows.filter(row => row.mode === 'published')
    expect(rows.length).toBe(69 * 5)
    // relative to the ratio, 1 + percent / 100: their estimations stop at a relative change of 1e-6
    for (const { row, column, published, difference } of rows)
      expect(Math.abs(difference!) / (100 + published!), `${row}, ${column}`).toBeLessThan(3e-7)
  })

  test('the three members of the printed table, to three decimals', () => {
    for (const [country, printed] of Object.entries(PRINTED)) {
      COLUMNS.forEach((column, k) => {
        const mode = k === 0 ? 'conditional' : 'published'
        const { computed } = cells(mode, column).find(row => row.row === country)!
        expect(Math.abs(computed - printed[k]!), `${country}, ${column}`).toBeLessThan(5.1e-4)
      })
    }
  })

  test.each(REFERENCE)('%s, %s: the reference solution', (column, mode, name) => {
    const reference = readReplicationCsv('published/reference/ge_app2_effect_of_nafta.csv')
    const rows = cells(mode, column)
    expect(rows.length).toBe(reference.length)
    // the reference is written with ten digits; percentage points up to 43
    for (const { row, computed } of rows) {
      const expected = Number(reference.find(line => line.country === row)![name])
      expect(Math.abs(computed - expected), row).toBeLessThan(1e-7)
    }
  })

  test('in words: the loop run on does not settle, and how prices are written', () => {
    const words = replication.explanations.join('\n')
    expect(words).toContain('Run on, the loop does not come to rest')
    expect(words).toContain('14 directed pairs never trade')
    expect(words).toContain('converged CAN 3.440, MEX 3.829, USA 0.334')
  })
})
