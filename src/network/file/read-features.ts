/** Features → places, links and waits; what a single feature can show is checked here, the rest by `checkNetwork`. */
import type {
  Corridor,
  Crossing,
  EndWait,
  Gateway,
  Link,
  NetworkRows,
  Place,
  Terminal,
} from '../../dataset/dataset.js'
import { shown } from '../../dataset/reading/issue-list.js'
import type { Issue, IssuePlace } from '../../errors.js'
import type { FindingList, Locate, NetworkRow } from './findings.js'
import { CORRIDOR, CROSSING, END_WAIT, GATEWAY, LINK, PLACE, TERMINAL } from './format.js'
import { joinPieces, type Position, turned } from './line-geometry.js'
import { describeJson, type FieldPlace, isObject, readRecord, type Strangers } from './record-shape.js'

type Row<Table extends keyof NetworkRows> = NonNullable<NetworkRows[Table]>[number]

/** What was read, in the order of the file. */
export interface ReadRows {
  readonly network: { readonly [Table in keyof NetworkRows]-?: Row<Table>[] }
  /** Both ends of the line of each link. */
  readonly lineEnds: ReadonlyMap<Link, readonly [Position, Position]>
  readonly locate: Locate
  /** Tables of which a row was left out for its faults: nothing is said of what they lack. */
  readonly incomplete: ReadonlySet<keyof NetworkRows>
  /** Ids of places, of those with faults too, and of what may have been meant for one. */
  readonly placeIds: ReadonlySet<string>
}

interface Reader {
  readonly file: string | undefined
  readonly found: FindingList
  readonly strangers: Strangers
  readonly network: ReadRows['network']
  readonly lineEnds: Map<Link, readonly [Position, Position]>
  readonly incomplete: Set<keyof NetworkRows>
  readonly placeIds: Set<string>
  /** What stands before a field of each row. */
  readonly prefixes: Map<NetworkRow, string>
}

/** Reads the features, corridors and gateways of a collection. */
export function readRows(
  collection: Readonly<Record<string, unknown>>,
  file: string | undefined,
  found: FindingList,
  strangers: Strangers,
): ReadRows {
  const reader: Reader = {
    file,
    found,
    strangers,
    network: {
      places: [],
      links: [],
      crossings: [],
      terminals: [],
      endWaits: [],
      corridors: [],
      gateways: [],
    },
    lineEnds: new Map(),
    incomplete: new Set(),
    placeIds: new Set(),
    prefixes: new Map(),
  }
  const features = collection.features as readonly unknown[]
  for (let k = 0; k < features.length && !found.isFull(); k++) readFeature(reader, features[k], k)
  readMembers(reader, collection.corridors, 'corridors')
  readMembers(reader, collection.gateways, 'gateways')
  const { network, lineEnds, incomplete, placeIds, prefixes } = reader
  const locate: Locate = (_table, row, field) => placeOf(file, `${prefixes.get(row)}${field}`)
  return { network, lineEnds, locate, incomplete, placeIds }
}

function placeOf(file: string | undefined, field: string): IssuePlace {
  return { ...(file === undefined ? {} : { file }), field: field.replace(/[.: ]+$/, '') }
}

function readFeature(reader: Reader, feature: unknown, k: number): void {
  const { found, file } = reader
  const fault = (field: string, issue: Issue) =>
    found.fault({ ...issue, at: placeOf(file, `features[${k}]${field}`) })
  // Whether it was to be a place or a link is not known.
  const leaveOut = () => {
    for (const table of ['places', 'links', 'crossings', 'terminals', 'endWaits'] as const)
      reader.incomplete.add(table)
  }
  if (!isObject(feature) || feature.type !== 'Feature') {
    fault('', {
      code: 'network.not-a-feature',
      expected: 'an object of type "Feature"',
      found: isObject(feature) ? `the type ${describeJson(feature.type)}` : describeJson(feature),
    })
    leaveOut()
    return
  }
  // Some programs keep the id of a feature outside its properties.
  const properties =
    isObject(feature.properties) && typeof feature.id === 'string' && feature.properties.id == null
      ? { ...feature.properties, id: feature.id }
      : feature.properties
  const id = isObject(properties) && typeof properties.id === 'string' ? properties.id : ''
  const name = `features[${k}]${id === '' ? '' : ` ${id.length > 60 ? `${id.slice(0, 57)}…` : id}`}: `
  const at: FieldPlace = field => placeOf(file, `${name}${field}`)
  const { geometry } = feature
  const type = isObject(geometry) ? geometry.type : undefined
  if (!isObject(geometry) || (type !== 'Point' && type !== 'LineString' && type !== 'MultiLineString')) {
    found.fault({
      code: 'network.wrong-geometry',
      at: at('geometry'),
      expected: 'a Point (a place) or a LineString (a link)',
      found: describeJson(type ?? geometry),
      mend: 'Leave out what is no part of the network',
    })
    if (id !== '') reader.placeIds.add(id)
    leaveOut()
    return
  }
  if (type === 'Point') readPlace(reader, properties, geometry.coordinates, name, id)
  else readLink(reader, properties, geometry.coordinates, type, name)
}

