/** Reads `datapackage.json`: which file holds which table, and what is said about it. */

import type { TableSpecification } from '../tables/table-specification.js'
import { FORMAT_VERSION, TABLES } from '../tables/tables.js'
import { type IssueList, issueList, shown } from './issue-list.js'

export const DESCRIPTOR_PATH = 'datapackage.json'

/** One table as the descriptor names it. */
export interface Resource {
  readonly name: string
  readonly path: string
  readonly title: string
  readonly description: string
  /** Names of the columns that the descriptor describes. */
  readonly columns: readonly string[]
  readonly sources: readonly string[]
  readonly licence: string
  /** As stated, e.g. `sha256:…`; undefined when it is not. */
  readonly hash?: string
}

export interface Descriptor {
  readonly id: string
  readonly title: string
  readonly version: string
  readonly year: number
  readonly resources: ReadonlyMap<string, Resource>
}

type Json = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const textOf = (value: unknown, otherwise = ''): string => (typeof value === 'string' ? value : otherwise)
const listOf = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : [])

/** Which kind of package is expected, and which tables it has. */
export interface PackageKind {
  /** What `keruen.kind` says; a package without the word holds the whole world of `Dataset`. */
  readonly kind: 'world' | 'sectors'
  readonly tables: readonly TableSpecification[]
}

const KINDS = {
  world: 'a dataset of trade, corridors and blocs',
  sectors: 'a many-sector baseline',
} as const

/** The kind that a descriptor names; undefined where there is none to read or the word is not known. */
export function packageKind(files: ReadonlyMap<string, Uint8Array>): PackageKind['kind'] | undefined {
  const bytes = files.get(DESCRIPTOR_PATH)
  const json = bytes === undefined ? undefined : parseJson(bytes, issueList())
  return json === undefined ? undefined : kindOf(json)
}

function kindOf(json: Json): PackageKind['kind'] | undefined {
  const { kind = 'world' } = isObject(json.keruen) ? json.keruen : {}
  return kind === 'world' || kind === 'sectors' ? kind : undefined
}

/** The descriptor, or undefined when nothing can be read with it; faults are added to the list. */
export function readDescriptor(
  files: ReadonlyMap<string, Uint8Array>,
  found: IssueList,
  { kind, tables }: PackageKind = { kind: 'world', tables: TABLES },
): Descriptor | undefined {
  const fault = (code: string, field: string, expected: string, seen: string, mend?: string) =>
    found.add({
      code,
      at: { file: DESCRIPTOR_PATH, field },
      expected,
      found: seen,
      ...(mend ? { mend } : {}),
    })
  const bytes = files.get(DESCRIPTOR_PATH)
  if (bytes === undefined) {
    fault(
      'dataset.missing-file',
      '',
      'a Frictionless Data Package',
      'no such file',
      'Name the folder that holds it',
    )
    return undefined
  }
  const json = parseJson(bytes, found)
  if (json === undefined) return undefined
  const actual = kindOf(json)
  if (actual !== kind) {
    const seen = actual === undefined ? 'another word' : KINDS[actual]
    fault(
      'dataset.wrong-kind',
      'keruen.kind',
      `${KINDS[kind]} (${kind})`,
      seen,
      'Name another folder, or take another command: a scenario runs on a world, keruen data takes both',
    )
    return undefined
  }
  const keruen = isObject(json.keruen) ? json.keruen : {}
  const { format, year } = keruen
  if (format !== FORMAT_VERSION) {
    const later = typeof format === 'number' && format > FORMAT_VERSION
    fault(
      later ? 'dataset.future-version' : 'dataset.unknown-version',
      'keruen.format',
      `format version ${FORMAT_VERSION}`,
      format === undefined ? 'none' : JSON.stringify(format),
      later ? 'Use a newer Keruen' : `Write "keruen": { "format": ${FORMAT_VERSION}, "year": … }`,
    )
  }
  if (typeof year !== 'number' || !Number.isInteger(year) || year < 1900 || year > 2100) {
    fault(
      'dataset.wrong-form',
      'keruen.year',
      'the year of trade, e.g. 2023',
      JSON.stringify(year) ?? 'nothing',
    )
  }
  if (textOf(json.name) === '') fault('dataset.wrong-form', 'name', 'an id of the package', 'nothing')
  const resources = readResources(json, files, tables, fault)
  return {
    id: textOf(json.name),
    title: textOf(json.title, textOf(json.name)),
    version: textOf(json.version, 'unversioned'),
    year: Number(year),
    resources,
  }
}

function parseJson(bytes: Uint8Array, found: IssueList): Json | undefined {
  let reason = 'something else'
  try {
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (isObject(json)) return json
  } catch (error) {
    reason = error instanceof Error ? error.message : String(error)
  }
  found.add({
    code: 'dataset.broken-json',
    at: { file: DESCRIPTOR_PATH },
    expected: 'a JSON object',
    found: reason,
  })
  return undefined
}

type DescriptorFault = (code: string, field: string, expected: string, seen: string, mend?: string) => void

function readResources(
  json: Json,
  files: ReadonlyMap<string, Uint8Array>,
  tables: readonly TableSpecification[],
  fault: DescriptorFault,
): ReadonlyMap<string, Resource> {
  const resources = new Map<string, Resource>()
  listOf(json.resources).forEach((entry, k) => {
    const name = textOf(entry.name)
    const path = textOf(entry.path)
    const at = `resources[${k}]`
    if (name === '') fault('dataset.wrong-form', `${at}.name`, 'the name of a table', 'nothing')
    if (!tables.some(table => table.name === name)) return // other resources may travel in the package
    if (resources.has(name)) fault('dataset.duplicate-key', `${at}.name`, 'each table once', shown(name))
    if (path === '') fault('dataset.wrong-form', `${at}.path`, 'the path of a CSV file', 'nothing')
    else if (!files.has(path)) {
      fault('dataset.missing-file', `${at}.path`, `a file ${path} in the folder`, 'no such file')
    }
    const schema = isObject(entry.schema) ? entry.schema : {}
    resources.set(name, {
      name,
      path,
      title: textOf(entry.title, name),
      description: textOf(entry.description),
      columns: listOf(schema.fields).map(field => textOf(field.name)),
      sources: listOf(entry.sources).map(source => textOf(source.name, textOf(source.title))),
      licence: listOf(entry.licenses)
        .map(licence => textOf(licence.name, textOf(licence.title)))
        .join('; '),
      ...(typeof entry.hash === 'string' ? { hash: entry.hash } : {}),
    })
  })
  for (const table of tables) {
    if (table.optional || resources.has(table.name)) continue
    fault('dataset.missing-table', 'resources', `a table ${table.name}: ${table.title}`, 'none of that name')
  }
  return resources
}
