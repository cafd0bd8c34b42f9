/**
 * The GeoJSON of a network: which properties a place, a link, a wait, a corridor and a gateway have.
 *
 * One description serves the reader and the JSON Schema that editors complete, so the two cannot drift apart. The
 * property names are those of the records of `NetworkTables`.
 */
import * as z from 'zod/mini'
import { QUALITIES } from '../../dataset/dataset.js'
import { ID_PATTERN, ISO3_PATTERN } from '../../dataset/tables/field-patterns.js'

/** Version of the format that this program reads and writes. */
export const NETWORK_FORMAT = 1

export const MODES = ['rail', 'road', 'sea', 'ferry', 'inland_waterway'] as const
const STATUSES = ['open', 'planned', 'suspended'] as const

/** Nothing on a road costs or takes more; what is larger is a slip of the unit, and could overflow. */
const MOST = 1e9

interface Annotation {
  readonly [key: string]: unknown
  readonly description: string
}

const annotations = z.registry<Annotation>()

function described<Schema extends z.core.$ZodType>(schema: Schema, description: string): Schema {
  annotations.add(schema as never, { description } as never)
  return schema
}

/** What a property means, as the schema says it; '' where it says nothing. */
export function meaningOf(schema: z.core.$ZodType): string {
  return annotations.get(schema as never)?.description ?? ''
}

const matching = ({ source }: { source: string }) => z.string().check(z.regex(new RegExp(`^(?:${source})$`)))
const id = (description: string) => described(matching(ID_PATTERN), description)
const text = (description: string) => described(z.string().check(z.minLength(1)), description)
const country = (description: string) => described(matching(ISO3_PATTERN), description)
const amount = (description: string, least = 0) =>
  described(z.number().check(z.gte(least), z.lte(MOST)), description)
const mode = (description: string) => described(z.enum(MODES), description)
const optional = <Schema extends z.core.$ZodType>(schema: Schema) =>
  described(z.optional(schema), meaningOf(schema))

const status = described(z.enum(STATUSES), 'planned and suspended are opened by a scenario')
const quality = (description: string) => described(z.enum(QUALITIES), description)
const graded = {
  quality: quality('How the row came to be; weakest last'),
  source: text('Where the row comes from'),
}
const hours = {
  hours: amount('Mean, hours'),
  hoursLow: amount('Low end of the range, hours'),
  hoursHigh: amount('High end of the range, hours'),
}

/** What is stated of a capacity; without it, it is unlimited. */
const capacity = (description: string) => ({
  capacityKteu: optional(amount(description, 0.001)),
  capacityQuality: optional(quality('How the capacity came to be; weakest last')),
})

export const CROSSING = z.object({
  fromCountry: country('Country left, ISO 3166-1 alpha-3'),
  toCountry: country('Country entered, ISO 3166-1 alpha-3'),
  mode: described(z.enum(['rail', 'road']), 'rail or road'),
  ...hours,
  feeUsd: amount('Fees and handling, USD per TEU'),
  gaugeChange: described(z.boolean(), 'Whether the rail gauge changes here'),
  transitClosed: optional(
    described(z.boolean(), 'Whether cargo of third countries keeps out of this border'),
  ),
  ...capacity('Thousand TEU a year in this direction, where a sourced figure exists'),
  capacityUsed: optional(
    described(
      z.number().check(z.gte(0.001), z.lte(1)),
      'Share of the capacity that the traffic of the year took, counted as its source does',
    ),
  ),
  status,
  ...graded,
})

export const TERMINAL = z.object({
  modeA: mode('One mode'),
  modeB: mode('Other mode; sea and sea is the transit of a canal or strait'),
  ...hours,
  usdPerTeu: amount('Handling, USD per TEU'),
  status,
  ...graded,
})

export const END_WAIT = z.object({
  mode: mode('Mode that leaves or arrives'),
  end: described(z.enum(['origin', 'destination']), 'Before leaving or after arriving'),
  ...hours,
  countsFor: text('Which shipments wait so long, in words'),
  ...graded,
})

/** Properties of a point without its waits, which are read one by one. */
export const PLACE = z.object({
  id: id('Id of the place'),
  name: text('Name'),
  country: optional(country('ISO 3166-1 alpha-3; a strait has none')),
  country2: optional(country('Second country of a border place, ISO 3166-1 alpha-3')),
  kind: described(z.enum(['city', 'border', 'port', 'terminal', 'strait']), 'What it is'),
  ...graded,
})

