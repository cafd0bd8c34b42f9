/** How long does one equilibrium take, by the size of the world and of the shock, and beside plain iteration? */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { realSpendingDerivatives, worldAfter } from '../src/equilibrium/one-sector/derivatives.js'
import { oneSectorSlider } from '../src/equilibrium/one-sector/slider.js'
import { solveOneSector } from '../src/equilibrium/one-sector/solve.js'
import { createOneSectorWorkspace } from '../src/equilibrium/one-sector/system.js'
import type { OneSectorBaseline } from '../src/equilibrium/one-sector/world.js'
import { packageRoot } from '../src/platform/node/package-root.js'
import { dampedIteration } from './damped-iteration.js'
import { type BenchReport, medianMs } from './median.js'
import { embeddedWorld, everywhere, generatedWorld, guideWorld, THETA } from './worlds.js'

type Row = BenchReport['rows'][number]

export default async function bench(): Promise<BenchReport> {
  const embedded = await embeddedWorld()
  const guide = guideWorld()
  const cut = tenth(embedded, 0.95)
  const rows: Row[] = [
    solved('embedded, trade costs among 11 × 0.95', embedded, cut, 1),
    ...(guide === undefined
      ? []
      : [
          solved('the Guide’s data, all trade costs × 0.95', guide, everywhere(69, 0.95), 0.5),
          solved('the Guide’s data, all trade costs × 3', guide, everywhere(69, 3)),
        ]),
    solved('embedded, all trade costs × 0.95', embedded, everywhere(114, 0.95), 1),
    solved('embedded, all trade costs × 3', embedded, everywhere(114, 3), 4),
    ...[25, 50, 100, 200, 400].map(n => ({
      ...solved(
        'generated, all trade costs × 0.95',
        generatedWorld(n),
        everywhere(n, 0.95),
        n === 200 ? 2.5 : undefined,
      ),
      size: { economies: n, sectors: 1 },
    })),
    derivatives(embedded, cut),
    slider(embedded),
    damped(embedded, cut),
    ...numpy(embedded, cut),
  ]
  return {
    name: 'One-sector equilibrium to 1e-12, warm, one thread',
    rows,
    ratio: rows.at(-1)!.medianMs / rows[0]!.medianMs,
  }
}

/** A factor among every tenth economy. */
function tenth({ economies }: OneSectorBaseline, factor: number): Float64Array {
  const n = economies.length
  return everywhere(n, factor).map((hat, ij) =>
    Math.floor(ij / n) % 11 === 0 && (ij % n) % 11 === 0 ? hat : 1,
  )
}

function solved(label: string, world: OneSectorBaseline, icebergHat: Float64Array, limitMs?: number): Row {
  const n = world.economies.length
  const workspace = createOneSectorWorkspace(n)
  const solve = () => solveOneSector(world, { icebergHat, newTariff: world.tariff }, { workspace })
  const { passes, largestMarketClearingError } = solve().convergence
  if (largestMarketClearingError > 1e-11) throw new Error('markets do not clear')
  return {
    label: `${n} economies, ${label}: ${passes} passes`,
    medianMs: medianMs(solve, { runs: 101, warmUp: 200 }),
    ...(limitMs !== undefined && { limitMs }),
  }
}

function derivatives(world: OneSectorBaseline, icebergHat: Float64Array): Row {
  const change = { icebergHat, newTariff: world.tariff }
  const after = worldAfter(world, change, solveOneSector(world, change))
  return {
    label: `${world.economies.length} economies, all derivatives of real income at a solution`,
    medianMs: medianMs(() => realSpendingDerivatives(after)),
    limitMs: 10,
  }
}

/** Positions of a slider at 1e-6; passes beside those from a cold start. */
function slider(world: OneSectorBaseline): Row {
  const positions = Array.from({ length: 8 }, (_, k) => k + 1)
  const changes = positions.map(position => ({
    icebergHat: tenth(world, 1 - position / 100),
    newTariff: world.tariff,
  }))
  const cold = changes.map(change => solveOneSector(world, change, { tolerance: 1e-6 }).convergence.passes)
  const slide = oneSectorSlider(world, { tolerance: 1e-6 })
  const warm = changes.map((change, k) => slide(positions[k]!, change).convergence.passes)
  const total = (passes: readonly number[]) => passes.slice(2).reduce((sum, p) => sum + p, 0)
  const share = Math.round((100 * total(warm)) / total(cold))
  return {
    label: `114 economies, eight positions of a slider at 1e-6: ${share} % of the passes from cold`,
    medianMs: medianMs(() => {
      const again = oneSectorSlider(world, { tolerance: 1e-6 })
      for (const [k, change] of changes.entries()) again(positions[k]!, change)
    }),
  }
}

function damped({ flows, economies }: OneSectorBaseline, cut: Float64Array): Row {
  const { wageHat, passes } = dampedIteration(flows, cut, THETA)
  compare(flows, economies, cut, wageHat)
  return {
    label: `first row by plain damped iteration: ${passes} passes`,
    medianMs: medianMs(() => dampedIteration(flows, cut, THETA)),
  }
}

/** The same in Python, where numpy is installed. */
function numpy({ flows, economies }: OneSectorBaseline, cut: Float64Array): Row[] {
  const input = Float64Array.of(economies.length, THETA, ...flows, ...cut)
  const { status, stdout } = spawnSync('python3', [join(packageRoot(), 'bench', 'peers', 'one-sector.py')], {
    input: new Uint8Array(input.buffer),
    encoding: 'utf8',
    env: { ...process.env, OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1' },
  })
  if (status !== 0) return []
  const answer = JSON.parse(stdout) as { medianMs: number; passes: number; wage: number[] }
  compare(flows, economies, cut, answer.wage)
  return [{ label: `first row by numpy, damped: ${answer.passes} passes`, medianMs: answer.medianMs }]
}

function compare(
  flows: Float64Array,
  economies: readonly string[],
  icebergHat: Float64Array,
  wage: ArrayLike<number>,
): void {
  const tariff = new Float64Array(flows.length)
  const { wageHat } = solveOneSector(
    { economies, flows, tariff, tradeElasticity: THETA },
    { icebergHat, newTariff: tariff },
  )
  const gap = wageHat.reduce((most, w, i) => Math.max(most, Math.abs(w / wage[i]! - 1)), 0)
  if (gap > 1e-9) throw new Error(`the peer found other wages: ${gap}`)
}
