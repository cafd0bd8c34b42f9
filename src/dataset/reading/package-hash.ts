/** Fingerprints of a data package: that of the whole, and those that its descriptor states of each file. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { Issue } from '../../errors.js'
import { DESCRIPTOR_PATH, type Descriptor } from './read-descriptor.js'

type Files = ReadonlyMap<string, Uint8Array>

/** An issue for every file whose bytes are not those whose hash the descriptor states. */
export function hashIssues(files: Files, descriptor: Descriptor | undefined): Issue[] {
  const issues: Issue[] = []
  for (const { path, hash } of descriptor?.resources.values() ?? []) {
    const bytes = files.get(path)
    if (bytes === undefined || hash === undefined) continue
    const actual = `sha256:${bytesToHex(sha256(bytes))}`
    if (actual === hash) continue
    issues.push({
      code: 'dataset.hash-mismatch',
      at: { file: path },
      expected: `${hash}, as ${DESCRIPTOR_PATH} states`,
      found: actual,
      mend: `The file was changed after the package was made; if that is meant, correct or delete "hash" and "bytes" of it in ${DESCRIPTOR_PATH}`,
    })
  }
  return issues
}

/**
 * SHA-256 over `datapackage.json` and every table, sorted by path: path, a zero byte, the length as eight bytes, the
 * bytes; hex.
 */
export function hashOf(files: Files, descriptor: Descriptor): string {
  const paths = [DESCRIPTOR_PATH, ...[...descriptor.resources.values()].map(resource => resource.path)]
  const hash = sha256.create()
  const encoder = new TextEncoder()
  for (const path of [...new Set(paths)].sort()) {
    const bytes = files.get(path)!
    const length = new Uint8Array(9) // a zero byte after the path, then the length, big-endian
    new DataView(length.buffer).setBigUint64(1, BigInt(bytes.length))
    hash.update(encoder.encode(path)).update(length).update(bytes)
  }
  return bytesToHex(hash.digest())
}
