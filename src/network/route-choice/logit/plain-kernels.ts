/** The loops of route choice in plain form, for any number of nodes and where WebAssembly is not to be had. */
import { exp, log } from '../../../numeric/elementary.js'
import {
  ANCHORS,
  BY_NODE,
  type CargoClasses,
  classPowers,
  FIRST_TERM,
  LAND,
  LARGEST_EXPONENT,
  LARGEST_SUM,
  LOG_SUM,
  type LogitKernels,
  NEST,
  NODES_OF_BIN,
  POWERED_AFTER,
  REFERENCE,
  type RouteChoice,
  SEA,
  SEA_REFERENCE,
  SEA_SUM,
  SEA_TERM,
  SEA_TERM_PER_SUM,
  SMALLEST_BASE,
  SMALLEST_PART,
  SMALLEST_SUM,
  shareOf,
  type TermsBeside,
} from './kernels.js'

/** Places of the anchors' hours, before their USD. */
const ALL = 0
const AT_SEA = 2

export function plainKernels(classes: CargoClasses): LogitKernels {
  const { value, dispersion, seaDispersion } = classes
  const { squarings, roots } = classPowers(classes)
  const nodes = value.length
  const perDispersion = 1 / dispersion
  const perSeaDispersion = 1 / seaDispersion
  /** Sums over routes by land and by sea. */
  const sums = new Float64Array(2 * nodes)
  /** The part of a term that time makes. */
  const ofTime = new Float64Array(nodes)

  /** Where a row of terms begins. */
  const rowAt = (row: number): number => ANCHORS + row * nodes

  /** Writes a row of terms on an anchor. @param anchor place of its hours, before its USD. */
  function termsOnAnchor(
    { terms }: RouteChoice,
    row: number,
    route: { readonly hours: number; readonly usd: number; readonly factor: number },
    anchor: number,
    per: number,
    isBeside: boolean,
  ): void {
    const money = (terms[anchor + 1] - route.usd) * per
    // Beside another state a route too dear for its anchor is not told at all: it may be the best that is left.
    const isTold = money > SMALLEST_PART || !isBeside
    const ofMoney = isTold ? route.factor * expWithin(money, SMALLEST_PART) : Number.NaN
    const slope = (terms[anchor] - route.hours) * per
    for (let node = 0; node < nodes; node++) {
      const isPowered = squarings > 0 && node >= POWERED_AFTER
      ofTime[node] = isPowered
        ? powered(ofTime[node - POWERED_AFTER], squarings)
        : expWithin(value[node] * slope, SMALLEST_PART)
      terms[rowAt(row) + node] = ofMoney * ofTime[node]
    }
  }

  function termsOnReferences({ routes, terms }: RouteChoice, r: number): void {
    const isSea = routes.maritime[r] === 1
    const [hours, usd, factor] = [routes.hours[r], routes.usd[r], routes.overlap[r]]
    const reference = rowAt(isSea ? SEA_REFERENCE : REFERENCE)
    const per = isSea ? perSeaDispersion : perDispersion
    const start = rowAt(FIRST_TERM + r)
    for (let node = 0; node < nodes; node++) {
      const above = terms[reference + node] - (usd + value[node] * hours)
      terms[start + node] = factor * expWithin(above * per)
    }
  }

  /** Copies what does not differ, and has the others written. */
  function writeTerms(
    { routes, terms, available }: RouteChoice,
    beside: TermsBeside | undefined,
    write: (r: number) => void,
  ): void {
    for (let at = 0; beside !== undefined && at < rowAt(FIRST_TERM); at++) terms[at] = beside.terms[at]
    for (let r = 0; r < routes.count; r++) {
      if (available[r] === 0) continue
      if (beside === undefined || beside.differs[r] === 1) write(r)
      else
        for (let at = rowAt(FIRST_TERM + r); at < rowAt(FIRST_TERM + r + 1); at++)
          terms[at] = beside.terms[at]
    }
  }

  function addTerms({ terms, routes }: RouteChoice, r: number, sums: Float64Array): void {
    const to = (routes.maritime[r] === 1 ? SEA_SUM : LAND) * nodes
    const from = rowAt(FIRST_TERM + r)
    for (let node = 0; node < nodes; node++) sums[to + node] += terms[from + node]
  }

  /** Writes the term of the nest at sea. */
  function closeNest({ terms, byNode }: RouteChoice, node: number): boolean {
    const seaSum = byNode[SEA_SUM * nodes + node]
    if (!isNear(seaSum)) return false
    const seaTerm = terms[rowAt(NEST) + node] * nestPower(seaSum)
    byNode[SEA_TERM * nodes + node] = seaTerm
    byNode[SEA_TERM_PER_SUM * nodes + node] = seaTerm / seaSum
    return true
  }

  /** To the power ν ÷ μ. */
  function nestPower(sum: number): number {
    if (roots < 0) return exp((log(sum) * seaDispersion) / dispersion)
    let root = sum
    for (let k = 0; k < roots; k++) root = Math.sqrt(root)
    return root
  }

  return {
    anchors({ routes, available, terms }) {
      terms.fill(Number.POSITIVE_INFINITY, 0, ANCHORS)
      for (let r = 0; r < routes.count; r++) {
        if (available[r] === 0) continue
        for (let of = ALL; of <= (routes.maritime[r] === 1 ? AT_SEA : ALL); of += AT_SEA) {
          if (!(routes.hours[r] < terms[of])) continue
          terms[of] = routes.hours[r]
          terms[of + 1] = routes.usd[r]
        }
      }
      for (let node = 0; node < nodes; node++) {
        terms[rowAt(REFERENCE) + node] = terms[ALL + 1] + value[node] * terms[ALL]
        terms[rowAt(SEA_REFERENCE) + node] = terms[AT_SEA + 1] + value[node] * terms[AT_SEA]
      }
    },

    terms(choice, beside) {
      const { terms, routes } = choice
      const atSea = { hours: terms[AT_SEA], usd: terms[AT_SEA + 1], factor: 1 }
      if (beside === undefined && atSea.hours < Number.POSITIVE_INFINITY)
        termsOnAnchor(choice, NEST, atSea, ALL, perDispersion, false)
      writeTerms(choice, beside, r => {
        const isSea = routes.maritime[r] === 1
        const route = { hours: routes.hours[r], usd: routes.usd[r], factor: routes.overlap[r] }
        const per = isSea ? perSeaDispersion : perDispersion
        termsOnAnchor(choice, FIRST_TERM + r, route, isSea ? AT_SEA : ALL, per, beside !== undefined)
      })
    },

    references({ routes, available, terms }) {
      const [all, atSea] = [rowAt(REFERENCE), rowAt(SEA_REFERENCE)]
      terms.fill(Number.POSITIVE_INFINITY, all, all + 2 * nodes)
      for (let r = 0; r < routes.count; r++) {
        if (available[r] === 0) continue
        for (let node = 0; node < nodes; node++) {
          const cost = routes.usd[r] + value[node] * routes.hours[r]
          if (cost < terms[all + node]) terms[all + node] = cost
          if (routes.maritime[r] === 1 && cost < terms[atSea + node]) terms[atSea + node] = cost
        }
      }
    },

    termsByNode(choice, beside) {
      const { terms } = choice
      const [all, atSea, nest] = [rowAt(REFERENCE), rowAt(SEA_REFERENCE), rowAt(NEST)]
      for (let node = 0; node < nodes && beside === undefined; node++)
        terms[nest + node] = expWithin((terms[all + node] - terms[atSea + node]) * perDispersion)
      writeTerms(choice, beside, r => termsOnReferences(choice, r))
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
        byNode[LOG_SUM * nodes + node] = terms[rowAt(REFERENCE) + node] - dispersion * log(total)
        byNode[LAND * nodes + node] = perTotal
        byNode[SEA * nodes + node] = byNode[SEA_TERM_PER_SUM * nodes + node] * perTotal
      }
      return true
    },

    shares({ available, terms, byNode, routes }, { weights }, out) {
      for (let r = 0; r < routes.count; r++) {
        const scale = (LAND + routes.maritime[r]) * nodes
        const at = rowAt(FIRST_TERM + r)
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
        for (let node = 0; node < nodes; node++) sums[to + node] += more * terms[rowAt(FIRST_TERM + r) + node]
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

/** To the power 2^squarings. */
function powered(x: number, squarings: number): number {
  let power = x > SMALLEST_BASE ? x : 0
  for (let k = 0; k < squarings; k++) power *= power
  return power
}

/** @param least exponents that are not above it count as nothing. */
function expWithin(x: number, least = -LARGEST_EXPONENT): number {
  return x > least ? exp(Math.min(x, LARGEST_EXPONENT)) : 0
}

function isNear(sum: number): boolean {
  return sum > SMALLEST_SUM && sum < LARGEST_SUM
}
