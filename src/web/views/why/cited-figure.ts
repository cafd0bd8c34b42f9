/** The figure of a subject as it is cited: its level, else its first fact. */
import type { CitedFigure } from '../../export/citation.js'
import type { Subject } from './subject-records.js'

export function citedFigure({ kicker, title, level, facts }: Subject): CitedFigure {
  if (level !== undefined) {
    const { label, beforeText, afterText, unit, interval } = level
    const before = beforeText === afterText ? undefined : beforeText
    return { title, kicker, label, ...(before !== undefined && { before }), after: afterText, unit, interval }
  }
  const fact = facts[0]
  return {
    title,
    kicker,
    label: fact?.label ?? '',
    ...(fact?.before !== undefined && { before: fact.before }),
    after: fact?.after ?? '',
    unit: '',
    interval: fact?.interval ?? '',
  }
}
