/** The small world's result with something left out. */
import type { Range, Result } from '../../src/scenario/result/result.js'
import { fixtureResult } from './fixture.js'

const zero: Range = { value: 0, low: 0, high: 0 }

/** The same result when nothing changes. */
export function unchangedResult(): Result {
  const result = fixtureResult()
  const still = <T extends { before: unknown }>(pair: T): T => ({ ...pair, after: pair.before })
  return {
    ...result,
    bloc: {
      ...result.bloc,
      realIncomeChangeMusd: zero,
      turnoverChangeMusd: zero,
      pairs: result.bloc.pairs.map(pair => ({ ...pair, turnoverChangeMusd: zero })),
      capitalMusd: null,
      annualCostMusd: null,
      annualCostRangeMusd: null,
    },
    countries: result.countries.map(country => ({
      ...country,
      realIncomeChangePercent: zero,
      realIncomeChangeMusd: zero,
      goodsRealWageChangePercent: zero,
      exportsChangePercent: zero,
      importsChangePercent: zero,
      homeSalesChangePercent: zero,
      blocTurnoverChangeMusd: zero,
      transitTeuChange: zero,
      transitRevenueChangeMusd: zero,
    })),
    corridors: result.corridors.map(corridor => ({
      ...corridor,
      days: still(corridor.days),
      usdPerTeu: still(corridor.usdPerTeu),
      score: still(corridor.score),
      teu: still(corridor.teu),
      daysRange: still(corridor.daysRange),
      usdPerTeuRange: still(corridor.usdPerTeuRange),
      withoutRange: still(corridor.withoutRange),
      teuRange: still(corridor.teuRange),
      teuChangeRange: { low: 0, high: 0 },
      legs: corridor.legs.map(leg => ({ ...leg, hours: still(leg.hours), usd: still(leg.usd) })),
    })),
    links: result.links.map(link => ({ ...link, teu: still(link.teu) })),
    waits: result.waits.map(wait => ({ ...wait, hours: still(wait.hours), teu: still(wait.teu) })),
    trafficPoints: result.trafficPoints.map(point => ({ ...point, teu: still(point.teu) })),
    measures: [],
    diversion: { totalMusd: 0, blocCreationMusd: 0, blocDiversionMusd: 0, fromHome: [], fromOthers: [] },
    flows: { ...result.flows, moves: [] },
    scenario: { ...result.scenario, measures: [] },
    uncertainty: {
      ...result.uncertainty,
      parameters: result.uncertainty.parameters.map(p => ({
        ...p,
        atLowMusd: 0,
        atHighMusd: 0,
        shareOfRange: 0,
      })),
    },
    sensitivities: [],
    notices: [],
  }
}

/** The same result without draws: every range is its central value. */
export function withoutDraws(result: Result): Result {
  const point = (range: Range): Range => ({ value: range.value, low: range.value, high: range.value })
  return {
    ...result,
    scenario: { ...result.scenario, draws: 0 },
    bloc: {
      ...result.bloc,
      realIncomeChangeMusd: point(result.bloc.realIncomeChangeMusd),
      turnoverChangeMusd: point(result.bloc.turnoverChangeMusd),
      pairs: result.bloc.pairs.map(pair => ({ ...pair, turnoverChangeMusd: point(pair.turnoverChangeMusd) })),
    },
    countries: result.countries.map(country => ({
      ...country,
      realIncomeChangePercent: point(country.realIncomeChangePercent),
      realIncomeChangeMusd: point(country.realIncomeChangeMusd),
      goodsRealWageChangePercent: point(country.goodsRealWageChangePercent),
      exportsChangePercent: point(country.exportsChangePercent),
      importsChangePercent: point(country.importsChangePercent),
      homeSalesChangePercent: point(country.homeSalesChangePercent),
      blocTurnoverChangeMusd: point(country.blocTurnoverChangeMusd),
      transitTeuChange: point(country.transitTeuChange),
      transitRevenueChangeMusd: point(country.transitRevenueChangeMusd),
    })),
    uncertainty: { ...result.uncertainty, draws: 0, parameters: [] },
  }
}
