/** The iteration by which the Guide's authors reach their "full endowment" numbers, with the rule by which it stops. */
import { KeruenError } from '../errors.js'
import { exp, power } from '../numeric/elementary.js'
import { sum } from '../numeric/sum.js'
import {
  expenditures,
  fitStructuralGravity,
  type GuideEffects,
  type GuideScenario,
  outputs,
  SIGMA,
  type StructuralFit,
  salesAbroad,
} from './agtpa-world.js'

export interface GuideLoopOptions {
  /** The loop goes on while the deviation or the largest change is above it; 0.01 in the Guide. */
  readonly tolerance: number
  readonly maxPasses: number
  /** Gives up once the deviation is this many times the smallest so far: the loop runs away then. Never by default. */
  readonly runaway?: number
}

/** What the rule looks at: the price change of this pass less that of the pass before. */
export interface GuideLoopPass {
  readonly standardDeviation: number
  /** The magnitude of the largest, not the largest of the magnitudes: a fall is not seen. */
  readonly largest: number
}

export interface GuideLoop {
  readonly effects: GuideEffects
  readonly passes: readonly GuideLoopPass[]
  /** False where the passes ran out, the loop ran away, or a fit did not converge any more. */
  readonly settled: boolean
  /** World expenditure over world output at the end; one in an equilibrium. */
  readonly spendingOverOutput: number
}

/** Output, expenditure and fixed effects between two passes; hats are over the pass before. */
interface LoopState {
  readonly fit: StructuralFit
  readonly expenditure: Float64Array
  readonly outwardTerm: Float64Array
  readonly inwardTerm: Float64Array
  readonly priceHat: Float64Array
  readonly outwardTermHat: Float64Array
  readonly inwardTermHat: Float64Array
}

/**
 * Runs the authors' loop as their program does.
 *
 * Each pass multiplies fitted trade by the last price changes p̂ᵢ p̂ⱼ over the last changes of the resistances, fits
 * it anew with counterfactual costs (output is the fit's row sum, expenditure the old multiple of it), and takes
 * p̂ = (exp π̂ / Ê_R)^(1/(1−σ)). It stops when the price changes of two passes differ by little; at the end prices
 * come from the last fixed effects against the baseline's, output is price times baseline output, and trade is put
 * together from both.
 *
 * Expenditure is not scaled to what the world earns, so even at rest this is not quite an equilibrium.
 *
 * @param baseline    fit with baseline costs.
 * @param conditional fit of the same trade with counterfactual costs.
 * @throws KeruenError as `estimatePpml`, in the first passes only: later on a fit that fails ends the loop unsettled.
 * @see Yotov, Piermartini, Monteiro & Larch (2016), chapter 2, the programs of applications 1 and 2.
 */
export function runGuideLoop(
  scenario: GuideScenario,
  baseline: StructuralFit,
  conditional: StructuralFit,
  { tolerance, maxPasses, runaway = Infinity }: GuideLoopOptions,
): GuideLoop {
  const { countries, reference, trade } = scenario
  const n = countries.length
  const output = outputs(trade, n)
  const expenditure = expenditures(trade, n)
  const multiple = expenditure.map((spent, i) => spent / output[i]!) // φ
  const ones = new Float64Array(n).fill(1)
  let state: LoopState = {
    fit: conditional,
    expenditure,
    outwardTerm: outwardTerm(output, expenditure[reference]!, conditional),
    inwardTerm: inwardTerm(expenditure, reference, conditional),
    priceHat: priceChange(conditional, baseline, 1),
    outwardTermHat: ones,
    inwardTermHat: ones,
  }
  let before: Float64Array = new Float64Array(n) // the program's first comparison is with zero
  const passes: GuideLoopPass[] = []
  let settled = false
  let smallest = Infinity
  while (!settled && passes.length < maxPasses) {
    const next = nextState(scenario, state, multiple, passes.length)
    if (next === undefined) break
    const pass = compare(state.priceHat, before)
    passes.push(pass)
    before = state.priceHat
    state = next
    settled = !(pass.standardDeviation > tolerance || pass.largest > tolerance)
    smallest = Math.min(smallest, pass.standardDeviation)
    if (pass.standardDeviation > runaway * smallest) break
  }
  return { ...atTheEnd(scenario, baseline, state, output, multiple), passes, settled }
}

