/** One lane of cargo and every closing that would touch it; see `closures.ts`. */

import { mostRoutes } from '../network/choice-set/choice-set.js'
import { BARRED_USES } from '../network/choice-set/modes-used.js'
import { type RouteChoice, shareOf } from '../network/route-choice/logit/kernels.js'
import { nestedLogit } from '../network/route-choice/logit/nested-logit.js'
import type { RouteChoiceParameters } from '../network/route-choice/network-state.js'
import { binOfNode } from '../network/route-choice/time-values.js'
import { exp, log } from '../numeric/elementary.js'
import { closureCases, type LaneCases } from './closure-cases.js'
import type { ClosureLevers, ClosureSituation, ClosureValues } from './closure-situation.js'
import { laneWays, type WayRound } from './lane-ways.js'

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
}

/** Shares by land and in the sea nest, and hours × shares, by node. */
interface NodeSums {
  readonly land: Float64Array
  readonly sea: Float64Array
  readonly landHours: Float64Array
  readonly seaHours: Float64Array
}

/** What follows from a choice before, by node. */
interface Before extends NodeSums {
  /** Value, cost and worth of time of a TEU, the mean over the node's bin. */
  readonly base: Float64Array
}

/** Below this part of the old sum the remaining routes are added up or chosen among anew: a difference would lose digits. */
const LITTLE = 1e-3
/** Dispersions of the nest by which a way is better than it: the rest is then nothing beside it. */
const FAR_BETTER = 30
/** Weights of no way round. */
const NO_WAY = [0, 0] as const
/** A class of which less than this passes a case gains nothing that could be told. */
const NOTHING = 1e-6

