import { type FittedGravity, KeruenError, PROGRAM, savedEstimate } from '../../index.js'
import { fileSha256, replaceFile } from '../../platform/node/files.js'

export interface SaveOptions {
  readonly save?: string
  readonly source?: string
  readonly licence?: string
  readonly date?: string
}

/** What is told of the sample beside the formula. */
interface SampleChoices {
  readonly where?: readonly string[]
  readonly weights?: string
  readonly offset?: string
}

/**
 * Faults of the options, told before a large file is read.
 *
 * @throws KeruenError (usage) `estimate.one-model`: several formulas, of which a scenario could not tell which is meant;
 *         `estimate.needs-save`: an option that only says something in the file; `estimate.bad-date`.
 */
export function checkSaveOptions(
  { save, source, licence, date }: SaveOptions,
  formulas: readonly string[],
): void {
  const told = Object.entries({ source, licence, date }).find(([, text]) => text !== undefined)
  if (save === undefined && told !== undefined) {
    throw usage('estimate.needs-save', `--${told[0]}`, '--save FILE beside it, where it is kept', 'none')
  }
  if (save !== undefined && formulas.length > 1) {
    throw usage('estimate.one-model', '--save', 'one --formula', `${formulas.length}`)
  }
  if (date !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(date)) {
    throw usage('estimate.bad-date', '--date', 'a date as year-month-day', `'${date}'`)
  }
}

/**
 * Writes the estimate where a scenario can name it.
 *
 * @throws KeruenError what `savedEstimate` throws; `files.unwritable` (usage).
 */
export async function saveEstimate(
  path: string,
  file: string,
  fitted: FittedGravity,
  { source, licence, date }: SaveOptions,
  { where, weights, offset }: SampleChoices,
): Promise<void> {
  const facts = { file, sha256: await fileSha256(file), program: `${PROGRAM.name} ${PROGRAM.version}` }
  const record = savedEstimate(fitted, {
    ...facts,
    ...(where === undefined ? {} : { where }),
    weights,
    offset,
    source,
    licence,
    date,
  })
  await replaceFile(path, `${JSON.stringify(record, null, 2)}\n`)
}

function usage(code: string, field: string, expected: string, found: string): KeruenError {
  return new KeruenError('usage', { code, at: { field }, expected, found })
}
