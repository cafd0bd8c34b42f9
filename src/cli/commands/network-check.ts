import { formatIssue, type Issue, KeruenError, type NetworkReading, summariseNetwork } from '../../index.js'
import { checkNetworkFile } from '../../platform/node/network-file.js'
import { networkPage } from './network-page.js'

interface NetworkCheckOptions {
  readonly json?: boolean
}

/**
 * `keruen network check FILE`: what a network holds, with warnings; or every fault, one line each, and exit code 2.
 * Nothing is counted in a file with faults.
 */
export async function networkCheckCommand(file: string, { json }: NetworkCheckOptions): Promise<void> {
  const { network, faults, warnings } = await checked(file)
  if (faults.length > 0) process.exitCode = 2
  const summary = network === undefined ? undefined : summariseNetwork(network)
  if (json) {
    process.stdout.write(`${JSON.stringify({ file, faults, warnings, summary }, null, 2)}\n`)
    return
  }
  for (const issue of faults) process.stdout.write(`${formatIssue(issue)}\n`)
  if (summary === undefined) {
    process.stderr.write(`keruen: ${counted(faults, 'fault')} in ${file}.\n`)
    return
  }
  process.stdout.write(`${networkPage(summary)}\n\n`)
  if (warnings.length > 0) {
    const lines = warnings.map(issue => `warning: ${formatIssue(issue)}`)
    process.stdout.write(`${lines.join('\n')}\n\n`)
  }
  process.stdout.write(`${file}: no faults found, ${counted(warnings, 'warning')}.\n`)
}

/** Faults of a dataset that keep its network from being read are listed like those of the network itself. */
async function checked(file: string): Promise<NetworkReading> {
  try {
    return await checkNetworkFile(file)
  } catch (error) {
    if (!(error instanceof KeruenError) || error.kind !== 'input') throw error
    return { faults: error.issues, warnings: [] }
  }
}

function counted(issues: readonly Issue[], word: string): string {
  const { length } = issues
  return `${length === 0 ? 'no' : length} ${word}${length === 1 ? '' : 's'}`
}
