/** Reading a folder whole, and replacing a folder whole: the earlier one stays until the new one is complete. */
import { createHash } from 'node:crypto'
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { type Issue, KeruenError } from '../../errors.js'

/** A folder that is being written beside the one it will replace. */
export interface PendingFolder {
  /** Where it will stand. */
  readonly target: string
  /** Writes one file; nothing of it is seen at the target. */
  write(name: string, content: string | Uint8Array): Promise<void>
  /** Puts the new folder in the place of the earlier one, in one step without a pause. */
  commit(): void
  /** Removes what was written; the earlier folder was never touched. Harmless after `commit`. */
  discard(): void
}

/**
 * Every file below a folder: path inside it, with `/` on every system, and bytes. Hidden files are left out.
 *
 * @throws KeruenError `files.unreadable`, kind usage: the folder is missing, is a file or cannot be read.
 */
export async function readFolder(folder: string): Promise<Map<string, Uint8Array>> {
  try {
    const entries = await readdir(folder, { withFileTypes: true, recursive: true })
    const paths = entries
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name).slice(join(folder, '/').length).replaceAll('\\', '/'))
      .filter(path => !path.split('/').some(part => part.startsWith('.')))
      .sort()
    const contents = await Promise.all(paths.map(path => readFile(join(folder, path))))
    return new Map(paths.map((path, k) => [path, contents[k]!]))
  } catch (error) {
    throw asUsageError(error, 'files.unreadable', folder, 'a folder that can be read')
  }
}

/**
 * Text of a file.
 *
 * @throws KeruenError `files.unreadable`, kind usage.
 */
export async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    throw asUsageError(error, 'files.unreadable', path, 'a file that can be read')
  }
}

/**
 * Bytes of a file.
 *
 * @throws KeruenError `files.unreadable`, kind usage.
 */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (error) {
    throw asUsageError(error, 'files.unreadable', path, 'a file that can be read')
  }
}

/**
 * SHA-256 of a file's bytes, hex; the file is never whole in memory.
 *
 * @throws KeruenError `files.unreadable`, kind usage.
 */
export async function fileSha256(path: string): Promise<string> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  } catch (error) {
    throw asUsageError(error, 'files.unreadable', path, 'a file that can be read')
  }
  return hash.digest('hex')
}

/**
 * Text of a file in UTF-8, or of a pipe, of at most so many bytes; no more is ever read.
 *
 * @throws KeruenError `files.unreadable` (usage), `files.too-large`, `files.not-utf8` (input).
 */
export async function readTextWithin(path: string, mostBytes: number): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      chunks.push(chunk)
      size += chunk.length
      if (size > mostBytes) break
    }
  } catch (error) {
    throw asUsageError(error, 'files.unreadable', path, 'a file that can be read')
  }
  if (size > mostBytes) {
    throw new KeruenError('input', {
      code: 'files.too-large',
      at: { file: path },
      expected: `at most ${Math.floor(mostBytes / 1024 / 1024)} MB`,
      found: 'more',
    })
  }
  return decodeUtf8(Buffer.concat(chunks), path, 'Save the file in UTF-8')
}

/** @throws KeruenError `files.not-utf8` (input). */
export function decodeUtf8(bytes: Uint8Array, path: string, mend: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw notUtf8(path, mend)
  }
}

export function notUtf8(path: string, mend: string): KeruenError {
  return new KeruenError('input', {
    code: 'files.not-utf8',
    at: { file: path },
    expected: 'text in UTF-8',
    found: 'other bytes',
    mend,
  })
}

/**
 * Writes a file whole: beside the target first, so that an earlier one stays until the new one is complete.
 *
 * @throws KeruenError `files.unwritable`, kind usage; the target is then as it was.
 */
export async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  const place = existsSync(path) ? realpathSync(path) : resolve(path)
  const beside = join(dirname(place), `.${basename(place)}.keruen-${process.pid}`)
  try {
    mkdirSync(dirname(place), { recursive: true })
    await writeFile(beside, content)
    await rename(beside, place)
  } catch (error) {
    await rm(beside, { force: true })
    throw asUsageError(error, 'files.unwritable', path, 'a file that can be written')
  }
}

/**
 * Starts a folder that will replace `target` as a whole, so that an unusable place is told before any work is done.
 *
 * The new files are written to a hidden folder beside the target. An existing target is replaced only if it holds
 * nothing but files of the names in `ownNames`: nobody's other files are ever removed.
 *
 * @throws KeruenError `files.unwritable`: no folder can be made there; `files.foreign-folder`: the target holds
 *         something else. Nothing has been written then.
 */
export function beginFolder(target: string, ownNames: readonly string[]): PendingFolder {
  const place = existsSync(target) ? realpathSync(target) : resolve(target)
  const previous = join(dirname(place), `.${basename(place)}.keruen-previous`)
  const beside = join(dirname(place), `.${basename(place)}.keruen-${process.pid}`)
  try {
    mkdirSync(dirname(place), { recursive: true })
    // A run that was killed between the two renames of `commit` left the earlier result here.
    if (!existsSync(place) && existsSync(previous)) renameSync(previous, place)
    if (existsSync(place)) assertReplaceable(place, target, ownNames)
    rmSync(beside, { recursive: true, force: true })
    mkdirSync(beside)
  } catch (error) {
    throw asUsageError(error, 'files.unwritable', target, 'a folder that can be written')
  }
  return {
    target,
    async write(name, content) {
      try {
        await writeFile(join(beside, name), content)
      } catch (error) {
        throw asUsageError(error, 'files.unwritable', join(target, name), 'room and permission to write')
      }
    },
    commit() {
      try {
        rmSync(previous, { recursive: true, force: true })
        if (!existsSync(place)) return renameSync(beside, place)
        renameSync(place, previous)
        try {
          renameSync(beside, place)
        } catch (error) {
          renameSync(previous, place)
          throw error
        }
        rmSync(previous, { recursive: true, force: true })
      } catch (error) {
        throw asUsageError(error, 'files.unwritable', target, 'a folder that can be replaced')
      }
    },
    discard() {
      rmSync(beside, { recursive: true, force: true })
    },
  }
}

function assertReplaceable(place: string, target: string, ownNames: readonly string[]): void {
  const strangers = readdirSync(place).filter(name => !ownNames.includes(name))
  if (strangers.length === 0) return
  const more = strangers.length > 1 ? ` and ${strangers.length - 1} more` : ''
  throw new KeruenError('usage', {
    code: 'files.foreign-folder',
    at: { file: target },
    expected: 'a new or empty folder, or the results of an earlier run',
    found: `a folder that also holds ${strangers[0]}${more}`,
    mend: 'Choose another folder with --out, or move those files away',
  })
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'a read-only file system',
  ENOENT: 'nothing there',
  ENOTDIR: 'a file where a folder is needed',
  EEXIST: 'a file where a folder is needed',
  EISDIR: 'a folder where a file is needed',
  ENOSPC: 'no space left on the device',
  EBUSY: 'a mount point or a folder in use, which cannot be replaced',
  ESPIPE: 'a pipe, where a file is needed that can be read twice',
  ENAMETOOLONG: 'a name that is too long',
}

/** A fault of the file system as something the person can mend; anything else is passed on as it is. */
export function asUsageError(error: unknown, code: string, file: string, expected: string): unknown {
  const errno = (error as NodeJS.ErrnoException).code
  if (error instanceof KeruenError || errno === undefined) return error
  const issue: Issue = { code, at: { file }, expected, found: REASONS[errno] ?? errno }
  return new KeruenError('usage', issue)
}
