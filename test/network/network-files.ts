/** Networks as files: the example of the docs, to be spoilt, and random ones that keep every rule. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import type {
  Crossing,
  EndWait,
  Link,
  LinkStatus,
  NetworkTables,
  Place,
  Terminal,
} from '../../src/dataset/dataset.js'
import { greatCircleKm } from '../../src/numeric/great-circle.js'
import { projectRoot } from '../embedded.js'

/** The file in docs/network-format.md. */
export function documentedNetwork(): string {
  const page = readFileSync(join(projectRoot, 'docs', 'network-format.md'), 'utf8')
  return /^```json\n([\s\S]*?)^```$/m.exec(page)![1]!
}

/** A file as loose JSON, to be changed at will. */
export type Loose = ReturnType<typeof JSON.parse>

/** The documented file with one thing changed. */
export function spoilt(change: (file: Loose, feature: (id: string) => Loose) => void): string {
  const file = JSON.parse(documentedNetwork()) as Loose
  change(file, id => file.features.find((each: Loose) => each.properties.id === id))
  return JSON.stringify(file)
}

const QUALITIES = ['measured', 'published', 'derived', 'estimated'] as const
const STATUSES = ['open', 'planned', 'suspended'] as const
const graded = fc.record({
  quality: fc.constantFrom(...QUALITIES),
  source: fc.string({ minLength: 1 }),
})
const amount = fc.double({ min: 0, max: 1e6, noNaN: true })
const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true })
const status: fc.Arbitrary<LinkStatus> = fc.constantFrom(...STATUSES)
const hours = fc
  .tuple(amount, amount, amount)
  .map(three => three.toSorted((a, b) => a - b))
  .map(([hoursLow, mean, hoursHigh]) => ({ hours: mean!, hoursLow: hoursLow!, hoursHigh: hoursHigh! }))

/** Exporters write no negative zero, and nobody needs one. */
const plain = (value: number) => value + 0

const position = fc.tuple(degrees(180), degrees(90)).map(([x, y]) => [plain(x), plain(y)] as const)

/** Some two to four countries in a row along one railway, and links of other kinds that may be anything. */
export const anyNetwork: fc.Arbitrary<NetworkTables> = fc
  .integer({ min: 2, max: 4 })
  .chain(count =>
    fc.record({
      cities: fc.array(position, { minLength: count, maxLength: count }),
      borders: fc.array(position, { minLength: count - 1, maxLength: count - 1 }),
      strait: position,
      grades: fc.array(graded, { minLength: 1, maxLength: 5 }),
      waits: fc.array(hours, { minLength: 1, maxLength: 5 }),
      amounts: fc.array(amount, { minLength: 1, maxLength: 7 }),
      factor: fc.double({ min: 1, max: 3, noNaN: true }),
      lump: fc.boolean(),
      capacity: fc.option(fc.double({ min: 0.001, max: 1e6, noNaN: true }), { nil: undefined }),
      waypoints: fc.array(position, { maxLength: 3 }),
      name: fc.string({ minLength: 1, unit: 'grapheme' }),
      status,
    }),
  )
  .map(build)

interface Seeds {
  readonly cities: readonly (readonly [number, number])[]
  readonly borders: readonly (readonly [number, number])[]
  readonly strait: readonly [number, number]
  readonly grades: readonly Pick<Place, 'quality' | 'source'>[]
  readonly waits: readonly Pick<Crossing, 'hours' | 'hoursLow' | 'hoursHigh'>[]
  readonly amounts: readonly number[]
  readonly factor: number
  readonly lump: boolean
  readonly capacity: number | undefined
  readonly waypoints: readonly (readonly [number, number])[]
  readonly name: string
  readonly status: LinkStatus
}

const CODES = ['AAA', 'BBB', 'CCC', 'DDD']

