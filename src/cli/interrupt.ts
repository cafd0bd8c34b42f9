import { Interrupted } from './print-error.js'

/**
 * Runs work that Ctrl-C and SIGTERM may stop: the signal is aborted, the work cleans up behind itself and the call
 * fails with `Interrupted`, whatever the work threw.
 */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  const stop = () => controller.abort()
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  try {
    return await work(controller.signal)
  } catch (error) {
    throw controller.signal.aborted ? new Interrupted() : error
  } finally {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
  }
}
