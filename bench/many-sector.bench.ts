/** How long does one many-sector equilibrium take, how does it grow, and what would the textbook iteration take? */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { manySectorBase } from '../src/equilibrium/many-sector/base.js'
import { normaliseInputShares } from '../src/equilibrium/many-sector/input-shares.js'
import { solveManySector } from '../src/equilibrium/many-sector/solve.js'
import { createManySectorWorkspace } from '../src/equilibrium/many-sector/workspace.js'
import type {
  ManySectorBase,
  ManySectorBaseline,
  ManySectorChange,
} from '../src/equilibrium/many-sector/world.js'
import { exp, log } from '../src/numeric/elementary.js'
import { philox } from '../src/numeric/random.js'
import { CALIENDO_PARRO_FILES, caliendoParroWorld } from '../src/replication/caliendo-parro-world.js'
import { findReplicationFolder } from '../tools/data/replication.js'
import { type BenchReport, medianMs } from './median.js'

type BenchRow = BenchReport['rows'][number]

/** Economies among which costs fall by 5 % in the generated worlds. */
const MEMBERS = 15
const MOST_RESIDENT_MB = 700

export default function bench(): BenchReport {
  const rows: BenchRow[] = []
  const first = naftaOrGenerated()
  const { row, wageHat, base } = timed(first.label, first.baseline, first.change, { limitMs: 40, runs: 25 })
  rows.push(row)
  const started = performance.now()
  const peer = nestedIteration(base, first.change.newTariff)
  const peerMs = performance.now() - started
  const gap = peer.wageHat.reduce((most, w, i) => Math.max(most, Math.abs(w / wageHat[i]! - 1)), 0)
  if (gap > 1e-6) throw new Error(`the nested iteration found other wages: ${gap}`)
  rows.push({
    label: `  the same by nested damped iteration to 1e-8: ${peer.passes} passes`,
    medianMs: peerMs,
  })

  for (const n of [20, 40, 80, 160]) rows.push(generated(n, 20))
  for (const sectors of [5, 10, 40, 80]) rows.push(generated(40, sectors))
  rows.push(generated(81, 50, { limitMs: 80, runs: 15 }))
  rows.push(generated(196, 133, { limitMs: 1500, runs: 5 }))
  const residentMb = Math.round(process.memoryUsage().rss / 1e6)
  if (residentMb > MOST_RESIDENT_MB) throw new Error(`${residentMb} MB resident, over ${MOST_RESIDENT_MB}`)
  return {
    name: `Many-sector equilibrium, markets clear to 1e-10, warm, shares made anew; ${residentMb} MB resident at the end`,
    rows,
    ratio: peerMs / row.medianMs,
  }
}

function naftaOrGenerated(): { label: string; baseline: ManySectorBaseline; change: ManySectorChange } {
  const shared = findReplicationFolder()
  if (shared === undefined || !existsSync(join(shared, CALIENDO_PARRO_FILES[0]!))) {
    const baseline = generatedWorld(31, 40)
    return {
      label: '31 × 40 generated',
      baseline,
      change: { newTariff: baseline.tariff.map(rate => rate / 2) },
    }
  }
  const texts = CALIENDO_PARRO_FILES.map(path => [path, readFileSync(join(shared, path), 'utf8')] as const)
  const { baseline, nafta } = caliendoParroWorld(new Map(texts))
  return { label: '31 × 40, NAFTA (Caliendo and Parro)', baseline, change: nafta }
}

