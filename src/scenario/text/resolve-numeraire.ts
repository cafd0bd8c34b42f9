/** The numeraire as written → as resolved. */
import type { Numeraire } from '../../equilibrium/closure.js'
import { type Context, unknownName } from './resolve-names.js'
import type { WrittenScenario } from './schema.js'

/** World income where nothing, or nothing valid, is written; an economy that is not there is reported. */
export function resolveNumeraire(
  { report }: Pick<Context, 'report'>,
  economies: readonly string[],
  written: WrittenScenario['numeraire'],
): Numeraire {
  if (written === undefined || written === 'world-income') return 'world-income'
  const [key, economy] = 'wageOf' in written ? ['wageOf', written.wageOf] : ['priceOf', written.priceOf]
  if (!economies.includes(economy)) {
    const candidates = economies.map(id => ({ id }))
    report(['numeraire', key], unknownName('economy', economy, candidates))
    return 'world-income'
  }
  return written
}
