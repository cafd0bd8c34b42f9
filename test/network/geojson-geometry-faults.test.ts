import { describe } from 'vitest'
import { BORDER, RAIL, testFaults } from './one-fault.js'

describe('one fault of a shape, or of what belongs together: feature, what was found, and the mend', () => {
  testFaults([
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
  ])
})
