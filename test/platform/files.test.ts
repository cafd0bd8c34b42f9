import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { beginFolder, readFolder, readText } from '../../src/platform/node/files.js'

const OWN = ['result.json', 'report.html']
let home: string

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'keruen-files-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

describe('beginFolder', () => {
  test('a new folder appears whole on commit, with nothing left beside it', async () => {
    const target = join(home, 'results', 'one')
    const folder = beginFolder(target, OWN)
    await folder.write('result.json', '{}')
    expect(existsSync(target)).toBe(false)
    folder.commit()
    folder.discard()
    expect(readdirSync(join(home, 'results'))).toEqual(['one'])
    expect(readFileSync(join(target, 'result.json'), 'utf8')).toBe('{}')
  })

  test('an earlier result is replaced as a whole: no file of it is left', async () => {
    const target = join(home, 'one')
    mkdirSync(target)
    writeFileSync(join(target, 'report.html'), 'old')
    const folder = beginFolder(target, OWN)
    await folder.write('result.json', 'new')
    expect(readdirSync(target)).toEqual(['report.html'])
    folder.commit()
    expect(readdirSync(target)).toEqual(['result.json'])
    expect(readdirSync(home)).toEqual(['one'])
  })

  test('discarded: the earlier result is as it was', async () => {
    const target = join(home, 'one')
    mkdirSync(target)
    writeFileSync(join(target, 'result.json'), 'old')
    const folder = beginFolder(target, OWN)
    await folder.write('result.json', 'new')
    folder.discard()
    expect(readFileSync(join(target, 'result.json'), 'utf8')).toBe('old')
    expect(readdirSync(home)).toEqual(['one'])
  })

  test('a write that fails is told; after the clean-up the earlier result is as it was', async () => {
    const target = join(home, 'one')
    mkdirSync(target)
    writeFileSync(join(target, 'result.json'), 'old')
    const folder = beginFolder(target, OWN)
    await folder.write('report.html', 'new')
    rmSync(join(home, `.one.keruen-${process.pid}`), { recursive: true })
    await expect(folder.write('result.json', 'new')).rejects.toMatchObject({ code: 'files.unwritable' })
    folder.discard()
    expect(readdirSync(target)).toEqual(['result.json'])
    expect(readdirSync(home)).toEqual(['one'])
  })

  test('a failed swap brings the earlier result back', async () => {
    const target = join(home, 'one')
    mkdirSync(target)
    writeFileSync(join(target, 'result.json'), 'old')
    const folder = beginFolder(target, OWN)
    folder.discard() // what is to be moved in is gone, so the second rename must fail
    expect(() => folder.commit()).toThrow(expect.objectContaining({ code: 'files.unwritable' }))
    expect(readFileSync(join(target, 'result.json'), 'utf8')).toBe('old')
  })

  test('killed between the two renames: the next run finds the earlier result', () => {
    const target = join(home, 'one')
    mkdirSync(target)
    writeFileSync(join(target, 'result.json'), 'old')
    renameSync(target, join(home, '.one.keruen-previous'))
    beginFolder(target, OWN).discard()
    expect(readFileSync(join(target, 'result.json'), 'utf8')).toBe('old')
  })

  test("a folder with somebody's other files is refused and left alone", () => {
    const target = join(home, 'thesis')
    mkdirSync(target)
    writeFileSync(join(target, 'chapter-1.md'), 'years of work')
    expect(() => beginFolder(target, OWN)).toThrow(
      expect.objectContaining({ code: 'files.foreign-folder', kind: 'usage' }),
    )
    expect(readFileSync(join(target, 'chapter-1.md'), 'utf8')).toBe('years of work')
    expect(readdirSync(home)).toEqual(['thesis'])
  })

  test.each(['file', join('file', 'below')])('a place where no folder can be (%s) is told at once', place => {
    writeFileSync(join(home, 'file'), '')
    expect(() => beginFolder(join(home, place), OWN)).toThrow(
      expect.objectContaining({ code: 'files.unwritable', kind: 'usage' }),
    )
    expect(readdirSync(home)).toEqual(['file'])
  })

  test.skipIf(process.getuid?.() === 0)('a folder without permission is told at once', () => {
    chmodSync(home, 0o500)
    expect(() => beginFolder(join(home, 'one'), OWN)).toThrow(
      expect.objectContaining({ code: 'files.unwritable' }),
    )
    chmodSync(home, 0o700)
  })
})

describe('reading', () => {
  test('a folder: paths with slashes, sorted, hidden files left out', async () => {
    mkdirSync(join(home, 'network'))
    for (const path of ['b.csv', 'a.csv', 'network/links.csv', '.hidden'])
      writeFileSync(join(home, path), path)
    const files = await readFolder(home)
    expect([...files.keys()]).toEqual(['a.csv', 'b.csv', 'network/links.csv'])
    expect(new TextDecoder().decode(files.get('network/links.csv'))).toBe('network/links.csv')
  })

  test('a folder or file that is not there', async () => {
    const fault = { code: 'files.unreadable', kind: 'usage' }
    await expect(readFolder(join(home, 'none'))).rejects.toMatchObject(fault)
    await expect(readText(join(home, 'none.yaml'))).rejects.toMatchObject(fault)
    await expect(readText(home)).rejects.toMatchObject(fault)
  })
})
