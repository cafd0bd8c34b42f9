/** Fills a workspace with a base and what happens to it. */
import { power } from '../../numeric/elementary.js'
import { hasIntermediates, intermediateUse } from './accounts.js'
import type { ManySectorWorkspace } from './workspace.js'
import type { ManySectorBase, ManySectorChange } from './world.js'

/** Spending is counted in units of the base, but never of less than this share of what the economy spends. */
const SMALLEST_UNIT = 1e-6

/** Writes parameters, A and B, units, and the point of no change. O(J n² + n J²). */
export function prepare(
  workspace: ManySectorWorkspace,
  base: ManySectorBase,
  change: ManySectorChange,
): void {
  const { baseline } = base
  workspace.valueAddedShare.set(baseline.valueAddedShare)
  workspace.finalDemandShare.set(base.finalDemandShare)
  workspace.tradeElasticity.set(baseline.tradeElasticity)
  workspace.valueAdded.set(base.valueAdded)
  workspace.balance.set(base.balance)
  workspace.endowment.set(base.valueAdded)
  fillInputs(workspace, base)
  for (let sector = 0; sector < workspace.sectors; sector++) fillPull(workspace, base, change, sector)
  fillUnits(workspace, base)
}

/** γ (1 − β), economy by economy. */
function fillInputs(workspace: ManySectorWorkspace, { baseline }: ManySectorBase): void {
  const { size, sectors, inputs, product, valueAddedShare } = workspace
  if (!hasIntermediates(baseline)) {
    product.fill(0) // stands for the products with them
    return
  }
  const inputShare = baseline.inputShare!
  for (let i = 0; i < size; i++) {
    const start = i * sectors * sectors
    for (let user = 0; user < sectors; user++) {
      const share = 1 - valueAddedShare[user * size + i]!
      for (let input = 0; input < sectors; input++) {
        inputs[i]![input * sectors + user] = inputShare[start + input * sectors + user]! * share
      }
    }
  }
}

/** A and B of one sector, turned to importer before exporter. */
function fillPull(
  workspace: ManySectorWorkspace,
  { baseline, expenditure }: ManySectorBase,
  { icebergHat, newTariff }: ManySectorChange,
  sector: number,
): void {
  const { size, pull, netPull, traded, bought } = workspace
  const { flows, tariff } = baseline
  const theta = baseline.tradeElasticity[sector]!
  // many cells change by the same ratio: its power is taken once
  let lastHat = 1
  let lastPower = 1
  traded[sector] = isTraded(flows, sector, size) ? 1 : 0
  for (let j = 0; j < size; j++) {
    const importer = sector * size + j
    const spent = expenditure[importer]!
    bought[importer] = spent > 0 ? 1 : 0
    for (let i = 0; i < size; i++) {
      if (traded[sector] === 0 && i !== j) continue
      const cell = (sector * size + i) * size + j
      const turned = importer * size + i
      const flow = flows[cell]!
      if (flow === 0) {
        pull[turned] = 0
        netPull[turned] = 0
        continue
      }
      const rate = tariff[cell]!
      const newRate = newTariff[cell]!
      const tariffHat = newRate === rate ? 1 : (1 + newRate) / (1 + rate)
      const costHat = icebergHat === undefined ? tariffHat : icebergHat[cell]! * tariffHat
      if (costHat !== lastHat) {
        lastHat = costHat
        lastPower = power(costHat, -theta)
      }
      const net = (flow / (spent * tariffHat)) * lastPower
      netPull[turned] = net
      pull[turned] = net * (1 + newRate)
    }
  }
}

function isTraded(flows: Float64Array, sector: number, n: number): boolean {
  for (let i = 0; i < n; i++) {
    const row = (sector * n + i) * n
    for (let j = 0; j < n; j++) if (i !== j && flows[row + j]! > 0) return true
  }
  return false
}

/** Units of spending, and the point at which nothing has changed. */
function fillUnits(workspace: ManySectorWorkspace, base: ManySectorBase): void {
  const { size, sectors, unit, point } = workspace
  const { baseline, output, expenditure, clippedFinalDemand, rebased } = base
  const cells = sectors * size
  const clipped = clippedFinalDemand.length > 0 && !rebased
  // where demands are clipped, spending will rise to what is used, from next to nothing in some cells
  const use = clipped ? intermediateUse(baseline, output) : expenditure
  point.fill(0)
  for (let i = 0; i < size; i++) {
    let spent = 0
    for (let cell = i; cell < cells; cell += size) spent += expenditure[cell]!
    for (let cell = i; cell < cells; cell += size) {
      const near = Math.max(expenditure[cell]!, use[cell]!)
      unit[cell] = Math.max(near, SMALLEST_UNIT * spent)
      if (expenditure[cell]! > 0) point[size + cells + cell] = near / unit[cell]!
    }
  }
}
