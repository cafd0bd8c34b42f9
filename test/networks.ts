/**
 * Networks written as text, one row a line:
 *
 *   city a AAA · port p AAA · border x AAA BBB · strait s
 *   rail a x AAA 10h 100usd (road, ferry, sea, inland_waterway alike; a country on land only; `planned` at the end)
 *   cross x AAA>BBB rail 12h 50usd
 *   change p sea/rail 24h 150usd
 *   gate AAA a 1 5h 20usd (share, hinterland)
 *   corridor name rail,ferry a x p
 */
import type {
  Corridor,
  Country,
  Crossing,
  Gateway,
  Link,
  LinkStatus,
  Mode,
  NetworkTables,
  Place,
  Terminal,
} from '../src/dataset/dataset.js'

const graded = { quality: 'estimated', source: 'test' } as const
const KINDS: readonly string[] = ['city', 'port', 'border', 'strait', 'terminal']

export function networkOf(text: string): NetworkTables {
  const tables = {
    places: [] as Place[],
    links: [] as Link[],
    crossings: [] as Crossing[],
    terminals: [] as Terminal[],
    corridors: [] as Corridor[],
    gateways: [] as Gateway[],
  }
  for (const line of text.split('\n')) {
    const words = line.trim().split(/\s+/)
    if (words[0] !== '') addRow(tables, words)
  }
  return tables
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer R)[] ? R[] : never }

function addRow(tables: Mutable<NetworkTables>, words: readonly string[]): void {
  const [kind, first, second] = words
  const status: LinkStatus = words.at(-1) === 'planned' ? 'planned' : 'open'
  const number = (unit: string): number => {
    const word = words.find(each => new RegExp(`^[\\d.]+${unit}$`).test(each))
    return word === undefined ? 0 : Number(word.slice(0, -unit.length))
  }
  const hours = { hours: number('h'), hoursLow: number('h'), hoursHigh: number('h') }
  if (KINDS.includes(kind)) {
    const countries = { ...(second && { country: second }), ...(words[3] && { country2: words[3] }) }
    tables.places.push({
      id: first,
      name: first,
      kind: kind as Place['kind'],
      longitude: 0,
      latitude: 0,
      ...countries,
      ...graded,
    })
  } else if (kind === 'cross') {
    const [fromCountry, toCountry] = second.split('>')
    const mode = words[3] as 'rail' | 'road'
    const fee = { feeUsd: number('usd'), gaugeChange: false }
    tables.crossings.push({
      placeId: first,
      fromCountry,
      toCountry,
      mode,
      ...hours,
      ...fee,
      status,
      ...graded,
    })
  } else if (kind === 'change') {
    const [modeA, modeB] = second.split('/') as [Mode, Mode]
    tables.terminals.push({
      placeId: first,
      modeA,
      modeB,
      ...hours,
      usdPerTeu: number('usd'),
      status,
      ...graded,
    })
  } else if (kind === 'gate') {
    const hinterland = { hinterlandHours: number('h'), hinterlandUsdPerTeu: number('usd') }
    tables.gateways.push({ iso3: first, placeId: second, share: Number(words[3]), ...hinterland, ...graded })
  } else if (kind === 'corridor') {
    const modes = second.split(',') as Mode[]
    tables.corridors.push({
      id: first,
      name: first,
      status: 'open',
      modes,
      places: words.slice(3),
      ...graded,
    })
  } else {
    const country = /^[A-Z]{3}$/.test(words[3]) ? { country: words[3] } : {}
    tables.links.push({
      id: `${kind}-${first}--${second}`,
      from: first,
      to: second,
      mode: kind as Mode,
      lengthKm: 50 * number('h'),
      speedKmh: 50,
      costUsdPerTeuKm: 0,
      lumpUsd: number('usd'),
      status,
      lengthQuality: 'memory',
      ...country,
      ...graded,
    })
  }
}

export function countryOf(iso3: string, region: Country['region']): Country {
  return {
    iso3,
    iso2: iso3.slice(0, 2),
    numeric: '000',
    names: { en: iso3, ru: iso3, zh: iso3, kk: iso3 },
    region,
    centre: { name: iso3, longitude: 0, latitude: 0 },
  }
}

/** A land bridge over a border and a sea way through a strait, from China to the Netherlands; a way around the Cape. */
export const LAND_AND_SEA = `
  city xian CHN
  port shanghai CHN
  border khorgos CHN KAZ
  city almaty KAZ
  border ozinki KAZ RUS
  city moscow RUS
  border brest RUS NLD
  port rotterdam NLD
  port aktau KAZ
  port alat AZE
  border kapikule AZE NLD
  strait suez
  strait cape
  rail xian khorgos CHN 48h 800usd
  rail khorgos almaty KAZ 10h 150usd
  rail almaty ozinki KAZ 40h 600usd
  rail ozinki moscow RUS 30h 400usd
  rail moscow brest RUS 30h 400usd
  rail brest rotterdam NLD 40h 600usd
  rail almaty aktau KAZ 70h 800usd
  ferry aktau alat 24h 400usd
  rail alat kapikule AZE 60h 900usd
  rail kapikule rotterdam NLD 60h 900usd
  rail xian shanghai CHN 30h 300usd
  sea shanghai suez 500h 700usd
  sea suez rotterdam 200h 300usd
  sea shanghai cape 600h 900usd
  sea cape rotterdam 360h 500usd
  cross khorgos CHN>KAZ rail 24h 200usd
  cross khorgos KAZ>CHN rail 12h 100usd
  cross ozinki KAZ>RUS rail 2h 0usd
  cross ozinki RUS>KAZ rail 2h 0usd
  cross brest RUS>NLD rail 20h 200usd
  cross brest NLD>RUS rail 20h 200usd
  cross kapikule AZE>NLD rail 10h 100usd
  cross kapikule NLD>AZE rail 10h 100usd
  change aktau ferry/rail 60h 100usd
  change alat ferry/rail 24h 100usd
  change shanghai rail/sea 24h 150usd
  change rotterdam rail/sea 24h 150usd
  change suez sea/sea 14h 50usd
  gate CHN xian 0.6 5h 20usd
  gate CHN shanghai 0.4 2h 10usd
  gate KAZ almaty 1
  gate NLD rotterdam 1 1h 5usd
  gate RUS moscow 1
  gate AZE alat 1
`
