/** What a one-sector world must be to have an equilibrium, checked before and around the solve. */
import { type Issue, KeruenError } from '../../errors.js'
import { closureIssues } from '../closure.js'
import { idleIssues } from '../idle.js'
import type { OneSectorWorkspace } from './system.js'
import type { OneSectorBaseline, OneSectorOptions, TradeCostChange } from './world.js'

/** Cells named one by one for each array; the rest are counted. */
const NAMED_CELLS = 20

/**
 * Refuses inputs that are no one-sector world, all faults at once.
 *
 * @throws KeruenError input, `equilibrium.bad-shape`, `.bad-elasticity`, `.bad-option`, `.bad-flow`, `.bad-tariff`,
 *         `.bad-cost-change`, `.no-sales`, `.no-purchases`, `.bad-idle-income`.
 */
export function checkOneSectorInputs(
  baseline: OneSectorBaseline,
  change: TradeCostChange,
  options: OneSectorOptions,
): void {
  const issues = [
    ...shapeIssues(baseline, change, options),
    ...numberIssues(baseline, options),
    ...closureIssues(baseline.economies, options),
    ...endowmentIssues(options, change.idleIncome !== undefined),
  ]
  if (issues.length > 0) throw new KeruenError('input', issues)
  const { economies, flows, tariff } = baseline
  const { icebergHat, newTariff } = change
  const n = economies.length
  // plain loops first: the words are only made when something is wrong
  let faulty = false
  for (let cell = 0; cell < n * n; cell++) {
    const good =
      isFlow(flows[cell]!) && isRate(tariff[cell]!) && isRate(newTariff[cell]!) && isRatio(icebergHat[cell]!)
    if (!good) faulty = true
  }
  if (faulty) {
    const rate = 'a finite rate > −1'
    const ratio = 'a ratio > 0 (Infinity cuts the pair off)'
    nameCells(issues, economies, flows, 'flows', 'equilibrium.bad-flow', 'a finite value ≥ 0', isFlow)
    nameCells(issues, economies, tariff, 'tariff', 'equilibrium.bad-tariff', rate, isRate)
    nameCells(issues, economies, newTariff, 'newTariff', 'equilibrium.bad-tariff', rate, isRate)
    nameCells(issues, economies, icebergHat, 'icebergHat', 'equilibrium.bad-cost-change', ratio, isRatio)
    throw new KeruenError('input', issues)
  }
  const bought = new Float64Array(n)
  const sales = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    let sold = 0
    for (let j = 0; j < n; j++) {
      sold += flows[i * n + j]!
      bought[j]! += flows[i * n + j]!
    }
    sales[i] = sold
    if (!(sold > 0)) issues.push(economyIssue('equilibrium.no-sales', 'flows', economies[i]!, 'sells'))
  }
  for (let j = 0; j < n; j++) {
    if (bought[j]! > 0) continue
    issues.push(economyIssue('equilibrium.no-purchases', 'flows', economies[j]!, 'buys'))
  }
  issues.push(...idleIssues(economies, change.idleIncome, sales))
  if (issues.length > 0) throw new KeruenError('input', issues)
}

/**
 * Refuses a change after which the world has no equilibrium because of what it cuts off.
 *
 * @throws KeruenError failure, `equilibrium.no-market-left`, `.no-supplier-left`, or `.divided-world`: blocks without
 *         trade between them cannot hold balances that are shares of world income.
 */
export function checkWorldHoldsTogether(economies: readonly string[], workspace: OneSectorWorkspace): void {
  const { size, pull, income, balance } = workspace
  const issues: Issue[] = []
  const suppliers = new Int32Array(size)
  let sellsToAll = false
  for (let i = 0; i < size; i++) {
    let markets = 0
    for (let j = 0; j < size; j++) {
      const trades = pull[i * size + j]! > 0 ? 1 : 0
      markets += trades
      suppliers[j]! += trades
    }
    if (markets === size) sellsToAll = true
    if (markets === 0) issues.push(cutOffIssue('equilibrium.no-market-left', economies[i]!, 'a market'))
  }
  for (let j = 0; j < size; j++) {
    if (suppliers[j]! > 0) continue
    issues.push(cutOffIssue('equilibrium.no-supplier-left', economies[j]!, 'a supplier'))
  }
  if (issues.length > 0) throw new KeruenError('failure', issues)
  // one economy that sells to all joins all
  if (sellsToAll || blocksOf(workspace).every(block => block === 0)) return
  for (let i = 0; i < size; i++) {
    if (Math.abs(balance[i]!) <= 1e-12 * income[i]!) continue
    issues.push({
      code: 'equilibrium.divided-world',
      at: { field: `economies.${economies[i]}` },
      expected: 'balanced trade in a world of blocks that do not trade with each other',
      found: `purchases less sales of ${balance[i]} million USD`,
      mend: 'Leave some trade between the blocks, or balance the baseline',
    })
  }
  if (issues.length > 0) throw new KeruenError('failure', issues)
}

/** Names the economies whose balance eats up what they earn at the last point evaluated. */
export function exhaustedEconomies(economies: readonly string[], workspace: OneSectorWorkspace): Issue[] {
  const { spending, wage, endowment } = workspace
  return economies.flatMap((economy, j) => {
    if (spending[j]! > 1e-3 * wage[j]! * endowment[j]!) return []
    return {
      code: 'equilibrium.no-spending-left',
      at: { field: `economies.${economy}` },
      expected: 'income that exceeds what the trade balance takes away',
      found: `spending on goods falls towards ${spending[j]!.toPrecision(4)} million USD`,
      mend: 'Try a smaller change: balances are held at their share of world income',
    }
  })
}

