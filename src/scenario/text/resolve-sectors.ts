/** The model and its many-sector baseline as written → as resolved. */
import type { SectorDataset } from '../../dataset/sectors/sector-dataset.js'
import type { ModelName, SectorChoice } from '../scenario.js'
import { type Context, unknownName } from './resolve-names.js'
import type { WrittenScenario } from './schema.js'

export interface ResolvedModel {
  readonly model: ModelName
  readonly sectors?: SectorChoice
}

/**
 * One sector unless a many-sector baseline is there; what names one without it, or says something of sectors where
 * the model has one, is reported.
 */
export function resolveModel(
  { report }: Pick<Context, 'report'>,
  written: Pick<Partial<WrittenScenario>, 'model' | 'sectors'>,
  baseline: SectorDataset | undefined,
): ResolvedModel {
  const model = written.model ?? (baseline === undefined ? 'one-sector' : 'many-sector')
  if (model === 'one-sector') {
    if (written.sectors !== undefined || baseline !== undefined) {
      report(written.sectors === undefined ? ['model'] : ['sectors'], {
        code: 'scenario.no-effect',
        expected: 'a many-sector baseline with model many-sector only',
        found: 'model one-sector',
        mend: 'write model: many-sector, or leave the baseline out',
      })
    }
    return { model }
  }
  if (baseline === undefined) {
    report(['model'], {
      code: 'scenario.no-sector-baseline',
      expected: 'a many-sector baseline, which is brought by the user and not part of the program',
      found: 'none',
      mend: 'build one with keruen data build sectors, then name its folder: keruen run … --sectors DIR',
    })
    return { model: 'one-sector' }
  }
  const { dataset = baseline.id, elasticity = baseline.defaultElasticity } = written.sectors ?? {}
  if (dataset !== baseline.id) {
    report(['sectors', 'dataset'], unknownName('dataset', dataset, [{ id: baseline.id }]))
  }
  const sources = baseline.elasticities.map(({ source }) => ({ id: source }))
  if (!sources.some(({ id }) => id === elasticity)) {
    report(['sectors', 'elasticity'], unknownName('source-of-elasticities', elasticity, sources))
  }
  return { model, sectors: { dataset: baseline.id, elasticity } }
}