/** @returns a function that adds what each closing does to one lane's cargo to the rows of its country pair. */
export function closureLane(
  { choiceSet, lanes, territory, state }: ClosureSituation,
  { timeValues, dispersion, seaDispersion }: RouteChoiceParameters,
  levers: ClosureLevers,
  values: ClosureValues,
): (lane: number, rows: LaneRows) => void {
  const { routeStart, maritime, modes, overlap } = choiceSet
  const { totals, rules } = state
  const nodes = timeValues.value.length
  const weights = timeValues.weights[timeValues.centre]
  const exponent = seaDispersion / dispersion
  const capacity = mostRoutes(choiceSet)
  const logit = nestedLogit({ value: timeValues.value, dispersion, seaDispersion }, capacity, {
    lists: 1,
    choices: 3,
  })
  const routes = logit.routes()
  const [all, avoiding, rest] = [logit.choice(routes), logit.choice(routes), logit.choice(routes)]
  const ownTerms = avoiding.terms
  const ownTermsOfRest = rest.terms
  const beforeAll: Before = { ...nodeSums(nodes), base: new Float64Array(nodes) }
  const beforeAvoiding: Before = { ...nodeSums(nodes), base: new Float64Array(nodes) }
  const passes = new Uint8Array(capacity)
  const ways = laneWays(lanes, rules, levers)
  const findCases = closureCases(choiceSet, levers, capacity)

  /** Copies the lane's routes; returns how many of the open ones keep out of the avoided territory. */
  function gather(lane: number, from: number): number {
    const rule = lanes.rule[lane]
    const premium = rule < 0 ? 0 : rules[rule].premiumUsdPerTeu
    const barred = BARRED_USES[lanes.binding[lane]]
    let outside = 0
    for (let r = 0; r < routes.count; r++) {
      const route = from + r
      passes[r] = rule < 0 ? 0 : territory[rule][route]
      routes.hours[r] = totals.hours[route]
      const asked = (modes[route] & barred) === 0 ? 0 : lanes.reluctanceUsd[lane]
      routes.usd[r] = totals.usd[route] + passes[r] * premium + asked
      routes.maritime[r] = maritime[route]
      routes.overlap[r] = overlap[route]
      all.available[r] = totals.open[route]
      avoiding.available[r] = all.available[r] & (1 - passes[r])
      outside += avoiding.available[r]
    }
    return outside
  }

  function addRoute({ land, sea, landHours, seaHours }: NodeSums, of: RouteChoice, r: number, node: number) {
    const share = shareOf(of, r, node, nodes)
    if (routes.maritime[r] === 1) {
      sea[node] += share
      seaHours[node] += share * routes.hours[r]
    } else {
      land[node] += share
      landHours[node] += share * routes.hours[r]
    }
  }

  function sumBefore(lane: number, choice: RouteChoice, to: Before): void {
    for (let node = 0; node < nodes; node++) {
      clear(to, node)
      for (let r = 0; r < routes.count; r++) addRoute(to, choice, r, node)
    }
    setBase(lane, choice, to)
  }

  /** The base of each bin, as trade costs have it: the mean over its nodes, with the hinterland at both ends. */
  function setBase(lane: number, { byNode }: RouteChoice, { landHours, seaHours, base }: Before): void {
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
        sum += weights[node] * (byNode[node] + worthOfHour * (landHours[node] + seaHours[node]))
      }
      base.fill(value + ends + sum / part, first, node)
    }
  }

  /** Chooses among those available in `of` without the routes of a case. */
  function takeAway(of: RouteChoice, cases: LaneCases, c: number): void {
    for (let r = 0; r < routes.count; r++) rest.available[r] = of.available[r]
    for (let k = cases.start[c]; k < cases.start[c + 1]; k++) rest.available[cases.route[k]] = 0
    logit.chooseAmongPart(rest, of, ownTermsOfRest)
  }

  /** Sums over the routes of a case and over those that it leaves, by node. */
  function sumCase({ of, old }: Group, cases: LaneCases, c: number): void {
    for (let node = 0; node < nodes; node++) {
      clear(closing, node)
      for (let k = cases.start[c]; k < cases.start[c + 1]; k++) addRoute(closing, of, cases.route[k], node)
      left.land[node] = old.land[node] - closing.land[node]
      left.sea[node] = old.sea[node] - closing.sea[node]
      left.landHours[node] = old.landHours[node] - closing.landHours[node]
      left.seaHours[node] = old.seaHours[node] - closing.seaHours[node]
      const isLittle = left.land[node] < LITTLE * old.land[node] || left.sea[node] < LITTLE * old.sea[node]
      if (isLittle) sumLeft(of, cases, c, node)
    }
  }

  /** What a case leaves at a node, where a difference would lose its digits. */
  function sumLeft(of: RouteChoice, cases: LaneCases, c: number, node: number): void {
    const end = cases.start[c + 1]
    for (let k = cases.start[c]; k < end; k++) closedRoute[cases.route[k]] = 1
    clear(left, node)
    for (let r = 0; r < routes.count; r++) if (closedRoute[r] === 0) addRoute(left, of, r, node)
    for (let k = cases.start[c]; k < end; k++) closedRoute[cases.route[k]] = 0
  }

  /** Writes what the case does to a class at a node, on the routes that are left and a way round beside them. */
  function join({ of, old }: Group, node: number, way: WayRound | undefined): void {
    const nest = old.sea[node]
    const [byLand, bySeaPart] = way === undefined ? NO_WAY : weightsOf(way, of.byNode[node], nest)
    const nestLeft = nest > 0 ? left.sea[node] / nest + bySeaPart : 0
    const isWhole = nestLeft === 1 || (closing.sea[node] === 0 && bySeaPart === 0)
    const factor = isWhole ? 1 : nestLeft > 0 ? exp(exponent * log(nestLeft)) : 0
    const part = left.land[node] + byLand + nest * factor
    const hours = way === undefined ? 0 : way.hours
    const landHours = left.landHours[node] + byLand * hours
    const seaHours = left.seaHours[node] + nest * bySeaPart * hours
    const bySea = nestLeft > 0 ? (factor * seaHours) / nestLeft : 0
    paid.cost = part > 0 ? -dispersion * log(part) : Number.POSITIVE_INFINITY
    paid.mean = part > 0 ? (landHours + bySea) / part : 0
    paid.isSure = part >= LITTLE && (closing.sea[node] === 0 || nestLeft >= LITTLE)
  }

  /** What a way counts beside all routes before, whose log-sum is given, and beside the sea nest: by land, or in the nest. */
  function weightsOf({ cost, isSea }: WayRound, logSum: number, nest: number): readonly [number, number] {
    const alone = [exp((logSum - cost) / dispersion), 0] as const
    if (!isSea || nest === 0) return alone
    const above = (logSum - dispersion * log(nest) - cost) / seaDispersion
    // So much better than all in the nest, it is the nest.
    return above > FAR_BETTER ? alone : [0, exp(above)]
  }

  /** The same for the routes that are left, without a way round. */
  function chooseRest(group: Group, cases: LaneCases, c: number, node: number, anew: Anew): void {
    const { of, old } = group
    if (!anew.always) {
      join(group, node, undefined)
      if (paid.isSure) return
    }
    if (!anew.ready) takeAway(anew.always ? all : of, cases, c)
    anew.ready = true
    paid.cost = rest.byNode[node] - of.byNode[node]
    paid.mean = 0
    for (let r = 0; r < routes.count; r++) paid.mean += shareOf(rest, r, node, nodes) * routes.hours[r]
    // Who passes a territory that it kept out of never gains by that.
    if (anew.always) {
      paid.cost = Math.max(0, paid.cost)
      paid.mean = Math.max(paid.mean, old.landHours[node] + old.seaHours[node])
    }
  }

  function addCase(
    lane: number,
    cases: LaneCases,
    c: number,
    groups: readonly Group[],
    rows: LaneRows,
  ): void {
    const laneWeight = lanes.weight[lane]
    const worthOfHour = (values.valueOfDay * values.value[lanes.countryPair[lane]]) / 24
    for (let k = cases.leverStart[c]; k < cases.leverStart[c + 1]; k++) {
      const lever = cases.lever[k]
      if (rows.isMet[lever] === 0) rows.met.push(lever)
      rows.isMet[lever] = 1
    }
    for (const group of groups) addGroup(cases, c, group, rows, laneWeight * group.part, worthOfHour)
  }

  function addGroup(
    cases: LaneCases,
    c: number,
    group: Group,
    rows: LaneRows,
    groupWeight: number,
    worthOfHour: number,
  ): void {
    const { of, old } = group
    sumCase(group, cases, c)
    const closesEvery = closesAll(of, cases, c)
    const closesAllWays = closesEvery && (of === all || closesAll(all, cases, c))
    // Who avoids a territory and loses the last way around it passes it.
    const anew: Anew = { ready: false, always: closesEvery && !closesAllWays }
    for (let node = 0; node < nodes; node++) {
      const closed = closing.land[node] + closing.sea[node]
      if (closed < NOTHING) continue
      const weight = groupWeight * weights[node]
      const hoursClosed = closing.landHours[node] + closing.seaHours[node]
      let restCost = Number.POSITIVE_INFINITY
      let restMean = 0
      if (!closesAllWays) {
        chooseRest(group, cases, c, node, anew)
        restCost = paid.cost
        restMean = paid.mean
      }
      for (let k = cases.leverStart[c]; k < cases.leverStart[c + 1]; k++) {
        const lever = cases.lever[k]
        let round = ways.find(lever, timeValues.value[node], of !== all)
        // Where no route is left at all, who avoids a territory takes the way round that is left, through it or not.
        if (closesAllWays && round.cost === Number.POSITIVE_INFINITY)
          round = ways.find(lever, timeValues.value[node], false)
        let cost = restCost
        let mean = restMean
        if (round.cost < Number.POSITIVE_INFINITY) {
          join(group, node, round)
          // A way around is taken at any price by those who avoid.
          if (paid.cost < cost || anew.always) {
            cost = paid.cost
            mean = paid.mean
          }
        }
        rows.passing[lever] += weight * closed
        if (cost === Number.POSITIVE_INFINITY) {
          rows.cutOff[lever] += weight
          continue
        }
        const gained = Math.max(hoursClosed, closed * mean) - hoursClosed
        rows.addedUsd[lever] += weight * Math.max(0, cost)
        rows.addedHours[lever] += weight * gained
        rows.ratio[lever] += (weight * (Math.max(0, cost) + worthOfHour * gained)) / old.base[node]
      }
    }
  }

  const closing = nodeSums(nodes)
  const left = nodeSums(nodes)
  const paid = { cost: 0, mean: 0, isSure: false }
  const closedRoute = new Uint8Array(capacity)

  return (lane, rows) => {
    const from = routeStart[lanes.gatewayPair[lane]]
    const count = routeStart[lanes.gatewayPair[lane] + 1] - from
    routes.count = count
    const outside = gather(lane, from)
    const cases = findCases(from, count, all.available)
    if (cases.count === 0) return
    logit.price(all)
    logit.choose(all)
    sumBefore(lane, all, beforeAll)
    ways.begin(lane)
    const avoids = lanes.rule[lane] < 0 ? 0 : rules[lanes.rule[lane]].share
    // Where nothing lies outside, or nothing inside, all cargo chooses alike.
    const splits = avoids > 0 && outside > 0 && outside < openRoutes(all)
    if (splits) {
      logit.chooseAmongPart(avoiding, all, ownTerms)
      sumBefore(lane, avoiding, beforeAvoiding)
    }
    const groups: Group[] = [{ part: splits ? 1 - avoids : 1, of: all, old: beforeAll }]
    if (splits) groups.push({ part: avoids, of: avoiding, old: beforeAvoiding })
    for (let c = 0; c < cases.count; c++) addCase(lane, cases, c, groups, rows)
  }
}

/** Cargo that chooses alike: its part, its choice before, and what follows from it. */
interface Group {
  readonly part: number
  readonly of: RouteChoice
  readonly old: Before
}

/** Choice among the routes that a case leaves, made once it is needed. */
interface Anew {
  ready: boolean
  /** The last way around a territory closes: the choice moves to all routes in any case. */
  readonly always: boolean
}

function nodeSums(nodes: number): NodeSums {
  const column = (): Float64Array => new Float64Array(nodes)
  return { land: column(), sea: column(), landHours: column(), seaHours: column() }
}

function clear(sums: NodeSums, node: number): void {
  sums.land[node] = 0
  sums.sea[node] = 0
  sums.landHours[node] = 0
  sums.seaHours[node] = 0
}

function openRoutes({ routes, available }: RouteChoice): number {
  let open = 0
  for (let r = 0; r < routes.count; r++) open += available[r]
  return open
}

/** Whether every route that may be chosen is among those of a case. */
function closesAll(choice: RouteChoice, cases: LaneCases, c: number): boolean {
  let closed = 0
  for (let k = cases.start[c]; k < cases.start[c + 1]; k++) closed += choice.available[cases.route[k]]
  return closed === openRoutes(choice)
}