/** Properties of a line. */
export const LINK = z.object({
  id: id('Id of the link'),
  from: text('Id of the place where the line starts; traffic goes both ways'),
  to: text('Id of the place where the line ends'),
  mode: mode('Mode'),
  country: optional(country('Where it lies, ISO 3166-1 alpha-3; none at sea')),
  lengthKm: amount('Length, km'),
  speedKmh: amount('Running average, km/h', 0.1),
  costUsdPerTeuKm: optional(amount('USD per TEU-km; may be left out where lumpUsd is given')),
  lumpUsd: optional(
    amount(
      'USD per TEU for the whole link, in place of the cost by kilometre; where both are given bulk pays the latter',
    ),
  ),
  ...capacity('Thousand TEU a year, both directions together, where a sourced figure exists'),
  status,
  lengthQuality: text('How the length was found, in words'),
  ...graded,
})

export const CORRIDOR = z.object({
  id: id('Id of the corridor'),
  name: text('Name'),
  status,
  modes: described(z.array(z.enum(MODES)).check(z.minLength(1)), 'Modes used'),
  places: described(
    z.array(z.string()).check(z.minLength(2)),
    'Ids of its places in order; a link joins every two neighbours',
  ),
  ...graded,
})

export const GATEWAY = z.object({
  iso3: country('Country whose trade enters here, ISO 3166-1 alpha-3'),
  placeId: text('Id of the place'),
  share: described(
    z.number().check(z.gte(0), z.lte(1)),
    "Share of the country's trade; those of one country sum to one",
  ),
  hinterlandHours: amount('From the economic centre to the place, hours'),
  hinterlandUsdPerTeu: amount('From the economic centre to the place, USD per TEU'),
  ...graded,
})

/** Members of the collection, besides those that any GeoJSON may have. */
export const COLLECTION_MEMBERS = [
  'keruenNetwork',
  'corridors',
  'gateways',
  'features',
  'dataset',
  'attribution',
]

/** JSON Schema (draft 2020-12) of a network file. */
export function networkJsonSchema(): Record<string, unknown> {
  const position = (description: string) =>
    described(z.array(z.number()).check(z.minLength(2), z.maxLength(3)), description)
  const feature = <Geometry extends z.core.$ZodType, Properties extends z.core.$ZodType>(
    geometry: Geometry,
    properties: Properties,
    description: string,
  ) => described(z.object({ type: z.literal('Feature'), geometry, properties }), description)
  const point = z.object({
    type: z.literal('Point'),
    coordinates: position('Longitude and latitude, degrees (WGS 84)'),
  })
  const points = () => z.array(position('Longitude and latitude, degrees (WGS 84)')).check(z.minLength(2))
  const line = z.union([
    z.object({
      type: z.literal('LineString'),
      coordinates: described(points(), 'From the one place to the other; what lies between is for drawing'),
    }),
    z.object({
      type: z.literal('MultiLineString'),
      coordinates: described(
        z.array(points()).check(z.minLength(1)),
        'The same line, cut where it crosses the 180th meridian',
      ),
    }),
  ])
  const place = z.extend(PLACE, {
    crossings: optional(described(z.array(CROSSING), 'Passing this border, by direction and mode')),
    terminals: optional(described(z.array(TERMINAL), 'Changing mode here, either way round')),
    endWaits: optional(
      described(z.array(END_WAIT), 'Waits of what starts or ends here; no route counts them'),
    ),
  })
  const collection = z.object({
    type: z.literal('FeatureCollection'),
    keruenNetwork: described(z.literal(NETWORK_FORMAT), 'Version of this format'),
    dataset: optional(described(z.unknown(), 'Where the network comes from; not read')),
    attribution: optional(described(z.string(), 'Whom to name where it is shown; not read')),
    corridors: optional(described(z.array(CORRIDOR), 'Named corridors')),
    gateways: optional(described(z.array(GATEWAY), "Where each country's trade enters the network")),
    features: described(
      z.array(z.union([feature(point, place, 'A place'), feature(line, LINK, 'A link')])),
      'Places are points, links are lines',
    ),
  })
  const { $schema, ...rest } = z.toJSONSchema(collection, {
    metadata: annotations,
    io: 'input',
    target: 'draft-2020-12',
  })
  return {
    $schema,
    title: 'Keruen network',
    description: 'Places, links, waits, corridors and gateways of a corridor network, as GeoJSON (RFC 7946).',
    ...rest,
  }
}