/** Solves from a balanced base, checks the answer, then takes the time. */
function timed(
  label: string,
  baseline: ManySectorBaseline,
  change: ManySectorChange,
  { limitMs, runs = 7 }: { limitMs?: number; runs?: number } = {},
): { row: BenchRow; wageHat: Float64Array; base: ManySectorBase } {
  const workspace = createManySectorWorkspace(baseline.economies.length, baseline.sectors.length)
  const base = manySectorBase(baseline, { balances: 'zero', workspace })
  const options = { balances: 'zero', workspace, tolerance: 5e-11 } as const
  const solve = () => solveManySector(base.baseline, change, options)
  const { convergence, wageHat } = solve()
  if (!(convergence.largestMarketClearingError < 1e-10)) throw new Error(`${label}: markets do not clear`)
  const medianTime = medianMs(solve, { runs, warmUp: 2 })
  return {
    row: {
      label: `${label}: ${convergence.passes} passes`,
      medianMs: medianTime,
      ...(limitMs !== undefined && { limitMs }),
    },
    wageHat,
    base,
  }
}

function generated(n: number, sectors: number, options: { limitMs?: number; runs?: number } = {}): BenchRow {
  const baseline = generatedWorld(n, sectors)
  const icebergHat = baseline.flows.map((_, cell) => {
    const [exporter, importer] = [Math.floor(cell / n) % n, cell % n]
    return exporter !== importer && exporter < MEMBERS && importer < MEMBERS ? 0.95 : 1
  })
  const { row } = timed(
    `${n} economies × ${sectors} sectors, costs among ${MEMBERS} × 0.95`,
    baseline,
    { icebergHat, newTariff: baseline.tariff },
    options,
  )
  return { ...row, size: { economies: n, sectors } }
}

/** Economies of very different size, nine in ten cells traded, tariffs up to 20 %; the same numbers on any machine. */
function generatedWorld(n: number, sectors: number): ManySectorBaseline {
  const draw = uniforms()
  const list = (length: number, value: () => number) => Float64Array.from({ length }, value)
  const economySize = list(n, () => 1e4 * exp(4 * draw()))
  const world = economySize.reduce((sum, one) => sum + one, 0)
  const flows = new Float64Array(sectors * n * n)
  const tariff = new Float64Array(sectors * n * n)
  for (let row = 0; row < sectors * n; row++) {
    const output = (economySize[row % n]! / sectors) * (0.5 + draw())
    for (let importer = 0; importer < n; importer++) {
      const cell = row * n + importer
      if (importer === row % n) flows[cell] = 0.7 * output
      else if (draw() < 0.9) {
        flows[cell] = 0.6 * output * (economySize[importer]! / world) * draw()
        tariff[cell] = 0.2 * draw()
      }
    }
  }
  const economies = Array.from({ length: n }, (_, i) => `E${i}`)
  const names = Array.from({ length: sectors }, (_, j) => `S${j}`)
  const raw = list(n * sectors * sectors, () => 0.2 + draw())
  for (let i = 0; i < n; i++) {
    for (let user = 0; user < sectors; user++) {
      let total = 0
      for (let input = 0; input < sectors; input++) total += raw[(i * sectors + input) * sectors + user]!
      for (let input = 0; input < sectors; input++) raw[(i * sectors + input) * sectors + user]! /= total
    }
  }
  return {
    economies,
    sectors: names,
    flows,
    tariff,
    valueAddedShare: list(sectors * n, () => 0.4 + 0.3 * draw()),
    inputShare: normaliseInputShares(raw, economies, names).inputShare,
    tradeElasticity: list(sectors, () => 2 + 8 * draw()),
  }
}

function uniforms(): () => number {
  const counter = new Uint32Array(4)
  const key = Uint32Array.of(20240704, 0)
  const words = new Uint32Array(4)
  let left = 0
  return () => {
    if (left === 0) {
      philox(counter, key, words)
      counter[0]!++
      left = 4
    }
    return (words[--left]! + 0.5) / 4294967296
  }
}

