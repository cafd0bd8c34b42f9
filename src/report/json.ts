/**
 * `result.json`: the result without its flows, keys in the order of result.ts, numbers as the shortest text that reads
 * back to the same bits.
 */
import type { Result } from '../scenario/result/result.js'
import { exactNumber } from './csv.js'

/**
 * Order of keys, for all records of the result together: what stands in more than one keeps one order. Keys that are
 * not listed follow by name, so a new field changes the file and never breaks it.
 */
const KEY_ORDER: readonly string[] = [
  // Result
  'keruenResult',
  'hash',
  'program',
  'dataset',
  'sectors',
  'scenario',
  'bloc',
  'countries',
  'corridors',
  'links',
  'waits',
  'capacities',
  'freightMarkets',
  'trafficPoints',
  'measures',
  'contributions',
  'diversion',
  'nextPercent',
  'uncertainty',
  'sensitivities',
  'convergence',
  'notices',
]

const SCORE: readonly string[] = [
  'lengthKm',
  'speedWithoutDelayKmh',
  'speedWithDelayKmh',
  'borders',
  'hoursPerBorder',
  'usdPer500KmAnd20Tonnes',
  'kgCo2ePerTeu',
  'kgCo2ePerTeuRange',
]

/** Order inside the records of each part, by the path to them. */
const ORDERS: Readonly<Record<string, readonly string[]>> = {
  '': KEY_ORDER,
  program: ['name', 'version'],
  dataset: ['id', 'title', 'version', 'hash', 'year'],
  scenario: [
    'keruen',
    'name',
    'title',
    'description',
    'dataset',
    'bloc',
    'asOf',
    'members',
    'measures',
    'model',
    'sectors',
    'balances',
    'numeraire',
    'parameters',
    'avoidanceRegime',
    'freightRates',
    'tradeAdjustments',
    'attribution',
    'draws',
    'seed',
  ],
  sectors: [
    'id',
    'title',
    'version',
    'hash',
    'year',
    'economies',
    'sectors',
    'elasticity',
    'elasticityName',
    'hiddenMembers',
    'sources',
    'sectorNames',
    'trade',
    'welfare',
  ],
  'scenario.measures': ['id', 'kind', 'title', 'owners', 'capitalMusd', 'lifeYears', 'year', 'group'],
  'scenario.parameters': [
    'id',
    'value',
    'low',
    'high',
    'unit',
    'distribution',
    'meaning',
    'quality',
    'source',
  ],
  bloc: [
    'id',
    'asOf',
    'members',
    'realIncomeChangeMusd',
    'turnoverBeforeMusd',
    'turnoverBridge',
    'turnoverChangeMusd',
    'turnoverShareBeforePercent',
    'pairs',
    'capitalMusd',
    'annualCostMusd',
    'annualCostRangeMusd',
  ],
  'bloc.turnoverBridge': ['recordedMusd', 'joined', 'adjustmentMusd', 'modelMusd'],
  'bloc.turnoverBridge.joined': ['iso3', 'host', 'musd'],
  'bloc.pairs': ['a', 'b', 'quality', 'turnoverBeforeMusd', 'turnoverChangeMusd'],
  countries: [
    'iso3',
    'name',
    'role',
    'quality',
    'measuredTradeShare',
    'cautions',
    'realIncomeChangePercent',
    'realIncomeChangeMusd',
    'goodsRealWageChangePercent',
    'exportsBeforeMusd',
    'exportsChangePercent',
    'importsBeforeMusd',
    'importsChangePercent',
    'exportsCutOffMusd',
    'importsCutOffMusd',
    'idleIncomeMusd',
    'homeSalesBeforeMusd',
    'homeSalesChangePercent',
    'blocTurnoverBeforeMusd',
    'blocTurnoverChangeMusd',
    'nominalWageChangePercent',
    'priceIndexChangePercent',
    'tariffRevenueBeforeMusd',
    'tariffRevenueChangeMusd',
    'transitTeuBefore',
    'transitTeuChange',
    'transitRevenueBeforeMusd',
    'transitRevenueChangeMusd',
  ],
  corridors: [
    'id',
    'name',
    'quality',
    'places',
    'days',
    'daysRange',
    'usdPerTeu',
    'usdPerTeuRange',
    'withoutRange',
    'score',
    'teu',
    'teuRange',
    'teuChangeRange',
    'earnings',
    'legs',
  ],
  'corridors.earnings': ['iso3', 'usdPerTeu', 'musd'],
  'corridors.score': ['before', 'after'],
  'corridors.score.before': SCORE,
  'corridors.score.after': SCORE,
  'corridors.legs': ['kind', 'id', 'label', 'mode', 'hours', 'usd', 'quality'],
  links: ['id', 'teu', 'open', 'capacityTeu'],
  waits: ['placeId', 'kind', 'label', 'hours', 'usd', 'teu', 'quality'],
  capacities: ['id', 'kind', 'label', 'statedTeu', 'limitTeu', 'teu', 'usedShare', 'queueHours', 'quality'],
  freightMarkets: [
    'id',
    'name',
    'unit',
    'supplyElasticity',
    'use',
    'usdPerUnit',
    'paidMoreMusd',
    'quality',
    'source',
  ],
  trafficPoints: ['id', 'name', 'countedTeu', 'period', 'teu', 'quality', 'source', 'address', 'note'],
  measures: [
    'id',
    'title',
    'changedRows',
    'touchedPairs',
    'owners',
    'capitalMusd',
    'annualCostMusd',
    'annualCostRangeMusd',
    'year',
  ],
  contributions: ['id', 'title', 'measures', 'realIncomeChangeMusd', 'turnoverChangeMusd', 'members'],
  nextPercent: ['exporter', 'importer', 'blocRealIncomeMusd'],
  diversion: ['totalMusd', 'blocCreationMusd', 'blocDiversionMusd', 'fromHome', 'fromOthers'],
  uncertainty: ['draws', 'seed', 'percentiles', 'parameters'],
  'uncertainty.parameters': [
    'id',
    'meaning',
    'unit',
    'value',
    'low',
    'high',
    'quality',
    'source',
    'atLowMusd',
    'atHighMusd',
    'shareOfRange',
  ],
  sensitivities: ['id', 'label', 'blocRealIncomeChangeMusd', 'blocTurnoverChangeMusd', 'leader', 'members'],
  'sensitivities.leader': ['iso3', 'realIncomeChangePercent'],
  'sensitivities.members': ['iso3', 'realIncomeChangePercent'],
  convergence: ['passes', 'largestResidual', 'blocks', 'largestMarketClearingError'],
  notices: ['code', 'message', 'subject', 'values'],
}

