import { formatIssue, packageKind, validateDataset, validateSectorDataset } from '../../index.js'
import { readFolder } from '../../platform/node/files.js'

/** `keruen data check DIR`: every fault of a dataset folder of either kind, one line each, on stdout; exit code 2 if there is any. */
export async function dataCheckCommand(folder: string): Promise<void> {
  const files = await readFolder(folder)
  const issues = packageKind(files) === 'sectors' ? validateSectorDataset(files) : validateDataset(files)
  for (const issue of issues) process.stdout.write(`${formatIssue(issue)}\n`)
  if (issues.length === 0) process.stdout.write(`${folder}: no faults found.\n`)
  else {
    process.stderr.write(
      `keruen: ${issues.length} ${issues.length === 1 ? 'fault' : 'faults'} in ${folder}.\n`,
    )
    process.exitCode = 2
  }
}
