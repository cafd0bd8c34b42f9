/** Tables of the corridor network. */
import { QUALITIES, REGIONS } from '../dataset.js'
import {
  amountField,
  countryField,
  ID_PATTERN,
  NOTE_FIELD,
  placeField,
  QUALITY_FIELD,
  SOURCE_FIELD,
  WAYPOINTS_PATTERN,
} from './field-patterns.js'
import type { FieldSpecification, TableSpecification } from './table-specification.js'

const MODES = ['rail', 'road', 'sea', 'ferry', 'inland_waterway'] as const
/** Two modes between which cargo changes, in alphabetical order. */
const MODE_PAIRS = MODES.flatMap(a => MODES.filter(b => a <= b).map(b => `${a}-${b}`))
/** For a column that may be missing, and a cell that may be empty. */
const MAY_BE_MISSING = { required: false, optional: true } as const
/** A ratio to it must stay a number. */
const LEAST_FIGURE = 1e-6
const STATUSES = ['open', 'planned', 'suspended'] as const

const id = (description: string): FieldSpecification => ({
  name: 'id',
  type: 'string',
  required: true,
  pattern: ID_PATTERN,
  description,
})
/** One end of a pair of countries: their codes, or whole regions. */
const endField = (name: string, description: string): FieldSpecification => ({
  name,
  type: 'list',
  required: true,
  reference: { table: 'countries', also: REGIONS },
  description,
})
const word = (
  name: string,
  words: readonly string[],
  description: string,
  limits: { required?: boolean; optional?: boolean } = {},
): FieldSpecification => ({ name, type: 'string', required: true, enum: words, description, ...limits })
const remark = (name: string, description: string): FieldSpecification => ({
  name,
  type: 'string',
  optional: true,
  description,
})
const capacitySource = [
  remark('capacity_words', 'Capacity as its source gives it, its range, and how it was brought to TEU.'),
  remark('capacity_source', 'Source of the capacity, where it is given in TEU.'),
  word('capacity_quality', QUALITIES, 'Quality of the capacity in TEU.', MAY_BE_MISSING),
]
const originalQuality = remark('quality_words', 'Quality in the finer words of the network edition.')
const status = word('status', STATUSES, 'planned and suspended are opened by a scenario.')
const hoursFields = [
  amountField('hours', 'hour', 'Mean.'),
  amountField('hours_low', 'hour', 'Low end of the range.'),
  amountField('hours_high', 'hour', 'High end of the range.'),
]

