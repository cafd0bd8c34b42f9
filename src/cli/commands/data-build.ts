import {
  buildSectorPackage,
  readSectorDataset,
  SCENARIO_DEFAULTS,
  SECTOR_PACKAGE_FILES,
  sectorCoverage,
} from '../../index.js'
import { loadDataset } from '../../platform/node/dataset.js'
import { beginFolder } from '../../platform/node/files.js'
import { readSectorFiles } from '../../platform/node/sector-inputs.js'
import { sectorCoverageJson, sectorCoveragePage } from './sector-coverage-page.js'

interface DataBuildOptions {
  readonly from: string
  readonly out: string
  /** Dataset whose bloc, names and recorded trade the coverage speaks of. */
  readonly data?: string
  readonly json?: boolean
}

/**
 * `keruen data build sectors`: two files in, the folder of a many-sector baseline out, and what it covers.
 *
 * What was built is read back before the folder takes the place of an earlier one.
 */
export async function dataBuildCommand({ from, out, data, json }: DataBuildOptions): Promise<void> {
  const [dataset, inputs] = await Promise.all([loadDataset(data), readSectorFiles(from)])
  const folder = beginFolder(out, SECTOR_PACKAGE_FILES)
  try {
    const files = buildSectorPackage(inputs, dataset)
    const baseline = readSectorDataset(files)
    for (const [name, bytes] of files) await folder.write(name, bytes)
    folder.commit()
    const coverage = sectorCoverage(baseline, dataset, SCENARIO_DEFAULTS)
    process.stdout.write(
      json
        ? `${sectorCoverageJson(baseline, coverage)}
`
        : `${sectorCoveragePage(baseline, coverage, dataset)}

${out}
`,
    )
  } finally {
    folder.discard()
  }
}
