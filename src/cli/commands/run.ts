import { join } from 'node:path'
import { type Delegate, type FreightRates, type Language, parseScenario, run } from '../../index.js'
import { loadNetwork, readStoredNetwork } from '../../platform/node/choice-set.js'
import { loadDataset, loadSectorDataset } from '../../platform/node/dataset.js'
import { beginFolder } from '../../platform/node/files.js'
import { startHelperThread } from '../../platform/node/helper-thread.js'
import { loadReportLanguage } from '../../platform/node/report-language.js'
import { loadResultAssets } from '../../platform/node/result-assets.js'
import { readScenarioFile } from '../../platform/node/scenarios.js'
import { RESULT_FILES, renderResult, resultWithNames, summaryTable } from '../../report/index.js'
import { interruptible } from '../interrupt.js'
import { createProgressBar } from '../progress-bar.js'

interface RunOptions {
  readonly out?: string
  readonly data?: string
  readonly sectors?: string
  readonly draws?: number
  readonly seed?: number
  readonly freightRates?: FreightRates
  readonly contributions?: boolean
  readonly language: Language
  readonly json?: boolean
  readonly quiet?: boolean
}

/** `keruen run`: scenario in, folder of results out; an earlier result stays until the new one is whole. */
export async function runCommand(pathOrName: string, options: RunOptions): Promise<void> {
  const helper = startHelperThread()
  try {
    await runWith(helper?.delegate, pathOrName, options)
  } finally {
    helper?.stop()
  }
}

async function runWith(
  delegate: Delegate | undefined,
  pathOrName: string,
  options: RunOptions,
): Promise<void> {
  const stored = readStoredNetwork()
  const [{ file, text, estimates }, dataset, sectors] = await Promise.all([
    readScenarioFile(pathOrName),
    loadDataset(options.data),
    options.sectors === undefined ? undefined : loadSectorDataset(options.sectors),
  ])
  const { freightRates } = options
  const parsed = parseScenario(text, { file, dataset, sectors, estimates, freightRates })
  const scenario = {
    ...parsed,
    draws: options.draws ?? parsed.draws,
    seed: options.seed ?? parsed.seed,
    attribution: options.contributions ?? parsed.attribution,
  }
  const out = options.out ?? join('results', scenario.name)
  const language = await loadReportLanguage(options.language)
  const bar = createProgressBar({ quiet: options.quiet })
  const { result, files } = await interruptible(async signal => {
    const folder = beginFolder(out, RESULT_FILES)
    try {
      const assets = loadResultAssets() // read while the model runs
      assets.catch(() => {}) // a fault is told where they are needed
      const { choiceSet, baseline } = await loadNetwork(dataset, stored, (done, total) => {
        if (done === 0)
          bar.note('The stored routes are of another network: those of this one are found first.')
        bar.update('finding routes', done, total)
      })
      const result = await run(dataset, scenario, {
        choiceSet,
        baseline,
        sectors,
        signal,
        delegate,
        onProgress: async ({ stage, done, total }) => {
          bar.update(stage, done, total)
          await nextTurn()
        },
      })
      const files = renderResult(result, dataset, { ...(await assets), ...language })
      for (const [name, content] of files) await folder.write(name, content)
      await nextTurn()
      signal.throwIfAborted()
      folder.commit()
      return { result, files }
    } finally {
      bar.stop()
      folder.discard()
    }
  })
  if (options.json) process.stdout.write(files.get('result.json')!)
  if (options.json || options.quiet) return
  const { messages, names } = language
  const named = names === undefined ? result : resultWithNames(result, dataset, names)
  process.stdout.write(`${summaryTable(named, messages)}\n\n${join(out, 'report.html')}\n`)
}

/** Lets Ctrl-C in: a signal is delivered only between two turns of the event loop. */
function nextTurn(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve))
}
