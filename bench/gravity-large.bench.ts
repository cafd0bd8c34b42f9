import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generatedCase } from './gravity-panels.js'
import { raceGravity } from './gravity-race.js'
import type { BenchReport } from './median.js'

/** The panel of five million rows: its peer takes minutes, so it runs only when it is named, once on each side. */
export default async function bench(): Promise<BenchReport> {
  const folder = mkdtempSync(join(tmpdir(), 'keruen-gravity-'))
  try {
    const generated = generatedCase(folder, true)
    if (generated === undefined) {
      return {
        name: 'Gravity, large',
        rows: [],
        notes: ['no panel: it needs published/ and python3 with numpy'],
      }
    }
    const { rows, notes } = await raceGravity([generated], 1, [{ threads: 1, tolerance: 'default' }])
    return { name: 'Gravity, large: PPML on five million rows, one thread', rows, notes }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
