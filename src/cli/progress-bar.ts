import cliProgress from 'cli-progress'

/** Shows how far long work has come; on stderr, and only where a person watches. */
export interface ProgressBar {
  /** A line that stays; also where nobody watches, unless quiet. */
  note(text: string): void
  update(label: string, done: number, total: number): void
  stop(): void
}

export function createProgressBar({ quiet = false }: { readonly quiet?: boolean } = {}): ProgressBar {
  const note = (text: string): void => {
    if (!quiet) process.stderr.write(`${text}\n`)
  }
  if (quiet || !process.stderr.isTTY) return { note, update() {}, stop() {} }
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
    note,
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
