/** The numeraire as written → as resolved. */
import type { Numeraire } from '../equilibrium/closure.js'
import { type Context, unknownName } from './resolve-names.js'
import type { WrittenScenario } from './schema.js'

/** World income where nothing, or nothing valid, is written; an economy that trade does not know is reported. */
export function resolveNumeraire(
  { dataset, report }: Pick<Context, 'dataset' | 'report'>,
  written: WrittenScenario['numeraire'],
): Numeraire {
  if (written === undefined || written === 'world-income') return 'world-income'
  const [key, economy] = 'wageOf' in written ? ['wageOf', written.wageOf] : ['priceOf', written.priceOf]
  if (!dataset.trade.economies.includes(economy)) {
    const economies = dataset.trade.economies.map(id => ({ id }))
    report(['numeraire', key], unknownName('economy', economy, economies))
    return 'world-income'
  }
  return written
}
