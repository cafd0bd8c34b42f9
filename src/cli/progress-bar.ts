import cliProgress from 'cli-progress'

/** Shows how far long work has come; on stderr, and only where a person watches. */
export interface ProgressBar {
  update(label: string, done: number, total: number): void
  stop(): void
}

export function createProgressBar({ quiet = false }: { readonly quiet?: boolean } = {}): ProgressBar {
  if (quiet || !process.stderr.isTTY) return { update() {}, stop() {} }
  const bar = new cliProgress.SingleBar({
    stream: process.stderr,
    format: '{bar} {label}',
    barCompleteChar: '━',
    barIncompleteChar: '─',
    barsize: 30,
    hideCursor: true,
    clearOnComplete: true,
    fps: 10,
  })
  let started = false
  return {
    update(label, done, total) {
      if (!started) bar.start(total, done, { label })
      else {
        bar.setTotal(total)
        bar.update(done, { label })
      }
      started = true
    },
    stop() {
      if (started) bar.stop()
    },
  }
}
