/** Median of repeated runs, milliseconds; the first runs warm the engine up and are not counted. */
export function medianMs(work: () => unknown, { runs = 15, warmUp = 3 } = {}): number {
  for (let k = 0; k < warmUp; k++) work()
  const times: number[] = []
  for (let k = 0; k < runs; k++) {
    const started = performance.now()
    work()
    times.push(performance.now() - started)
  }
  times.sort((a, b) => a - b)
  return times[Math.floor(runs / 2)]!
}

export interface BenchReport {
  readonly name: string
  readonly rows: readonly {
    readonly label: string
    readonly medianMs: number
    /** The bar. */
    readonly limitMs?: number
    /** Where the row is a point of a growth curve. */
    readonly size?: { readonly economies: number; readonly sectors: number }
  }[]
  /** What there is to say beside the rows. */
  readonly notes?: readonly string[]
  /** Last row over first row, where that is the question. */
  readonly ratio?: number
}
