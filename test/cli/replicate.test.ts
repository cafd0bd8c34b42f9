import { mkdirSync, mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { smallAgtpaFiles } from '../replication/small-agtpa.js'
import { describeWithReplicationData, replicationFolder } from '../replication-data.js'
import { keruen } from './run-keruen.js'

const PANEL = 'published/agtpa/agtpa_applications.csv.gz'
const EFFECTS = 'published/agtpa/published_1_TradeWithoutBorder_FULL.csv'

let home: string
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'keruen-replicate-'))
})
afterAll(() => rmSync(home, { recursive: true }))

/** A data folder with a small world in the form of the Guide's files. */
function dataFolder(name: string): string {
  const folder = join(home, name)
  for (const [path, text] of smallAgtpaFiles()) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), path.endsWith('.gz') ? gzipSync(text) : text)
  }
  return folder
}

test('without a name: the tables and the files that each needs', async () => {
  const { code, stdout, stderr } = await keruen(['replicate'])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  for (const name of ['agtpa-1-1', 'agtpa-2-1', 'agtpa-2-2'])
    expect(stdout).toMatch(new RegExp(`^${name} +\\S`, 'm'))
  expect(stdout).toContain(PANEL)
  const { stdout: json } = await keruen(['replicate', '--json'])
  expect(JSON.parse(json)[0]).toMatchObject({ name: 'agtpa-1-1', files: expect.arrayContaining([PANEL]) })
})

describe('a small world', () => {
  test('json: what was promised, and nothing on stderr', async () => {
    const { code, stdout, stderr } = await keruen([
      'replicate',
      'agtpa-2-1',
      '--data',
      dataFolder('json'),
      '--json',
    ])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const replication = JSON.parse(stdout)
    expect(Object.keys(replication)).toEqual(['name', 'title', 'source', 'rows', 'explanations'])
    for (const row of replication.rows) {
      expect(Object.keys(row)).toEqual([
        'table',
        'row',
        'column',
        'mode',
        'published',
        'computed',
        'difference',
      ])
    }
  })

  test('screen and Markdown: every mode beside the printed number, the largest differences, the reasons', async () => {
    const data = dataFolder('screen')
    for (const form of [[], ['--md']]) {
      const { code, stdout } = await keruen(['replicate', 'agtpa-2-2', '--data', data, ...form])
      expect(code).toBe(0)
      expect(stdout).toMatch(/printed *\|? +published *\|? +difference *\|? +converged *\|? +difference/)
      expect(stdout).toMatch(/^\|? ?UZB /m)
      expect(stdout).toContain('Largest differences')
      expect(stdout).toContain('Where they part, and why')
    }
  })
})

describe('what the person can mend: one line each on stderr, nothing on stdout, exit code 2', () => {
  const inFolder = (name: string, change: (folder: string) => void) => {
    const folder = dataFolder(name)
    change(folder)
    return folder
  }
  test.each<[string, () => string[], readonly string[]]>([
    ['an unknown table', () => ['agtpa-2-3', '--data', home], ['replication.unknown', 'Did you mean agtpa-']],
    ['no folder', () => ['agtpa-2-1'], ['--data', 'keruen replicate agtpa-2-1 --data DIR']],
    ['a folder that is not there', () => ['agtpa-2-1', '--data', 'nowhere'], ['nowhere', 'files.unreadable']],
    [
      'the folder published itself',
      () => ['agtpa-2-1', '--data', join(dataFolder('inside'), 'published')],
      ['Name the folder above published/'],
    ],
    [
      'missing files, all at once',
      () => [
        'agtpa-2-1',
        '--data',
        inFolder('missing', folder => {
          unlinkSync(join(folder, PANEL))
          unlinkSync(join(folder, EFFECTS))
        }),
      ],
      [PANEL, EFFECTS, 'nothing there', 'Put the file of the publication there'],
    ],
    [
      'a gz file that is none',
      () => [
        'agtpa-2-1',
        '--data',
        inFolder('no-gzip', folder => writeFileSync(join(folder, PANEL), 'exporter,importer\n')),
      ],
      [PANEL, 'files.not-gzip', 'gzip'],
    ],
    [
      'a gz file that is cut off',
      () => [
        'agtpa-2-1',
        '--data',
        inFolder('cut', folder =>
          writeFileSync(join(folder, PANEL), gzipSync(smallAgtpaFiles().get(PANEL)!).subarray(0, 900)),
        ),
      ],
      [PANEL, 'files.not-gzip', 'cut off'],
    ],
    [
      'bytes that are no text',
      () => [
        'agtpa-2-1',
        '--data',
        inFolder('bytes', folder => writeFileSync(join(folder, EFFECTS), Buffer.of(0xff, 0xfe, 0x00))),
      ],
      [EFFECTS, 'files.not-utf8'],
    ],
    [
      'a column that is not there',
      () => [
        'agtpa-2-1',
        '--data',
        inFolder('column', folder =>
          writeFileSync(join(folder, EFFECTS), smallAgtpaFiles().get(EFFECTS)!.replace('change_Xi_CDL', 'x')),
        ),
      ],
      [`${EFFECTS}:1: change_Xi_CDL`, 'replication.missing-column'],
    ],
    ['two forms at once', () => ['agtpa-2-1', '--json', '--md'], ['cannot be used with']],
  ])('%s', async (_, args, messages) => {
    const { code, stdout, stderr } = await keruen(['replicate', ...args()])
    for (const message of messages) expect(stderr).toContain(message)
    expect(stderr).not.toMatch(/^\s+at /m)
    expect(stdout).toBe('')
    expect(code).toBe(2)
  })
})

describeWithReplicationData('the published files', () => {
  test.each(['agtpa-2-1', 'agtpa-2-2'])('%s', async name => {
    const { code, stdout } = await keruen(['replicate', name, '--data', replicationFolder])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^ARG +-?\d+\.\d{6}/m)
  })
})
