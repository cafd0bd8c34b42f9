/**
 * A choice set in a form that compresses well, for whoever has to load it over a network: a tenth of the plain form once
 * gzipped.
 *
 * On a route each element is followed by one of a few others. The header lists the successors of every element, most
 * frequent first, and a route is the list of their ranks, nearly all of them small. What follows from elements and
 * network (overlap, sea) is made anew, to the same bits.
 */
import type { NetworkTables } from '../../dataset/dataset.js'
import { KeruenError } from '../../errors.js'
import { elementCosts, indexElements } from '../elements/elements.js'
import type { ChoiceSet } from './choice-set.js'
import { routeProperties } from './route-properties.js'

const MAGIC = 'keruen packed routes 1\n'

interface Header {
  readonly networkHash: string
  readonly gateways: readonly string[]
  /** Origin and destination of each pair, and how many routes it has. */
  readonly pairs: readonly (readonly [number, number, number])[]
  readonly elementCount: number
  /** Elements in all routes together. */
  readonly length: number
  /** Which elements follow each element; last those that begin a route. The number of elements stands for the end. */
  readonly successors: readonly (readonly number[])[]
}

/** Ranks up to this take one byte; higher ones this byte and two more. */
const WIDE = 0xff

export function packChoiceSet(choiceSet: ChoiceSet, network: NetworkTables): Uint8Array {
  const { gateways, pairOrigin, pairDestination, routeStart, elements, networkHash } = choiceSet
  const elementCount = indexElements(network).count
  const successors = rankSuccessors(choiceSet, elementCount)
  const rank = successors.map(list => new Map(list.map((element, at) => [element, at])))
  const ranks: number[] = []
  walk(choiceSet, elementCount, (last, element) => {
    const at = rank[last]!.get(element)!
    if (at < WIDE) ranks.push(at)
    else ranks.push(WIDE, at & 0xff, at >> 8)
  })
  const header: Header = {
    networkHash,
    gateways,
    pairs: Array.from(pairOrigin, (origin, p) => [
      origin,
      pairDestination[p],
      routeStart[p + 1] - routeStart[p],
    ]),
    elementCount,
    length: elements.length,
    successors,
  }
  const text = new TextEncoder().encode(`${MAGIC}${JSON.stringify(header)}\n`)
  const bytes = new Uint8Array(text.length + ranks.length)
  bytes.set(text)
  bytes.set(ranks, text.length)
  return bytes
}

/**
 * The choice set that was packed, bit for bit.
 *
 * @param network the one that it was found on.
 * @throws KeruenError `network.not-a-choice-set` where the bytes are something else, cut short or of another network.
 */
export function unpackChoiceSet(bytes: Uint8Array, network: NetworkTables): ChoiceSet {
  const { header, from } = readHeader(bytes)
  const index = indexElements(network)
  if (index.count !== header.elementCount) throw notPacked('routes of another network')
  const { gateways, pairs, networkHash } = header
  const routeStart = new Uint32Array(pairs.length + 1)
  pairs.forEach(([, , count], p) => {
    routeStart[p + 1] = routeStart[p] + count
  })
  const laidOut = { routeStart, ...readRoutes(bytes, from, header, routeStart[pairs.length]) }
  return {
    gateways,
    pairOrigin: Uint16Array.from(pairs, ([origin]) => origin),
    pairDestination: Uint16Array.from(pairs, ([, destination]) => destination),
    ...laidOut,
    ...routeProperties(network, index, elementCosts(network, index, new Set()), laidOut),
    networkHash,
  }
}

function readRoutes(
  bytes: Uint8Array,
  from: number,
  { elementCount, length, successors }: Header,
  routes: number,
): Pick<ChoiceSet, 'elementStart' | 'elements'> {
  const lists = successors.map(list => Uint16Array.from(list))
  const elements = new Uint16Array(length)
  const elementStart = new Uint32Array(routes + 1)
  let [at, filled] = [from, 0]
  for (let route = 0; route < routes; route++) {
    let last = elementCount
    for (;;) {
      let rank = bytes[at++]
      if (rank === WIDE) {
        rank = bytes[at] | (bytes[at + 1] << 8)
        at += 2
      }
      const next = lists[last][rank]
      if (next === undefined || (next !== elementCount && filled === length))
        throw notPacked('routes that are cut short or altered')
      if (next === elementCount) break
      elements[filled++] = next
      last = next
    }
    elementStart[route + 1] = filled
  }
  if (at !== bytes.length || filled !== length) throw notPacked('routes that are cut short or altered')
  return { elements, elementStart }
}

/** Which elements follow each, the most frequent first. */
function rankSuccessors(choiceSet: ChoiceSet, elementCount: number): number[][] {
  const counts = Array.from({ length: elementCount + 1 }, () => new Map<number, number>())
  walk(choiceSet, elementCount, (last, element) => {
    counts[last]!.set(element, (counts[last]!.get(element) ?? 0) + 1)
  })
  return counts.map(count =>
    [...count].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([element]) => element),
  )
}

/** Every step of every route, the one that ends it included; the number of elements stands before and after a route. */
function walk(
  { elements, elementStart }: ChoiceSet,
  elementCount: number,
  step: (last: number, element: number) => void,
): void {
  for (let route = 0; route + 1 < elementStart.length; route++) {
    let last = elementCount
    for (let at = elementStart[route]; at < elementStart[route + 1]; at++) {
      step(last, elements[at])
      last = elements[at]
    }
    step(last, elementCount)
  }
}

function readHeader(bytes: Uint8Array): { readonly header: Header; readonly from: number } {
  const end = bytes.indexOf(0x0a, MAGIC.length)
  const text = new TextDecoder().decode(bytes.subarray(0, end + 1))
  if (end < 0 || !text.startsWith(MAGIC)) throw notPacked('other bytes')
  return { header: JSON.parse(text.slice(MAGIC.length)) as Header, from: end + 1 }
}

function notPacked(found: string): KeruenError {
  return new KeruenError('failure', {
    code: 'network.not-a-choice-set',
    expected: 'routes packed by this version for this network',
    found,
    mend: 'build the program again: npm run build',
  })
}
