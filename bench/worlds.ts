/** Worlds to solve: the embedded one, the Guide's where its file is at hand, and generated ones of any size. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { readDataset } from '../src/dataset/reading/read-dataset.js'
import type { OneSectorBaseline } from '../src/equilibrium/one-sector/world.js'
import { exp } from '../src/numeric/elementary.js'
import { uniformDraw } from '../src/numeric/random.js'
import { readFolder } from '../src/platform/node/files.js'
import { packageRoot } from '../src/platform/node/package-root.js'
import { readAgtpaPanel } from '../src/replication/agtpa-data.js'

export const THETA = 5.03

export async function embeddedWorld(): Promise<OneSectorBaseline> {
  const { economies, recordedMusd: flows } = readDataset(await readFolder(join(packageRoot(), 'data'))).trade
  return { economies, flows, tariff: new Float64Array(flows.length), tradeElasticity: THETA }
}

/** Manufacturing of 69 countries in 2006; undefined where the file is not there. */
export function guideWorld(): OneSectorBaseline | undefined {
  const folder = process.env.KERUEN_REPLICATION_DATA ?? join(packageRoot(), '..', 'shared')
  const file = join(folder, 'published', 'agtpa', 'agtpa_applications.csv.gz')
  if (!existsSync(file)) return undefined
  const panel = readAgtpaPanel(gunzipSync(readFileSync(file)).toString('utf8'), file)
  const n = panel.countries.length
  const flows = new Float64Array(n * n)
  panel.trade.forEach((value, row) => {
    if (panel.year[row] === 2006) flows[panel.exporter[row]! * n + panel.importer[row]!] = value
  })
  return { economies: panel.countries, flows, tariff: new Float64Array(n * n), tradeElasticity: THETA }
}

/** Sizes spread over three orders of magnitude, most sales at home, trade falling with distance on a ring; seeded. */
export function generatedWorld(n: number): OneSectorBaseline {
  const size = Float64Array.from({ length: n }, (_, i) => exp(7 * uniformDraw(20240704, 'size', i)))
  const flows = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const distance = Math.min(Math.abs(i - j), n - Math.abs(i - j)) / n
      const noise = exp(2 * uniformDraw(20240704, 'noise', i * n + j) - 1)
      flows[i * n + j] =
        i === j ? 3 * size[i]! : (0.3 * noise * Math.sqrt(size[i]! * size[j]!)) / (n * (0.05 + distance))
    }
  }
  const economies = Array.from(size, (_, i) => `E${String(i).padStart(3, '0')}`)
  return { economies, flows, tariff: new Float64Array(n * n), tradeElasticity: THETA }
}

/** The same factor on every cost but those at home. */
export function everywhere(n: number, factor: number): Float64Array {
  return Float64Array.from({ length: n * n }, (_, ij) => (ij % (n + 1) === 0 ? 1 : factor))
}
