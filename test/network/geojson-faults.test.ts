import { describe, expect, test } from 'vitest'
import { formatIssue } from '../../src/errors.js'
import { checkNetworkGeojson } from '../../src/network/file/read-geojson.js'
import { embeddedDataset } from '../embedded.js'
import { documentedNetwork, spoilt } from './network-files.js'

const { countries } = embeddedDataset()
const check = (text: string) => checkNetworkGeojson(text, { file: 'net.geojson', countries })
const sentences = (text: string) => check(text).faults.map(formatIssue)

type Spoil = Parameters<typeof spoilt>[0]

const BORDER = 'saryagash-keles'
const RAIL = 'rail-shymkent--saryagash'

describe('one fault: feature, field, what was found, and the mend', () => {
  test.each<[string, Spoil, string, RegExp]>([
    [
      'a missing property',
      (_, of) => delete of(RAIL).properties.speedKmh,
      'network.missing-property',
      /^net\.geojson: features\[4\] rail-shymkent--saryagash: speedKmh: expected a property speedKmh \(Running average, km\/h\), found none/,
    ],
    [
      'a misspelt property, once and not also as missing',
      (_, of) => {
        of(RAIL).properties.speedkmh = of(RAIL).properties.speedKmh
        delete of(RAIL).properties.speedKmh
      },
      'network.unknown-property',
      /features\[4\].*Write speedKmh/,
    ],
    [
      'misspelt waits',
      (_, of) => {
        of('tashkent').properties.terminal = of('tashkent').properties.terminals
        delete of('tashkent').properties.terminals
      },
      'network.unknown-property',
      /features\[2\] tashkent: terminal: .*Write terminals/,
    ],
    [
      'a misspelt member of the collection',
      file => {
        file.gateway = file.gateways
        delete file.gateways
      },
      'network.unknown-property',
      /net\.geojson: gateway: .*Write gateways/,
    ],
    [
      'an unknown mode',
      (_, of) => {
        of('road-tashkent--samarkand').properties.mode = 'raod'
      },
      'network.unknown-mode',
      /mode: expected one of rail, road, sea, ferry, inland_waterway, found "raod"\. Write road/,
    ],
    [
      'a number in quotation marks',
      (_, of) => {
        of(RAIL).properties.lengthKm = '205'
      },
      'network.wrong-type',
      /lengthKm: expected a finite number, found "205"\. Write 205, unquoted/,
    ],
    [
      'a negative length',
      (_, of) => {
        of(RAIL).properties.lengthKm = -205
      },
      'network.out-of-range',
      /lengthKm: expected a number of at least 0, found -205/,
    ],
    [
      'a speed of nothing',
      (_, of) => {
        of(RAIL).properties.speedKmh = 0
      },
      'network.out-of-range',
      /speedKmh: expected a number of at least 0\.1, found 0/,
    ],
    [
      'a negative capacity',
      (_, of) => {
        of(RAIL).properties.capacityKteu = -1
      },
      'network.out-of-range',
      /capacityKteu/,
    ],
    [
      'negative hours at a border',
      (_, of) => {
        of(BORDER).properties.crossings[1].hoursLow = -6
      },
      'network.out-of-range',
      /features\[1\] saryagash-keles: crossings\[1\]\.hoursLow: .*found -6/,
    ],
    [
      'negative fees of a terminal',
      (_, of) => {
        of('tashkent').properties.terminals[0].usdPerTeu = -80
      },
      'network.out-of-range',
      /tashkent: terminals\[0\]\.usdPerTeu/,
    ],
    [
      'a mean outside its range',
      (_, of) => {
        of(BORDER).properties.crossings[0].hours = 61
      },
      'network.range-out-of-order',
      /crossings\[0\]\.hours: expected hoursLow ≤ hours ≤ hoursHigh, found 8, 61, 60/,
    ],
    [
      'neither cost by kilometre nor lump sum',
      (_, of) => delete of('road-tashkent--samarkand').properties.lumpUsd,
      'network.missing-property',
      /costUsdPerTeuKm: expected a number here or in lumpUsd, found neither/,
    ],
    [
      'a place that is not there',
      (_, of) => {
        of('rail-saryagash--tashkent').properties.to = 'tashkend'
      },
      'network.unknown-place',
      /features\[5\] rail-saryagash--tashkent: to: .*found "tashkend"\. Write tashkent/,
    ],
    [
      'an unknown country, by its name',
      (_, of) => {
        of('samarkand').properties.country = 'UZK'
      },
      'network.unknown-country',
      /features\[3\] samarkand: country: .*found "UZK"\. Write UZB/,
    ],
    [
      'a code that is none',
      (_, of) => {
        of('samarkand').properties.country = 'Uzbekistan'
      },
      'network.wrong-form',
      /three capital letters/,
    ],
    [
      'a place twice',
      file => file.features.push(file.features[3]),
      'network.duplicate',
      /features\[7\] samarkand: id: expected the place samarkand once, found it twice, first in features\[3\] samarkand/,
    ],
    [
      'a link twice',
      file => file.features.push(file.features[4]),
      'network.duplicate',
      /the link rail-shymkent--saryagash once/,
    ],
    [
      'a crossing twice',
      (_, of) => of(BORDER).properties.crossings.push(of(BORDER).properties.crossings[0]),
      'network.duplicate',
      /crossings\[2\]\.mode: expected the crossing saryagash-keles rail KAZ>UZB once/,
    ],
    [
      'a change of mode twice, the other way round',
      (_, of) =>
        of('tashkent').properties.terminals.push({
          ...of('tashkent').properties.terminals[0],
          modeA: 'road',
          modeB: 'rail',
        }),
      'network.duplicate',
      /terminals\[[01]\]\.modeA: expected the terminal tashkent rail\/road once/,
    ],
    [
      'a gateway twice',
      file => {
        file.gateways[0].share = 0.5
        file.gateways.push(file.gateways[0])
      },
      'network.duplicate',
      /gateways\[2\] KAZ: placeId: expected the gateway KAZ shymkent once/,
    ],
    [
      'a latitude beyond the pole',
      (_, of) => {
        of('shymkent').geometry.coordinates = [42.32, 169.6]
      },
      'network.coordinates-swapped',
      /features\[0\] shymkent: geometry\.coordinates: .*Write \[169\.6, 42\.32\]: longitude comes first/,
    ],
    [
      'metres of a projection',
      (_, of) => {
        of('shymkent').geometry.coordinates = [7747836, 5206324]
      },
      'network.coordinates-out-of-range',
      /not metres of a projection/,
    ],
    [
      'one coordinate alone',
      (_, of) => {
        of('shymkent').geometry.coordinates = [69.6]
      },
      'network.wrong-type',
      /expected \[longitude, latitude\] in degrees/,
    ],
    [
      'a line of one position',
      (_, of) => of(RAIL).geometry.coordinates.splice(1),
      'network.wrong-type',
      /two positions or more, found a list of 1/,
    ],
    [
      'a link much shorter than the great circle',
      (_, of) => {
        of('road-tashkent--samarkand').properties.lengthKm = 31.2
      },
      'network.shorter-than-great-circle',
      /lengthKm: expected at least the great circle from tashkent to samarkand, 26\d\.\d km, found 31\.2 km/,
    ],
    [
      'a line that ends elsewhere',
      (_, of) => {
        of(RAIL).geometry.coordinates[2] = [69.3, 41.5]
      },
      'network.line-ends',
      /features\[4\].*expected a line from shymkent \[69\.6, 42\.32\] to saryagash-keles.*Move its ends/,
    ],
    [
      'a line the other way round',
      (_, of) => of(RAIL).geometry.coordinates.reverse(),
      'network.line-ends',
      /Exchange from and to/,
    ],
    [
      'a line with latitude first',
      (_, of) => {
        for (const each of of(RAIL).geometry.coordinates) each.reverse()
      },
      'network.line-ends',
      /Write longitude before latitude/,
    ],
    [
      'a link from a place to itself',
      (_, of) => {
        of('road-tashkent--samarkand').properties.to = 'tashkent'
        of('road-tashkent--samarkand').geometry.coordinates[1] = [69.24, 41.24]
      },
      'network.loop',
      /to: expected another place than from/,
    ],
    [
      'a railway without a country',
      (_, of) => delete of(RAIL).properties.country,
      'network.missing-country',
      /features\[4\].*country: expected the country in which a rail link lies/,
    ],
    [
      'a railway of a third country at a border',
      (_, of) => {
        of(RAIL).properties.country = 'KGZ'
      },
      'network.wrong-countries',
      /a country that meets at saryagash-keles: KAZ or UZB, found "KGZ"/,
    ],
    [
      'a city without a country',
      (_, of) => delete of('samarkand').properties.country,
      'network.missing-country',
      /features\[3\] samarkand: country/,
    ],
    [
      'a border with one country',
      (_, of) => {
        of(BORDER).properties.country2 = 'KAZ'
        delete of(BORDER).properties.crossings
        of('rail-saryagash--tashkent').properties.country = 'KAZ'
      },
      'network.missing-country',
      /country2: expected the second country of a border place, found "KAZ", which is the first/,
    ],
    [
      'a city with two countries',
      (_, of) => {
        of('samarkand').properties.country2 = 'TJK'
      },
      'network.not-a-border',
      /samarkand: country2/,
    ],
    [
      'a crossing where no border is',
      (_, of) => {
        of('tashkent').properties.crossings = [of(BORDER).properties.crossings[0]]
      },
      'network.not-a-border',
      /features\[2\] tashkent: crossings\[0\]\.fromCountry: .*found a place of kind terminal/,
    ],
    [
      'a crossing between countries that do not meet there',
      (_, of) => {
        of(BORDER).properties.crossings[1].fromCountry = 'KGZ'
      },
      'network.wrong-countries',
      /crossings\[1\]\.fromCountry: expected from KAZ to UZB, or back, found from KGZ to KAZ/,
    ],
    [
      'a corridor without its link',
      file => file.corridors[0].places.splice(1, 1),
      'network.broken-corridor',
      /corridors\[0\] shymkent-tashkent: places\[1\]: expected a link by rail between shymkent and tashkent, found none/,
    ],
    [
      'a corridor by a mode that is not there',
      file => file.corridors[0].places.push('samarkand'),
      'network.broken-corridor',
      /found one by road alone/,
    ],
    [
      'a corridor by an unknown mode',
      file => {
        file.corridors[0].modes = ['rail', 'fery']
      },
      'network.unknown-mode',
      /modes\[1\]: .*Write ferry/,
    ],
    [
      'a corridor of one place',
      file => file.corridors[0].places.splice(1),
      'network.out-of-range',
      /places: expected at least 2 entries, found 1/,
    ],
    [
      'shares that do not sum to one',
      file => {
        file.gateways[0].share = 0.9
      },
      'network.share-sum',
      /gateways\[0\] KAZ: share: expected shares of KAZ that sum to one, found 0\.9/,
    ],
    [
      'a share above one',
      file => {
        file.gateways[0].share = 1.5
      },
      'network.out-of-range',
      /gateways\[0\] KAZ: share: .*at most 1/,
    ],
    [
      'a gateway at an unknown place',
      file => {
        file.gateways[0].placeId = 'shimkent'
      },
      'network.unknown-place',
      /gateways\[0\] KAZ: placeId: .*Write shymkent/,
    ],
    [
      'no type of feature',
      file => {
        file.features[6].type = 'feature'
      },
      'network.not-a-feature',
      /features\[6\]: expected an object of type "Feature"/,
    ],
    [
      'a polygon among the places',
      (_, of) => {
        of('samarkand').geometry = { type: 'Polygon', coordinates: [] }
      },
      'network.wrong-geometry',
      /features\[3\] samarkand: geometry: expected a Point \(a place\) or a LineString \(a link\), found "Polygon"/,
    ],
    [
      'a line in pieces',
      (_, of) => {
        of(RAIL).geometry = {
          type: 'MultiLineString',
          coordinates: [of(RAIL).geometry.coordinates, of(RAIL).geometry.coordinates],
        }
      },
      'network.wrong-geometry',
      /features\[4\].*geometry\.coordinates: expected one line, cut nowhere but at the 180th meridian, found 2 lines/,
    ],
    [
      'pieces that are none',
      (_, of) => {
        of(RAIL).geometry = { type: 'MultiLineString', coordinates: [] }
      },
      'network.wrong-type',
      /expected a list of lines, found a list of 0/,
    ],
    [
      'a wait at an end, out of order',
      (_, of) => {
        of('shymkent').properties.endWaits[0].hoursLow = 100
      },
      'network.range-out-of-order',
      /features\[0\] shymkent: endWaits\[0\]\.hours/,
    ],
    [
      'a wait at an end twice',
      (_, of) => of('shymkent').properties.endWaits.push(of('shymkent').properties.endWaits[0]),
      'network.duplicate',
      /endWaits\[1\]\.end: expected the wait shymkent rail origin once/,
    ],
    [
      'no properties',
      file => {
        file.features.push({
          type: 'Feature',
          geometry: { type: 'Point', coordinates: [0, 0] },
          properties: null,
        })
      },
      'network.wrong-type',
      /features\[7\]: expected an object, found null/,
    ],
    [
      'waits that are no list',
      (_, of) => {
        of(BORDER).properties.crossings = {}
      },
      'network.wrong-type',
      /crossings: expected a list, found an object/,
    ],
    [
      'no places',
      file => {
        Object.assign(file, { features: [], gateways: [], corridors: [] })
      },
      'network.empty',
      /at least one place/,
    ],
  ])('%s', (_, spoil, code, sentence) => {
    const { network: read, faults } = check(spoilt(spoil))
    const text = faults.map(formatIssue)
    expect(text).toEqual([expect.stringMatching(sentence)])
    expect(faults[0]!.code).toBe(code)
    expect(read).toBeUndefined()
  })

  test('an infinite number, which JSON can spell', () => {
    const text = documentedNetwork().replace('"lengthKm": 312', '"lengthKm": 1e999')
    expect(sentences(text)).toEqual([
      expect.stringMatching(/lengthKm: expected a finite number, found Infinity/),
    ])
  })
})