/** 0 for economies joined to the first by trade in either direction, directly or through others; then 1, 2, … */
function blocksOf(workspace: OneSectorWorkspace): Int32Array {
  const { size, pull } = workspace
  const block = new Int32Array(size).fill(-1)
  const waiting = new Int32Array(size)
  let blocks = 0
  for (let first = 0; first < size; first++) {
    if (block[first] !== -1) continue
    let end = 0
    waiting[end++] = first
    block[first] = blocks
    for (let next = 0; next < end; next++) {
      const i = waiting[next]!
      for (let j = 0; j < size; j++) {
        if (block[j] !== -1 || !(pull[i * size + j]! > 0 || pull[j * size + i]! > 0)) continue
        block[j] = blocks
        waiting[end++] = j
      }
    }
    blocks++
  }
  return block
}

function shapeIssues(
  { economies, flows, tariff }: OneSectorBaseline,
  { icebergHat, newTariff }: TradeCostChange,
  { workspace, startWageHat, factors }: OneSectorOptions,
): Issue[] {
  const n = economies.length
  const issues: Issue[] = []
  const check = (field: string, found: number, expected: number) => {
    if (found === expected) return
    issues.push({
      code: 'equilibrium.bad-shape',
      at: { field },
      expected: `${expected} numbers for ${n} economies`,
      found: `${found}`,
    })
  }
  if (n === 0) {
    issues.push({
      code: 'equilibrium.bad-shape',
      at: { field: 'economies' },
      expected: 'at least one',
      found: '0',
    })
  }
  check('flows', flows.length, n * n)
  check('tariff', tariff.length, n * n)
  check('icebergHat', icebergHat.length, n * n)
  check('newTariff', newTariff.length, n * n)
  if (workspace !== undefined) check('workspace', workspace.size, n)
  if (startWageHat !== undefined) check('startWageHat', startWageHat.length, n)
  if (factors !== undefined) check('factors', factors.size, n)
  return issues
}

function numberIssues({ tradeElasticity }: OneSectorBaseline, options: OneSectorOptions): Issue[] {
  const issues: Issue[] = []
  if (!(tradeElasticity > 0 && tradeElasticity < Infinity)) {
    issues.push({
      code: 'equilibrium.bad-elasticity',
      at: { field: 'tradeElasticity' },
      expected: 'a finite number > 0',
      found: `${tradeElasticity}`,
    })
  }
  const { tolerance = 1e-12, maxPasses = 1, startWageHat } = options
  const bad = (field: string, expected: string, found: number) => {
    issues.push({ code: 'equilibrium.bad-option', at: { field }, expected, found: `${found}` })
  }
  if (!(tolerance > 0 && tolerance < 1)) bad('tolerance', 'a number between 0 and 1', tolerance)
  if (!(Number.isInteger(maxPasses) && maxPasses >= 0)) bad('maxPasses', 'a whole number ≥ 0', maxPasses)
  startWageHat?.forEach((wage, i) => {
    if (!(wage > 0 && wage < Infinity)) bad(`startWageHat[${i}]`, 'a finite number > 0', wage)
  })
  return issues
}

/** Conditional worlds hold spending and have no level of prices, so some choices have no meaning there. */
function endowmentIssues(
  { endowment = 'full', balances, numeraire }: OneSectorOptions,
  isIdle: boolean,
): Issue[] {
  const bad = (field: string, expected: string, found: string): Issue => ({
    code: 'equilibrium.bad-option',
    at: { field },
    expected,
    found,
  })
  if (endowment === 'full') return []
  if (endowment !== 'conditional') return [bad('endowment', 'full or conditional', `${endowment}`)]
  const issues: Issue[] = []
  if (isIdle) issues.push(bad('endowment', 'full where factors stand idle', endowment))
  if (balances !== undefined) issues.push(bad('balances', 'none where spending is held', balances))
  if (typeof numeraire === 'object' && 'wageOf' in numeraire) {
    issues.push(bad('numeraire', 'a price index where incomes are held', `the wage of ${numeraire.wageOf}`))
  }
  return issues
}

function nameCells(
  issues: Issue[],
  economies: readonly string[],
  cells: Float64Array,
  field: string,
  code: string,
  expected: string,
  isGood: (value: number) => boolean,
): void {
  const n = economies.length
  let faults = 0
  for (let cell = 0; cell < cells.length; cell++) {
    if (isGood(cells[cell]!)) continue
    faults++
    if (faults > NAMED_CELLS) continue
    const exporter = economies[Math.floor(cell / n)]
    const importer = economies[cell % n]
    issues.push({
      code,
      at: { field: `${field}[${exporter} → ${importer}]` },
      expected,
      found: `${cells[cell]}`,
    })
  }
  if (faults > NAMED_CELLS) {
    issues.push({ code, at: { field }, expected, found: `${faults - NAMED_CELLS} more cells like these` })
  }
}

function isFlow(value: number): boolean {
  return value >= 0 && value < Infinity
}

function isRate(value: number): boolean {
  return value > -1 && value < Infinity
}

function isRatio(value: number): boolean {
  return value > 0
}

function economyIssue(code: string, field: string, economy: string, verb: string): Issue {
  return {
    code,
    at: { field: `${field}[${economy}]` },
    expected: `an economy that ${verb} something, home sales included`,
    found: 'zero',
  }
}

function cutOffIssue(code: string, economy: string, what: string): Issue {
  return {
    code,
    at: { field: `icebergHat[${economy}]` },
    expected: `${what} left for every economy`,
    found: 'all pairs cut off',
    mend: `Leave ${economy} its home market or one partner`,
  }
}
