/** The levers that act on rows of the network: crossings, terminals, links, opening, closing, digital facilitation. */
import type { Crossing, Link, NetworkTables, Terminal } from '../dataset/dataset.js'
import type { Issue } from '../errors.js'
import { changedCapacity, noCapacity, sameModes, terminalLimit } from './capacity.js'
import { changedValue, movedRange } from './change.js'
import { measureField } from './check.js'
import { changesGauge, crossingOfOneGauge, type GaugeChange, yardOfOneGauge } from './gauge.js'
import type {
  CloseMeasure,
  CrossingMeasure,
  DigitalMeasure,
  GaugeMeasure,
  LinkMeasure,
  Measure,
  OpenMeasure,
  TerminalMeasure,
} from './measure.js'

/** What the levers know of a border's wait: the part that is documents, handling and change of gauge. */
export interface BorderParts {
  /** Share of a crossing's hours and fee that documents take, 0–1. */
  readonly documentShare: number
  /** Hours of physical handling that stay, by mode. */
  readonly handlingHours: Readonly<Record<'rail' | 'road', number>>
  readonly gaugeChange: GaugeChange
}

/** Network tables after a package; rows keep their order, unchanged rows are the same objects. */
export interface NetworkEffect {
  readonly network: NetworkTables
  /** Straits, border places and other places that nothing passes any more. */
  readonly closedPlaces: ReadonlySet<string>
  /** Rows that each measure changed, by measure id; measures that do not act on the network are absent. */
  readonly changedRows: ReadonlyMap<string, number>
  readonly issues: readonly Issue[]
}

interface Draft {
  readonly links: Link[]
  readonly crossings: Crossing[]
  readonly terminals: Terminal[]
  readonly closedPlaces: Set<string>
  readonly linkIndex: ReadonlyMap<string, number>
  readonly placeIds: ReadonlySet<string>
  readonly issues: Issue[]
}

/**
 * Network tables after the measures, in their order; digital facilitation comes last, so that it multiplies.
 *
 * Nothing is mutated. Ids that the network does not have and measures that meet no row come back as issues.
 */
export function applyToNetwork(
  network: NetworkTables,
  measures: readonly Measure[],
  limits: BorderParts,
): NetworkEffect {
  const draft: Draft = {
    links: [...network.links],
    crossings: [...network.crossings],
    terminals: [...network.terminals],
    closedPlaces: new Set(),
    linkIndex: new Map(network.links.map((link, index) => [link.id, index])),
    placeIds: new Set(network.places.map(place => place.id)),
    issues: [],
  }
  const changedRows = new Map<string, number>()
  const isDigital = (measure: Measure) => measure.kind === 'digital'
  const inOrder = [
    ...[...measures.entries()].filter(([, measure]) => !isDigital(measure)),
    ...[...measures.entries()].filter(([, measure]) => isDigital(measure)),
  ]
  for (const [index, measure] of inOrder) {
    const changed = applyOne(draft, measure, index, limits)
    if (changed !== undefined) changedRows.set(measure.id, changed)
  }
  const { links, crossings, terminals, closedPlaces, issues } = draft
  return { network: { ...network, links, crossings, terminals }, closedPlaces, changedRows, issues }
}

function applyOne(draft: Draft, measure: Measure, index: number, limits: BorderParts): number | undefined {
  switch (measure.kind) {
    case 'crossing':
      return changeCrossings(draft, measure, index)
    case 'terminal':
      return changeTerminals(draft, measure, index)
    case 'link':
      return changeLinks(draft, measure, index)
    case 'gauge':
      return uniteGauge(draft, measure, index, limits.gaugeChange)
    case 'open':
      return openLinks(draft, measure, index)
    case 'close':
      return closeLinks(draft, measure, index) + closePlaces(draft, measure, index)
    case 'digital':
      return facilitate(draft, measure, index, limits)
    case 'tariff':
    case 'non-tariff':
    case 'avoidance':
      return undefined
  }
}

/** Maps the chosen rows; a row whose fields all stay the same stays the same object. */
function changeRows<Row extends object>(
  rows: Row[],
  chosen: (row: Row) => boolean,
  change: (row: Row) => Row,
): number {
  let changed = 0
  for (const [index, row] of rows.entries()) if (chosen(row)) changed += changeRow(rows, index, change(row))
  return changed
}

/** Puts a row in the place of another unless all its fields are the same; returns how many rows that changes. */
function changeRow<Row extends object>(rows: Row[], index: number, next: Row): number {
  const row = rows[index]!
  if ((Object.keys(next) as (keyof Row)[]).every(key => next[key] === row[key])) return 0
  rows[index] = next
  return 1
}

