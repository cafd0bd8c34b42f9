import {
  type Dataset,
  packageKind,
  readSectorDataset,
  SCENARIO_DEFAULTS,
  sectorCoverage,
} from '../../index.js'
import { loadDataset } from '../../platform/node/dataset.js'
import { readFolder } from '../../platform/node/files.js'
import { formatText } from '../text-table.js'
import { sectorCoverageJson, sectorCoveragePage } from './sector-coverage-page.js'

interface DataOptions {
  readonly data?: string
  readonly json?: boolean
}

/** `keruen data`: what the dataset holds, where it comes from and under which terms; of a many-sector baseline its coverage. */
export async function dataCommand(options: DataOptions): Promise<void> {
  const files = options.data === undefined ? undefined : await readFolder(options.data)
  if (files !== undefined && packageKind(files) === 'sectors') {
    const embedded = await loadDataset()
    const baseline = readSectorDataset(files)
    const coverage = sectorCoverage(baseline, embedded, SCENARIO_DEFAULTS)
    process.stdout.write(
      `${options.json ? sectorCoverageJson(baseline, coverage) : sectorCoveragePage(baseline, coverage, embedded)}\n`,
    )
    return
  }
  const dataset = await loadDataset(options.data)
  process.stdout.write(options.json ? `${JSON.stringify(describe(dataset), null, 2)}\n` : page(dataset))
}

function describe({ id, title, version, year, hash, tables, sources }: Dataset) {
  return { id, title, version, year, hash, tables, sources }
}

function page({ id, title, version, year, hash, tables, sources }: Dataset): string {
  const tableList = formatText({
    columns: [
      { title: 'table' },
      { title: 'rows', align: 'right' },
      { title: 'licence' },
      { title: 'sources' },
    ],
    rows: tables.map(table => [table.name, String(table.rows), table.licence, table.sources.join(', ')]),
  })
  const sourceList = sources.map(source =>
    [
      `${source.id}: ${source.title}`,
      `    ${source.licence}${source.licenceAddress === '' ? '' : ` (${source.licenceAddress})`}`,
      ...[source.address, source.attribution, source.changes]
        .filter(line => line !== '')
        .map(line => `    ${line}`),
    ].join('\n'),
  )
  const heading = `${title}\n${id} ${version}, year ${year}, hash ${hash.slice(0, 16)}`
  return `${heading}\n\n${tableList}\n\nSources\n\n${sourceList.join('\n')}\n`
}