/** One pass; undefined where a fit after the tenth does not converge, as when the loop runs away. */
function nextState(
  { countries, reference, counterfactualCosts }: GuideScenario,
  {
    fit,
    expenditure,
    outwardTerm: outward,
    inwardTerm: inward,
    priceHat,
    outwardTermHat,
    inwardTermHat,
  }: LoopState,
  multiple: Float64Array,
  done: number,
): LoopState | undefined {
  const n = countries.length
  const trade = fit.fitted.map((value, cell) => {
    const i = Math.floor(cell / n)
    const j = cell % n
    return (value * priceHat[i]! * priceHat[j]!) / (outwardTermHat[i]! * inwardTermHat[j]!)
  })
  let next: StructuralFit
  try {
    next = fitStructuralGravity(trade, counterfactualCosts, n, reference)
  } catch (error) {
    if (error instanceof KeruenError && done >= 10) return undefined
    throw error
  }
  const newOutput = outputs(next.fitted, n)
  const newExpenditure = newOutput.map((value, i) => value * multiple[i]!)
  const newOutward = outwardTerm(newOutput, newExpenditure[reference]!, next)
  const newInward = inwardTerm(newExpenditure, reference, next)
  return {
    fit: next,
    expenditure: newExpenditure,
    outwardTerm: newOutward,
    inwardTerm: newInward,
    priceHat: priceChange(next, fit, newExpenditure[reference]! / expenditure[reference]!),
    outwardTermHat: newOutward.map((value, i) => value / outward[i]!),
    inwardTermHat: newInward.map((value, j) => value / inward[j]!),
  }
}

/** OMR = Y E_R / exp π, n; the power 1 − σ of outward multilateral resistance, times world output. */
function outwardTerm(output: Float64Array, referenceExpenditure: number, { exporterTerm }: StructuralFit) {
  return output.map((value, i) => (value * referenceExpenditure) / exporterTerm[i]!)
}

/** IMR = E / (exp χ E_R), n; the power 1 − σ of inward multilateral resistance. */
function inwardTerm(expenditure: Float64Array, reference: number, { importerTerm }: StructuralFit) {
  return expenditure.map((value, j) => value / (importerTerm[j]! * expenditure[reference]!))
}

function priceChange(
  next: StructuralFit,
  last: StructuralFit,
  referenceExpenditureHat: number,
): Float64Array {
  return next.exporterTerm.map((term, i) =>
    power(term / last.exporterTerm[i]! / referenceExpenditureHat, 1 / (1 - SIGMA)),
  )
}

/** Deviation and largest of the differences as over all n² rows of the program's data. */
function compare(priceHat: Float64Array, before: Float64Array): GuideLoopPass {
  const n = priceHat.length
  const differences = priceHat.map((value, i) => value - before[i]!)
  const mean = sum(differences) / n
  const squares = sum(differences.map(value => (value - mean) * (value - mean))) * n
  return {
    standardDeviation: Math.sqrt(squares / (n * n - 1)),
    largest: Math.abs(differences.reduce((most, value) => Math.max(most, value), -Infinity)),
  }
}

function atTheEnd(
  { countries, reference, counterfactualCosts, trade }: GuideScenario,
  baseline: StructuralFit,
  { fit, expenditure, inwardTerm: inward }: LoopState,
  output: Float64Array,
  multiple: Float64Array,
): Pick<GuideLoop, 'effects' | 'spendingOverOutput'> {
  const n = countries.length
  const baselineExpenditure = expenditures(trade, n)
  const referenceHat = expenditure[reference]! / baselineExpenditure[reference]!
  const priceHat = priceChange(fit, baseline, referenceHat)
  const newOutput = output.map((value, i) => value * priceHat[i]!)
  const newExpenditure = newOutput.map((value, i) => value * multiple[i]!)
  const outward = outwardTerm(newOutput, expenditure[reference]!, fit)
  const newTrade = counterfactualCosts.map((cost, cell) => {
    const i = Math.floor(cell / n)
    const j = cell % n
    return (newOutput[i]! * newExpenditure[j]! * exp(cost)) / (inward[j]! * outward[i]!)
  })
  const toPower = (value: number) => power(value, 1 / (1 - SIGMA))
  const inwardBefore = inwardTerm(baselineExpenditure, reference, baseline)
  const outwardBefore = outwardTerm(output, baselineExpenditure[reference]!, baseline)
  const exportsBefore = salesAbroad(baseline.fitted, n)
  const inwardHat = inward.map((value, j) => toPower(value / inwardBefore[j]!))
  return {
    effects: {
      exportsHat: salesAbroad(newTrade, n).map((value, i) => value / exportsBefore[i]!),
      factoryGatePriceHat: priceHat,
      inwardMultilateralResistanceHat: inwardHat,
      outwardMultilateralResistanceHat: outward.map((value, i) => toPower(value / outwardBefore[i]!)),
      realGdpHat: priceHat.map((price, i) => price / inwardHat[i]!),
    },
    spendingOverOutput: sum(newExpenditure) / sum(newOutput),
  }
}
