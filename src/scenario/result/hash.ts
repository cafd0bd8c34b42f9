/** The name of a result: SHA-256 over scenario, dataset and program version. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Scenario } from '../scenario.js'

/**
 * Hash of everything that a result depends on, 64 hex digits.
 *
 * Taken over the resolved scenario, so comments, the order of keys and the way units are written do not change it.
 *
 * @param datasetHash SHA-256 of the dataset's bytes, hex.
 * @param sectorsHash that of the many-sector baseline, where there is one.
 */
export function resultHash(
  scenario: Scenario,
  datasetHash: string,
  programVersion: string,
  sectorsHash?: string,
): string {
  const parts = { format: 'keruen-result-hash', datasetHash, sectorsHash, programVersion, scenario }
  const text = canonicalJson(parts)
  return bytesToHex(sha256(utf8ToBytes(text)))
}

/**
 * JSON without white space, keys sorted by code unit, keys of undefined value left out.
 *
 * Numbers are written as the language prescribes (the shortest text that reads back), the same on every engine.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`).join(',')}}`
  }
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new Error(`${value} has no place in canonical JSON`)
  return JSON.stringify(value)
}
