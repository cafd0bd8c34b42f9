import { KeruenError, validateDataset } from '../../index.js'
import { readFolder } from '../../platform/node/files.js'

/**
 * `keruen data check DIR`: every fault of a dataset folder.
 *
 * @throws KeruenError kind input with all issues, so that the exit code is 2.
 */
export async function dataCheckCommand(folder: string): Promise<void> {
  const issues = validateDataset(await readFolder(folder))
  if (issues.length > 0) throw new KeruenError('input', issues)
  process.stdout.write(`${folder}: no faults found.\n`)
}
