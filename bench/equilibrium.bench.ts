/** How long does one equilibrium of the embedded world take, by the size of the shock? */
import { join } from 'node:path'
import { membersOn } from '../src/dataset/blocs.js'
import { readDataset } from '../src/dataset/read-dataset.js'
import { solveOneSector } from '../src/equilibrium/one-sector.js'
import { readFolder } from '../src/platform/node/files.js'
import { packageRoot } from '../src/platform/node/package-root.js'
import { type BenchReport, medianMs } from './median.js'

export default async function bench(): Promise<BenchReport> {
  const dataset = readDataset(await readFolder(join(packageRoot(), 'data')))
  const { economies, recordedMusd } = dataset.trade
  const n = economies.length
  const tariff = new Float64Array(n * n)
  const members = membersOn(dataset, 'sco', '2025-09-01').map(iso3 => economies.indexOf(iso3))
  const baseline = { economies, flows: recordedMusd, tariff, tradeElasticity: 5.03 }
  const rows = [0.95, 0.8, 3].map(factor => {
    const icebergHat = new Float64Array(n * n).fill(1)
    for (const i of members) for (const j of members) if (i !== j) icebergHat[i * n + j] = factor
    const solve = () => solveOneSector(baseline, { icebergHat, newTariff: tariff })
    const { convergence } = solve()
    if (convergence.largestMarketClearingError > 1e-10) throw new Error('markets do not clear')
    return {
      label: `trade costs among ${members.length} members × ${factor}: ${convergence.passes} passes`,
      medianMs: medianMs(solve),
    }
  })
  return { name: `One-sector equilibrium, ${n} economies, warm`, rows }
}
