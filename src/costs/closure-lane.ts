/** One lane of cargo and every closing that would touch it; see `closures.ts`. */
import { arrange, chooseRoutes, type LaneRoutes, laneRoutes } from '../network/nested-logit.js'
import type { RouteChoiceParameters } from '../network/network-state.js'
import { BULK_TIME_VALUE } from '../network/seeds.js'
import { binOfNode } from '../network/time-values.js'
import { exp, log } from '../numeric/elementary.js'
import { closureCases, type LaneCases } from './closure-cases.js'
import type { ClosureLevers, ClosureSituation, ClosureValues } from './closures.js'

/** Sums of one country pair over its lanes, by lever; those met are listed. */
export interface LaneRows {
  readonly met: number[]
  readonly isMet: Uint8Array
  readonly passing: Float64Array
  readonly addedUsd: Float64Array
  readonly addedHours: Float64Array
  /** Change of (value + cost + worth of time) over its old value. */
  readonly ratio: Float64Array
  readonly cutOff: Float64Array
  /** Part of the bulk that goes by sea and passes. */
  readonly bulkPassing: Float64Array
  readonly bulkChange: Float64Array
  readonly bulkCutOff: Float64Array
}

/** Choice before: by node, the shares of the lane's routes and what follows from them. */
interface Before {
  /** Room for node × capacity shares. */
  readonly share: Float64Array
  readonly logSum: Float64Array
  /** Share of the sea nest, and hours × shares by sea and by land. */
  readonly sea: Float64Array
  readonly seaHours: Float64Array
  readonly landHours: Float64Array
  /** Value, cost and worth of time of a TEU, the mean over the node's bin. */
  readonly base: Float64Array
}

/** What one case does to one class of cargo. */
interface Outcome {
  passing: number
  cost: number
  hours: number
}

/** Below this part of the old sum the remaining routes are chosen among anew: a difference of sums would lose digits. */
const CHOOSE_ANEW = 1e-3

