import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generatedCase, guideCases } from './gravity-panels.js'
import { raceGravity } from './gravity-race.js'
import type { BenchReport } from './median.js'

/** PPML with three absorbed effects and clustered errors, data in memory, beside R's fixest where it is installed. */
export default async function bench(): Promise<BenchReport> {
  const folder = mkdtempSync(join(tmpdir(), 'keruen-gravity-'))
  try {
    const generated = generatedCase(folder, false)
    const cases = [...guideCases(folder), ...(generated === undefined ? [] : [generated])]
    const { rows, notes } = await raceGravity(cases, 5)
    const missing =
      cases.length < 3 ? ['some panels are missing: they need published/ and python3 with numpy'] : []
    return {
      name: 'Gravity: PPML, three effects, fit with clustered errors, one thread',
      rows,
      notes: [...notes, ...missing],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
