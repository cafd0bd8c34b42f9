/** Finds and reads the two files of which a many-sector baseline is made. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { KeruenError } from '../../errors.js'
import type { SectorInputs } from '../../index.js'
import { readBytes } from './files.js'

const TRADE = ['icio_2022_sectors.csv.gz', 'icio_2022_sectors.csv']
const ELASTICITIES = ['sector_elasticities.csv']

/**
 * The files of a folder, or of `data/` in it; packed trade is unpacked.
 *
 * @throws KeruenError `files.missing-input` (usage) with every file that is not there; `files.unreadable` (usage);
 *   `files.not-gzip` (input) when the packed file is cut or no such file.
 */
export async function readSectorFiles(folder: string): Promise<SectorInputs> {
  const folders = [folder, join(folder, 'data')]
  const find = (names: readonly string[]) =>
    folders.flatMap(place => names.map(name => join(place, name))).find(path => existsSync(path))
  const trade = find(TRADE)
  const elasticities = find(ELASTICITIES)
  if (trade === undefined || elasticities === undefined) {
    const missing = [
      ...(trade === undefined ? [TRADE[0]!] : []),
      ...(elasticities === undefined ? ELASTICITIES : []),
    ]
    throw new KeruenError(
      'usage',
      missing.map(name => ({
        code: 'files.missing-input',
        at: { file: folder },
        expected: `a file ${name} or data/${name}`,
        found: existsSync(folder) ? 'none of that name' : 'no such folder',
        mend: 'Name the folder that holds it with --from; docs/data.md says what it is',
      })),
    )
  }
  const [tradeBytes, elasticityBytes] = await Promise.all([readBytes(trade), readBytes(elasticities)])
  return {
    trade: { path: trade, bytes: trade.endsWith('.gz') ? unpacked(trade, tradeBytes) : tradeBytes },
    elasticities: { path: elasticities, bytes: elasticityBytes },
  }
}

function unpacked(path: string, bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes)
  } catch (error) {
    throw new KeruenError('input', {
      code: 'files.not-gzip',
      at: { file: path },
      expected: 'a whole gzip file',
      found: error instanceof Error ? error.message : String(error),
      mend: 'It may have been cut on its way: bring it again',
    })
  }
}
