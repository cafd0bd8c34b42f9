/** Why two places are not joined any more: the closings that together cut every way between them. */
import type { NetworkTables } from '../../dataset/dataset.js'
import { type ElementCosts, indexElements } from '../elements/elements.js'
import { buildGraph, type NetworkGraph } from './graph.js'

/** Something that was closed, and its elements. */
export interface Closing {
  readonly id: string
  readonly elements: readonly number[]
}

/**
 * Answers for one pair after the other which closings separate it: a set from which none can be left out.
 *
 * @param open state of every element after the closings.
 * @returns ids in the order given; empty where the ends are not joined even with all of them open, undefined where a way
 *   is left.
 */
export function separatingCuts(
  network: NetworkTables,
  { open }: Pick<ElementCosts, 'open'>,
  closings: readonly Closing[],
): (origins: readonly string[], destinations: readonly string[]) => readonly string[] | undefined {
  const graph = buildGraph(network, indexElements(network))
  const placeAt = new Map(network.places.map((place, at) => [place.id, at]))
  const indices = (ids: readonly string[]): number[] => ids.map(id => placeAt.get(id)!)
  return (origins, destinations) => {
    const [from, to] = [indices(origins), indices(destinations)]
    if (isJoined(graph, open, from, to)) return undefined
    let kept = [...closings]
    const state = open.slice()
    for (const closing of closings) {
      for (const element of closing.elements) state[element] = 1
      if (isJoined(graph, state, from, to)) {
        for (const element of closing.elements) state[element] = open[element]
      } else kept = kept.filter(other => other !== closing)
    }
    return kept.map(({ id }) => id)
  }
}

/** Whether any of the first places reaches any of the others by elements that are open. O(arcs). */
function isJoined(
  { stateCount, statesOfPlace, arcStart, arcTo, arcElement }: NetworkGraph,
  open: Uint8Array,
  from: readonly number[],
  to: readonly number[],
): boolean {
  const seen = new Uint8Array(stateCount)
  const wanted = new Uint8Array(stateCount)
  for (const place of to) for (const state of statesOfPlace[place]) wanted[state] = 1
  const waiting: number[] = []
  for (const place of from) {
    for (const state of statesOfPlace[place]) {
      seen[state] = 1
      waiting.push(state)
    }
  }
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    if (wanted[state] === 1) return true
    for (let arc = arcStart[state]; arc < arcStart[state + 1]; arc++) {
      if (open[arcElement[arc]] === 0 || seen[arcTo[arc]] === 1) continue
      seen[arcTo[arc]] = 1
      waiting.push(arcTo[arc])
    }
  }
  return false
}
