import { join } from 'node:path'
import { packageRoot } from '../../platform/node/package-root.js'
import { isLoopback, startLab, startModel } from '../../server/index.js'

interface LabOptions {
  readonly port?: number
  readonly host: string
  readonly scenarios: string
}

const FIRST_PORT = 4173
/** Ports that are tried where none is given, before any free one. */
const TRIED = 20

/** `keruen lab`: serves the page until Ctrl-C. */
export async function labCommand({ port, host, scenarios }: LabOptions): Promise<void> {
  const stopped = stopSignal()
  const lab = await startLab({
    site: join(packageRoot(), 'dist', 'lab'),
    scenarios,
    host,
    ports: port === undefined ? [...Array.from({ length: TRIED }, (_, k) => FIRST_PORT + k), 0] : [port],
    model: startModel(),
    log: line => process.stderr.write(`${line}\n`),
  })
  if (!isLoopback(host)) {
    process.stderr.write(
      `keruen: warning: whoever reaches ${host} can read and remove saved scenarios and start runs here.\n`,
    )
  }
  process.stdout.write(`The lab is at ${lab.url}\nCtrl-C ends it. Scenarios are saved in ${scenarios}.\n`)
  await stopped
  await lab.close()
}

function stopSignal(): Promise<void> {
  return new Promise(resolve => {
    const stop = () => {
      process.off('SIGINT', stop)
      process.off('SIGTERM', stop)
      resolve()
    }
    process.on('SIGINT', stop)
    process.on('SIGTERM', stop)
  })
}
