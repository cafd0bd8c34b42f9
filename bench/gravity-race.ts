/** Our estimator and R's fixest on the same panels, fit after fit in turn, answers checked before a time is shown. */
import { estimatePpml } from '../src/gravity/fit/ppml.js'
import type { GravityCase } from './gravity-panels.js'
import type { BenchReport } from './median.js'
import { startFixest } from './peers/r-process.js'

type Row = BenchReport['rows'][number]

/** What fixest is asked. */
export interface PeerRun {
  readonly threads: 1 | 2
  readonly tolerance: 'default' | 'tight'
}

export const ALL_PEERS: readonly PeerRun[] = [
  { threads: 1, tolerance: 'default' },
  { threads: 2, tolerance: 'default' },
  { threads: 1, tolerance: 'tight' },
]

/** Of coefficients, relative: ours, and the peer's at its default tolerance. */
const OURS_AGREE = 1e-9
const PEER_AGREES = 1e-4

export async function raceGravity(
  cases: readonly GravityCase[],
  rounds: number,
  peers: readonly PeerRun[] = ALL_PEERS,
) {
  const peer = await startFixest()
  const rows: Row[] = []
  const notes = [
    peer === undefined
      ? 'no ratios: Rscript with the package fixest was not found (R_LIBS tells R where packages are)'
      : `fixest ${peer.version}; its tight tolerance is glm.tol 1e-12, fixef.tol 1e-10`,
  ]
  try {
    const loaded = new Set<string>()
    for (const one of cases) {
      if (peer !== undefined && !loaded.has(one.panel)) await peer.ask(`load ${one.panel} ${one.file}`)
      loaded.add(one.panel)
      const ours: number[] = []
      const theirs: number[][] = peers.map(() => [])
      fitOurs(one) // the first one is compiled while it runs
      for (let round = 0; round < rounds; round++) {
        const runs = [
          async () => void ours.push(fitOurs(one)),
          ...(peer === undefined ? [] : peers).map(
            (_, k) => async () => void theirs[k]!.push(await fitTheirs(k)),
          ),
        ]
        for (const run of round % 2 === 0 ? runs : runs.reverse()) await run()
      }
      const own = median(ours)
      rows.push({ label: one.label, medianMs: own, limitMs: one.limitMs })
      if (peer === undefined) continue
      peers.forEach(({ threads, tolerance }, k) => {
        const their = median(theirs[k]!)
        rows.push({
          label: `  fixest, ${threads} thread${threads === 1 ? '' : 's'}, ${tolerance} tolerance: ${(their / own).toFixed(1)} times ours`,
          medianMs: their,
        })
      })
      async function fitTheirs(k: number): Promise<number> {
        const { threads, tolerance } = peers[k]!
        const { ms, coefficients } = await peer!.ask<{ ms: number; coefficients: number[] }>(
          `fit ${one.panel} ${one.model} ${threads} ${tolerance}`,
        )
        check(coefficients, one, PEER_AGREES)
        return ms
      }
    }
  } finally {
    peer?.close()
  }
  return { rows, notes }
}

function fitOurs(one: GravityCase): number {
  const started = performance.now()
  const { coefficients } = estimatePpml(one.data, { smallSample: 'fixest' })
  const elapsed = performance.now() - started
  check(
    coefficients.map(({ estimate }) => estimate),
    one,
    OURS_AGREE,
  )
  return elapsed
}

function check(coefficients: readonly number[], { label, expected }: GravityCase, tolerance: number): void {
  expected.forEach((value, k) => {
    if (!(Math.abs(coefficients[k]! / value - 1) < tolerance)) {
      throw new Error(`${label}: coefficient ${k} is ${coefficients[k]}, not ${value}`)
    }
  })
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
}
