import { existsSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { type Issue, KeruenError } from '../../index.js'
import { decodeUtf8, readBytes } from './files.js'

const unzip = promisify(gunzip)

/**
 * Texts of the files of a publication, by their paths below the folder; those that end in `.gz` are unzipped.
 *
 * @param folder contains `published/`.
 * @throws KeruenError (usage) `files.unreadable`: the folder, its `published/` or files are missing, all files at once;
 *         (input) `files.not-gzip`, `files.not-utf8`.
 */
export async function readReplicationFiles(
  folder: string,
  paths: readonly string[],
): Promise<Map<string, string>> {
  assertDataFolder(folder)
  const texts = await Promise.allSettled(paths.map(path => readReplicationText(join(folder, path))))
  const faults = texts.filter(text => text.status === 'rejected').map(text => text.reason as unknown)
  const other = faults.find(fault => !(fault instanceof KeruenError))
  if (other !== undefined) throw other
  const errors = faults as KeruenError[]
  if (errors.length > 0) {
    throw new KeruenError(
      errors[0]!.kind,
      errors.flatMap(error => error.issues.map(issue => withMend(issue))),
    )
  }
  return new Map(paths.map((path, k) => [path, (texts[k] as PromiseFulfilledResult<string>).value]))
}

function assertDataFolder(folder: string): void {
  const isFolder = (path: string) => existsSync(path) && statSync(path).isDirectory()
  if (isFolder(join(folder, 'published'))) return
  const found = !existsSync(folder)
    ? 'nothing there'
    : isFolder(folder)
      ? 'a folder without published/'
      : 'a file'
  const inside = basename(folder) === 'published' || basename(join(folder, '..')) === 'published'
  throw new KeruenError('usage', {
    code: 'files.unreadable',
    at: { file: folder },
    expected: 'a folder that contains published/',
    found,
    mend: inside
      ? 'Name the folder above published/'
      : 'keruen replicate lists the files of each table and where they belong',
  })
}

async function readReplicationText(path: string): Promise<string> {
  let bytes = await readBytes(path)
  if (path.endsWith('.gz')) {
    try {
      bytes = await unzip(bytes)
    } catch (error) {
      throw new KeruenError('input', {
        code: 'files.not-gzip',
        at: { file: path },
        expected: 'a whole file compressed with gzip',
        found:
          (error as NodeJS.ErrnoException).code === 'Z_BUF_ERROR' ? 'one that is cut off' : 'other bytes',
        mend: 'Use the file as it was published, or compress it with gzip',
      })
    }
  }
  return decodeUtf8(bytes, path, 'Use the file as it was published')
}

function withMend(issue: Issue): Issue {
  return { mend: 'Put the file of the publication there, as it was published', ...issue }
}
