import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseScenario, run } from '../../src/index.js'
import { loadChoiceSet } from '../../src/platform/node/choice-set.js'
import { loadDataset } from '../../src/platform/node/dataset.js'
import { startHelperThread } from '../../src/platform/node/helper-thread.js'
import { packageRoot } from '../../src/platform/node/package-root.js'
import { resultJson } from '../../src/report/index.js'

const dataset = await loadDataset()
const choiceSet = await loadChoiceSet(dataset)
const read = (name: string) => {
  const file = join(packageRoot(), 'scenarios', name)
  return { ...parseScenario(readFileSync(file, 'utf8'), { file, dataset }), draws: 40 }
}
const nextTurn = (): Promise<void> => new Promise(resolve => setImmediate(resolve))

describe.skipIf(availableParallelism() < 2)('a helper thread', () => {
  test.each(['middle-corridor.yaml', 'suez-closed.yaml'])('gives the same bits of %s', async name => {
    const scenario = read(name)
    const alone = resultJson(await run(dataset, scenario, { choiceSet }))
    const helper = startHelperThread()!
    try {
      const { delegate } = helper
      const together = await run(dataset, scenario, { choiceSet, delegate, onProgress: nextTurn })
      expect(resultJson(together)).toBe(alone)
    } finally {
      helper.stop()
    }
  })

  test('that is stopped in the middle costs a retry and no result', async () => {
    const scenario = read('middle-corridor.yaml')
    const alone = resultJson(await run(dataset, scenario, { choiceSet }))
    const helper = startHelperThread()!
    const onProgress = async ({ stage, done }: { stage: string; done: number }): Promise<void> => {
      if (stage === 'parameter range' && done > 0) helper.stop()
      await nextTurn()
    }
    const left = await run(dataset, scenario, { choiceSet, delegate: helper.delegate, onProgress })
    expect(resultJson(left)).toBe(alone)
  })
})
