/**
 * Least value of a function of a few variables, without derivatives: the simplex of Nelder and Mead (1965) with the
 * usual coefficients (1, 2, ½, ½).
 */
export interface Minimum {
  readonly at: readonly number[]
  readonly value: number
  readonly evaluations: number
  /** Whether the simplex shrank to `tolerance` before `most` evaluations. */
  readonly converged: boolean
}

export interface MinimiseOptions {
  /** Length of the first steps. */
  readonly step?: number
  /** Values at the corners differ by less than this, and corners by less than its square root. */
  readonly tolerance?: number
  readonly most?: number
}

interface Corner {
  readonly at: readonly number[]
  readonly value: number
}

/** Deterministic; a value that is not a number counts as infinitely bad. */
export function minimise(
  value: (at: readonly number[]) => number,
  start: readonly number[],
  { step = 0.3, tolerance = 1e-8, most = 600 }: MinimiseOptions = {},
): Minimum {
  let evaluations = 0
  const corner = (at: readonly number[]): Corner => {
    evaluations++
    const found = value(at)
    return { at, value: Number.isNaN(found) ? Number.POSITIVE_INFINITY : found }
  }
  let simplex = [
    corner(start),
    ...start.map((_, k) => corner(start.map((x, i) => (i === k ? x + step : x)))),
  ].sort(byValue)
  while (evaluations < most && !isSmall(simplex, tolerance)) {
    const worst = simplex.at(-1)!
    const others = simplex.slice(0, -1)
    const centre = start.map((_, k) => others.reduce((sum, { at }) => sum + at[k]!, 0) / others.length)
    /** On the line from the worst corner through the centre of the others; 0 is the centre, −1 the worst corner. */
    const along = (way: number): Corner => corner(centre.map((x, k) => x + way * (x - worst.at[k]!)))
    const reflected = along(1)
    let better: Corner | undefined
    if (reflected.value < simplex[0]!.value) {
      const expanded = along(2)
      better = expanded.value < reflected.value ? expanded : reflected
    } else if (reflected.value < others.at(-1)!.value) {
      better = reflected
    } else {
      const contracted = reflected.value < worst.value ? along(0.5) : along(-0.5)
      if (contracted.value < Math.min(reflected.value, worst.value)) better = contracted
    }
    const best = simplex[0]!
    simplex = better
      ? [...others, better]
      : [
          best,
          ...simplex.slice(1).map(({ at }) => corner(at.map((x, k) => best.at[k]! + (x - best.at[k]!) / 2))),
        ]
    simplex.sort(byValue)
  }
  const [best] = simplex
  return { at: best!.at, value: best!.value, evaluations, converged: isSmall(simplex, tolerance) }
}

function byValue(a: Corner, b: Corner): number {
  return a.value - b.value
}

function isSmall(simplex: readonly Corner[], tolerance: number): boolean {
  const best = simplex[0]!
  const far = Math.sqrt(tolerance)
  return simplex.every(
    ({ at, value }) => value - best.value < tolerance && at.every((x, k) => Math.abs(x - best.at[k]!) < far),
  )
}
