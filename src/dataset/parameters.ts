/** Numbers of the model, by id. */
import { KeruenError } from '../errors.js'
import type { Parameter } from './dataset.js'

/** Every id that the model asks for; a dataset without one of them is refused. */
export const PARAMETER_IDS = [
  'tradeElasticity',
  'valueOfDay',
  'valueOfTimeMedian',
  'valueOfTimeSpread',
  'routeDispersion',
  'seaDispersion',
  'valuePerTeuIntercontinental',
  'valuePerTeuRegional',
  'intercontinentalDistance',
  'bulkValuePerTeu',
  'bulkShareFactor',
  'airShareFactor',
  'idleBulkShare',
  'defaultTariff',
  'documentShareOfCrossing',
  'physicalHandlingHoursRail',
  'physicalHandlingHoursRoad',
  'gaugeChangeHours',
  'gaugeChangeUsd',
  'discountRate',
  'upkeepShare',
  'tonnesPerTeu',
  'emissionsRail',
  'emissionsRoad',
  'emissionsSea',
  'emissionsFerry',
  'emissionsInlandWaterway',
] as const

/**
 * The parameter of that id.
 *
 * @throws KeruenError `dataset.unknown-parameter` (input) when there is none.
 */
export function getParameter(parameters: readonly Parameter[], id: string): Parameter {
  const parameter = parameters.find(candidate => candidate.id === id)
  if (parameter !== undefined) return parameter
  throw new KeruenError('input', {
    code: 'dataset.unknown-parameter',
    at: { field: id },
    expected: `one of ${parameters.map(candidate => candidate.id).join(', ')}`,
    found: JSON.stringify(id),
  })
}
