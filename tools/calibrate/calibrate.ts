/**
 * `npm run data:calibrate`: fits route choice to observed traffic and prints targets, misfit, parameters and how well
 * they are pinned down. `-- --backtest` runs the backtests; `-- --write` does both and writes their tables into
 * docs/models/network.md. Nothing in data/ is changed: parameters are set by hand, with their reasons.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { backtestReport } from '../backtest/backtest-report.js'
import { rateTable } from '../backtest/freight-rates.js'
import { calibrationReport } from './calibration-report.js'
import { laidTable } from './laid-ranges.js'
import { withBlock } from './markdown.js'
import { readSetting } from './setting.js'

const PAGE = join(dirname(fileURLToPath(import.meta.url)), '../../docs/models/network.md')

const words = process.argv.slice(2)
const unknown = words.filter(word => word !== '--backtest' && word !== '--write')
if (unknown.length > 0) {
  console.error(`data:calibrate: expected --backtest or --write, found ${unknown.join(' ')}`)
  process.exit(2)
}
const write = words.includes('--write')
const setting = readSetting()
const blocks: Record<string, string> = {}
if (write || !words.includes('--backtest')) Object.assign(blocks, calibrationReport(setting).blocks)
if (write || words.includes('--backtest')) {
  Object.assign(blocks, backtestReport(setting))
  blocks.rates = await rateTable(setting)
  blocks.laid = await laidTable(setting.dataset, setting.choiceSet)
}
for (const [name, text] of Object.entries(blocks)) console.log(`\n${name}\n\n${text}`)
if (write) {
  const page = Object.entries(blocks).reduce(
    (text, [name, block]) => withBlock(text, name, block),
    readFileSync(PAGE, 'utf8'),
  )
  writeFileSync(PAGE, page)
  console.log(`\nwritten to ${PAGE}`)
}
