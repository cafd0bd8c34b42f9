/** A road-like network of any size: the same numbers on any machine. */
import { uniformDraw } from '../src/numeric/random.js'

export interface GeneratedNetwork {
  readonly nodeCount: number
  readonly from: Int32Array
  readonly to: Int32Array
  readonly cost: Float64Array
}

const SEED = 20240704
/** Nearest neighbours that a place may be joined with: three links a place use up to the fifth or so. */
const NEAREST = 8

/**
 * Places in a square, joined with their nearest, three links a place; both directions of a link cost its length × 1 to 2,
 * each its own.
 */
export function generatedNetwork(nodeCount: number): GeneratedNetwork {
  const x = Float64Array.from({ length: nodeCount }, (_, node) => uniformDraw(SEED, 'x', node))
  const y = Float64Array.from({ length: nodeCount }, (_, node) => uniformDraw(SEED, 'y', node))
  const links = nearestLinks(x, y).slice(0, 3 * nodeCount)
  const arcs = links.flatMap(([a, b, length], link) => [
    { from: a, to: b, cost: length * (1 + uniformDraw(SEED, 'there', link)) },
    { from: b, to: a, cost: length * (1 + uniformDraw(SEED, 'back', link)) },
  ])
  return {
    nodeCount,
    from: Int32Array.from(arcs, arc => arc.from),
    to: Int32Array.from(arcs, arc => arc.to),
    cost: Float64Array.from(arcs, arc => arc.cost),
  }
}

/** Different nodes, drawn by chance. */
export function drawnNodes(nodeCount: number, wanted: number, stream: string): number[] {
  const drawn = new Set<number>()
  for (let draw = 0; drawn.size < wanted; draw++)
    drawn.add(Math.floor(nodeCount * uniformDraw(SEED, stream, draw)))
  return [...drawn]
}

type Join = readonly [a: number, b: number, length: number]

/** Pairs of neighbours, each once: all nearest first, then all second nearest, and so on; the shorter first. */
function nearestLinks(x: Float64Array, y: Float64Array): Join[] {
  const nodeCount = x.length
  const side = Math.ceil(Math.sqrt(nodeCount / 4))
  const cells: number[][] = Array.from({ length: side * side }, () => [])
  const cellOf = (node: number) => [Math.floor(x[node]! * side), Math.floor(y[node]! * side)] as const
  for (let node = 0; node < nodeCount; node++) {
    const [column, row] = cellOf(node)
    cells[column * side + row]!.push(node)
  }
  const byNearness: Join[][] = Array.from({ length: NEAREST }, () => [])
  for (let node = 0; node < nodeCount; node++) {
    const [column, row] = cellOf(node)
    const near: { other: number; length: number }[] = []
    for (let c = Math.max(0, column - 2); c <= Math.min(side - 1, column + 2); c++) {
      for (let r = Math.max(0, row - 2); r <= Math.min(side - 1, row + 2); r++) {
        for (const other of cells[c * side + r]!) {
          if (other === node) continue
          near.push({ other, length: Math.sqrt((x[node]! - x[other]!) ** 2 + (y[node]! - y[other]!) ** 2) })
        }
      }
    }
    near.sort((a, b) => a.length - b.length)
    near.slice(0, NEAREST).forEach(({ other, length }, k) => {
      byNearness[k]!.push([Math.min(node, other), Math.max(node, other), length])
    })
  }
  const seen = new Set<number>()
  return byNearness
    .flatMap(list => list.sort((a, b) => a[2] - b[2]))
    .filter(([a, b]) => {
      const key = a * nodeCount + b
      return !seen.has(key) && seen.add(key)
    })
}
