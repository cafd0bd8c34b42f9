/**
 * Files of publications, which stay with their authors and are not part of the project: the folder that contains
 * `published/`, from KERUEN_REPLICATION_DATA, otherwise `shared` beside the project.
 */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { describe, test } from 'vitest'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

export const replicationFolder = process.env.KERUEN_REPLICATION_DATA ?? join(root, '..', 'shared')

const present = existsSync(join(replicationFolder, 'published'))

/** Tests that need the files; without them one test that is skipped and says why. */
export function describeWithReplicationData(name: string, tests: () => void): void {
  if (present) describe(name, tests)
  else
    describe(name, () => {
      test.skip(`no published/ in ${replicationFolder}: set KERUEN_REPLICATION_DATA to the folder with it`, () => {})
    })
}

/** Text of a file below that folder, unzipped. */
export function readReplicationFile(path: string): string {
  const bytes = readFileSync(join(replicationFolder, path))
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}

/** Rows of a small CSV file without quoted commas, by column. */
export function readReplicationCsv(path: string): Record<string, string>[] {
  const [header, ...lines] = readReplicationFile(path)
    .trim()
    .split(/\r?\n/)
    .map(line => line.split(','))
  return lines.map(cells => Object.fromEntries(header!.map((name, k) => [name, cells[k]!])))
}