export const NETWORK_TABLES: readonly TableSpecification[] = [
  {
    name: 'network-places',
    title: 'Places: cities, ports, terminals, border crossings, straits',
    description: 'A border crossing of two countries is one place.',
    key: ['id'],
    fields: [
      id('Id of the place.'),
      { name: 'name', type: 'string', required: true, description: 'Name.' },
      countryField('country', 'Country; empty for straits.', { required: false }),
      countryField('country2', 'Second country of a border place.', { required: false }),
      amountField('longitude', 'degree', 'East is positive.', { minimum: -180, maximum: 180 }),
      amountField('latitude', 'degree', 'North is positive.', { minimum: -90, maximum: 90 }),
      word('kind', ['city', 'border', 'port', 'terminal', 'strait'], 'What it is.'),
      remark('gauge_mm', 'Rail gauges at the place, mm.'),
      originalQuality,
      QUALITY_FIELD,
      SOURCE_FIELD,
    ],
  },
  {
    name: 'network-links',
    title: 'Links: railways, roads, sea legs, ferries, waterways',
    description:
      'Time is length over speed; cost is lump_usd, or length times cost_usd_per_teu_km. Quality is that of the length.',
    key: ['id'],
    fields: [
      id('Id of the link.'),
      placeField('from', 'One end.'),
      placeField('to', 'Other end.'),
      word('mode', MODES, 'Mode.'),
      countryField('country', 'Where it lies; empty at sea.', { required: false }),
      amountField('length_km', 'km', 'Length.'),
      amountField('speed_kmh', 'km/h', 'Running average.', { minimum: 0.1 }),
      amountField(
        'cost_usd_per_teu_km',
        'USD per TEU-km',
        'Used when lump_usd is empty; beside it what bulk pays.',
        {
          required: false,
        },
      ),
      amountField('lump_usd', 'USD per TEU', 'For the whole link.', { required: false }),
      amountField(
        'capacity_kteu',
        'thousand TEU a year',
        'Both directions together, where a sourced figure exists; empty = unlimited.',
        { required: false, minimum: 0.001 },
      ),
      status,
      ...capacitySource,
      remark('opening_year', 'Year of opening, or planned.'),
      { name: 'length_quality', type: 'string', required: true, description: 'How the length was found.' },
      remark('length_source', 'Source of the length in words.'),
      remark('cost_source', 'Source of the cost in words.'),
      remark('note', 'Note.'),
      {
        name: 'waypoints',
        type: 'string',
        optional: true,
        pattern: WAYPOINTS_PATTERN,
        description:
          'Points between from and to for drawing, "longitude latitude" in degrees, divided by semicolons; nothing is computed from them.',
      },
      remark('waypoints_quality', 'How the way-points came to be; none is surveyed.'),
      QUALITY_FIELD,
      SOURCE_FIELD,
    ],
  },
  {
    name: 'network-crossings',
    title: 'Border crossings by direction and mode',
    description: 'Hours and fee to pass from one country to the next.',
    key: ['place_id', 'from_country', 'to_country', 'mode'],
    fields: [
      placeField('place_id', 'Border place.'),
      countryField('from_country', 'Country left.'),
      countryField('to_country', 'Country entered.'),
      word('mode', ['rail', 'road'], 'Mode.'),
      ...hoursFields,
      amountField('fee_usd', 'USD per TEU', 'Fees and handling.'),
      { name: 'gauge_change', type: 'boolean', required: true, description: 'The rail gauge changes here.' },
      {
        name: 'transit_closed',
        type: 'boolean',
        required: false,
        optional: true,
        description:
          'Cargo of third countries keeps out of this border, see network-modes; empty = it does not.',
      },
      amountField(
        'capacity_kteu',
        'thousand TEU a year',
        'In this direction, where a sourced figure exists; empty = unlimited.',
        { required: false, optional: true, minimum: 0.001 },
      ),
      amountField(
        'capacity_used',
        'share',
        'Share of the capacity that the traffic of the year took, by the count of the source.',
        { required: false, optional: true, minimum: 0.001, maximum: 1 },
      ),
      status,
      ...capacitySource,
      originalQuality,
      QUALITY_FIELD,
      SOURCE_FIELD,
    ],
  },
  {
    name: 'network-terminals',
    title: 'Change of mode at a place',
    description: 'Either way round; sea to sea is the transit of a canal or strait.',
    key: ['place_id', 'mode_a', 'mode_b'],
    fields: [
      placeField('place_id', 'Place.'),
      word('mode_a', MODES, 'One mode.'),
      word('mode_b', MODES, 'Other mode.'),
      ...hoursFields,
      amountField('usd_per_teu', 'USD per TEU', 'Handling.'),
      status,
      remark('capacity_words', 'Capacity as its source gives it.'),
      originalQuality,
      QUALITY_FIELD,
      SOURCE_FIELD,
    ],
  },
  {
    name: 'network-end-waits',
    title: 'Waits at the origin or destination',
    description:
      'What a shipment waits before it leaves or after it arrives. No route counts it; published times from door to door do.',
    key: ['place_id', 'mode', 'end'],
    optional: true,
    fields: [
      placeField('place_id', 'Place.'),
      word('mode', MODES, 'Mode that leaves or arrives.'),
      word('end', ['origin', 'destination'], 'Before leaving or after arriving.'),
      ...hoursFields,
      { name: 'counts_for', type: 'string', required: true, description: 'Which shipments wait so long.' },
      QUALITY_FIELD,
      SOURCE_FIELD,
    ],
  },
  {
    name: 'network-modes',
    title: 'Cargo that is bound to a mode',
    description:
      'Part of the general cargo between two groups of countries that goes by lorry all the way, part of the rest that takes no train over a border, and part of what is left that keeps out of borders closed to transit, by far more than tariffs and hours tell. A rule for countries goes before one for regions; pairs without a rule choose among all modes.',
    key: ['id'],
    optional: true,
    fields: [
      id('Id of the rule.'),
      endField('ends_a', 'Countries or regions of one end.'),
      endField('ends_b', 'Countries or regions of the other end.'),
      amountField('lorry', 'share', 'Goes by lorry and ferry alone.', { maximum: 1 }),
      amountField('lorry_low', 'share', 'Low end.', { maximum: 1 }),
      amountField('lorry_high', 'share', 'High end.', { maximum: 1 }),
      amountField(
        'no_train',
        'share',
        'Of the rest, what takes no train over a border; between a port and inland it may.',
        { maximum: 1 },
      ),
      amountField(
        'no_transit',
        'share',
        'Of what is left, what keeps out of borders that are closed to transit; where it is something, all that goes by lorry or takes no train over a border keeps out too. Empty = nothing.',
        { required: false, optional: true, maximum: 1 },
      ),
      amountField(
        'switch_usd_per_teu',
        'USD per TEU',
        'How much dearer its modes must become, beside the others, before it leaves them.',
      ),
      QUALITY_FIELD,
      SOURCE_FIELD,
      NOTE_FIELD,
    ],
  },
  {
    name: 'network-bulk',
    title: 'Bulk that goes by a chain of its own',
    description:
      'Part of the bulk from some countries to others that goes by pipeline, or from ports and fields that the gateways do not stand for: nothing that is opened or closed on the network moves it, but where it sails on from an outlet. Each pair stands in one row at most.',
    key: ['id'],
    optional: true,
    fields: [
      id('Id of the row.'),
      endField('exporters', 'Countries or regions that it comes from.'),
      endField('importers', 'Countries or regions that it goes to.'),
      amountField('own_chain', 'share', 'Part of the bulk, by value.', { maximum: 1 }),
      amountField('own_chain_low', 'share', 'Low end.', { maximum: 1 }),
      amountField('own_chain_high', 'share', 'High end.', { maximum: 1 }),
      {
        name: 'outlet',
        type: 'string',
        required: false,
        optional: true,
        reference: { table: 'network-places' },
        description:
          'Port where its pipeline ends and ships begin; where the port or its way by sea closes, it is cut off. Empty = no way of the network stands for it.',
      },
      word(
        'other_ways',
        ['yes', 'gateways'],
        'Where something is cut off: yes = outlet and gateways stand in for each other; gateways = they do for the outlet alone.',
        MAY_BE_MISSING,
      ),
      QUALITY_FIELD,
      SOURCE_FIELD,
      NOTE_FIELD,
    ],
  },
  {
    name: 'network-ranges',
    title: 'Ranges of speeds, rates and charges',
    description:
      'By quantity and class of row. The range is relative: the own figure of a row times low over central to high over central. A row of the network that none of these is for has no range.',
    key: ['id'],
    optional: true,
    fields: [
      id('Id of the range.'),
      word('quantity', ['speed', 'rate', 'lump', 'handling', 'fee'], 'What it is a range of.'),
      {
        name: 'applies_to',
        type: 'list',
        required: true,
        enum: [...MODES, ...MODE_PAIRS],
        description: 'Modes; for handling pairs of modes in alphabetical order.',
      },
      amountField('own_from', 'see the column unit', 'For rows with at least this figure; empty = any.', {
        required: false,
      }),
      amountField('own_below', 'see the column unit', 'For rows with less than this; empty = any.', {
        required: false,
      }),
      { name: 'unit', type: 'string', required: true, description: 'Unit.' },
      amountField('low', 'see the column unit', 'Low end.', { minimum: LEAST_FIGURE }),
      amountField('central', 'see the column unit', 'What the ends are compared with.', {
        minimum: LEAST_FIGURE,
      }),
      amountField('high', 'see the column unit', 'High end.', { minimum: LEAST_FIGURE }),
      {
        name: 'basis',
        type: 'string',
        required: true,
        description: 'How the three were taken from the source.',
      },
      QUALITY_FIELD,
      SOURCE_FIELD,
      NOTE_FIELD,
    ],
  },
  {
    name: 'freight-markets',
    title: 'Carriers whose rates answer demand',
    description:
      'Which links or crossings they serve, what a unit of their service costs today, and the parameter that says how much more of it is offered when it is dearer. Read by scenarios that let freight rates answer demand. No row of the network is in two of them.',
    key: ['id'],
    optional: true,
    fields: [
      id('Id of the market.'),
      { name: 'name', type: 'string', required: true, description: 'What a reader sees.' },
      word('mode', MODES, 'Mode of the links or crossings.'),
      amountField('own_from', 'USD per TEU-km', 'For links with at least this rate; empty = any.', {
        required: false,
      }),
      amountField('own_below', 'USD per TEU-km', 'For links with less than this; empty = any.', {
        required: false,
      }),
      {
        name: 'borders',
        type: 'list',
        reference: { table: 'countries' },
        description:
          'In place of links, the crossings between one of these countries and a neighbour; empty = links.',
      },
      {
        name: 'neighbours',
        type: 'list',
        optional: true,
        reference: { table: 'countries' },
        description: 'The neighbours that count; empty = any.',
      },
      word('unit', ['TEU-day', 'TEU'], 'What is offered: days that a TEU is carried, or its passing.'),
      amountField('usd', 'USD per unit', 'What a unit costs today.', { minimum: LEAST_FIGURE }),
      {
        name: 'supply_elasticity',
        type: 'string',
        required: true,
        reference: { table: 'parameters' },
        description: 'Parameter: percent more of the service for a percent more paid.',
      },
      QUALITY_FIELD,
      SOURCE_FIELD,
      NOTE_FIELD,
    ],
  },
  {
    name: 'network-corridors',
    title: 'Named corridors',
    description: 'Place ids in order; every pair of neighbours is joined by a link.',
    key: ['id'],
    fields: [
      id('Id of the corridor.'),
      { name: 'name', type: 'string', required: true, description: 'Name.' },
      status,
      { name: 'modes', type: 'list', required: true, enum: MODES, description: 'Modes used.' },
      {
        name: 'places',
        type: 'list',
        required: true,
        reference: { table: 'network-places' },
        description: 'Place ids in order.',
      },
      QUALITY_FIELD,
      SOURCE_FIELD,
    ],
  },
  {
    name: 'network-gateways',
    title: 'Where each country enters the network',
    description: 'Shares of one country sum to one; hours and cost from its economic centre to the place.',
    key: ['iso3', 'place_id'],
    fields: [
      countryField('iso3', 'Country.'),
      placeField('place_id', 'Gateway.'),
      amountField('share', 'share', 'Share of the trade of the country.', { maximum: 1 }),
      amountField('hinterland_hours', 'hour', 'From the economic centre.'),
      amountField('hinterland_usd_per_teu', 'USD per TEU', 'From the economic centre.'),
      remark('kind', 'own place, or a gateway in another country.'),
      QUALITY_FIELD,
      SOURCE_FIELD,
    ],
  },
]
