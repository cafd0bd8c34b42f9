/**
 * Weighted least squares on logarithms of moments, and how well each parameter is pinned down by them.
 *
 * Objective: Σ ((ln model − ln observed) ÷ deviation)², with the deviation of a moment in logarithms: how far, by
 * definition and coverage, the observed figure may lie from what the model means. One is one deviation.
 */
import { minimise } from './nelder-mead.js'
import { type Axis, symmetricAxes } from './symmetric-eigen.js'

export interface Moment {
  readonly id: string
  readonly observed: number
  /** Of the logarithm. */
  readonly deviation: number
}

/** A positive quantity moves by its logarithm, a share between 0 and 1 by its log-odds. */
export interface Fitted<Name extends string> {
  readonly name: Name
  readonly kind: 'positive' | 'share'
}

export type Values<Name extends string> = Readonly<Record<Name, number>>

export interface Problem<Name extends string> {
  readonly moments: readonly Moment[]
  readonly parameters: readonly Fitted<Name>[]
  /** Value of every moment, in their order. */
  readonly model: (values: Values<Name>) => readonly number[]
}

export interface Fit<Name extends string> {
  readonly values: Values<Name>
  readonly objective: number
  readonly evaluations: number
  readonly converged: boolean
}

/** Residual of every moment, in deviations. */
export function residuals<Name extends string>(problem: Problem<Name>, values: Values<Name>): number[] {
  return problem
    .model(values)
    .map((model, k) => Math.log(model / problem.moments[k]!.observed) / problem.moments[k]!.deviation)
}

export function objective<Name extends string>(problem: Problem<Name>, values: Values<Name>): number {
  return residuals(problem, values).reduce((sum, r) => sum + r * r, 0)
}

/** The least objective over the parameters named; the others stay at `start`. */
export function estimate<Name extends string>(
  problem: Problem<Name>,
  start: Values<Name>,
  free: readonly Name[],
): Fit<Name> {
  const moved = problem.parameters.filter(({ name }) => free.includes(name))
  const valuesAt = (at: readonly number[]): Values<Name> => ({
    ...start,
    ...Object.fromEntries(moved.map((each, k) => [each.name, valueAt(each, at[k]!)])),
  })
  const found = minimise(
    at => objective(problem, valuesAt(at)),
    moved.map(each => coordinateOf(each, start[each.name])),
    { tolerance: 1e-6 },
  )
  return {
    values: valuesAt(found.at),
    objective: found.value,
    evaluations: found.evaluations,
    converged: found.converged,
  }
}

export interface Sharpness<Name extends string> {
  /**
   * Deviation of each parameter's coordinate with the others held: the move that raises the objective by one.
   * Infinity where no moment sees it.
   */
  readonly alone: Readonly<Record<Name, number>>
  /** The same with the others free to follow; Infinity where they can make good for it. */
  readonly together: Readonly<Record<Name, number>>
  /** Axes of the curvature, sharpest first; entries in the order of the names. */
  readonly axes: readonly Axis[]
  /** Axes along which a move of half a unit raises the objective by less than one: the moments do not tell. */
  readonly flat: readonly Axis[]
}

const STEP = 0.02
const HALF_A_UNIT = 0.5

/** Curvature of the objective at `values` along the parameters named, from first differences of the residuals. */
export function sharpness<Name extends string>(
  problem: Problem<Name>,
  values: Values<Name>,
  names: readonly Name[],
): Sharpness<Name> {
  const columns = names.map(name => {
    const each = problem.parameters.find(parameter => parameter.name === name)!
    const at = coordinateOf(each, values[name])
    const side = (step: number): number[] =>
      residuals(problem, { ...values, [name]: valueAt(each, at + step) })
    const [high, low] = [side(STEP), side(-STEP)]
    return high.map((r, k) => (r - low[k]!) / (2 * STEP))
  })
  const curvature = columns.map(a => columns.map(b => a.reduce((sum, x, k) => sum + x * b[k]!, 0)))
  const axes = symmetricAxes(curvature)
  const largest = axes[0]?.value ?? 0
  const isFlat = ({ value }: Axis): boolean => value * HALF_A_UNIT * HALF_A_UNIT < 1
  const spread = (k: number): number =>
    axes.reduce((sum, { value, vector }) => {
      const part = vector[k]! * vector[k]!
      if (part < 1e-12) return sum
      return sum + (value > 1e-9 * largest ? part / value : Number.POSITIVE_INFINITY)
    }, 0)
  const each = (value: (k: number) => number) =>
    Object.fromEntries(names.map((name, k) => [name, value(k)])) as Record<Name, number>
  return {
    alone: each(k => 1 / Math.sqrt(curvature[k]![k]!)),
    together: each(k => Math.sqrt(spread(k))),
    axes,
    flat: axes.filter(isFlat),
  }
}

function coordinateOf<Name extends string>({ kind }: Fitted<Name>, value: number): number {
  return kind === 'positive' ? Math.log(value) : Math.log(value / (1 - value))
}

function valueAt<Name extends string>({ kind }: Fitted<Name>, coordinate: number): number {
  return kind === 'positive' ? Math.exp(coordinate) : 1 / (1 + Math.exp(-coordinate))
}
