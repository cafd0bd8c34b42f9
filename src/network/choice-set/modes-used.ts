/** Which modes and closed borders a route uses, and which of them bound cargo keeps out of. */
import type { Crossing, ModalRule, Mode, NetworkTables, Terminal } from '../../dataset/dataset.js'
import type { ElementIndex } from '../elements/elements.js'

/** Bits of the modes of a route; lorry and ferry have none, since all cargo may take them. */
const TRAIN = 1
const SHIP = 2
/** Bit of a border that is closed to transit. */
const CLOSED_BORDER = 4
/**
 * Bit of a train over a border, and of the change from a train to anything but a ship. Statistics of trade by mode tell how goods
 * cross a border, so that cargo without trains may still take one between its port and inland. A train that ends before the
 * border, for a lorry over it, would be a way round that nobody takes, and a wagon on a ferry is a train.
 */
const OVERLAND_TRAIN = 8

const BIT: Readonly<Record<Mode, number>> = {
  rail: TRAIN,
  sea: SHIP,
  inland_waterway: SHIP,
  road: 0,
  ferry: 0,
}

/** Bits of the modes and closed borders that some elements in a row use. */
export function modesUsed(network: NetworkTables, index: ElementIndex, elements: Uint16Array): number {
  let used = 0
  for (const element of elements) {
    if (element < index.linkCount) used |= BIT[network.links[element].mode]
    else if (element < index.terminalStart)
      used |= usesOfCrossing(network.crossings[element - index.crossingStart])
    else if (element < index.passageStart)
      used |= usesOfTerminal(network.terminals[element - index.terminalStart])
  }
  return used
}

function usesOfCrossing({ mode, transitClosed }: Crossing): number {
  return (mode === 'rail' ? OVERLAND_TRAIN : 0) | (transitClosed === true ? CLOSED_BORDER : 0)
}

function usesOfTerminal({ modeA, modeB }: Terminal): number {
  const other = modeA === 'rail' ? modeB : modeB === 'rail' ? modeA : undefined
  return other === 'road' || other === 'ferry' ? OVERLAND_TRAIN : 0
}

/**
 * How cargo may be bound: to nothing, to the lorry, to anything but trains over borders, or out of borders closed to transit; and
 * the second and third of these together with the last.
 */
export const BINDINGS = [
  'none',
  'lorry',
  'no-train',
  'no-transit',
  'lorry, no-transit',
  'no-train, no-transit',
] as const
export const NOT_BOUND = 0
export const BY_LORRY = 1
export const NO_TRAIN = 2
export const NO_TRANSIT = 3
const BY_LORRY_NO_TRANSIT = 4
const NO_TRAIN_NO_TRANSIT = 5
/** All but the first. */
export const BOUND = [BY_LORRY, NO_TRAIN, NO_TRANSIT, BY_LORRY_NO_TRANSIT, NO_TRAIN_NO_TRANSIT] as const

/** Bits of what cargo of each binding does not use but for a price, see `Lanes.reluctanceUsd`. */
export const BARRED_USES: readonly number[] = [
  0,
  TRAIN | SHIP,
  OVERLAND_TRAIN,
  CLOSED_BORDER,
  TRAIN | SHIP | CLOSED_BORDER,
  OVERLAND_TRAIN | CLOSED_BORDER,
]

/** How a rule binds what goes by lorry, and what of the rest takes no train over a border: all of it keeps out of borders that some keeps out of. */
export function bindingsOf({ noTransit }: Pick<ModalRule, 'noTransit'>): {
  readonly byLorry: number
  readonly noTrain: number
} {
  return noTransit > 0
    ? { byLorry: BY_LORRY_NO_TRANSIT, noTrain: NO_TRAIN_NO_TRANSIT }
    : { byLorry: BY_LORRY, noTrain: NO_TRAIN }
}

/** Links, crossings and changes of mode that cargo of a binding does not use, by element. */
export function barredElements(
  { links, crossings, terminals }: Pick<NetworkTables, 'links' | 'crossings' | 'terminals'>,
  { crossingStart, terminalStart }: Pick<ElementIndex, 'crossingStart' | 'terminalStart'>,
  binding: number,
): Set<number> {
  const barred = BARRED_USES[binding]
  return new Set([
    ...links.flatMap(({ mode }, at) => ((BIT[mode] & barred) === 0 ? [] : [at])),
    ...crossings.flatMap((row, at) => ((usesOfCrossing(row) & barred) === 0 ? [] : [crossingStart + at])),
    ...terminals.flatMap((row, at) => ((usesOfTerminal(row) & barred) === 0 ? [] : [terminalStart + at])),
  ])
}

/** Bits, 1 << binding, of how some of the cargo from some economies to others is bound. */
export function bindingsBetween(
  rules: readonly ModalRule[],
  exporters: ReadonlySet<string>,
  importers: ReadonlySet<string>,
): number {
  let bits = 1 << NOT_BOUND
  for (const exporter of exporters) {
    for (const importer of importers) {
      const rule = exporter === importer ? undefined : modalRuleOf(rules, exporter, importer)
      if (rule === undefined) continue
      const { byLorry, noTrain } = bindingsOf(rule)
      if (rule.lorryHigh > 0) bits |= 1 << byLorry
      if (rule.noTrain > 0) bits |= 1 << noTrain
      if (rule.noTransit > 0) bits |= 1 << NO_TRANSIT
    }
  }
  return bits
}

/** Whether some of the cargo is bound so. @param bits see `bindingsBetween`. */
export function isBoundSo(bits: number, binding: number): boolean {
  return ((bits >> binding) & 1) === 1
}

/** The rule of a pair of economies, in either order: of those that fit the most precise; undefined where none does. */
export function modalRuleOf(
  rules: readonly ModalRule[],
  exporter: string,
  importer: string,
): ModalRule | undefined {
  return rules.length === 0 ? undefined : rulesByPair(rules).get(exporter)?.get(importer)
}

type RulesByPair = ReadonlyMap<string, ReadonlyMap<string, ModalRule>>

const laidOut = new WeakMap<readonly ModalRule[], RulesByPair>()

/** Laid out once, since every pair of economies is looked up. */
function rulesByPair(rules: readonly ModalRule[]): RulesByPair {
  const known = laidOut.get(rules)
  if (known !== undefined) return known
  const made = new Map<string, Map<string, ModalRule>>()
  const put = (exporter: string, importer: string, rule: ModalRule): void => {
    const ofExporter = made.get(exporter) ?? new Map<string, ModalRule>()
    made.set(exporter, ofExporter)
    const other = ofExporter.get(importer)
    if (other === undefined || rule.precision > other.precision) ofExporter.set(importer, rule)
  }
  for (const rule of rules) {
    for (const a of rule.endsA) {
      for (const b of rule.endsB) {
        put(a, b, rule)
        put(b, a, rule)
      }
    }
  }
  laidOut.set(rules, made)
  return made
}
