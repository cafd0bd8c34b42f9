import { describe, expect, test } from 'vitest'
import { documentedNetwork } from './network-files.js'
import { BORDER, RAIL, sentences, testFaults } from './one-fault.js'

describe('one fault of a property: feature, field, what was found, and the mend', () => {
  testFaults([
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
  ])

  test('an infinite number, which JSON can spell', () => {
    const text = documentedNetwork().replace('"lengthKm": 312', '"lengthKm": 1e999')
    expect(sentences(text)).toEqual([
      expect.stringMatching(/lengthKm: expected a finite number, found Infinity/),
    ])
  })
})
