/** Faults that a measure shows by itself, before any dataset is asked. */
import type { Issue } from '../errors.js'
import type { Change, Measure } from './measure.js'

/** What a changed number may become. */
type Domain = 'zero-or-more' | 'more-than-zero' | 'rate' | 'share'

/**
 * Every fault in the numbers of a package: absolute values below zero, factors below zero (−100 % is allowed, more is
 * not), speeds and shares outside their domain, a life without a capital.
 *
 * @returns issues whose `field` is the path in the scenario, e.g. `measures[2].hours`; empty = none.
 */
export function checkMeasures(measures: readonly Measure[]): Issue[] {
  return measures.flatMap((measure, index) => [
    ...changesOf(measure).flatMap(([key, change, domain]) =>
      checkChange(change, domain, measureField(index, key)),
    ),
    ...checkCommon(measure, index),
  ])
}

/** Path of a key of a measure as a reader of the scenario writes it. */
export function measureField(index: number, key?: string): string {
  return key === undefined ? `measures[${index}]` : `measures[${index}].${key}`
}

/** A share as a percentage of at most four digits after the point. */
export function percent(share: number): string {
  return Number.isFinite(share) ? `${Number((share * 100).toFixed(4))}%` : String(share)
}

function changesOf(measure: Measure): [string, Change | undefined, Domain][] {
  switch (measure.kind) {
    case 'crossing':
      return [
        ['hours', measure.hours, 'zero-or-more'],
        ['fee', measure.fee, 'zero-or-more'],
        ['capacity', measure.capacity, 'more-than-zero'],
      ]
    case 'terminal':
      return [
        ['hours', measure.hours, 'zero-or-more'],
        ['cost', measure.cost, 'zero-or-more'],
        ['capacity', measure.capacity, 'more-than-zero'],
      ]
    case 'link':
      return [
        ['speed', measure.speed, 'more-than-zero'],
        ['cost', measure.cost, 'zero-or-more'],
        ['capacity', measure.capacity, 'more-than-zero'],
      ]
    case 'tariff':
      return [['tariff', measure.rate, 'rate']]
    case 'non-tariff':
      return [['nonTariff', { kind: 'relative', factor: 1 + measure.costShare }, 'more-than-zero']]
    case 'digital':
      return [['digital.documents', measure.documents, 'zero-or-more']]
    case 'avoidance':
      return [
        ['avoidance.share', measure.share, 'share'],
        ['avoidance.premium', measure.premium, 'zero-or-more'],
      ]
    case 'gauge':
    case 'open':
    case 'close':
      return []
  }
}

function checkChange(change: Change | undefined, domain: Domain, field: string): Issue[] {
  if (change === undefined) return []
  const value = change.kind === 'relative' ? change.factor : change.value
  const below = domain === 'more-than-zero' ? !(value > 0) : !(value >= 0)
  if (below) {
    const least = domain === 'more-than-zero' ? 'more than' : 'at least'
    return [
      change.kind === 'relative'
        ? {
            code: 'measure.below-zero',
            at: { field },
            expected: `a change of ${least} -100%`,
            found: percent(value - 1),
            mend: 'Write a smaller cut; -100% takes the whole value away',
          }
        : {
            code: 'measure.negative',
            at: { field },
            expected: `a value of ${least} zero`,
            found: domain === 'rate' || domain === 'share' ? percent(value) : String(value),
            mend: 'Write a positive value, or { change: -20% } for a cut',
          },
    ]
  }
  if (!Number.isFinite(value) || (domain === 'share' && change.kind === 'absolute' && value > 1)) {
    return [
      {
        code: 'measure.out-of-range',
        at: { field },
        expected: domain === 'share' ? 'a share between 0% and 100%' : 'a finite number',
        found: domain === 'share' ? percent(value) : String(value),
      },
    ]
  }
  return []
}

function checkCommon(measure: Measure, index: number): Issue[] {
  const issues: Issue[] = []
  if (measure.lifeYears !== undefined && measure.capitalMusd === undefined) {
    issues.push({
      code: 'measure.life-without-capital',
      at: { field: measureField(index, 'life') },
      expected: 'a capital beside the life',
      found: 'a life alone, which has no effect',
      mend: 'Add capital: 120 MUSD, or leave the life out',
    })
  }
  if (measure.capitalMusd !== undefined && !(measure.capitalMusd >= 0)) {
    issues.push({
      code: 'measure.negative',
      at: { field: measureField(index, 'capital') },
      expected: 'a capital of at least zero',
      found: `${measure.capitalMusd} MUSD`,
    })
  }
  if (measure.lifeYears !== undefined && !(measure.lifeYears > 0 && measure.lifeYears <= 200)) {
    issues.push({
      code: 'measure.out-of-range',
      at: { field: measureField(index, 'life') },
      expected: 'a life of more than 0 and at most 200 years',
      found: `${measure.lifeYears} years`,
    })
  }
  return issues
}
