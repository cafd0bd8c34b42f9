import type { Country, Dataset, Place } from '../../dataset/dataset.js'
import type { CentralResult } from '../../scenario/result/central-result.js'

/** What a map reads: an answer, the dataset it belongs to, and how countries are called. */
export interface MapContext {
  readonly result: CentralResult
  readonly dataset: Dataset
  readonly countries: ReadonlyMap<string, Country>
  readonly places: ReadonlyMap<string, Place>
  /** False where no number has its range: then every change counts that the printed digits show. */
  readonly hasRanges: boolean
  /** In the language of the map. */
  readonly countryName: (country: Country) => string
}
