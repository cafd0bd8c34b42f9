import { describe, expect, test } from 'vitest'
import { readDataset, validateDataset } from '../../src/dataset/reading/read-dataset.js'
import { indexElements } from '../../src/network/elements/elements.js'
import { pointElements } from '../../src/network/traffic/traffic-points.js'
import { embeddedDataset } from '../embedded.js'
import { edited, embeddedFiles, smallPackage } from './packages.js'

describe('traffic points', () => {
  test('embedded: every point stands for elements of the network, in known ways of counting', () => {
    const { network, trafficPoints } = embeddedDataset()
    const index = indexElements(network)
    expect(trafficPoints.map(({ id }) => id)).toEqual([
      'alashankou',
      'bandar-abbas',
      'caspian',
      'erenhot',
      'far-east',
      'habur',
      'kapikule',
      'khorgos',
      'lars',
      'manzhouli',
      'novorossiysk',
      'poland',
      'sarp',
      'st-petersburg',
      'suez',
      'torkham',
    ])
    for (const { elements, teu } of trafficPoints) {
      expect(pointElements(network, index, elements).length).toBeGreaterThan(0)
      expect(teu).toBeGreaterThan(1000)
    }
  })

  test('a count times a factor is derived, a count as it is keeps its quality', () => {
    const quality = new Map(embeddedDataset().trafficPoints.map(point => [point.id, point.quality]))
    expect(quality.get('khorgos')).toBe('derived')
    expect(quality.get('manzhouli')).toBe('published')
  })

  test('an element that the network does not have is named with its line', () => {
    const files = edited(embeddedFiles(), 'traffic-points.csv', text =>
      text
        .replace('crossing:khorgos-altynkol:rail', 'crossing:khorgos-altynkol:ferry')
        .replace('strait:suez', 'strait:almaty'),
    )
    const faults = validateDataset(files).filter(({ code }) => code === 'dataset.unknown-element')
    expect(faults.map(({ found, at }) => [found, at?.file, at?.field])).toEqual([
      ['"crossing:khorgos-altynkol:ferry"', 'traffic-points.csv', 'elements'],
      ['"strait:almaty"', 'traffic-points.csv', 'elements'],
    ])
    expect(faults.every(({ at }) => at!.line! > 1)).toBe(true)
    expect(() => readDataset(files)).toThrow('traffic-points.csv')
  })

  test('a package without the table has no points', () => {
    expect(readDataset(smallPackage()).trafficPoints).toEqual([])
  })
})
