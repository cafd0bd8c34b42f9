/**
 * `npm run data:names`: fills `data/names/place-names.csv` with the names that GeoNames has. Rows that are written by
 * hand are kept; where GeoNames has the same name, the row becomes GeoNames's.
 *
 * A city of GeoNames is the place when it bears its name, lies in its country and within 25 km of it. Names of places that
 * say more than a city's (`Khorgos - Altynkol (rail)`) are not looked up: they are written by hand or stay English.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { csvFormat, csvParse } from 'd3-dsv'
import { greatCircleKm } from '../../src/numeric/great-circle.js'
import { findReplicationFolder, inputReader, type ReadInput } from './replication.js'

const DATA = join(dirname(fileURLToPath(import.meta.url)), '../../data')
const TARGET = join(DATA, 'names/place-names.csv')
const LANGUAGES = ['ru', 'zh', 'kk'] as const
const MOST_KM = 25

interface City {
  readonly id: string
  readonly country: string
  readonly population: number
  readonly latitude: number
  readonly longitude: number
}

interface Row {
  readonly place: string
  readonly language: string
  readonly name: string
  readonly quality: string
  readonly source: string
}

const folder = findReplicationFolder()
if (folder === undefined) {
  console.error(
    'data:names: the input folder is not there. Set KERUEN_REPLICATION_DATA to the one that holds names/.',
  )
  process.exit(2)
}
const read = inputReader(folder)
const byName = citiesByName(read)
const translated = translations(read)
const alpha2 = new Map(table('countries.csv').map(({ iso3, iso2 }) => [iso3!, iso2!]))
const byHand = new Map(
  table('names/place-names.csv').map(row => [`${row.place} ${row.language}`, row as unknown as Row]),
)
const rows = table('network-places.csv').flatMap(place => {
  const city = cityOf(place)
  return LANGUAGES.flatMap((language): Row[] => {
    const known = byHand.get(`${place.id} ${language}`)
    const ours = known?.source?.startsWith('geonames') ? undefined : known
    const name = city && translated.get(`${city.id} ${language}`)
    if (city === undefined || name === undefined || (ours !== undefined && ours.name !== name))
      return ours === undefined ? [] : [ours]
    return [{ place: place.id!, language, name, quality: 'published', source: `geonames ${city.id}` }]
  })
})
writeFileSync(`${TARGET}.new`, `${csvFormat(rows, ['place', 'language', 'name', 'quality', 'source'])}\n`)
renameSync(`${TARGET}.new`, TARGET)
for (const language of LANGUAGES) {
  const own = rows.filter(row => row.language === language)
  const found = own.filter(({ source }) => source.startsWith('geonames')).length
  console.log(`${language}: ${own.length} names, ${found} of them from GeoNames`)
}

function table(name: string): Readonly<Record<string, string | undefined>>[] {
  return csvParse(readFileSync(join(DATA, name), 'utf8'))
}

/** Cities by each of their names. */
function citiesByName(read: ReadInput): ReadonlyMap<string, readonly City[]> {
  const found = new Map<string, City[]>()
  for (const { id, name, english, country, population, latitude, longitude } of read(
    'names/geonames-cities.csv',
  )) {
    const city = {
      id: id!,
      country: country!,
      population: Number(population),
      latitude: Number(latitude),
      longitude: Number(longitude),
    }
    for (const key of new Set([name, english].map(each => bare(each!)))) {
      if (key !== '') found.set(key, [...(found.get(key) ?? []), city])
    }
  }
  return found
}

/** The largest city that a place is. */
function cityOf(place: Readonly<Record<string, string | undefined>>): City | undefined {
  const at = { longitude: Number(place.longitude), latitude: Number(place.latitude) }
  const countries = [place.country, place.country2].map(iso3 => alpha2.get(iso3 ?? ''))
  return (byName.get(bare(place.name!)) ?? [])
    .filter(city => countries.includes(city.country))
    .filter(city => greatCircleKm(at, city) <= MOST_KM)
    .sort((a, b) => b.population - a.population)[0]
}

/** Letters and digits without accents and case; the Turkish i without a dot and the Polish l lose theirs too. */
function bare(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/ı/g, 'i')
    .replace(/ł/g, 'l')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** Names by city and language, as far as they are written as the page writes: Kazakh in Cyrillic, Chinese simplified. */
function translations(read: ReadInput): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const isSimplified = simplifiedChinese()
  for (const { id, language, name } of read('names/geonames-names.csv')) {
    const key = `${id} ${language!.slice(0, 2)}`
    // zh_CN stands before zh
    if (found.has(key)) continue
    if (language === 'ru' || (language === 'kk' && /\p{Script=Cyrillic}/u.test(name!))) found.set(key, name!)
    // 市 says that a city is meant, which the English name does not
    else if (language!.startsWith('zh') && isSimplified(name!))
      found.set(key, name!.replace(/(?<=..)市$/, ''))
  }
  return found
}

/** Whether all signs are of GB 2312, the set of simplified Chinese; traditional ones are not in it. */
function simplifiedChinese(): (text: string) => boolean {
  const decoder = new TextDecoder('gb18030')
  const known = new Set<string>()
  for (let row = 0xa1; row <= 0xf7; row++)
    for (let cell = 0xa1; cell <= 0xfe; cell++) known.add(decoder.decode(Uint8Array.of(row, cell)))
  return text => [...text].every(sign => known.has(sign))
}