/** The textbook way, as the authors' programs have it: wages outside; prices, then spending, iterated within. */
function nestedIteration({ baseline, ...base }: ManySectorBase, newTariff: Float64Array) {
  const { flows, tariff, valueAddedShare, inputShare, tradeElasticity } = baseline
  const n = baseline.economies.length
  const sectors = baseline.sectors.length
  const wageHat = new Float64Array(n).fill(1)
  const price = new Float64Array(sectors * n).fill(1)
  const spending = Float64Array.from(base.expenditure)
  const cost = new Float64Array(sectors * n)
  const pull = flows.map((flow, cell) => {
    const importer = Math.floor(cell / n / n) * n + (cell % n)
    const theta = tradeElasticity[Math.floor(cell / n / n)]!
    const hat = (1 + newTariff[cell]!) / (1 + tariff[cell]!)
    return (flow * (1 + tariff[cell]!) * exp(-theta * log(hat))) / (base.expenditure[importer]! || 1)
  })
  const share = new Float64Array(pull.length)
  let passes = 0
  for (let outer = 0; outer < 2_000; outer++) {
    for (let moved = 1; moved > 1e-10; passes++) {
      moved = 0
      for (let cell = 0; cell < sectors * n; cell++) {
        const [user, i] = [Math.floor(cell / n), cell % n]
        let logCost = valueAddedShare[cell]! * log(wageHat[i]!)
        for (let input = 0; input < sectors; input++) {
          const used = inputShare![(i * sectors + input) * sectors + user]! * (1 - valueAddedShare[cell]!)
          logCost += used * log(price[input * n + i]!)
        }
        cost[cell] = exp(logCost)
      }
      for (let sector = 0; sector < sectors; sector++) {
        const theta = tradeElasticity[sector]!
        for (let j = 0; j < n; j++) {
          let phi = 0
          for (let i = 0; i < n; i++) {
            const cell = (sector * n + i) * n + j
            if (pull[cell] === 0) continue
            share[cell] = pull[cell]! * exp(-theta * log(cost[sector * n + i]!))
            phi += share[cell]!
          }
          for (let i = 0; i < n; i++) share[(sector * n + i) * n + j]! /= phi
          const next = exp(-log(phi) / theta)
          moved = Math.max(moved, Math.abs(next / price[sector * n + j]! - 1))
          price[sector * n + j] = next
        }
      }
    }
    const sales = new Float64Array(sectors * n)
    for (let moved = 1; moved > 1e-10; passes++) {
      moved = 0
      sales.fill(0)
      const income = base.valueAdded.map((added, i) => added * wageHat[i]!)
      for (let cell = 0; cell < share.length; cell++) {
        const importer = Math.floor(cell / n / n) * n + (cell % n)
        const flow = (share[cell]! * spending[importer]!) / (1 + newTariff[cell]!)
        sales[Math.floor(cell / n)]! += flow
        income[cell % n]! += newTariff[cell]! * flow
      }
      for (let cell = 0; cell < sectors * n; cell++) {
        const [input, i] = [Math.floor(cell / n), cell % n]
        let next = base.finalDemandShare[cell]! * income[i]!
        for (let user = 0; user < sectors; user++) {
          const used = inputShare![(i * sectors + input) * sectors + user]!
          next += used * (1 - valueAddedShare[user * n + i]!) * sales[user * n + i]!
        }
        moved = Math.max(moved, Math.abs(next - spending[cell]!) / base.valueAdded[i]!)
        spending[cell] = next
      }
    }
    let largest = 0
    let world = 0
    const before = base.valueAdded.reduce((sum, added) => sum + added, 0)
    for (let i = 0; i < n; i++) {
      let earned = 0
      for (let cell = i; cell < sectors * n; cell += n) earned += valueAddedShare[cell]! * sales[cell]!
      const excess = log(earned / (wageHat[i]! * base.valueAdded[i]!))
      largest = Math.max(largest, Math.abs(excess))
      wageHat[i]! *= exp(0.2 * excess)
      world += wageHat[i]! * base.valueAdded[i]!
    }
    if (largest < 1e-8) return { wageHat, passes }
    for (let i = 0; i < n; i++) wageHat[i]! *= before / world
  }
  throw new Error('the nested iteration did not settle')
}
