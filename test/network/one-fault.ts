/** A network file with one fault in it, and the sentence that names it. */
import { expect, test } from 'vitest'
import { formatIssue } from '../../src/errors.js'
import { checkNetworkGeojson } from '../../src/network/file/read-geojson.js'
import { embeddedDataset } from '../embedded.js'
import { spoilt } from './network-files.js'

const { countries } = embeddedDataset()
const check = (text: string) => checkNetworkGeojson(text, { file: 'net.geojson', countries })

/** The faults of a file as sentences. */
export const sentences = (text: string): string[] => check(text).faults.map(formatIssue)

/** What is spoilt, the code of the only fault, and its sentence. */
export type FaultCase = readonly [string, Parameters<typeof spoilt>[0], string, RegExp]

export const BORDER = 'saryagash-keles'
export const RAIL = 'rail-shymkent--saryagash'

export function testFaults(cases: readonly FaultCase[]): void {
  test.each(cases)('%s', (_, spoil, code, sentence) => {
    const { network: read, faults } = check(spoilt(spoil))
    expect(faults.map(formatIssue)).toEqual([expect.stringMatching(sentence)])
    expect(faults[0]!.code).toBe(code)
    expect(read).toBeUndefined()
  })
}
