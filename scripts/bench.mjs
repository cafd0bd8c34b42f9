/**
 * `npm run bench [-- --json] [-- name …]`: the speed the README speaks of. Cold runs are medians of fresh processes;
 * bench/*.bench.ts modules (those named …-large only when they are asked for) each export a default async function returning { name, rows: [{ label, medianMs }], ratio? }.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { tsImport } from 'tsx/esm/api'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const wanted = process.argv.slice(2).filter(argument => argument !== '--json')
const asJson = process.argv.includes('--json')

const scratch = mkdtempSync(join(tmpdir(), 'keruen-bench-'))
const benches = new Map([
  ['cold', coldRuns],
  ...readdirSync(join(root, 'bench'))
    .filter(file => file.endsWith('.bench.ts'))
    .sort()
    .map(file => [file.replace('.bench.ts', ''), () => moduleBench(file)]),
])

const reports = []
try {
  for (const [id, bench] of benches) {
    if (wanted.length > 0 ? !wanted.includes(id) : id.endsWith('-large')) continue
    const report = { id, ...(await bench()) }
    reports.push(report)
    if (!asJson) print(report)
  }
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
const unknown = wanted.filter(id => !benches.has(id))
if (unknown.length > 0) {
  console.error(`no bench named ${unknown.join(', ')}; there are ${[...benches.keys()].join(', ')}`)
  process.exitCode = 2
}
const machine = { node: process.version, processor: cpus()[0]?.model ?? 'unknown', cores: cpus().length }
if (asJson) console.log(JSON.stringify({ machine, reports }, null, 2))
else console.log(`\nNode ${machine.node}, ${machine.cores} × ${machine.processor}`)

/** Commands as a person types them, each time in a new process; what they answer is checked before it is timed. */
function coldRuns() {
  const commands = [
    {
      label: 'keruen --help',
      arguments: ['--help'],
      limitMs: 300,
      check: ({ stdout }) => stdout.includes('Usage: keruen'),
    },
    {
      label: 'keruen run (default scenario, 200 draws)',
      arguments: ['run', '--out', join(scratch, 'run'), '--quiet'],
      limitMs: 2000,
      check: () => readFileSync(join(scratch, 'run', 'report.html'), 'utf8').endsWith('</html>\n'),
    },
    {
      label: 'keruen bloc sco',
      arguments: ['bloc', 'sco', '--json'],
      check: ({ stdout }) => JSON.parse(stdout).bloc === 'sco',
    },
  ]
  const times = commands.map(() => [])
  const rounds = 7
  for (let round = 0; round < rounds; round++) {
    const order = commands.map((_, k) => (round % 2 === 0 ? k : commands.length - 1 - k))
    for (const k of order) {
      const started = performance.now()
      const child = spawnSync(process.execPath, [join(root, 'bin', 'keruen.cjs'), ...commands[k].arguments], {
        cwd: scratch,
        encoding: 'utf8',
      })
      times[k].push(performance.now() - started)
      if (child.status !== 0 || !commands[k].check(child))
        throw new Error(`${commands[k].label} failed: ${child.stderr}`)
    }
  }
  return {
    name: `Cold runs, median of ${rounds} fresh processes`,
    rows: commands.map(({ label, limitMs }, k) => ({
      label,
      medianMs: median(times[k]),
      ...(limitMs && { limitMs }),
    })),
  }
}

async function moduleBench(file) {
  const { default: bench } = await tsImport(`../bench/${file}`, import.meta.url)
  return bench()
}

function print({ name, rows, ratio, notes = [] }) {
  console.log(`\n${name}`)
  const width = Math.max(0, ...rows.map(row => row.label.length))
  for (const { label, medianMs, limitMs } of rows) {
    const limit =
      limitMs === undefined ? '' : `   (${medianMs <= limitMs ? 'under' : 'OVER'} the bar of ${limitMs} ms)`
    console.log(`  ${label.padEnd(width)}  ${format(medianMs).padStart(9)} ms${limit}`)
  }
  if (ratio !== undefined) console.log(`  ratio ${format(ratio)}`)
  for (const note of notes) console.log(`  ${note}`)
}

function format(value) {
  return value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toFixed(3)
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}
