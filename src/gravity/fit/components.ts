/** Which levels of two effects hang together: within a component a constant can move from one effect to the other. */

export interface LevelComponents {
  readonly count: number
  /** Component of every level of either effect, numbered from 0 in the order of the second's levels; −1 without a row. */
  readonly first: Int32Array
  readonly second: Int32Array
}

/**
 * Components of the graph that joins a level of each of two effects wherever they share a row.
 *
 * @param first       levels of the rows, 0 … firstCount − 1; `second` likewise.
 * @see Abowd, Creecy & Kramarz (2002).
 */
export function levelComponents(
  first: Int32Array,
  firstCount: number,
  second: Int32Array,
  secondCount: number,
): LevelComponents {
  // union–find over the levels of both; the second effect's come first, so that a root is its lowest level
  const parent = Int32Array.from({ length: secondCount + firstCount }, (_, node) => node)
  const isUsed = new Uint8Array(parent.length)
  const root = (node: number): number => {
    let at = node
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!
      at = parent[at]!
    }
    return at
  }
  for (let row = 0; row < first.length; row++) {
    isUsed[second[row]!] = 1
    isUsed[secondCount + first[row]!] = 1
    const one = root(second[row]!)
    const other = root(secondCount + first[row]!)
    if (one < other) parent[other] = one
    else parent[one] = other
  }
  const number = new Int32Array(parent.length).fill(-1)
  let count = 0
  const of = (node: number) => {
    if (isUsed[node] === 0) return -1
    const top = root(node)
    if (number[top]! < 0) number[top] = count++
    return number[top]!
  }
  const ofSecond = Int32Array.from({ length: secondCount }, (_, level) => of(level))
  const ofFirst = Int32Array.from({ length: firstCount }, (_, level) => of(secondCount + level))
  return { count, first: ofFirst, second: ofSecond }
}
