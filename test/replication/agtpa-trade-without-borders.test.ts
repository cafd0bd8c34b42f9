/**
 * Yotov, Piermartini, Monteiro & Larch (2016), An Advanced Guide to Trade Policy Analysis, chapter 2, application 1:
 * the table of effects by country and the authors' output files.
 */
import { beforeAll, expect, test } from 'vitest'
import { REPLICATIONS, replicate } from '../../src/replication/index.js'
import type { Replication } from '../../src/replication/replication.js'
import { describeWithReplicationData, readReplicationCsv, readReplicationFile } from '../replication-data.js'

/** exports conditional, exports full, factory-gate price, inward multilateral resistance, real GDP: as printed. */
const PRINTED: Readonly<Record<string, readonly number[]>> = {
  ARG: [65.524, 117.959, 32.276, -11.228, 49.007],
  CAN: [80.825, 137.188, 32.584, -14.109, 54.363],
  DEU: [133.389, 191.982, 24.313, 0, 24.313],
  HKG: [1457.1, 1539.54, -0.498, -14.643, 16.572],
  MEX: [114.554, 173.61, 29.227, -11.436, 45.913],
  USA: [359.981, 438.313, 11.141, 0.442, 10.652],
}
const COLUMNS = [
  'exports conditional',
  'exports full',
  'factory-gate price',
  'inward multilateral resistance',
  'real GDP',
]

/** Column of `ge_app1_ref.csv` for each column and mode. */
const REFERENCE = [
  ['exports conditional', 'conditional', 'change_Xi_CDL'],
  ['inward multilateral resistance conditional', 'conditional', 'change_IMR_CDL'],
  ['outward multilateral resistance conditional', 'conditional', 'change_OMR_CDL'],
  ['exports full', 'converged', 'change_Xi_FULL'],
  ['factory-gate price', 'converged', 'change_price_FULL'],
  ['inward multilateral resistance', 'converged', 'change_IMR_FULL'],
  ['outward multilateral resistance', 'converged', 'change_OMR_FULL'],
  ['real GDP', 'converged', 'change_rGDP_FULL'],
] as const

describeWithReplicationData('trade without borders', () => {
  let replication: Replication
  beforeAll(() => {
    const { files } = REPLICATIONS.get('agtpa-2-1')!
    replication = replicate('agtpa-2-1', new Map(files.map(path => [path, readReplicationFile(path)])))
  })
  const cells = (mode: string, column: string) =>
    replication.rows.filter(row => row.mode === mode && row.column === column)

  test('coefficients and robust standard errors to the seven digits printed', () => {
    const rows = replication.rows.filter(row => row.mode === 'estimate')
    expect(rows.length).toBe(6)
    // half of the last digit; one coefficient is printed with five
    for (const { row, column, difference } of rows)
      expect(Math.abs(difference!), `${row}, ${column}`).toBeLessThan(
        row === 'international border' ? 5e-6 : 5e-8,
      )
  })

  test('69 countries in every column and mode', () => {
    expect(cells('conditional', 'exports conditional').length).toBe(69)
    expect(replication.rows.filter(row => row.mode !== 'estimate').length).toBe(69 * 13)
  })

  test('conditional: every digit that is printed', () => {
    const rows = replication.rows.filter(row => row.mode === 'conditional')
    expect(rows.length).toBe(69 * 3)
    // their estimations stop at a relative change of 1e-6; percentage points
    for (const { row, column, difference } of rows)
      expect(Math.abs(difference!), `${row}, ${column}`).toBeLessThan(5e-6)
  })

  test('published: the loop stops after five passes by itself, at the printed numbers', () => {
    expect(replication.explanations.join('\n')).toContain('stops after 5 passes')
    const rows = replication.rows.filter(row => row.mode === 'published')
    expect(rows.length).toBe(69 * 5)
    // relative to the ratio, 1 + percent / 100: their estimations stop at a relative change of 1e-6
    for (const { row, column, published, difference } of rows)
      expect(Math.abs(difference!) / (100 + published!), `${row}, ${column}`).toBeLessThan(3e-7)
  })

  test('the six countries of the printed table, to three decimals', () => {
    for (const [country, printed] of Object.entries(PRINTED)) {
      COLUMNS.forEach((column, k) => {
        const mode = k === 0 ? 'conditional' : 'published'
        const { computed } = cells(mode, column).find(row => row.row === country)!
        // half of the last digit: three decimals, two above a thousand
        const half = Math.abs(printed[k]!) > 1000 ? 5.1e-3 : 5.1e-4
        expect(Math.abs(computed - printed[k]!), `${country}, ${column}`).toBeLessThan(half)
      })
    }
  })

  test.each(REFERENCE)('%s, %s: the reference solution', (column, mode, name) => {
    const reference = readReplicationCsv('published/reference/ge_app1_ref.csv')
    const rows = cells(mode, column)
    expect(rows.length).toBe(reference.length)
    // the reference is written with twelve digits and cleared to 4e-11; percentage points, exports up to 1,600
    for (const { row, computed } of rows) {
      const expected = Number(reference.find(line => line.country === row)![name])
      expect(Math.abs(computed - expected), row).toBeLessThan(1e-7)
    }
  })

  test('in words: printed, run on and converged real GDP of Argentina', () => {
    expect(replication.explanations.join('\n')).toContain(
      'printed ARG 49.007; loop run on ARG 48.985; converged ARG 49.064',
    )
  })
})
