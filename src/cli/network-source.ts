/** The network that a command asks about: a dataset's, as it is or after a scenario's measures. */
import { applyPackage, type Dataset, type NetworkTables, parseScenario } from '../index.js'
import { loadDataset } from '../platform/node/dataset.js'
import { readScenarioFile } from '../platform/node/scenarios.js'

export interface NetworkOptions {
  readonly data?: string
  readonly scenario?: string
}

export interface NetworkSource {
  readonly dataset: Dataset
  readonly network: NetworkTables
  /** Places that the scenario's measures close. */
  readonly closedPlaces: ReadonlySet<string>
  /** Title of the scenario, where there is one. */
  readonly title: string | undefined
}

/** @throws KeruenError what reading the dataset and the scenario throws. */
export async function openNetwork({ data, scenario }: NetworkOptions): Promise<NetworkSource> {
  const [dataset, written] = await Promise.all([
    loadDataset(data),
    scenario === undefined ? undefined : readScenarioFile(scenario),
  ])
  if (written === undefined) {
    return { dataset, network: dataset.network, closedPlaces: new Set(), title: undefined }
  }
  const { measures, avoidanceRegime, parameters, title } = parseScenario(written.text, {
    file: written.file,
    dataset,
  })
  const { network, closedPlaces } = applyPackage(dataset, measures, {
    date: `${dataset.year}-12-31`,
    regime: avoidanceRegime,
    parameters,
  })
  return { dataset, network, closedPlaces, title }
}
