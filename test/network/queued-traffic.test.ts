import { describe, expect, test } from 'vitest'
import type { NetworkTables } from '../../src/dataset/dataset.js'
import {
  compareNetworks,
  type NetworkChange,
  type OnTop,
  withOnTop,
  writeTouchedShares,
} from '../../src/network/comparison/network-change.js'
import { queuedTraffic } from '../../src/network/queues/queued-traffic.js'
import { settleQueues } from '../../src/network/queues/queues.js'
import { hitsAmong, routeHits, routesHit, trafficThrough } from '../../src/network/queues/route-hits.js'
import { chooseBaselineRoutes, chooseChangedRoutes } from '../../src/network/route-choice/route-choice.js'
import { timeValueGrid } from '../../src/network/route-choice/time-values.js'
import { elementTraffic, laneParts } from '../../src/network/traffic/traffic.js'
import { countries, economies, smallNetwork } from './small-network.js'

const { network, index, choiceSet, lanes, rules } = smallNetwork()
const n = economies.length
const parameters = {
  timeValues: timeValueGrid([{ median: 12, spread: 1.4 }], 0),
  dispersion: 200,
  seaDispersion: 25,
}
const boxes = Float64Array.from({ length: n * n }, (_, ij) =>
  Math.floor(ij / n) === ij % n ? 0 : 1000 + 17 * ij,
)
const situationOf = (tables: NetworkTables, closed: readonly string[] = []) => ({
  tables,
  closedPlaces: new Set(closed),
  rules,
})

/** Both networks, the second with a place closed and hours before some elements. */
function compared(closed: readonly string[], onTop?: OnTop): NetworkChange {
  const [before, after] = [situationOf(network), situationOf(network, closed)]
  return compareNetworks(choiceSet, before, after, economies, countries, 200, undefined, onTop)
}

/** Traffic on every element, by the way that a whole run takes. */
function trafficAfter(change: NetworkChange): Float64Array {
  const all = Int32Array.from({ length: lanes.count }, (_, l) => l)
  const after = chooseBaselineRoutes(change.situation, parameters, all)
  const touched = chooseChangedRoutes(change.situation, parameters, change.touched)
  writeTouchedShares(change, touched, 'after', after)
  const lanePart = laneParts(lanes, change.cutOffAfter)
  return elementTraffic(choiceSet, lanes, { share: after, lanePart, boxes }, index.count)
}

const crossing = (place: string, from: string) =>
  index.crossingStart + network.crossings.findIndex(c => c.placeId === place && c.fromCountry === from)
const ELEMENTS = [crossing('khorgos', 'CHN'), crossing('ozinki', 'KAZ')]
const HITS = routeHits(
  choiceSet,
  ELEMENTS.map(element => [element]),
  index.count,
)

/** @param hours before each bottleneck at which the traffic is known. */
function queued(closed: readonly string[], hours: ArrayLike<number> = new Float64Array(ELEMENTS.length)) {
  const byElement = (queues: ArrayLike<number>) => {
    const waits = new Float64Array(index.count)
    ELEMENTS.forEach((element, b) => {
      waits[element] = queues[b]
    })
    return waits
  }
  const free = compared(closed)
  const known = trafficAfter(compared(closed, { queueHours: byElement(hours) }))
  const traffic = queuedTraffic(
    free,
    parameters,
    HITS,
  )({
    boxes,
    lanePart: laneParts(lanes, free.cutOffAfter),
    hours: Float64Array.from(hours),
    traffic: Float64Array.from(ELEMENTS, element => known[element]),
  })
  return { free, known, traffic, byElement }
}