function readPlace(
  reader: Reader,
  properties: unknown,
  coordinates: unknown,
  prefix: string,
  id: string,
): void {
  const { found, file, network, incomplete } = reader
  const at: FieldPlace = field => placeOf(file, `${prefix}${field}`)
  if (id !== '') reader.placeIds.add(id)
  const record = readRecord(PLACE, properties, 'places', at, found, reader.strangers, [
    'crossings',
    'terminals',
    'endWaits',
  ])
  const position = readPosition(coordinates, at('geometry.coordinates'), found)
  if (record === undefined || position === undefined) incomplete.add('places')
  else {
    const [longitude, latitude] = position
    const place: Place = { ...record, longitude, latitude }
    network.places.push(place)
    reader.prefixes.set(place, prefix)
  }
  if (!isObject(properties)) return
  readWaits(reader, properties, 'crossings', prefix, row => {
    const crossing = readRecord(CROSSING, row.value, 'crossings', row.at, found, reader.strangers)
    return crossing && ({ placeId: id, ...crossing } satisfies Crossing)
  })
  readWaits(reader, properties, 'terminals', prefix, row => {
    const terminal = readRecord(TERMINAL, row.value, 'terminals', row.at, found, reader.strangers)
    return terminal && ({ placeId: id, ...terminal } satisfies Terminal)
  })
  readWaits(reader, properties, 'endWaits', prefix, row => {
    const wait = readRecord(END_WAIT, row.value, 'end waits', row.at, found, reader.strangers)
    return wait && ({ placeId: id, ...wait } satisfies EndWait)
  })
}

/** Rows of one list of waits in the properties of a place. */
function readWaits<Table extends 'crossings' | 'terminals' | 'endWaits'>(
  reader: Reader,
  properties: Readonly<Record<string, unknown>>,
  table: Table,
  prefix: string,
  read: (row: { value: unknown; at: FieldPlace }) => Row<Table> | undefined,
): void {
  const { found, file } = reader
  const rows = properties[table]
  if (rows === undefined || rows === null) return
  if (!Array.isArray(rows)) {
    const at = placeOf(file, `${prefix}${table}`)
    found.fault({ code: 'network.wrong-type', at, expected: 'a list', found: describeJson(rows) })
    reader.incomplete.add(table)
    return
  }
  for (let r = 0; r < rows.length && !found.isFull(); r++) {
    const own = `${prefix}${table}[${r}].`
    const row = read({ value: rows[r], at: field => placeOf(file, `${own}${field}`) })
    if (row === undefined) reader.incomplete.add(table)
    else {
      ;(reader.network[table] as Row<Table>[]).push(row)
      reader.prefixes.set(row, own)
    }
  }
}

function readLink(
  reader: Reader,
  properties: unknown,
  coordinates: unknown,
  type: 'LineString' | 'MultiLineString',
  prefix: string,
): void {
  const { found, file, incomplete } = reader
  const at: FieldPlace = field => placeOf(file, `${prefix}${field}`)
  const record = readRecord(LINK, properties, 'links', at, found, reader.strangers)
  const read = type === 'LineString' ? readLine : readCutLine
  const line = read(coordinates, at('geometry.coordinates'), found)
  if (record === undefined || line === undefined) {
    incomplete.add('links')
    return
  }
  const { costUsdPerTeuKm, ...given } = record
  if (costUsdPerTeuKm === undefined && given.lumpUsd === undefined) {
    found.fault({
      code: 'network.missing-property',
      at: at('costUsdPerTeuKm'),
      expected: 'a number here or in lumpUsd',
      found: 'neither',
    })
    incomplete.add('links')
    return
  }
  const between = line.slice(1, -1).map(([longitude, latitude]) => [turned(longitude), latitude] as const)
  const link: Link = {
    ...given,
    // With a lump sum it costs nothing more by the kilometre.
    costUsdPerTeuKm: costUsdPerTeuKm ?? 0,
    ...(between.length === 0 ? {} : { waypoints: between }),
  }
  reader.network.links.push(link)
  reader.prefixes.set(link, prefix)
  reader.lineEnds.set(link, [line[0]!, line.at(-1)!])
}

