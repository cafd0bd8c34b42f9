/** How long does one equilibrium of the embedded world take, by the size of the shock, and beside plain iteration? */
import { join } from 'node:path'
import { membersOn } from '../src/dataset/blocs.js'
import { readDataset } from '../src/dataset/read-dataset.js'
import { solveOneSector } from '../src/equilibrium/one-sector/solve.js'
import { createOneSectorWorkspace } from '../src/equilibrium/one-sector/system.js'
import { exp, log, power } from '../src/numeric/elementary.js'
import { readFolder } from '../src/platform/node/files.js'
import { packageRoot } from '../src/platform/node/package-root.js'
import { type BenchReport, medianMs } from './median.js'

const THETA = 5.03

export default async function bench(): Promise<BenchReport> {
  const dataset = readDataset(await readFolder(join(packageRoot(), 'data')))
  const { economies, recordedMusd: flows } = dataset.trade
  const n = economies.length
  const tariff = new Float64Array(n * n)
  const members = membersOn(dataset, 'sco', '2025-09-01').map(iso3 => economies.indexOf(iso3))
  const among = (factor: number) => {
    const hat = new Float64Array(n * n).fill(1)
    for (const i of members) for (const j of members) if (i !== j) hat[i * n + j] = factor
    return hat
  }
  const everywhere = (factor: number) => tariff.map((_, ij) => (ij % (n + 1) === 0 ? 1 : factor))
  const baseline = { economies, flows, tariff, tradeElasticity: THETA }
  const workspace = createOneSectorWorkspace(n)
  const solve = (icebergHat: Float64Array) =>
    solveOneSector(baseline, { icebergHat, newTariff: tariff }, { workspace })

  const cut = among(0.95)
  const shocks: readonly (readonly [string, Float64Array])[] = [
    [`trade costs among ${members.length} members × 0.95`, cut],
    [`among ${members.length} members × 3`, among(3)],
    ['all trade costs × 0.95', everywhere(0.95)],
    ['all trade costs × 3', everywhere(3)],
  ]
  const rows = shocks.map(([label, icebergHat]) => {
    const { convergence } = solve(icebergHat)
    if (convergence.largestMarketClearingError > 1e-11) throw new Error('markets do not clear')
    return { label: `${label}: ${convergence.passes} passes`, medianMs: medianMs(() => solve(icebergHat)) }
  })

  const { wageHat } = solve(cut)
  const damped = dampedIteration(flows, cut)
  const gap = damped.wageHat.reduce((most, w, i) => Math.max(most, Math.abs(w / wageHat[i]! - 1)), 0)
  if (gap > 1e-9) throw new Error(`plain iteration found other wages: ${gap}`)
  rows.push({
    label: `first row by plain damped iteration: ${damped.passes} passes`,
    medianMs: medianMs(() => dampedIteration(flows, cut)),
  })
  return {
    name: `One-sector equilibrium to 1e-12, ${n} economies, warm`,
    rows,
    ratio: rows.at(-1)!.medianMs / rows[0]!.medianMs,
  }
}

/** The textbook way, without tariffs: each wage moves by its excess demand over 1 + θ. */
function dampedIteration(flows: Float64Array, icebergHat: Float64Array) {
  const n = Math.sqrt(flows.length)
  const income = new Float64Array(n)
  const spending = new Float64Array(n)
  flows.forEach((flow, ij) => {
    income[Math.floor(ij / n)]! += flow
    spending[ij % n]! += flow
  })
  const world = income.reduce((total, y) => total + y, 0)
  const pull = flows.map((flow, ij) => {
    const hat = icebergHat[ij]!
    return (flow / spending[ij % n]!) * (hat === 1 ? 1 : power(hat, -THETA))
  })
  const wageHat = new Float64Array(n).fill(1)
  const attraction = new Float64Array(n)
  const demand = new Float64Array(n)
  for (let passes = 1; passes < 10_000; passes++) {
    for (let i = 0; i < n; i++) attraction[i] = exp(-THETA * log(wageHat[i]!))
    demand.fill(0)
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) demand[j]! += pull[i * n + j]! * attraction[i]!
    }
    for (let j = 0; j < n; j++) demand[j] = (spending[j]! + (wageHat[j]! - 1) * income[j]!) / demand[j]!
    let largest = 0
    let total = 0
    for (let i = 0; i < n; i++) {
      let sales = 0
      for (let j = 0; j < n; j++) sales += pull[i * n + j]! * demand[j]!
      const excess = log((sales * attraction[i]!) / (wageHat[i]! * income[i]!))
      largest = Math.max(largest, Math.abs(excess))
      wageHat[i]! *= exp(excess / (1 + THETA))
      total += wageHat[i]! * income[i]!
    }
    if (largest < 1e-12) return { wageHat, passes }
    for (let i = 0; i < n; i++) wageHat[i]! *= world / total
  }
  throw new Error('plain iteration did not settle')
}
