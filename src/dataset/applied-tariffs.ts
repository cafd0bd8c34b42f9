/** Tariffs that pairs start from. */
import type { Dataset } from './dataset.js'
import { QUALITIES } from './dataset.js'
import { getParameter } from './parameters.js'

/**
 * Ad valorem tariff of every importer on every exporter on a day, before any scaling by bulk.
 *
 * Zero at home and between parties of a customs union or free-trade agreement in force on the day; the importer's
 * average otherwise; the parameter `defaultTariff` where no average is in hand (`estimated`). Coverage of agreements is
 * taken as full: partial-scope agreements are not in the table, phase-ins and exclusions are not modelled. The arrays belong to the
 * caller.
 *
 * @param date ISO date.
 * @returns rate: n × n, exporter before importer, 0.05 = 5 %; quality: n × n, index into QUALITIES.
 */
export function appliedTariffs(dataset: Dataset, date: string): { rate: Float64Array; quality: Uint8Array } {
  const { economies } = dataset.trade
  const n = economies.length
  const rate = new Float64Array(n * n)
  const quality = new Uint8Array(n * n)
  const averages = new Map(dataset.tariffs.map(tariff => [tariff.iso3, tariff]))
  const otherwise = getParameter(dataset.parameters, 'defaultTariff')
  economies.forEach((importer, j) => {
    const average = averages.get(importer)
    const percent = average?.percent ?? otherwise.value
    const grade = QUALITIES.indexOf(average?.quality ?? 'estimated')
    for (let i = 0; i < n; i++) {
      if (i === j) continue
      rate[i * n + j] = percent / 100
      quality[i * n + j] = grade
    }
  })
  const index = new Map(economies.map((iso3, k) => [iso3, k]))
  for (const { a, b, from, to, quality: words } of dataset.agreements) {
    const i = index.get(a)
    const j = index.get(b)
    if (i === undefined || j === undefined || from > date || (to !== undefined && to <= date)) continue
    const grade = QUALITIES.indexOf(words)
    for (const cell of [i * n + j, j * n + i]) {
      // of two agreements between a pair, the better known one vouches for the zero
      quality[cell] = rate[cell] === 0 ? Math.min(quality[cell]!, grade) : grade
      rate[cell] = 0
    }
  }
  return { rate, quality }
}
