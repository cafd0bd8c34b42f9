/** What a many-sector world must be to have an equilibrium: every fault named by its cell, all at once. */
import { type Issue, KeruenError } from '../../errors.js'
import { closureIssues } from '../closure.js'
import { inputShareIssue, inputShareTotal } from './input-shares.js'
import type { ManySectorWorkspace } from './workspace.js'
import type { ManySectorBaseline, ManySectorChange, ManySectorOptions } from './world.js'

/** Cells named one by one for each array; the rest are counted. */
const NAMED_CELLS = 20
/** Columns of input shares that `normaliseInputShares` has seen to lie within this of one. */
const SHARES_ADD_UP = 1e-12

/**
 * Refuses inputs that are no many-sector world.
 *
 * @throws KeruenError input, with the codes that `solveManySector` lists.
 */
export function checkManySectorInputs(
  baseline: ManySectorBaseline,
  change: ManySectorChange,
  options: ManySectorOptions,
): void {
  const issues = [...shapeIssues(baseline, change, options), ...optionIssues(baseline, options)]
  // cells can only be named where the shapes fit
  if (issues.length > 0) throw new KeruenError('input', issues)
  const { valueAddedShare, inputShare, tradeElasticity } = baseline
  const { start } = options
  const pair = (index: number) => sectorCell(baseline, index)
  // a plain loop first: the words are only made when something is wrong
  if (hasFaultyCell(baseline, change)) issues.push(...faultyCells(baseline, change))
  nameFaults(
    issues,
    valueAddedShare,
    'valueAddedShare',
    pair,
    'equilibrium.bad-value-added-share',
    '0 < share ≤ 1 (1 where nothing is produced)',
    isValueAddedShare,
  )
  nameFaults(
    issues,
    tradeElasticity,
    'tradeElasticity',
    index => baseline.sectors[index]!,
    'equilibrium.bad-elasticity',
    'a finite number > 0',
    isPositive,
  )
  nameFaults(
    issues,
    inputShare,
    'inputShare',
    index => inputCell(baseline, index),
    'equilibrium.bad-input-share',
    'a finite share ≥ 0',
    isAmount,
  )
  nameFaults(
    issues,
    start?.wageHat,
    'start.wageHat',
    index => baseline.economies[index]!,
    'equilibrium.bad-option',
    'a finite number > 0',
    isPositive,
  )
  nameFaults(
    issues,
    start?.sectorPriceHat,
    'start.sectorPriceHat',
    pair,
    'equilibrium.bad-option',
    'a finite number > 0',
    isPositive,
  )
  nameFaults(
    issues,
    start?.newSectorSpending,
    'start.newSectorSpending',
    pair,
    'equilibrium.bad-option',
    'a finite value ≥ 0',
    isAmount,
  )
  if (issues.length === 0) issues.push(...inputSumIssues(baseline))
  if (issues.length > 0) throw new KeruenError('input', issues)
}

function hasFaultyCell(
  { flows, tariff }: ManySectorBaseline,
  { icebergHat, newTariff }: ManySectorChange,
): boolean {
  let faulty = false
  for (let cell = 0; cell < flows.length; cell++) {
    if (!(isAmount(flows[cell]!) && isRate(tariff[cell]!) && isRate(newTariff[cell]!))) faulty = true
  }
  if (icebergHat === undefined) return faulty
  for (let cell = 0; cell < icebergHat.length; cell++) if (!isRatio(icebergHat[cell]!)) faulty = true
  return faulty
}

function faultyCells(baseline: ManySectorBaseline, { icebergHat, newTariff }: ManySectorChange): Issue[] {
  const issues: Issue[] = []
  const cell = (index: number) => tradeCell(baseline, index)
  const rate = 'a finite rate > −1'
  const ratio = 'a ratio > 0 (Infinity cuts the cell off)'
  nameFaults(issues, baseline.flows, 'flows', cell, 'equilibrium.bad-flow', 'a finite value ≥ 0', isAmount)
  nameFaults(issues, baseline.tariff, 'tariff', cell, 'equilibrium.bad-tariff', rate, isRate)
  nameFaults(issues, newTariff, 'newTariff', cell, 'equilibrium.bad-tariff', rate, isRate)
  nameFaults(issues, icebergHat, 'icebergHat', cell, 'equilibrium.bad-cost-change', ratio, isRatio)
  return issues
}

/**
 * Refuses a change that leaves an economy without any supplier of something that it buys.
 *
 * @throws KeruenError failure, `equilibrium.no-supplier-left`.
 */
export function checkSuppliersLeft(baseline: ManySectorBaseline, workspace: ManySectorWorkspace): void {
  const { size, sectors, pull, traded, bought } = workspace
  const issues: Issue[] = []
  for (let importer = 0; importer < sectors * size; importer++) {
    if (bought[importer] === 0) continue
    const row = importer * size
    let supplied = pull[row + (importer % size)]! > 0
    if (traded[Math.floor(importer / size)] === 1) {
      for (let i = 0; i < size && !supplied; i++) supplied = pull[row + i]! > 0
    }
    if (supplied) continue
    const sector = baseline.sectors[Math.floor(importer / size)]
    issues.push({
      code: 'equilibrium.no-supplier-left',
      at: { field: `icebergHat[${sector}: → ${baseline.economies[importer % size]}]` },
      expected: 'a supplier left of every sector that is bought',
      found: 'all cut off',
      mend: 'Leave the home market or one partner',
    })
  }
  if (issues.length > 0) throw new KeruenError('failure', issues)
}

