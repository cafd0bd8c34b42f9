import { appendFileSync, cpSync, mkdtempSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { embeddedFolder, loadDataset } from '../../src/platform/node/dataset.js'
import { findStoredDataset, storeDataset } from '../../src/platform/node/stored-dataset.js'

describe('a stored dataset', () => {
  let folder = ''
  let path = ''

  beforeEach(async () => {
    const scratch = mkdtempSync(join(tmpdir(), 'keruen-stored-'))
    onTestFinished(() => rmSync(scratch, { recursive: true }))
    folder = join(scratch, 'data')
    path = join(scratch, 'dataset.bin')
    cpSync(embeddedFolder(), folder, { recursive: true, preserveTimestamps: true })
    await storeDataset(folder, path)
  })

  test('is the dataset that reading the folder gives', async () => {
    const stored = await findStoredDataset(folder, path)
    expect(stored).toEqual(await loadDataset(folder))
  })

  test.each<readonly [string, () => void]>([
    ['was changed', () => appendFileSync(join(folder, 'tariffs.csv'), '\n')],
    ['has another time of change', () => utimesSync(join(folder, 'trade.csv'), 1, 1)],
    ['was added', () => writeFileSync(join(folder, 'more.csv'), '')],
    ['was removed', () => rmSync(join(folder, 'avoidance.csv'))],
  ])('is not taken where a file %s', async (_, change) => {
    change()
    expect(await findStoredDataset(folder, path)).toBeUndefined()
  })

  test('is not taken where the folder is gone', async () => {
    rmSync(folder, { recursive: true })
    expect(await findStoredDataset(folder, path)).toBeUndefined()
  })

  test('that is missing or cut short counts as none', async () => {
    truncateSync(path, 1000)
    expect(await findStoredDataset(folder, path)).toBeUndefined()
    rmSync(path)
    expect(await findStoredDataset(folder, path)).toBeUndefined()
  })
})
