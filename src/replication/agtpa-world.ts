/** The world of the Guide's chapter 2 before and after a change in trade costs, solved exactly. */
import { solveOneSector } from '../equilibrium/one-sector/solve.js'
import { estimatePpml } from '../gravity/fit/ppml.js'
import { exp, power } from '../numeric/elementary.js'
import { sum } from '../numeric/sum.js'

/** σ of the whole chapter: the elasticity of substitution between countries' goods. */
export const SIGMA = 7

/** Trade, and its costs before and after; n countries, exporter before importer. */
export interface GuideScenario {
  readonly countries: readonly string[]
  /** Position of the country whose importer fixed effect is left out: its inward multilateral resistance is one. */
  readonly reference: number
  /** n × n, million USD, sales at home on the diagonal. */
  readonly trade: Float64Array
  /** n × n: (1 − σ) ln t, what trade costs add to the log of trade. */
  readonly baselineCosts: Float64Array
  readonly counterfactualCosts: Float64Array
}

/** A Poisson fit of trade on given costs and fixed effects. */
export interface StructuralFit {
  /** n × n, million USD. */
  readonly fitted: Float64Array
  /** exp π, n: exporter fixed effects. */
  readonly exporterTerm: Float64Array
  /** exp χ, n: importer fixed effects; one for the reference. */
  readonly importerTerm: Float64Array
}

/** Counterfactual over baseline; n each. */
export interface GuideEffects {
  /** Sales abroad. */
  readonly exportsHat: Float64Array
  readonly factoryGatePriceHat: Float64Array
  readonly inwardMultilateralResistanceHat: Float64Array
  readonly outwardMultilateralResistanceHat: Float64Array
  /** Output over inward multilateral resistance. */
  readonly realGdpHat: Float64Array
}

/** Exact effects, and what tells how exact they are. */
export interface GuideEquilibrium extends GuideEffects {
  /** k: the one factor on every country's expenditure that lets the world spend what it earns; 1 where it is held. */
  readonly expenditureFactor: number
  /** λ̂^(−1/θ), n, θ = σ − 1: what Arkolakis, Costinot & Rodríguez-Clare (2012) say real GDP must change by. */
  readonly homeShareFormula: Float64Array
}

/**
 * The gravity model with trade costs constrained: exporter and importer fixed effects alone are estimated.
 *
 * Since Poisson fits add up, they are multilateral resistances: exp π = Y E_R / OMR, exp χ = E / (IMR E_R).
 *
 * @param costs n × n: (1 − σ) ln t.
 * @throws KeruenError as `estimatePpml`.
 * @see Yotov, Piermartini, Monteiro & Larch (2016), chapter 2; Fally (2015).
 */
export function fitStructuralGravity(
  trade: Float64Array,
  costs: Float64Array,
  countries: number,
  reference: number,
): StructuralFit {
  const exporters = new Int32Array(trade.length)
  const importers = new Int32Array(trade.length)
  for (let cell = 0; cell < trade.length; cell++) {
    exporters[cell] = Math.floor(cell / countries)
    importers[cell] = cell % countries
  }
  const { fittedMeans, effectValues } = estimatePpml(
    {
      outcome: trade,
      regressors: [],
      effects: [
        { name: 'exporter', ids: exporters },
        { name: 'importer', ids: importers },
      ],
      offset: costs,
      referenceLevels: [[], [reference]],
    },
    { recoverEffects: true },
  )
  const [ofExporter, ofImporter] = effectValues as [Float64Array, Float64Array]
  return { fitted: fittedMeans, exporterTerm: ofExporter.map(exp), importerTerm: ofImporter.map(exp) }
}

/**
 * The exact effects of the change in trade costs, from the fitted baseline.
 *
 * `conditional` holds output and expenditure; `full` holds endowments, and expenditure stays the multiple of output
 * that it was, times one factor that lets the world spend what it earns. Numeraire: the price index (inward
 * multilateral resistance) of the reference.
 *
 * Two quantities are told as the Guide tells them. Its outward resistance is not divided by world output: it moves as
 * Π̂ Ŷ_world^(1/(1−σ)). Its exports are Y E t^(1−σ) / (OMR IMR) with the multiple of output alone in the place of E, so
 * they are one k-th of what clears the markets.
 *
 * @param baseline n × n, million USD: fitted trade before the change.
 * @throws KeruenError as `solveOneSector`.
 */
export function solveGuideWorld(
  scenario: GuideScenario,
  baseline: Float64Array,
  endowment: 'conditional' | 'full',
): GuideEquilibrium {
  const { countries, reference, baselineCosts, counterfactualCosts } = scenario
  const n = countries.length
  const free = new Float64Array(n * n)
  const icebergHat = counterfactualCosts.map((cost, cell) => exp((cost - baselineCosts[cell]!) / (1 - SIGMA)))
  const solved = solveOneSector(
    { economies: countries, flows: baseline, tariff: free, tradeElasticity: SIGMA - 1 },
    { icebergHat, newTariff: free },
    {
      endowment,
      ...(endowment === 'full' ? { balances: 'multiplicative' } : {}),
      numeraire: { priceOf: countries[reference]! },
    },
  )
  const { newFlows, wageHat, priceIndexHat, expenditureHat, goodsRealWageHat } = solved
  const expenditureFactor = endowment === 'full' ? expenditureHat[reference]! / wageHat[reference]! : 1
  const sold = salesAbroad(baseline, n)
  const worldOutputTerm = power(sum(newFlows) / sum(baseline), 1 / (1 - SIGMA))
  const homeBefore = homeShares(baseline, n)
  return {
    exportsHat: salesAbroad(newFlows, n).map((value, i) => value / sold[i]! / expenditureFactor),
    factoryGatePriceHat: wageHat,
    inwardMultilateralResistanceHat: priceIndexHat,
    outwardMultilateralResistanceHat: solved.outwardMultilateralResistanceHat.map(
      hat => hat * worldOutputTerm,
    ),
    realGdpHat: goodsRealWageHat,
    homeShareFormula: homeShares(newFlows, n).map((share, i) =>
      power(share / homeBefore[i]!, 1 / (1 - SIGMA)),
    ),
    expenditureFactor,
  }
}

/** Row sums without the diagonal. */
export function salesAbroad(flows: Float64Array, n: number): Float64Array {
  return Float64Array.from({ length: n }, (_, i) => {
    let total = 0
    for (let j = 0; j < n; j++) if (j !== i) total += flows[i * n + j]!
    return total
  })
}

/** Row sums: Y. */
export function outputs(flows: Float64Array, n: number): Float64Array {
  return Float64Array.from({ length: n }, (_, i) => sum(flows, i * n, (i + 1) * n))
}

/** Column sums: E. */
export function expenditures(flows: Float64Array, n: number): Float64Array {
  const totals = new Float64Array(n)
  for (let cell = 0; cell < flows.length; cell++) totals[cell % n]! += flows[cell]!
  return totals
}

/** Share of its own goods in what each country buys. */
function homeShares(flows: Float64Array, n: number): Float64Array {
  return expenditures(flows, n).map((bought, j) => flows[j * n + j]! / bought)
}