function readMembers(reader: Reader, rows: unknown, table: 'corridors' | 'gateways'): void {
  const { found, file, network, strangers } = reader
  if (rows === undefined || rows === null) return
  if (!Array.isArray(rows)) {
    found.fault({
      code: 'network.wrong-type',
      at: placeOf(file, table),
      expected: 'a list',
      found: describeJson(rows),
    })
    reader.incomplete.add(table)
    return
  }
  for (let r = 0; r < rows.length && !found.isFull(); r++) {
    const value: unknown = rows[r]
    const id = isObject(value) ? (value.id ?? value.iso3) : undefined
    const prefix = `${table}[${r}]${typeof id === 'string' ? ` ${id.slice(0, 60)}` : ''}: `
    const at: FieldPlace = field => placeOf(file, `${prefix}${field}`)
    const row: Corridor | Gateway | undefined =
      table === 'corridors'
        ? readRecord(CORRIDOR, value, table, at, found, strangers)
        : readRecord(GATEWAY, value, table, at, found, strangers)
    if (row === undefined) reader.incomplete.add(table)
    else {
      ;(network[table] as (Corridor | Gateway)[]).push(row)
      reader.prefixes.set(row, prefix)
    }
  }
}

/** Other programs let lines go on beyond the 180th meridian. */
const WIDEST = 360

function readLine(value: unknown, at: IssuePlace, found: FindingList): Position[] | undefined {
  if (!Array.isArray(value) || value.length < 2) {
    const expected = 'a list of two positions or more'
    found.fault({ code: 'network.wrong-type', at, expected, found: describeJson(value) })
    return undefined
  }
  const line: Position[] = []
  for (let k = 0; k < value.length; k++) {
    const field = `${at.field}[${k}]`
    const position = readPosition(value[k], { ...at, field }, found, WIDEST)
    if (position === undefined) return undefined
    line.push(position)
  }
  return line
}

/** A line that was cut at the 180th meridian. */
function readCutLine(value: unknown, at: IssuePlace, found: FindingList): readonly Position[] | undefined {
  if (!Array.isArray(value) || value.length === 0) {
    const expected = 'a list of lines'
    found.fault({ code: 'network.wrong-type', at, expected, found: describeJson(value) })
    return undefined
  }
  const pieces: Position[][] = []
  for (let k = 0; k < value.length; k++) {
    const piece = readLine(value[k], { ...at, field: `${at.field}[${k}]` }, found)
    if (piece === undefined) return undefined
    pieces.push(piece)
  }
  const line = joinPieces(pieces)
  if (line !== undefined) return line
  found.fault({
    code: 'network.wrong-geometry',
    at,
    expected: 'one line, cut nowhere but at the 180th meridian',
    found: `${pieces.length} lines that do not meet there`,
    mend: 'Join them to one LineString',
  })
  return undefined
}

/** A height is not read. */
function readPosition(
  value: unknown,
  at: IssuePlace,
  found: FindingList,
  widest = 180,
): Position | undefined {
  const [longitude, latitude] = Array.isArray(value) ? (value as readonly unknown[]) : []
  if (
    typeof longitude !== 'number' ||
    typeof latitude !== 'number' ||
    !Number.isFinite(longitude) ||
    !Number.isFinite(latitude)
  ) {
    const seen = Array.isArray(value)
      ? shown(value.slice(0, 3).map(describeJson).join(', '))
      : describeJson(value)
    const expected = '[longitude, latitude] in degrees'
    found.fault({ code: 'network.wrong-type', at, expected, found: seen })
    return undefined
  }
  if (Math.abs(longitude) <= widest && Math.abs(latitude) <= 90) return [longitude, latitude]
  const isSwapped = Math.abs(latitude) <= 180 && Math.abs(longitude) <= 90
  found.fault({
    code: isSwapped ? 'network.coordinates-swapped' : 'network.coordinates-out-of-range',
    at,
    expected: `longitude of −${widest} to ${widest}, then latitude of −90 to 90`,
    found: `[${longitude}, ${latitude}]`,
    mend: isSwapped
      ? `Write [${latitude}, ${longitude}]: longitude comes first`
      : 'Write degrees (WGS 84), not metres of a projection',
  })
  return undefined
}
