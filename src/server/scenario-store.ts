/** Scenarios that were saved: one YAML file each in a folder, which is made at the first. */
import { lstatSync } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { writtenTitle } from '../index.js'
import { asUsageError, readTextWithin, replaceFile } from '../platform/node/files.js'
import { HttpFault } from './faults.js'
import { LIMITS } from './limits.js'

export interface SavedScenario {
  readonly id: string
  /** Null where the file gives none, or is no YAML any more. */
  readonly title: string | null
  readonly bytes: number
  /** ISO 8601, UTC. */
  readonly savedAt: string
}

export interface ScenarioStore {
  list(): Promise<readonly SavedScenario[]>
  /** Undefined where there is none. */
  read(id: string): Promise<string | undefined>
  /**
   * Saves a text that was checked; an earlier one stays until the new one is whole.
   *
   * @param onlyNew refuses to replace.
   * @throws HttpFault 412 there is one, 409 something else has the name, 507 too many.
   */
  write(id: string, text: string, onlyNew: boolean): Promise<'created' | 'replaced'>
  /** Whether there was one. */
  remove(id: string): Promise<boolean>
}

/** Lower case only, so that no two ids are one file where case does not count. */
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/
const LONGEST_ID = 64
/** Names of devices where Windows looks for them. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/

export function isScenarioId(id: string): boolean {
  return id.length <= LONGEST_ID && ID.test(id) && !RESERVED.test(id)
}

export function openScenarioStore(folder: string): ScenarioStore {
  const titles = new Map<string, { readonly stamp: string; readonly title: string | null }>()
  let last: Promise<unknown> = Promise.resolve()
  /** One change after the other: two of the same file would write over each other. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work)
    last = done.catch(() => {})
    return done
  }
  const pathOf = (id: string): string => join(folder, `${id}.yaml`)

  const ids = async (): Promise<string[]> => {
    try {
      const entries = await readdir(folder, { withFileTypes: true })
      return entries
        .filter(entry => entry.isFile() && entry.name.endsWith('.yaml'))
        .map(entry => entry.name.slice(0, -'.yaml'.length))
        .filter(isScenarioId)
        .sort()
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
      throw asUsageError(error, 'files.unreadable', folder, 'a folder that can be read')
    }
  }

  const describe = async (id: string): Promise<SavedScenario | undefined> => {
    try {
      const { size, mtimeMs, mtime } = await stat(pathOf(id))
      const stamp = `${size} ${mtimeMs}`
      if (titles.get(id)?.stamp !== stamp) {
        const text = size > LIMITS.scenarioBytes ? '' : await readTextWithin(pathOf(id), LIMITS.scenarioBytes)
        titles.set(id, { stamp, title: writtenTitle(text) ?? null })
      }
      return { id, title: titles.get(id)!.title, bytes: size, savedAt: mtime.toISOString() }
    } catch {
      return undefined // removed meanwhile, or nothing that can be read
    }
  }

  return {
    async list() {
      const found: SavedScenario[] = []
      for (const id of (await ids()).slice(0, LIMITS.savedScenarios)) {
        const saved = await describe(id)
        if (saved !== undefined) found.push(saved)
      }
      return found
    },
    async read(id) {
      return (await ids()).includes(id) ? readTextWithin(pathOf(id), LIMITS.scenarioBytes) : undefined
    },
    write: (id, text, onlyNew) =>
      inTurn(async () => {
        const known = await ids()
        const isKnown = known.includes(id)
        if (isKnown && onlyNew) {
          throw new HttpFault(412, { code: 'lab.exists', expected: 'a new name', found: `a scenario ${id}` })
        }
        if (!isKnown && lstatSync(pathOf(id), { throwIfNoEntry: false }) !== undefined) {
          throw new HttpFault(409, {
            code: 'lab.not-a-file',
            expected: 'a name that nothing else has',
            found: `a folder or a link named ${id}.yaml`,
          })
        }
        if (!isKnown && known.length >= LIMITS.savedScenarios) {
          throw new HttpFault(507, {
            code: 'lab.too-many-scenarios',
            expected: `at most ${LIMITS.savedScenarios} saved scenarios`,
            found: `${known.length}`,
            mend: 'Remove some, or start the lab with another folder (--scenarios)',
          })
        }
        await replaceFile(pathOf(id), text)
        return isKnown ? 'replaced' : 'created'
      }),
    remove: id =>
      inTurn(async () => {
        if (!(await ids()).includes(id)) return false
        try {
          await rm(pathOf(id))
          titles.delete(id)
          return true
        } catch (error) {
          throw asUsageError(error, 'files.unwritable', pathOf(id), 'a file that can be removed')
        }
      }),
  }
}
