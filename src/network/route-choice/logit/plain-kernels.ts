/** The loops of route choice in plain form, for any number of nodes and where WebAssembly is not to be had. */
import { exp, log } from '../../../numeric/elementary.js'
import {
  BY_NODE,
  type CargoClasses,
  LAND,
  LARGEST_EXPONENT,
  LARGEST_SUM,
  LOG_SUM,
  type LogitKernels,
  NODES_OF_BIN,
  type RouteChoice,
  SEA,
  SEA_SUM,
  SEA_TERM,
  SEA_TERM_PER_SUM,
  SMALLEST_SUM,
  shareOf,
} from './kernels.js'

export function plainKernels({ value, dispersion, seaDispersion }: CargoClasses): LogitKernels {
  const nodes = value.length
  const perDispersion = 1 / dispersion
  const perSeaDispersion = 1 / seaDispersion
  /** Sums over routes by land and by sea. */
  const sums = new Float64Array(2 * nodes)

  function termsOfRoute({ routes, terms }: RouteChoice, r: number): void {
    const isSea = routes.maritime[r] === 1
    const [hours, usd, factor] = [routes.hours[r], routes.usd[r], routes.overlap[r]]
    const reference = isSea ? nodes : 0
    const per = isSea ? perSeaDispersion : perDispersion
    const start = (2 + r) * nodes
    for (let node = 0; node < nodes; node++) {
      const above = terms[reference + node] - (usd + value[node] * hours)
      terms[start + node] = factor * expWithin(above * per)
    }
  }

  function addTerms({ terms, routes }: RouteChoice, r: number, sums: Float64Array): void {
    const to = (routes.maritime[r] === 1 ? SEA_SUM : LAND) * nodes
    const from = (2 + r) * nodes
    for (let node = 0; node < nodes; node++) sums[to + node] += terms[from + node]
  }

  /** Writes the term of the nest at sea. */
  function closeNest({ terms, byNode }: RouteChoice, node: number): boolean {
    const seaSum = byNode[SEA_SUM * nodes + node]
    if (!isNear(seaSum)) return false
    const above = terms[node] - terms[nodes + node] + seaDispersion * log(seaSum)
    const seaTerm = expWithin(above / dispersion)
    byNode[SEA_TERM * nodes + node] = seaTerm
    byNode[SEA_TERM_PER_SUM * nodes + node] = seaTerm / seaSum
    return true
  }

  return {
    references({ routes, available, terms }) {
      terms.fill(Number.POSITIVE_INFINITY, 0, 2 * nodes)
      for (let r = 0; r < routes.count; r++) {
        if (available[r] === 0) continue
        for (let node = 0; node < nodes; node++) {
          const cost = routes.usd[r] + value[node] * routes.hours[r]
          if (cost < terms[node]) terms[node] = cost
          if (routes.maritime[r] === 1 && cost < terms[nodes + node]) terms[nodes + node] = cost
        }
      }
    },

    terms(choice, beside) {
      const { terms, routes, available } = choice
      for (let at = 0; beside !== undefined && at < 2 * nodes; at++) terms[at] = beside.terms[at]
      for (let r = 0; r < routes.count; r++) {
        if (available[r] === 0) continue
        if (beside === undefined || beside.differs[r] === 1) termsOfRoute(choice, r)
        else for (let at = (2 + r) * nodes; at < (3 + r) * nodes; at++) terms[at] = beside.terms[at]
      }
    },

    sums(choice, part) {
      choice.byNode.fill(0, 0, BY_NODE * nodes)
      part?.byNode.fill(0, 0, BY_NODE * nodes)
      for (let r = 0; r < choice.routes.count; r++) {
        if (choice.available[r] === 0) continue
        addTerms(choice, r, part?.available[r] === 1 ? part.byNode : choice.byNode)
      }
      if (part === undefined) return
      for (const row of [LAND, SEA_SUM])
        for (let at = row * nodes; at < (row + 1) * nodes; at++) choice.byNode[at] += part.byNode[at]
    },

    finish(choice, hasSea) {
      const { terms, byNode } = choice
      for (let node = 0; node < nodes; node++) {
        if (hasSea && !closeNest(choice, node)) return false
        const total = byNode[LAND * nodes + node] + byNode[SEA_TERM * nodes + node]
        if (!isNear(total)) return false
        const perTotal = 1 / total
        byNode[LOG_SUM * nodes + node] = terms[node] - dispersion * log(total)
        byNode[LAND * nodes + node] = perTotal
        byNode[SEA * nodes + node] = byNode[SEA_TERM_PER_SUM * nodes + node] * perTotal
      }
      return true
    },

    shares({ available, terms, byNode, routes }, { weights }, out) {
      for (let r = 0; r < routes.count; r++) {
        const scale = (LAND + routes.maritime[r]) * nodes
        const at = (2 + r) * nodes
        // Two sums side by side, as two lanes of a vector have them.
        let [even, odd] = [0, 0]
        for (let node = 0; node < nodes && available[r] === 1; node += 2) {
          even += weights[node] * byNode[scale + node] * terms[at + node]
          if (node + 1 < nodes) odd += weights[node + 1] * byNode[scale + node + 1] * terms[at + node + 1]
        }
        out[r] = even + odd
      }
    },

    costs({ byNode }, { byNode: least }, { weights, bins }, out) {
      const logSum = LOG_SUM * nodes
      binMeans(bins, out, node => weights[node] * Math.max(byNode[logSum + node], least[logSum + node]))
    },

    hours({ available, terms, byNode, routes }, { weights, bins }, hours, less, out) {
      sums.fill(0)
      for (let r = 0; r < routes.count; r++) {
        const more = less === undefined ? hours[r] : hours[r] - less[r]
        // Equal hours add exactly nothing.
        if (available[r] === 0 || more === 0) continue
        const to = routes.maritime[r] * nodes
        for (let node = 0; node < nodes; node++) sums[to + node] += more * terms[(2 + r) * nodes + node]
      }
      binMeans(bins, out, node => {
        const land = weights[node] * byNode[LAND * nodes + node] * sums[node]
        return land + weights[node] * byNode[SEA * nodes + node] * sums[nodes + node]
      })
    },

    displaced(old, next, { weights, bins }, { onlyLoses, isLoss }, out) {
      binMeans(bins, out, node => {
        const more = displacedAt(old, next, node, nodes, onlyLoses)
        return weights[node] * (isLoss ? Math.max(0, more) : more)
      })
    },
  }

  /** @param at what a node adds, weighed already. */
  function binMeans(bins: Float64Array, out: Float64Array, at: (node: number) => number): void {
    for (let node = 0; node < nodes; node += NODES_OF_BIN) {
      const sum = node + 1 < nodes ? at(node) + at(node + 1) : at(node)
      out[node / NODES_OF_BIN] = sum / bins[node / NODES_OF_BIN]
    }
  }
}

