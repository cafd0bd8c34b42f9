/** Traffic at a few points of the network as a sparse product, so that a draw of boxes and shares gives it at once. */
import type { ChoiceSet } from '../choice-set/choice-set.js'
import type { Lanes } from '../route-choice/lanes.js'
import { GROUPS, groupWeights, type LaneChoices } from '../route-choice/route-choice.js'

/** Entries gate by gate: part of a country pair's boxes that passes the gate, for each group before, then after. */
export interface GateTable {
  readonly groups: number
  readonly start: Uint32Array
  readonly pair: Int32Array
  /** Rule of avoidance of the pair, −1 where none applies. */
  readonly rule: Int16Array
  /** Entry × (2 × groups). */
  readonly part: Float64Array
}

/** Shares and parts of all lanes; see `RouteStage`. */
export interface LaneShares {
  readonly choices: LaneChoices | undefined
  readonly shareBefore: Float64Array
  readonly shareAfter: Float64Array
  readonly partBefore: Float64Array
  readonly partAfter: Float64Array
}

/** Smaller shares of a lane, mean over its groups, and fewer boxes of a pair a year move no gate that is worth a range. */
const SMALLEST_SHARE = 2e-5
const SMALLEST_TEU = 0.02

/**
 * @param gateOf gate of each element, −1 for none; an element belongs to one gate at most.
 * @param boxes  n × n at the central parameters: pairs that bring a gate next to nothing are left out.
 */
export function gateTable(
  { routeStart, elementStart, elements }: ChoiceSet,
  lanes: Lanes,
  { choices, shareBefore, shareAfter, partBefore, partAfter }: LaneShares,
  gateOf: Int16Array,
  gateCount: number,
  boxes: Float64Array,
): GateTable {
  const groups = choices === undefined || choices.shareBefore[2].length === 0 ? 2 : GROUPS.length
  const wide = 2 * groups
  const sum = new Float64Array(gateCount * wide)
  const share = new Float64Array(wide)
  const found = Array.from({ length: gateCount }, () => ({
    pair: [] as number[],
    rule: [] as number[],
    part: [] as number[],
  }))

  /** Shares of one route of lane l by group, times the lane's part; `row` is its row in the choices, −1 for none. */
  function readShares(l: number, row: number, r: number): void {
    for (let group = 0; group < groups; group++) {
      const isApart = row >= 0 && choices !== undefined
      const at = isApart ? choices.shareStart[row] + r : lanes.shareStart[l] + r
      share[group] = partBefore[l] * (isApart ? choices.shareBefore[group] : shareBefore)[at]
      share[groups + group] = partAfter[l] * (isApart ? choices.shareAfter[group] : shareAfter)[at]
    }
  }

  function addLane(l: number, row: number): void {
    const from = lanes.shareStart[l]
    const first = routeStart[lanes.gatewayPair[l]] - from
    for (let at = from; at < lanes.shareStart[l + 1]; at++) {
      if (shareBefore[at] < SMALLEST_SHARE && shareAfter[at] < SMALLEST_SHARE) continue
      let isRead = false
      const end = elementStart[first + at + 1]
      for (let e = elementStart[first + at]; e < end; e++) {
        const gate = gateOf[elements[e]]
        if (gate < 0) continue
        if (!isRead) readShares(l, row, at - from)
        isRead = true
        for (let layer = 0; layer < wide; layer++) sum[gate * wide + layer] += share[layer]
      }
    }
  }

  let row = 0
  for (let l = 0; l < lanes.count; ) {
    const pair = lanes.countryPair[l]
    const rule = lanes.rule[l]
    for (; l < lanes.count && lanes.countryPair[l] === pair; l++) {
      const isTouched = choices !== undefined && choices.asked[row] === l
      if (boxes[pair] > SMALLEST_TEU) addLane(l, isTouched ? row : -1)
      if (isTouched) row++
    }
    for (let gate = 0; gate < gateCount; gate++) {
      let largest = 0
      for (let at = gate * wide; at < (gate + 1) * wide; at++) largest = Math.max(largest, sum[at])
      if (largest === 0) continue
      if (largest * boxes[pair] > SMALLEST_TEU) {
        found[gate].pair.push(pair)
        found[gate].rule.push(rule)
        for (let at = gate * wide; at < (gate + 1) * wide; at++) found[gate].part.push(sum[at])
      }
      sum.fill(0, gate * wide, (gate + 1) * wide)
    }
  }
  const start = new Uint32Array(gateCount + 1)
  found.forEach((gate, g) => {
    start[g + 1] = start[g] + gate.pair.length
  })
  return {
    groups,
    start,
    pair: Int32Array.from(found.flatMap(gate => gate.pair)),
    rule: Int16Array.from(found.flatMap(gate => gate.rule)),
    part: Float64Array.from(found.flatMap(gate => gate.part)),
  }
}

/** TEU a year at every gate, before and after. */
export interface GateTraffic {
  readonly before: Float64Array
  readonly after: Float64Array
}

/**
 * @param boxesBefore and @param boxesAfter n × n, TEU a year.
 * @param avoidingBefore and @param avoidingAfter share of cargo that avoids, by rule.
 */
export function gateTraffic(
  { groups, start, pair, rule, part }: GateTable,
  boxesBefore: Float64Array,
  boxesAfter: Float64Array,
  avoidingBefore: Float64Array,
  avoidingAfter: Float64Array,
): GateTraffic {
  const gates = start.length - 1
  const traffic = { before: new Float64Array(gates), after: new Float64Array(gates) }
  const weights = new Float64Array(GROUPS.length)
  const byRule = new Float64Array((avoidingBefore.length + 1) * GROUPS.length)
  byRule[0] = 1
  for (let r = 0; r < avoidingBefore.length; r++) {
    groupWeights(true, avoidingBefore[r], avoidingAfter[r], weights)
    byRule.set(weights, (r + 1) * GROUPS.length)
  }
  for (let gate = 0; gate < gates; gate++) {
    let before = 0
    let after = 0
    for (let at = start[gate]; at < start[gate + 1]; at++) {
      const ofRule = (rule[at] + 1) * GROUPS.length
      let partBefore = 0
      let partAfter = 0
      for (let group = 0; group < groups; group++) {
        partBefore += byRule[ofRule + group] * part[2 * groups * at + group]
        partAfter += byRule[ofRule + group] * part[2 * groups * at + groups + group]
      }
      before += boxesBefore[pair[at]] * partBefore
      after += boxesAfter[pair[at]] * partAfter
    }
    traffic.before[gate] = before
    traffic.after[gate] = after
  }
  return traffic
}
