/**
 * How far the hours and the money of an element may be off: stated ranges of waits, and the dataset's ranges of speeds,
 * rates and charges.
 *
 * The latter are relative: a row's own figure times low ÷ central to high ÷ central. So a range stays with its row when
 * a measure moves the figure, and always brackets it.
 */
import type { NetworkRange, NetworkTables } from '../../dataset/dataset.js'
import { type ElementCosts, type ElementIndex, terminalOf } from './elements.js'

/** The ranges of an element's speed and of its price; undefined where none is known. */
export interface RowRanges {
  readonly speed?: NetworkRange
  readonly price?: NetworkRange
}

/** Gives the ranges of an element. */
export type RangeLookup = (element: number) => RowRanges

/** Low and high of an element, and whether a range is known: where none is, both are the figure itself. */
export interface ElementBounds {
  readonly hoursLow: number
  readonly hoursHigh: number
  /** USD per TEU. */
  readonly usdLow: number
  readonly usdHigh: number
  /** False where it takes time, or money, of which no range is known. */
  readonly hoursRanged: boolean
  readonly usdRanged: boolean
}

/**
 * @param network the tables before any measure: the own figures of their rows say which range is theirs.
 */
export function rangeLookup(
  network: NetworkTables,
  index: ElementIndex,
  ranges: readonly NetworkRange[],
): RangeLookup {
  const find = rangeFinder(ranges)
  return element => {
    if (element < index.linkCount) {
      const { mode, speedKmh, lumpUsd, costUsdPerTeuKm } = network.links[element]!
      const speed = find('speed', mode, speedKmh)
      const price = lumpUsd === undefined ? find('rate', mode, costUsdPerTeuKm) : find('lump', mode, lumpUsd)
      return { ...(speed && { speed }), ...(price && { price }) }
    }
    const price = waitRange(network, index, element, find)
    return price === undefined ? {} : { price }
  }
}

function waitRange(
  network: NetworkTables,
  index: ElementIndex,
  element: number,
  find: ReturnType<typeof rangeFinder>,
): NetworkRange | undefined {
  if (element >= index.terminalStart) {
    const terminal = terminalOf(index, element)
    if (terminal === undefined) return undefined
    const { modeA, modeB, usdPerTeu } = network.terminals[terminal]!
    return find('handling', [modeA, modeB].sort().join('-'), usdPerTeu)
  }
  const { mode, feeUsd } = network.crossings[element - index.crossingStart]!
  return find('fee', mode, feeUsd)
}

function rangeFinder(ranges: readonly NetworkRange[]) {
  const byKind = new Map<string, NetworkRange[]>()
  for (const range of ranges) {
    for (const one of range.appliesTo) {
      const kind = `${range.quantity} ${one}`
      byKind.set(kind, [...(byKind.get(kind) ?? []), range])
    }
  }
  return (quantity: NetworkRange['quantity'], appliesTo: string, own: number): NetworkRange | undefined =>
    byKind
      .get(`${quantity} ${appliesTo}`)
      ?.find(({ ownFrom = 0, ownBelow = Number.POSITIVE_INFINITY }) => own >= ownFrom && own < ownBelow)
}

/**
 * Bounds of one element.
 *
 * @param network    the tables that `costs` were computed from.
 * @param onTop part of the element's hours that is a queue for want of capacity, and of its money that is a risen freight rate:
 *   no range moves them.
 */
export function elementBounds(
  network: NetworkTables,
  index: ElementIndex,
  { hours, usd }: Pick<ElementCosts, 'hours' | 'usd'>,
  lookup: RangeLookup,
  element: number,
  { queueHours, rateRiseUsd } = { queueHours: 0, rateRiseUsd: 0 },
): ElementBounds {
  const { speed, price } = lookup(element)
  const own = hours[element]!
  const running = own - queueHours
  const time =
    element < index.linkCount
      ? speed && {
          hoursLow: Math.min(own, running * (speed.central / speed.high) + queueHours),
          hoursHigh: Math.max(own, running * (speed.central / speed.low) + queueHours),
        }
      : statedWait(network, index, element, own, queueHours)
  const money = usd[element]!
  const charged = money - rateRiseUsd
  return {
    ...(time ?? { hoursLow: own, hoursHigh: own }),
    usdLow:
      price === undefined ? money : Math.min(money, charged * (price.low / price.central) + rateRiseUsd),
    usdHigh:
      price === undefined ? money : Math.max(money, charged * (price.high / price.central) + rateRiseUsd),
    hoursRanged: time !== undefined,
    usdRanged: price !== undefined || money === 0,
  }
}

/** A mean outside its stated range widens it; a strait is passed without a wait. */
function statedWait(
  { crossings, terminals }: NetworkTables,
  index: ElementIndex,
  element: number,
  hours: number,
  queueHours: number,
): { readonly hoursLow: number; readonly hoursHigh: number } {
  const terminal = terminalOf(index, element)
  const row = terminal === undefined ? crossings[element - index.crossingStart] : terminals[terminal]
  const { hoursLow, hoursHigh } = row ?? { hoursLow: hours, hoursHigh: hours }
  return {
    hoursLow: Math.min(hours, hoursLow + queueHours),
    hoursHigh: Math.max(hours, hoursHigh + queueHours),
  }
}