function displacedAt(
  old: RouteChoice,
  next: RouteChoice,
  node: number,
  nodes: number,
  onlyLoses: boolean,
): number {
  const { count, hours: hoursOld } = old.routes
  const { hours: hoursNew } = next.routes
  let [before, after, more] = [0, 0, 0]
  let [closedShare, closedHours, openedShare, openedHours] = [0, 0, 0, 0]
  for (let r = 0; r < count; r++) {
    const shareOld = shareOf(old, r, node, nodes)
    const shareNew = shareOf(next, r, node, nodes)
    before += shareOld * hoursOld[r]
    after += shareNew * hoursNew[r]
    if (old.available[r] === 1 && next.available[r] === 1) {
      more += shareOld * (hoursNew[r] - hoursOld[r])
    } else if (old.available[r] === 1) {
      closedShare += shareOld
      closedHours += shareOld * hoursOld[r]
    } else if (next.available[r] === 1) {
      openedShare += shareNew
      openedHours += shareNew * hoursNew[r]
    }
  }
  if (closedShare > 0) more += Math.max(0, closedShare * after - closedHours)
  if (openedShare > 0 && !onlyLoses) more += Math.min(0, openedHours - openedShare * before)
  return more
}

function expWithin(x: number): number {
  return x > -LARGEST_EXPONENT ? exp(Math.min(x, LARGEST_EXPONENT)) : 0
}

function isNear(sum: number): boolean {
  return sum > SMALLEST_SUM && sum < LARGEST_SUM
}