function changeCrossings(draft: Draft, measure: CrossingMeasure, index: number): number {
  let changed = 0
  for (const placeId of measure.placeIds) {
    const chosen = (row: Crossing) =>
      row.placeId === placeId &&
      (measure.mode === undefined || row.mode === measure.mode) &&
      (measure.from === undefined || row.fromCountry === measure.from) &&
      (measure.to === undefined || row.toCountry === measure.to)
    if (!draft.crossings.some(chosen)) {
      const own = draft.crossings.filter(row => row.placeId === placeId)
      draft.issues.push(
        missingRow(draft, placeId, measureField(index, 'crossing'), {
          what: 'a border crossing of this mode and direction',
          offered: own.map(row => `${row.fromCountry} to ${row.toCountry} by ${row.mode}`),
        }),
      )
    }
    const without = draft.crossings.find(row => chosen(row) && row.capacityKteu === undefined)
    if (measure.capacity?.kind === 'relative' && without !== undefined) {
      const { fromCountry, toCountry, mode } = without
      draft.issues.push(
        noCapacity(index, 'crossing', `${placeId}, ${fromCountry} to ${toCountry} by ${mode}`),
      )
      continue
    }
    changed += changeRows(draft.crossings, chosen, row => changedCrossing(row, measure))
  }
  return changed
}

function changedCrossing(row: Crossing, { hours, fee, capacity }: CrossingMeasure): Crossing {
  const next = withHours(row, changedValue(row.hours, hours), changedValue(row.feeUsd, fee))
  return { ...next, ...changedCapacity(row.capacityKteu, capacity) }
}

function withHours(row: Crossing, hours: number, feeUsd: number): Crossing {
  const range = movedRange({ mean: row.hours, low: row.hoursLow, high: row.hoursHigh }, hours)
  return { ...row, hours, hoursLow: range.low, hoursHigh: range.high, feeUsd }
}

function changeTerminals(draft: Draft, measure: TerminalMeasure, index: number): number {
  let changed = 0
  for (const placeId of measure.placeIds) {
    const chosen = (row: Terminal) =>
      row.placeId === placeId && (measure.modes === undefined || sameModes(row, measure.modes))
    if (!draft.terminals.some(chosen)) {
      const own = draft.terminals.filter(row => row.placeId === placeId)
      draft.issues.push(
        missingRow(draft, placeId, measureField(index, 'terminal'), {
          what: 'a terminal between these modes',
          offered: own.map(row => `${row.modeA} and ${row.modeB}`),
        }),
      )
    }
    const limited = terminalLimit(draft.terminals, measure, placeId, index)
    if (limited !== undefined && 'code' in limited) draft.issues.push(limited)
    const limit = limited !== undefined && 'kteu' in limited ? limited : undefined
    changed += changeRows(draft.terminals, chosen, row => {
      const hours = changedValue(row.hours, measure.hours)
      const range = movedRange({ mean: row.hours, low: row.hoursLow, high: row.hoursHigh }, hours)
      const usdPerTeu = changedValue(row.usdPerTeu, measure.cost)
      return { ...row, hours, hoursLow: range.low, hoursHigh: range.high, usdPerTeu, ...(limit && { limit }) }
    })
  }
  return changed
}

function missingRow(
  draft: Draft,
  placeId: string,
  field: string,
  { what, offered }: { what: string; offered: readonly string[] },
): Issue {
  return {
    code: draft.placeIds.has(placeId) ? 'measure.no-such-row' : 'measure.unknown-place',
    at: { field },
    expected: what,
    found: offered.length === 0 ? `${placeId}, which has none at all` : placeId,
    ...(offered.length === 0
      ? {}
      : { mend: `Choose one of those that ${placeId} has: ${offered.join('; ')}` }),
  }
}

function uniteGauge(draft: Draft, measure: GaugeMeasure, index: number, gaugeChange: GaugeChange): number {
  let changed = 0
  for (const placeId of measure.placeIds) {
    const chosen = (row: Crossing | Terminal) => row.placeId === placeId && changesGauge(row)
    if (![...draft.crossings, ...draft.terminals].some(chosen)) {
      const what = 'a place at which trains change gauge'
      draft.issues.push(missingRow(draft, placeId, measureField(index, 'oneGauge'), { what, offered: [] }))
    }
    changed +=
      changeRows(draft.crossings, chosen, row => crossingOfOneGauge(row, gaugeChange)) +
      changeRows(draft.terminals, chosen, yardOfOneGauge)
  }
  return changed
}

/** Index of a link, or undefined and an issue. */
function findLink(draft: Draft, linkId: string, field: string): number | undefined {
  const found = draft.linkIndex.get(linkId)
  if (found === undefined) {
    draft.issues.push({
      code: 'measure.unknown-link',
      at: { field },
      expected: 'an id of the links',
      found: linkId,
    })
  }
  return found
}

function changeLinks(draft: Draft, measure: LinkMeasure, index: number): number {
  let changed = 0
  for (const linkId of measure.linkIds) {
    const at = findLink(draft, linkId, measureField(index, 'link'))
    if (at === undefined) continue
    const link = draft.links[at]!
    if (measure.capacity?.kind === 'relative' && link.capacityKteu === undefined) {
      draft.issues.push(noCapacity(index, 'link', linkId))
      continue
    }
    changed += changeRow(draft.links, at, changedLink(link, measure))
  }
  return changed
}