function shapeIssues(
  baseline: ManySectorBaseline,
  { icebergHat, newTariff }: ManySectorChange,
  { workspace, start }: ManySectorOptions,
): Issue[] {
  const n = baseline.economies.length
  const sectors = baseline.sectors.length
  const issues: Issue[] = []
  const bad = (field: string, expected: string, found: number) => {
    issues.push({ code: 'equilibrium.bad-shape', at: { field }, expected, found: `${found}` })
  }
  const check = (field: string, numbers: Float64Array | undefined, expected: number) => {
    if (numbers === undefined || numbers.length === expected) return
    bad(field, `${expected} numbers for ${sectors} sectors and ${n} economies`, numbers.length)
  }
  if (n === 0) bad('economies', 'at least one', 0)
  if (sectors === 0) bad('sectors', 'at least one', 0)
  check('flows', baseline.flows, sectors * n * n)
  check('tariff', baseline.tariff, sectors * n * n)
  check('valueAddedShare', baseline.valueAddedShare, sectors * n)
  check('tradeElasticity', baseline.tradeElasticity, sectors)
  if (baseline.inputShare?.length !== 0) check('inputShare', baseline.inputShare, n * sectors * sectors)
  check('icebergHat', icebergHat, sectors * n * n)
  check('newTariff', newTariff, sectors * n * n)
  check('start.wageHat', start?.wageHat, n)
  check('start.sectorPriceHat', start?.sectorPriceHat, sectors * n)
  check('start.newSectorSpending', start?.newSectorSpending, sectors * n)
  if (workspace !== undefined && (workspace.size !== n || workspace.sectors !== sectors)) {
    bad('workspace', `one for ${sectors} sectors and ${n} economies`, workspace.size)
  }
  return issues
}

function optionIssues({ economies }: ManySectorBaseline, options: ManySectorOptions): Issue[] {
  const { tolerance = 1e-11, maxPasses = 1 } = options
  const issues: Issue[] = []
  const bad = (field: string, expected: string, found: string) => {
    issues.push({ code: 'equilibrium.bad-option', at: { field }, expected, found })
  }
  if (!(tolerance > 0 && tolerance < 1)) bad('tolerance', 'a number between 0 and 1', `${tolerance}`)
  if (!(Number.isInteger(maxPasses) && maxPasses >= 0)) {
    bad('maxPasses', 'a whole number ≥ 0', `${maxPasses}`)
  }
  return [...issues, ...closureIssues(economies, options)]
}

/** Columns that do not add up, and shares that are missing where β < 1. */
function inputSumIssues({ economies, sectors, valueAddedShare, inputShare }: ManySectorBaseline): Issue[] {
  const n = economies.length
  const issues: Issue[] = []
  for (let i = 0; i < n; i++) {
    for (let user = 0; user < sectors.length; user++) {
      const given = inputShare !== undefined && inputShare.length > 0
      const total = given ? inputShareTotal(inputShare, sectors.length, i, user) : 0
      if (Math.abs(total - 1) <= SHARES_ADD_UP) continue
      if (total === 0 && valueAddedShare[user * n + i] === 1) continue
      issues.push(inputShareIssue(economies[i]!, sectors[user]!, total))
    }
  }
  return issues.slice(0, NAMED_CELLS)
}

function nameFaults(
  issues: Issue[],
  numbers: Float64Array | undefined,
  field: string,
  placeOf: (index: number) => string,
  code: string,
  expected: string,
  isGood: (value: number) => boolean,
): void {
  if (numbers === undefined) return
  let faults = 0
  for (let index = 0; index < numbers.length; index++) {
    if (isGood(numbers[index]!)) continue
    faults++
    if (faults > NAMED_CELLS) continue
    issues.push({ code, at: { field: `${field}[${placeOf(index)}]` }, expected, found: `${numbers[index]}` })
  }
  if (faults > NAMED_CELLS) {
    issues.push({ code, at: { field }, expected, found: `${faults - NAMED_CELLS} more cells like these` })
  }
}

function tradeCell({ economies, sectors }: ManySectorBaseline, index: number): string {
  const n = economies.length
  const exporter = economies[Math.floor(index / n) % n]
  return `${sectors[Math.floor(index / (n * n))]}: ${exporter} → ${economies[index % n]}`
}

function sectorCell({ economies, sectors }: ManySectorBaseline, index: number): string {
  const n = economies.length
  return `${sectors[Math.floor(index / n)]}: ${economies[index % n]}`
}

function inputCell({ economies, sectors }: ManySectorBaseline, index: number): string {
  const count = sectors.length
  const input = sectors[Math.floor(index / count) % count]
  return `${economies[Math.floor(index / (count * count))]}: ${input} → ${sectors[index % count]}`
}

function isAmount(value: number): boolean {
  return value >= 0 && value < Infinity
}

function isRate(value: number): boolean {
  return value > -1 && value < Infinity
}

function isRatio(value: number): boolean {
  return value > 0
}

function isPositive(value: number): boolean {
  return value > 0 && value < Infinity
}

function isValueAddedShare(value: number): boolean {
  return value > 0 && value <= 1
}
