/** Traffic at named points, so that it can stand beside what was counted there. */
import type { NetworkTables } from '../../dataset/dataset.js'
import { KeruenError } from '../../errors.js'
import { straitElements } from '../choice-set/passing.js'
import type { ElementIndex } from '../elements/elements.js'

/**
 * Elements that a name stands for, ascending: `crossing:PLACE:MODE` both ways over a border, `link:ID`, `strait:PLACE`
 * a strait or canal.
 *
 * @throws KeruenError `network.unknown-point` listing every name that stands for nothing.
 */
export function pointElements(
  network: NetworkTables,
  index: ElementIndex,
  names: readonly string[],
): number[] {
  const found = names.map(name => ({ name, elements: elementsOf(network, index, name) }))
  const unknown = found.filter(({ elements }) => elements.length === 0)
  if (unknown.length > 0) {
    throw new KeruenError(
      'input',
      unknown.map(({ name }) => ({
        code: 'network.unknown-point',
        expected: 'crossing:PLACE:MODE, link:ID or strait:PLACE of the network',
        found: name,
        mend: 'take place and link ids from the tables of the network',
      })),
    )
  }
  return [...new Set(found.flatMap(({ elements }) => elements))].sort((a, b) => a - b)
}

function elementsOf(network: NetworkTables, index: ElementIndex, name: string): number[] {
  const [kind, id, mode] = name.split(':')
  if (kind === 'link') return positions(network.links, link => link.id === id)
  if (kind === 'strait') return [...straitElements(network, index, id ?? '')]
  if (kind !== 'crossing') return []
  return positions(network.crossings, row => row.placeId === id && row.mode === mode).map(
    row => index.crossingStart + row,
  )
}

function positions<Row>(rows: readonly Row[], fits: (row: Row) => boolean): number[] {
  const found: number[] = []
  for (let at = 0; at < rows.length; at++) if (fits(rows[at])) found.push(at)
  return found
}

/** TEU a year at a point: the sum over its elements, each of which a route passes at most once. */
export function pointTraffic(elements: readonly number[], traffic: Float64Array): number {
  return elements.reduce((sum, element) => sum + traffic[element], 0)
}
