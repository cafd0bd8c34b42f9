/** Records that the build stores in dist/ for the program that it bundled, in the engine's own format. */
import { existsSync } from 'node:fs'
import { mkdir, open, rename, writeFile } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { deserialize, serialize } from 'node:v8'
import { packageRoot } from './package-root.js'

/** Where the build stores a file. */
export function storedPath(name: string): string {
  return join(packageRoot(), 'dist', name)
}

/** Whether this is the bundled program, whose build stored the records; the sources may have moved on since. */
export function isBundled(): boolean {
  return fileURLToPath(import.meta.url).startsWith(storedPath('') + sep)
}

/** Writes a file whole or not at all. */
export async function writeStored(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const beside = `${path}.${process.pid}`
  await writeFile(beside, content)
  await rename(beside, path)
}

/** Writes plain records and arrays. */
export function writeRecord(path: string, record: unknown): Promise<void> {
  return writeStored(path, serialize(record))
}

/** A stored record; undefined where it is missing, cut short or of another engine's format. Its arrays are shared. */
export async function readRecord(path: string): Promise<unknown> {
  if (!existsSync(path)) return undefined
  try {
    return deserialize(await readShared(path))
  } catch {
    return undefined
  }
}

/** Reads a file into memory that threads share: a helper thread needs most of what is stored. */
export async function readShared(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const bytes = new Uint8Array(new SharedArrayBuffer((await file.stat()).size))
    let at = 0
    while (at < bytes.length) {
      const { bytesRead } = await file.read(bytes, at, bytes.length - at, at)
      if (bytesRead === 0) break
      at += bytesRead
    }
    return bytes
  } finally {
    await file.close()
  }
}