describe.each([
  ['as today', []],
  ['with Suez closed', ['suez']],
])('traffic through bottlenecks, %s', (_, closed) => {
  const { known, traffic, byElement } = queued(closed)

  test.each([[[0, 0]], [[30, 0]], [[200, 75]]])('is that of a whole run at queues of %j hours', hours => {
    const whole = trafficAfter(compared(closed, { queueHours: byElement(hours) }))
    const own = traffic(Float64Array.from(hours))
    // beyond ten dispersions a whole run lets a lane keep its shares
    ELEMENTS.forEach((element, b) => {
      expect(own[b] / whole[element]).toBeCloseTo(1, 4)
    })
  })

  test('is what is known where it is known, and hardly another elsewhere', () => {
    const there = [160, 60]
    const { known: delayed, traffic: elsewhere } = queued(closed, there)
    const own = elsewhere(Float64Array.from(there))
    ELEMENTS.forEach((element, b) => {
      expect(own[b]).toBeCloseTo(delayed[element], 6)
    })
    const [near, far] = [elsewhere, traffic].map(teu => teu(Float64Array.of(120, 45)))
    ELEMENTS.forEach((_, b) => {
      expect(near[b] / far[b]).toBeCloseTo(1, 3)
    })
  })

  test('falls as its queue grows', () => {
    const waits = [0, 10, 40, 160, 640].map(hours => traffic(Float64Array.of(hours, 0))[0])
    waits.slice(1).forEach((teu, k) => {
      expect(teu).toBeLessThan(waits[k])
    })
  })

  test('law: what was asked before leaves no trace', () => {
    const asked = [
      [0, 0],
      [30, 0],
      [30, 12],
      [0, 12],
      [30, 0],
      [200, 75],
      [0, 0],
    ]
    for (const hours of asked)
      expect(traffic(Float64Array.from(hours))).toEqual(queued(closed).traffic(Float64Array.from(hours)))
  })

  test('queues that settle keep a whole run to its limits', () => {
    const limits = Float64Array.of(0.7 * known[ELEMENTS[0]], known[ELEMENTS[1]])
    const { hours, unsettled } = settleQueues(traffic, limits, new Float64Array(2))
    expect(unsettled).toBe(-1)
    expect(hours[0]).toBeGreaterThan(0)
    const whole = trafficAfter(compared(closed, { queueHours: byElement(hours) }))
    expect(whole[ELEMENTS[0]] / limits[0]).toBeCloseTo(1, 3)
    expect(whole[ELEMENTS[1]]).toBeLessThan(1.001 * limits[1])
  })
})

test('queues of no hours leave every bit as it was', () => {
  const { free, byElement } = queued(['suez'])
  const none = compared(['suez'], { queueHours: byElement([0, 0]) })
  expect(none.totalsAfter).toEqual(free.totalsAfter)
  expect(none.touched).toEqual(free.touched)
})

test.each([[[30, 0]], [[0, 75]], [[200, 75]]])(
  'queues of %j hours laid on a change are those that a comparison anew finds, bit for bit',
  hours => {
    const { free, byElement } = queued(['suez'])
    const waiting = Int32Array.from(hours.keys()).filter(b => hours[b]! > 0)
    const laid = withOnTop(free, { queueHours: byElement(hours) }, routesHit(hitsAmong(HITS, waiting)), 200)
    const anew = compared(['suez'], { queueHours: byElement(hours) })
    expect(laid.after).toEqual(anew.after)
    const open = anew.totalsAfter.open
    // what a closed route would take is of no account
    const ofOpen = ({ totalsAfter }: NetworkChange) => totalsAfter.hours.map((each, r) => each * open[r]!)
    expect(laid.totalsAfter.open).toEqual(open)
    expect(laid.totalsAfter.usd).toEqual(anew.totalsAfter.usd)
    expect(ofOpen(laid)).toEqual(ofOpen(anew))
    expect(ofOpen(laid)).not.toEqual(ofOpen(free))
    expect(laid.changedRoute).toEqual(anew.changedRoute)
    expect(laid.touched).toEqual(anew.touched)
    expect(free.totalsAfter).toEqual(compared(['suez']).totalsAfter)
  },
)

test('traffic through a few elements is that of a walk over all', () => {
  const state = {
    share: Float64Array.from({ length: lanes.shareStart[lanes.count]! }, (_, k) => 1 / (2 + (k % 5))),
    lanePart: Float64Array.from({ length: lanes.count }, (_, l) => 1 / (1 + (l % 3))),
    boxes,
  }
  const all = elementTraffic(choiceSet, lanes, state, index.count)
  expect(trafficThrough(choiceSet, lanes, state, HITS)).toEqual(
    Float64Array.from(ELEMENTS, element => all[element]!),
  )
})