/** A rate replaces a lump sum and a lump sum a rate; a relative change acts on the cost that the link has. */
function changedLink(link: Link, measure: LinkMeasure): Link {
  const { lumpUsd, capacityKteu, ...rest } = link
  const { cost, costUnit, capacity } = measure
  const asRate = cost?.kind === 'absolute' && costUnit === 'USD/TEU-km'
  const asLump = lumpUsd !== undefined || (cost?.kind === 'absolute' && costUnit === 'USD/TEU')
  return {
    ...rest,
    speedKmh: changedValue(link.speedKmh, measure.speed),
    costUsdPerTeuKm: asLump && !asRate ? link.costUsdPerTeuKm : changedValue(link.costUsdPerTeuKm, cost),
    ...(asLump && !asRate
      ? { lumpUsd: changedValue(lumpUsd ?? 0, cost) }
      : asRate
        ? { lumpUsd: undefined }
        : {}),
    ...changedCapacity(capacityKteu, capacity),
  }
}

/** Opens links, and with them the crossings and terminals at their ends that wait for this mode. */
function openLinks(draft: Draft, measure: OpenMeasure, index: number): number {
  const field = measureField(index, 'open')
  let changed = 0
  for (const linkId of measure.linkIds) {
    const at = findLink(draft, linkId, field)
    if (at === undefined) continue
    const link = draft.links[at]!
    if (link.status === 'open') {
      draft.issues.push({
        code: 'measure.already-open',
        at: { field },
        expected: 'a planned or suspended link',
        found: `${linkId}, which is open`,
        mend: 'Leave it out',
      })
      continue
    }
    draft.links[at] = { ...link, status: 'open' }
    const atEnd = (placeId: string) => placeId === link.from || placeId === link.to
    changed +=
      1 +
      changeRows(
        draft.crossings,
        row => atEnd(row.placeId) && row.mode === link.mode,
        row => ({ ...row, status: 'open' as const }),
      ) +
      changeRows(
        draft.terminals,
        row => atEnd(row.placeId) && (row.modeA === link.mode || row.modeB === link.mode),
        row => ({ ...row, status: 'open' as const }),
      )
  }
  return changed
}

function closeLinks(draft: Draft, measure: CloseMeasure, index: number): number {
  const field = measureField(index, 'close')
  let changed = 0
  for (const linkId of measure.linkIds) {
    const at = findLink(draft, linkId, field)
    if (at === undefined) continue
    const link = draft.links[at]!
    if (link.status !== 'open') {
      draft.issues.push(notOpen(field, `${linkId}, which is ${link.status}`))
      continue
    }
    draft.links[at] = { ...link, status: 'suspended' }
    changed++
  }
  return changed
}

function closePlaces(draft: Draft, measure: CloseMeasure, index: number): number {
  const field = measureField(index, 'close')
  let changed = 0
  for (const placeId of measure.placeIds) {
    const own = draft.crossings.filter(row => row.placeId === placeId)
    if (!draft.placeIds.has(placeId)) {
      const found = { code: 'measure.unknown-place', expected: 'an id of the places', found: placeId }
      draft.issues.push({ ...found, at: { field } })
      continue
    }
    if (draft.closedPlaces.has(placeId)) {
      draft.issues.push(notOpen(field, `${placeId}, which an earlier measure closed`))
      continue
    }
    if (own.length > 0 && own.every(row => row.status !== 'open')) {
      draft.issues.push(notOpen(field, `${placeId}, whose crossings are ${own[0]!.status}`))
      continue
    }
    draft.closedPlaces.add(placeId)
    changed +=
      1 +
      changeRows(
        draft.crossings,
        row => row.placeId === placeId && row.status === 'open',
        row => ({ ...row, status: 'suspended' as const }),
      )
  }
  return changed
}

function notOpen(field: string, found: string): Issue {
  return {
    code: 'measure.not-open',
    at: { field },
    expected: 'something that is open',
    found,
    mend: 'Leave it out',
  }
}

function facilitate(draft: Draft, measure: DigitalMeasure, index: number, limits: BorderParts): number {
  const among = new Set(measure.countries)
  const chosen = (row: Crossing) => among.has(row.fromCountry) && among.has(row.toCountry)
  if (!draft.crossings.some(chosen)) {
    draft.issues.push({
      code: 'measure.no-such-row',
      at: { field: measureField(index, 'digital') },
      expected: 'countries that share a border crossing',
      found: measure.countries.join(', '),
    })
  }
  const factor = 1 + limits.documentShare * (changedValue(1, measure.documents) - 1)
  return changeRows(draft.crossings, chosen, row => {
    const floor = Math.min(row.hours, limits.handlingHours[row.mode])
    return withHours(row, Math.max(floor, row.hours * factor), row.feeUsd * factor)
  })
}
