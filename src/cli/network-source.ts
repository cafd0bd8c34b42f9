/** The network that a command asks about: a dataset's, as it is or after a scenario's measures, or that of a file. */
import {
  applyPackage,
  type Dataset,
  indexElements,
  KeruenError,
  type NetworkTables,
  parseScenario,
  type RangeLookup,
  rangeLookup,
} from '../index.js'
import { loadDataset } from '../platform/node/dataset.js'
import { loadNetworkFile } from '../platform/node/network-file.js'
import { readScenarioFile } from '../platform/node/scenarios.js'

export interface NetworkOptions {
  readonly data?: string
  readonly scenario?: string
  /** A network of the user's own; names of countries and parameters stay those of the dataset. */
  readonly network?: string
}

export interface NetworkSource {
  readonly dataset: Dataset
  readonly network: NetworkTables
  /** Ranges of the dataset's own network; a network of the user's own carries none. */
  readonly ranges: RangeLookup
  /** Places that the scenario's measures close. */
  readonly closedPlaces: ReadonlySet<string>
  /** Title of the scenario, where there is one. */
  readonly title: string | undefined
}

/** @throws KeruenError what reading the dataset, the scenario and the file throws. */
export async function openNetwork({ data, scenario, network: file }: NetworkOptions): Promise<NetworkSource> {
  if (file !== undefined) {
    if (scenario !== undefined) throw bothFileAndScenario(scenario)
    const dataset = await loadDataset(data)
    const network = await loadNetworkFile(file, dataset.countries)
    return { dataset, network, ranges: () => ({}), closedPlaces: new Set(), title: undefined }
  }
  const [dataset, written] = await Promise.all([
    loadDataset(data),
    scenario === undefined ? undefined : readScenarioFile(scenario),
  ])
  const ranges = rangeLookup(dataset.network, indexElements(dataset.network), dataset.networkRanges)
  if (written === undefined) {
    return { dataset, network: dataset.network, ranges, closedPlaces: new Set(), title: undefined }
  }
  const { measures, avoidanceRegime, parameters, title } = parseScenario(written.text, {
    file: written.file,
    dataset,
    estimates: written.estimates,
  })
  const { network, closedPlaces } = applyPackage(dataset, measures, {
    date: `${dataset.year}-12-31`,
    regime: avoidanceRegime,
    parameters,
  })
  return { dataset, network, ranges, closedPlaces, title }
}

function bothFileAndScenario(scenario: string): KeruenError {
  return new KeruenError('usage', {
    code: 'network.file-and-scenario',
    at: { field: '--scenario' },
    expected: 'a network of its own or a scenario on the dataset, not both',
    found: scenario,
    mend: 'Change the file, or put its network into a dataset of your own',
  })
}