function build(seeds: Seeds): NetworkTables {
  let taken = 0
  const grade = () => seeds.grades[taken++ % seeds.grades.length]!
  const wait = () => seeds.waits[taken++ % seeds.waits.length]!
  const usd = () => seeds.amounts[taken++ % seeds.amounts.length]!
  const at = ([longitude, latitude]: readonly [number, number]) => ({ longitude, latitude })
  const countries = CODES.slice(0, seeds.cities.length)
  const cities = countries.map(
    (country, k): Place => ({
      id: `city-${k}`,
      name: seeds.name,
      country,
      kind: k === 0 ? 'port' : 'city',
      ...at(seeds.cities[k]!),
      ...grade(),
    }),
  )
  const borders = countries.slice(1).map(
    (country2, k): Place => ({
      id: `border-${k}`,
      name: seeds.name,
      country: countries[k]!,
      country2,
      kind: 'border',
      ...at(seeds.borders[k]!),
      ...grade(),
    }),
  )
  const strait: Place = { id: 'strait', name: seeds.name, kind: 'strait', ...at(seeds.strait), ...grade() }
  const join = (from: Place, to: Place, rest: Pick<Link, 'mode' | 'country' | 'status'>): Link => ({
    id: `${rest.mode}-${from.id}--${to.id}`,
    from: from.id,
    to: to.id,
    lengthKm: seeds.factor * greatCircleKm(from, to),
    speedKmh: 0.1 + usd(),
    costUsdPerTeuKm: usd(),
    ...(seeds.lump ? { lumpUsd: usd() } : {}),
    ...(seeds.capacity === undefined
      ? {}
      : { capacityKteu: seeds.capacity, capacityQuality: grade().quality }),
    lengthQuality: 'memory',
    ...rest,
    ...(seeds.waypoints.length === 0 ? {} : { waypoints: seeds.waypoints }),
    ...grade(),
  })
  const rail = (country: string) => ({ mode: 'rail', country, status: 'open' }) as const
  const links = borders.flatMap((border, k) => [
    join(border, cities[k]!, rail(countries[k]!)),
    join(border, cities[k + 1]!, rail(countries[k + 1]!)),
  ])
  const crossings = borders.flatMap(({ id, country, country2 }, k) =>
    [
      [country!, country2!],
      [country2!, country!],
    ].map(
      ([fromCountry, toCountry]): Crossing => ({
        placeId: id,
        fromCountry: fromCountry!,
        toCountry: toCountry!,
        mode: 'rail',
        ...wait(),
        feeUsd: usd(),
        gaugeChange: k === 0,
        ...(seeds.capacity === undefined
          ? {}
          : {
              capacityKteu: seeds.capacity,
              capacityUsed: 1 / seeds.factor,
              capacityQuality: grade().quality,
            }),
        status: 'open',
        ...grade(),
      }),
    ),
  )
  const terminal: Terminal = {
    placeId: 'city-0',
    modeA: 'rail',
    modeB: 'sea',
    ...wait(),
    usdPerTeu: usd(),
    status: seeds.status,
    ...grade(),
  }
  const endWaits = (['destination', 'origin'] as const).map(
    (end): EndWait => ({
      placeId: 'city-0',
      mode: 'sea',
      end,
      ...wait(),
      countsFor: 'every shipment',
      ...grade(),
    }),
  )
  return {
    ...(seeds.lump ? { endWaits } : {}),
    places: [...borders, ...cities, strait],
    links: [...links, join(strait, cities[0]!, { mode: 'sea', status: seeds.status })]
      .map(withoutCountry)
      .sort(byId),
    crossings: crossings.sort((a, b) => (rowKey(a) < rowKey(b) ? -1 : 1)),
    terminals: [terminal],
    corridors: [
      {
        id: 'all',
        name: seeds.name,
        status: seeds.status,
        modes: ['rail', 'sea'],
        places: ['strait', ...borders.flatMap((border, k) => [`city-${k}`, border.id]), cities.at(-1)!.id],
        ...grade(),
      },
    ],
    gateways: countries.map((iso3, k) => ({
      iso3,
      placeId: `city-${k}`,
      share: 1,
      hinterlandHours: usd(),
      hinterlandUsdPerTeu: usd(),
      ...grade(),
    })),
  }
}

/** A country that is undefined is no country at all. */
function withoutCountry({ country, ...link }: Link): Link {
  return country === undefined ? link : { ...link, country }
}

const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1)
const rowKey = ({ placeId, fromCountry, toCountry, mode }: Crossing) =>
  `${placeId} ${fromCountry} ${toCountry} ${mode}`