/** @returns a function that adds what each closing does to one lane's cargo to the rows of its country pair. */
export function closureLane(
  { choiceSet, lanes, territory, state }: ClosureSituation,
  { timeValues, dispersion, seaDispersion }: RouteChoiceParameters,
  levers: ClosureLevers,
  values: ClosureValues,
): (lane: number, rows: LaneRows) => void {
  const { routeStart, maritime, overlap } = choiceSet
  const { totals, rules } = state
  let capacity = 1
  for (let p = 0; p + 1 < routeStart.length; p++)
    capacity = Math.max(capacity, routeStart[p + 1] - routeStart[p])
  const nodes = timeValues.value.length
  const weights = timeValues.weights[timeValues.centre]
  const exponent = seaDispersion / dispersion
  const all = laneRoutes(capacity, dispersion, seaDispersion)
  const avoiding = laneRoutes(capacity, dispersion, seaDispersion)
  const rest = laneRoutes(capacity, dispersion, seaDispersion)
  const beforeAll = before(nodes, capacity)
  const beforeAvoiding = before(nodes, capacity)
  const passes = new Uint8Array(capacity)
  const findCases = closureCases(choiceSet, levers, capacity)
  const outcome: Outcome = { passing: 0, cost: 0, hours: 0 }

  /** Copies the lane's routes; returns how many of the open ones keep out of the avoided territory. */
  function gather(lane: number, from: number): number {
    const rule = lanes.rule[lane]
    const premium = rule < 0 ? 0 : rules[rule].premiumUsdPerTeu
    let outside = 0
    for (let r = 0; r < all.count; r++) {
      const route = from + r
      passes[r] = rule < 0 ? 0 : territory[rule][route]
      for (const routes of [all, avoiding, rest]) {
        routes.hours[r] = totals.hours[route]
        routes.usd[r] = totals.usd[route] + passes[r] * premium
        routes.maritime[r] = maritime[route]
        routes.overlap[r] = overlap[route]
      }
      all.available[r] = totals.open[route]
      avoiding.available[r] = totals.open[route] & (1 - passes[r])
      outside += avoiding.available[r]
    }
    return outside
  }

  function chooseBefore(lane: number, routes: LaneRoutes, to: Before): void {
    arrange(routes)
    for (let node = 0; node < nodes; node++) {
      to.logSum[node] = chooseRoutes(routes, timeValues.value[node])
      let sea = 0
      let seaHours = 0
      let landHours = 0
      for (let r = 0; r < routes.count; r++) {
        const share = routes.share[r]
        to.share[node * capacity + r] = share
        if (routes.maritime[r] === 1) {
          sea += share
          seaHours += share * routes.hours[r]
        } else landHours += share * routes.hours[r]
      }
      to.sea[node] = sea
      to.seaHours[node] = seaHours
      to.landHours[node] = landHours
    }
    setBase(lane, to)
  }

  /** The base of each bin, as trade costs have it: the mean over its nodes, with the hinterland at both ends. */
  function setBase(lane: number, { logSum, landHours, seaHours, base }: Before): void {
    const value = values.value[lanes.countryPair[lane]]
    const worthOfHour = (values.valueOfDay * value) / 24
    const ends = lanes.hinterlandUsd[lane] + worthOfHour * lanes.hinterlandHours[lane]
    for (let node = 0; node < nodes; ) {
      const first = node
      const bin = binOfNode(first)
      let part = 0
      let sum = 0
      for (; node < nodes && binOfNode(node) === bin; node++) {
        part += weights[node]
        sum += weights[node] * (logSum[node] + worthOfHour * (landHours[node] + seaHours[node]))
      }
      base.fill(value + ends + sum / part, first, node)
    }
  }

  /** Leaves the routes of a case out of those available in `of`. */
  function takeAway(of: LaneRoutes, cases: LaneCases, c: number): void {
    rest.count = of.count
    for (let r = 0; r < of.count; r++) rest.available[r] = of.available[r]
    for (let k = cases.start[c]; k < cases.start[c + 1]; k++) rest.available[cases.route[k]] = 0
    arrange(rest)
  }

  /**
   * One class before and after a case. `restOf` names the routes among which the remaining ones are, once they are
   * needed; it is the caller's to reset it for each case.
   */
  function evaluate(
    of: LaneRoutes,
    old: Before,
    cases: LaneCases,
    c: number,
    node: number,
    anew: Anew,
  ): void {
    let land = 0
    let sea = 0
    let landHours = 0
    let seaHours = 0
    for (let k = cases.start[c]; k < cases.start[c + 1]; k++) {
      const r = cases.route[k]
      const share = old.share[node * capacity + r]
      if (of.maritime[r] === 1) {
        sea += share
        seaHours += share * of.hours[r]
      } else {
        land += share
        landHours += share * of.hours[r]
      }
    }
    const closed = land + sea
    outcome.passing = closed
    outcome.cost = 0
    outcome.hours = 0
    if (closed === 0 && !anew.always) return
    const nest = old.sea[node]
    const nestLeft = nest > 0 ? Math.max(0, 1 - sea / nest) : 0
    const factor = sea === 0 ? 1 : nestLeft > 0 ? exp(exponent * log(nestLeft)) : 0
    const left = 1 - nest - land + nest * factor
    const before = old.landHours[node] + old.seaHours[node]
    const hoursClosed = landHours + seaHours
    let mean: number
    if (anew.always || left < CHOOSE_ANEW || (sea > 0 && nestLeft < CHOOSE_ANEW)) {
      if (!anew.ready) takeAway(anew.among, cases, c)
      anew.ready = true
      outcome.cost = chooseRoutes(rest, timeValues.value[node]) - old.logSum[node]
      mean = 0
      for (let r = 0; r < rest.count; r++) mean += rest.share[r] * rest.hours[r]
    } else {
      outcome.cost = -dispersion * log(left)
      const bySea = nestLeft > 0 ? (factor * (old.seaHours[node] - seaHours)) / nestLeft : 0
      mean = (old.landHours[node] - landHours + bySea) / left
    }
    outcome.hours = anew.always
      ? Math.max(0, mean - before)
      : Math.max(hoursClosed, closed * mean) - hoursClosed
    if (anew.always) outcome.cost = Math.max(0, outcome.cost)
  }

  function addCase(
    lane: number,
    cases: LaneCases,
    c: number,
    groups: readonly Group[],
    rows: LaneRows,
  ): void {
    const pair = lanes.countryPair[lane]
    const laneWeight = lanes.weight[lane]
    const worthOfHour = (values.valueOfDay * values.value[pair]) / 24
    const sums = { passing: 0, addedUsd: 0, addedHours: 0, ratio: 0 }
    const closedAll = closesAll(all, cases, c)
    for (const { part, of, old } of groups) {
      // Who avoids a territory and loses the last way around it passes it, and never gains by that.
      const lastWay = of === avoiding && !closedAll && closesAll(avoiding, cases, c)
      const anew: Anew = { ready: false, always: lastWay, among: lastWay ? all : of }
      for (let node = 0; node < nodes; node++) {
        const weight = laneWeight * part * weights[node]
        if (closedAll) {
          sums.passing += weight
          continue
        }
        evaluate(of, old, cases, c, node, anew)
        sums.passing += weight * outcome.passing
        sums.addedUsd += weight * outcome.cost
        sums.addedHours += weight * outcome.hours
        sums.ratio += (weight * (outcome.cost + worthOfHour * outcome.hours)) / old.base[node]
      }
    }
    const bulk = bulkChange(cases, c)
    for (let k = cases.leverStart[c]; k < cases.leverStart[c + 1]; k++) {
      const lever = cases.lever[k]
      if (rows.isMet[lever] === 0) rows.met.push(lever)
      rows.isMet[lever] = 1
      rows.passing[lever] += sums.passing
      rows.addedUsd[lever] += sums.addedUsd
      rows.addedHours[lever] += sums.addedHours
      rows.ratio[lever] += sums.ratio
      if (closedAll) rows.cutOff[lever] += laneWeight
      if (bulk === undefined) continue
      rows.bulkPassing[lever] += laneWeight
      if (bulk === Number.POSITIVE_INFINITY) rows.bulkCutOff[lever] += laneWeight
      else rows.bulkChange[lever] += laneWeight * bulk
    }
  }

  const cheapest = { land: 0, sea: -1 }

  /** The cheapest routes for bulk, by land and (its number) by sea. */
  function findBulk(): void {
    cheapest.land = Number.POSITIVE_INFINITY
    cheapest.sea = -1
    for (let r = 0; r < all.count; r++) {
      if (all.available[r] === 0) continue
      if (all.maritime[r] === 0) cheapest.land = Math.min(cheapest.land, bulkCost(r))
      else if (cheapest.sea < 0 || bulkCost(r) < bulkCost(cheapest.sea)) cheapest.sea = r
    }
  }

  /** Cost by sea without the premium of a territory, which bulk does not pay. */
  function bulkCost(r: number): number {
    return bulkUsd[r] + (BULK_TIME_VALUE / 24) * all.hours[r]
  }
  const bulkUsd = new Float64Array(capacity)

  /**
   * Relative change of (value + freight) of bulk that goes by sea and through the case today; Infinity where no way by
   * sea is left, undefined where it does not.
   */
  function bulkChange(cases: LaneCases, c: number): number | undefined {
    const { sea, land } = cheapest
    if (sea < 0 || bulkCost(sea) > land) return undefined
    let next = Number.POSITIVE_INFINITY
    let isClosed = false
    for (let k = cases.start[c]; k < cases.start[c + 1]; k++) {
      if (cases.route[k] === sea) isClosed = true
      closedRoute[cases.route[k]] = 1
    }
    if (isClosed) {
      for (let r = 0; r < all.count; r++) {
        if (all.available[r] === 1 && all.maritime[r] === 1 && closedRoute[r] === 0)
          next = Math.min(next, bulkCost(r))
      }
    }
    for (let k = cases.start[c]; k < cases.start[c + 1]; k++) closedRoute[cases.route[k]] = 0
    if (!isClosed) return undefined
    return (values.bulkValue + next) / (values.bulkValue + bulkCost(sea)) - 1
  }
  const closedRoute = new Uint8Array(capacity)

  return (lane, rows) => {
    const from = routeStart[lanes.gatewayPair[lane]]
    const count = routeStart[lanes.gatewayPair[lane] + 1] - from
    for (const routes of [all, avoiding]) routes.count = count
    const outside = gather(lane, from)
    for (let r = 0; r < count; r++) bulkUsd[r] = totals.usd[from + r]
    const cases = findCases(from, count, all.available)
    if (cases.count === 0) return
    chooseBefore(lane, all, beforeAll)
    findBulk()
    const avoids = lanes.rule[lane] < 0 ? 0 : rules[lanes.rule[lane]].share
    // Where nothing lies outside, or nothing inside, all cargo chooses alike.
    const splits = avoids > 0 && outside > 0 && outside < openRoutes(all)
    if (splits) chooseBefore(lane, avoiding, beforeAvoiding)
    const groups: Group[] = [{ part: splits ? 1 - avoids : 1, of: all, old: beforeAll }]
    if (splits) groups.push({ part: avoids, of: avoiding, old: beforeAvoiding })
    for (let c = 0; c < cases.count; c++) addCase(lane, cases, c, groups, rows)
  }
}

/** Cargo that chooses alike: its part, its routes, and its choice before. */
interface Group {
  readonly part: number
  readonly of: LaneRoutes
  readonly old: Before
}

/** The routes that a case leaves, arranged once they are needed. */
interface Anew {
  ready: boolean
  /** The last way around a territory closes: the choice moves to another list in any case. */
  readonly always: boolean
  readonly among: LaneRoutes
}

function before(nodes: number, capacity: number): Before {
  const column = (): Float64Array => new Float64Array(nodes)
  return {
    share: new Float64Array(nodes * capacity),
    logSum: column(),
    sea: column(),
    seaHours: column(),
    landHours: column(),
    base: column(),
  }
}

function openRoutes({ count, available }: LaneRoutes): number {
  let open = 0
  for (let r = 0; r < count; r++) open += available[r]
  return open
}

/** Whether every route that may be chosen is among those of a case. */
function closesAll(routes: LaneRoutes, cases: LaneCases, c: number): boolean {
  let closed = 0
  for (let k = cases.start[c]; k < cases.start[c + 1]; k++) closed += routes.available[cases.route[k]]
  return closed === openRoutes(routes)
}
