/** What each class of cargo pays and waits on each country pair: the mean over the pair's touched lanes. */
import type { Lanes } from '../network/route-choice/lanes.js'
import { GROUPS, groupWeights, type LaneChoices } from '../network/route-choice/route-choice.js'
import { BINS } from '../network/route-choice/time-values.js'

/** One row for each country pair with a touched lane; class values by row × groups × BINS. */
export interface PairClasses {
  /** Groups of cargo that are told apart, see `LaneChoices`. */
  readonly groups: number
  readonly pairs: Int32Array
  /** Row of the avoidance rules, −1 where none applies. */
  readonly rule: Int16Array
  /** Part of the pair's cargo on lanes that are touched and not cut off. */
  readonly touched: Float64Array
  /** Part of the pair's cargo on lanes that are not cut off. */
  readonly left: Float64Array
  /** USD per TEU, log-sum and hinterland. */
  readonly costBefore: Float64Array
  readonly costAfter: Float64Array
  /** Hours, with the hinterland. */
  readonly hoursBefore: Float64Array
  readonly hoursAfter: Float64Array
}

/**
 * Gathers lanes into country pairs, so that a draw meets each pair once.
 *
 * A lane on which avoiding makes no difference counts alike in every group. A lane without a way before holds no trade
 * in the baseline and is left out; one without a way after is cut off and leaves its cargo to the others.
 *
 * @param among the pairs that are wanted; all by default.
 */
export function pairClasses(lanes: Lanes, choices: LaneChoices, among?: ReadonlySet<number>): PairClasses {
  const { asked, splits, groups } = choices
  const classes = groups * BINS
  const pairs = pairsOf(lanes, asked).filter(pair => among?.has(pair) ?? true)
  const made = {
    groups,
    pairs: Int32Array.from(pairs),
    rule: new Int16Array(pairs.length),
    touched: new Float64Array(pairs.length),
    left: new Float64Array(pairs.length).fill(1),
    costBefore: new Float64Array(pairs.length * classes),
    costAfter: new Float64Array(pairs.length * classes),
    hoursBefore: new Float64Array(pairs.length * classes),
    hoursAfter: new Float64Array(pairs.length * classes),
  }
  let k = 0
  for (let row = 0; row < pairs.length; row++) {
    while (lanes.countryPair[asked[k]] !== pairs[row]) k++
    for (; k < asked.length && lanes.countryPair[asked[k]] === pairs[row]; k++) {
      const lane = asked[k]
      made.rule[row] = lanes.rule[lane]
      if (choices.costBefore[k * classes] === Number.POSITIVE_INFINITY) continue
      if (choices.costAfter[k * classes] === Number.POSITIVE_INFINITY) {
        made.left[row] -= lanes.weight[lane]
        continue
      }
      made.touched[row] += lanes.weight[lane]
      for (let c = 0; c < classes; c++) {
        const from = k * classes + (splits[k] === 1 ? c : c % BINS)
        const to = row * classes + c
        made.costBefore[to] += lanes.weight[lane] * (choices.costBefore[from] + lanes.hinterlandUsd[lane])
        made.costAfter[to] += lanes.weight[lane] * (choices.costAfter[from] + lanes.hinterlandUsd[lane])
        made.hoursBefore[to] += lanes.weight[lane] * (choices.hoursBefore[from] + lanes.hinterlandHours[lane])
        made.hoursAfter[to] += lanes.weight[lane] * (choices.hoursAfter[from] + lanes.hinterlandHours[lane])
      }
    }
    if (made.touched[row] === 0) continue
    for (let at = row * classes; at < (row + 1) * classes; at++) {
      made.costBefore[at] /= made.touched[row]
      made.costAfter[at] /= made.touched[row]
      made.hoursBefore[at] /= made.touched[row]
      made.hoursAfter[at] /= made.touched[row]
    }
  }
  return made
}

/** The pairs that some lanes are of, in their order. */
function pairsOf({ countryPair }: Pick<Lanes, 'countryPair'>, asked: Int32Array): number[] {
  const pairs: number[] = []
  for (const lane of asked) if (pairs.at(-1) !== countryPair[lane]) pairs.push(countryPair[lane])
  return pairs
}

/** Means of a pair over all its classes and lanes. Matrices are n × n. */
export interface PairMeans {
  /** What its general cargo gains: USD per TEU of the log-sum, and hours at baseline shares. */
  readonly addedUsd: Float64Array
  readonly addedHours: Float64Array
  /** Part of the cargo for which a way is left. */
  readonly left: Float64Array
}

/** What weighs the classes. */
export interface ClassWeights {
  /** Number of pairs, n × n. */
  readonly size: number
  /** Part of all cargo in each bin of time values. */
  readonly binWeight: Float64Array
  /** Share of cargo that avoids, by row of the avoidance rules. */
  readonly avoidingBefore: Float64Array
  readonly avoidingAfter: Float64Array
}

/** Mean change of cost and hours of every pair; zero where no lane is touched. */
export function pairMeans(
  lanes: Lanes,
  choices: LaneChoices | undefined,
  { size, binWeight, avoidingBefore, avoidingAfter }: ClassWeights,
): PairMeans {
  const means = {
    addedUsd: new Float64Array(size),
    addedHours: new Float64Array(size),
    left: new Float64Array(size).fill(1),
  }
  if (choices === undefined) return means
  const classes = pairClasses(lanes, choices)
  const groups = new Float64Array(GROUPS.length)
  classes.pairs.forEach((pair, row) => {
    const rule = classes.rule[row]
    groupWeights(true, rule < 0 ? 0 : avoidingBefore[rule], rule < 0 ? 0 : avoidingAfter[rule], groups)
    means.left[pair] = classes.left[row]
    if (classes.left[row] < 1e-9) return
    const part = classes.touched[row] / classes.left[row]
    for (let c = 0; c < classes.groups * BINS; c++) {
      const group = groups[Math.floor(c / BINS)]
      if (group === 0) continue
      const weight = part * group * binWeight[c % BINS]
      const at = row * classes.groups * BINS + c
      means.addedUsd[pair] += weight * (classes.costAfter[at] - classes.costBefore[at])
      means.addedHours[pair] += weight * (classes.hoursAfter[at] - classes.hoursBefore[at])
    }
  })
  return means
}