/** Order of the small records that stand everywhere: ranges, pairs, changes. */
const SMALL = ['value', 'low', 'high', 'before', 'after', 'kind', 'factor']

/** The text of `result.json`, ended by a line feed. */
export function resultJson(result: Result): string {
  const { flows: _, ...written } = result
  return `${write(written, '', '')}\n`
}

function write(value: unknown, path: string, indent: string): string {
  if (typeof value === 'number') return exactNumber(value)
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value)
  const inner = `${indent}  `
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]'
    const plain = value.every(item => typeof item !== 'object' || item === null)
    const items = value.map(item => write(item, path, inner))
    return plain ? `[${items.join(', ')}]` : `[\n${inner}${items.join(`,\n${inner}`)}\n${indent}]`
  }
  if (typeof value !== 'object') throw new Error(`result.json cannot carry ${typeof value} at ${path}`)
  const record = value as Readonly<Record<string, unknown>>
  const order = ORDERS[path] ?? SMALL
  const keys = inOrder(
    Object.keys(record).filter(key => record[key] !== undefined),
    order,
  )
  const entries = keys.map(key => {
    const below = path === '' ? key : `${path}.${key}`
    return `${JSON.stringify(key)}: ${write(record[key], below, inner)}`
  })
  if (entries.length === 0) return '{}'
  const short =
    keys.every(key => typeof record[key] !== 'object' || record[key] === null) && ORDERS[path] === undefined
  return short ? `{ ${entries.join(', ')} }` : `{\n${inner}${entries.join(`,\n${inner}`)}\n${indent}}`
}

/** Keys of records met before: thousands of them have the same few keys. */
const ordered = new WeakMap<readonly string[], Map<string, readonly string[]>>()

function inOrder(keys: readonly string[], order: readonly string[]): readonly string[] {
  const known = ordered.get(order) ?? new Map<string, readonly string[]>()
  ordered.set(order, known)
  const name = keys.join()
  const before = known.get(name)
  if (before !== undefined) return before
  const made = [...keys].sort((a, b) => rank(order, a) - rank(order, b) || (a < b ? -1 : 1))
  known.set(name, made)
  return made
}

function rank(order: readonly string[], key: string): number {
  const at = order.indexOf(key)
  return at === -1 ? order.length : at
}
