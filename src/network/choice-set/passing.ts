/** Which routes pass a set of elements: a territory by land, a strait. */
import type { NetworkTables } from '../../dataset/dataset.js'
import type { ElementIndex } from '../elements/elements.js'
import type { ChoiceSet } from './choice-set.js'

/** Rail, road and inland waterway inside any of the countries. */
export function landElements(network: NetworkTables, countries: ReadonlySet<string>): Set<number> {
  const inside = new Set<number>()
  network.links.forEach(({ mode, country }, element) => {
    const inland = mode === 'rail' || mode === 'road' || mode === 'inland_waterway'
    if (inland && country !== undefined && countries.has(country)) inside.add(element)
  })
  return inside
}

/** The passage of a strait, or its transit rows. */
export function straitElements(network: NetworkTables, index: ElementIndex, placeId: string): Set<number> {
  const elements = new Set<number>()
  index.passagePlaces.forEach((place, row) => {
    if (network.places[place].id === placeId) elements.add(index.passageStart + row)
  })
  network.terminals.forEach((terminal, row) => {
    if (terminal.placeId === placeId) elements.add(index.terminalStart + row)
  })
  return elements
}

/** 1 for each route that uses one of the elements. */
export function routesThrough(
  { elementStart, elements }: ChoiceSet,
  wanted: ReadonlySet<number>,
): Uint8Array {
  const mark = new Uint8Array(0x1_0000)
  for (const element of wanted) mark[element] = 1
  const flags = new Uint8Array(elementStart.length - 1)
  for (let route = 0; route < flags.length; route++) {
    let flag = 0
    for (let at = elementStart[route]; at < elementStart[route + 1]; at++) flag |= mark[elements[at]]
    flags[route] = flag
  }
  return flags
}
