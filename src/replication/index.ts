/** Published tables by name, with the files that each needs. */
import { KeruenError } from '../errors.js'
import { DISTANCE_PUZZLE_TITLE, replicateDistancePuzzle } from './agtpa-distance-puzzle.js'
import { GUIDE_GRAVITY_FILES } from './agtpa-gravity.js'
import { NAFTA_FILES, NAFTA_TITLE, replicateNafta } from './agtpa-nafta.js'
import { replicateTradeAgreements, TRADE_AGREEMENTS_TITLE } from './agtpa-trade-agreements.js'
import {
  replicateTradeWithoutBorders,
  TRADE_WITHOUT_BORDERS_FILES,
  TRADE_WITHOUT_BORDERS_TITLE,
} from './agtpa-trade-without-borders.js'
import { replicateTraditionalGravity, TRADITIONAL_GRAVITY_TITLE } from './agtpa-traditional-gravity.js'
import { CALIENDO_PARRO_TITLE, replicateCaliendoParro } from './caliendo-parro.js'
import { CALIENDO_PARRO_FILES } from './caliendo-parro-world.js'
import type { Replication } from './replication.js'

/** A table that can be computed anew. */
export interface ReplicationEntry {
  readonly title: string
  /** Paths below the data folder, with `/`; those that end in `.gz` are handed over unzipped, under the same name. */
  readonly files: readonly string[]
  /** Texts by those paths in, the table out. */
  readonly compute: (files: ReadonlyMap<string, string>) => Replication
}

/** Every table, by its name on the command line. */
export const REPLICATIONS: ReadonlyMap<string, ReplicationEntry> = new Map([
  [
    'agtpa-1-1',
    {
      title: `Advanced Guide to Trade Policy Analysis, 1.1: ${TRADITIONAL_GRAVITY_TITLE}`,
      files: GUIDE_GRAVITY_FILES,
      compute: replicateTraditionalGravity,
    },
  ],
  [
    'agtpa-1-2',
    {
      title: `Advanced Guide to Trade Policy Analysis, 1.2: ${DISTANCE_PUZZLE_TITLE}`,
      files: GUIDE_GRAVITY_FILES,
      compute: replicateDistancePuzzle,
    },
  ],
  [
    'agtpa-1-3',
    {
      title: `Advanced Guide to Trade Policy Analysis, 1.3: ${TRADE_AGREEMENTS_TITLE}`,
      files: GUIDE_GRAVITY_FILES,
      compute: replicateTradeAgreements,
    },
  ],
  [
    'agtpa-2-1',
    {
      title: `Advanced Guide to Trade Policy Analysis, 2.1: ${TRADE_WITHOUT_BORDERS_TITLE}`,
      files: TRADE_WITHOUT_BORDERS_FILES,
      compute: replicateTradeWithoutBorders,
    },
  ],
  [
    'agtpa-2-2',
    {
      title: `Advanced Guide to Trade Policy Analysis, 2.2: ${NAFTA_TITLE}`,
      files: NAFTA_FILES,
      compute: replicateNafta,
    },
  ],
  [
    'caliendo-parro',
    {
      title: `Caliendo and Parro (2015): ${CALIENDO_PARRO_TITLE}`,
      files: CALIENDO_PARRO_FILES,
      compute: replicateCaliendoParro,
    },
  ],
])

/**
 * Computes a published table anew.
 *
 * @param name  a key of `REPLICATIONS`.
 * @param files texts by path below the data folder: all that `REPLICATIONS` lists for it.
 * @throws KeruenError `replication.unknown` (usage); `replication.missing-file` (usage), all of them at once;
 *         `replication.…` (input) where a file is not as published; and what estimation and equilibrium throw.
 */
export function replicate(name: string, files: ReadonlyMap<string, string>): Replication {
  const entry = REPLICATIONS.get(name)
  if (entry === undefined) {
    throw new KeruenError('usage', {
      code: 'replication.unknown',
      expected: `one of ${[...REPLICATIONS.keys()].join(', ')}`,
      found: `'${name}'`,
    })
  }
  const missing = entry.files.filter(path => !files.has(path))
  if (missing.length > 0) {
    throw new KeruenError(
      'usage',
      missing.map(file => ({
        code: 'replication.missing-file',
        at: { file },
        expected: 'the text of this file',
        found: 'nothing',
      })),
    )
  }
  return entry.compute(files)
}
