/** Scenario files: the ready ones of the package and the person's own. */
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { parse } from 'yaml'
import { KeruenError } from '../../errors.js'
import { estimateFiles, nearestNames } from '../../index.js'
import { readText } from './files.js'
import { packageRoot } from './package-root.js'

export interface ScenarioFile {
  /** As the person named it, for messages. */
  readonly file: string
  readonly text: string
  /** Texts of the estimates that it names, by the paths there, which start from the scenario; without those not found. */
  readonly estimates: ReadonlyMap<string, string>
}

export interface ReadyScenario {
  readonly name: string
  readonly title: string
  readonly description: string
}

/** Ready scenarios of the package, by name. */
export async function readyScenarios(): Promise<ReadyScenario[]> {
  const names = await readyNames()
  return Promise.all(
    names.map(async name => {
      const head = parse(await readText(readyPath(name))) as { title: string; description?: string }
      return { name, title: head.title, description: head.description ?? '' }
    }),
  )
}

/**
 * Reads a scenario by path, or by the name of a ready one.
 *
 * @throws KeruenError `files.no-scenario` with the nearest ready names, or `files.unreadable`; kind usage.
 */
export async function readScenarioFile(pathOrName: string): Promise<ScenarioFile> {
  if (existsSync(pathOrName)) return readWhole(pathOrName, pathOrName)
  const ready = await readyNames()
  if (ready.includes(pathOrName)) {
    return readWhole(`scenarios/${pathOrName}.yaml`, readyPath(pathOrName))
  }
  const nearest = nearestNames(basename(pathOrName, extname(pathOrName)), ready)
  throw new KeruenError('usage', {
    code: 'files.no-scenario',
    expected: 'a scenario file or the name of a ready scenario',
    found: `'${pathOrName}', which is neither`,
    mend: `${nearest.length === 0 ? '' : `Did you mean ${nearest.join(' or ')}? `}keruen scenarios lists the ready ones`,
  })
}

async function readWhole(file: string, path: string): Promise<ScenarioFile> {
  const text = await readText(path)
  const estimates = estimateFiles(text)
    .map(named => [named, resolve(dirname(path), named)] as const)
    .filter(([, at]) => existsSync(at))
    .map(async ([named, at]) => [named, await readText(at)] as const)
  return { file, text, estimates: new Map(await Promise.all(estimates)) }
}

async function readyNames(): Promise<string[]> {
  const files = await readdir(join(packageRoot(), 'scenarios'))
  return files
    .filter(file => file.endsWith('.yaml'))
    .map(file => basename(file, '.yaml'))
    .sort()
}

function readyPath(name: string): string {
  return join(packageRoot(), 'scenarios', `${name}.yaml`)
}
