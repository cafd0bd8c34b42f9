/**
 * Routes as trees: those that leave a gateway alike share the first half of their way, and those that reach one alike the
 * second. On the embedded network a thirtieth of the elements of all routes is left, so that whoever sums along the routes of
 * one choice set again and again is done in a fifth of the time.
 */
import { ownArrays } from '../../numeric/array-memory.js'
import { orderByKey } from '../../numeric/counting-sort.js'
import type { ChoiceSet } from '../choice-set/choice-set.js'

/** Plain arrays. Node 0 is none. */
export interface SharedWays {
  /** Node with the last element of each route's first half, and that with the first of its second. */
  readonly first: Uint32Array
  readonly second: Uint32Array
  /** Element of each node. */
  readonly element: Uint16Array
  /** The node beside it on the way to its gateway, always a lower number; 0 at the gateway. */
  readonly towards: Uint32Array
}

/** The routes of a choice set, without what they cost. */
export type Routes = Pick<
  ChoiceSet,
  'gateways' | 'pairOrigin' | 'pairDestination' | 'routeStart' | 'elementStart' | 'elements'
>

/** O(elements of the choice set). */
export function sharedWays(choiceSet: Routes): SharedWays {
  const { gateways, pairOrigin, pairDestination, elementStart, elements } = choiceSet
  const routes = elementStart.length - 1
  const [first, second] = [new Uint32Array(routes), new Uint32Array(routes)]
  const trees = growTrees()
  forRoutesOf(choiceSet, pairOrigin, gateways.length, trees.begin, r => {
    const half = halfOf(elementStart, r)
    let node = 0
    for (let at = elementStart[r]; at < half; at++) node = trees.step(node, elements[at])
    first[r] = node
  })
  forRoutesOf(choiceSet, pairDestination, gateways.length, trees.begin, r => {
    const half = halfOf(elementStart, r)
    let node = 0
    for (let at = elementStart[r + 1] - 1; at >= half; at--) node = trees.step(node, elements[at])
    second[r] = node
  })
  return { first, second, ...trees.grown() }
}

function halfOf(elementStart: Uint32Array, route: number): number {
  return elementStart[route] + ((elementStart[route + 1] - elementStart[route]) >> 1)
}

/** All routes, gateway by gateway. @param of gateway of each pair. */
function forRoutesOf(
  { routeStart }: Routes,
  of: Uint16Array,
  gatewayCount: number,
  begin: () => void,
  visit: (route: number) => void,
): void {
  let present = -1
  for (const pair of orderByKey(of, gatewayCount)) {
    if (of[pair] !== present) begin()
    present = of[pair]
    for (let r = routeStart[pair]; r < routeStart[pair + 1]; r++) visit(r)
  }
}

/** Trees, one after the other, in one list of nodes; a table finds the nodes of the present one. */
function growTrees() {
  const element: number[] = [0]
  const towards: number[] = [0]
  let slots = new Uint32Array(1 << 12)
  /** Nodes before it are of other trees, and their slots are free. */
  let root = 1

  function slotOf(node: number, next: number): number {
    const mask = slots.length - 1
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(next, 0x85ebca6b)) >>> 0
    slot = (slot ^ (slot >>> 15)) & mask
    for (let found = slots[slot]; found >= root; found = slots[slot]) {
      if (towards[found] === node && element[found] === next) return slot
      slot = (slot + 1) & mask
    }
    return slot
  }

  /** The node of an element beside another node, made where there is none. */
  function step(node: number, next: number): number {
    const slot = slotOf(node, next)
    if (slots[slot] >= root) return slots[slot]
    const made = element.length
    element.push(next)
    towards.push(node)
    slots[slot] = made
    if (2 * (made - root) > slots.length) widen()
    return made
  }

  function widen(): void {
    slots = new Uint32Array(2 * slots.length)
    for (let node = root; node < element.length; node++) slots[slotOf(towards[node], element[node])] = node
  }

  return {
    step,
    begin: () => {
      root = element.length
    },
    grown: () => ({ element: Uint16Array.from(element), towards: Uint32Array.from(towards) }),
  }
}

/**
 * Sums along all routes: for every element what lies on the routes that pass it. Exact where the numbers are, as those of
 * `routeTraffic`.
 *
 * @param onRoute one number for each route.
 */
export function sumsOnSharedWays(
  { first, second, element, towards }: SharedWays,
  onRoute: Float64Array,
  elementCount: number,
  { float64 } = ownArrays,
): Float64Array {
  const onNode = float64(element.length)
  for (let route = 0; route < onRoute.length; route++) {
    onNode[first[route]] += onRoute[route]
    onNode[second[route]] += onRoute[route]
  }
  const sums = new Float64Array(elementCount)
  for (let node = element.length - 1; node > 0; node--) {
    sums[element[node]] += onNode[node]
    onNode[towards[node]] += onNode[node]
  }
  return sums
}
