/** YAML text → plain value, and where every part of it stands. */
import { type Document, isMap, isScalar, LineCounter, type Node, type YAMLError } from 'yaml'
import type { Issue, IssuePlace } from '../../errors.js'
import { formatPath, type Path } from './path.js'
import type { ScenarioSource } from './scenario-source.js'
import { composeWithin, isWithinValues, type PassedBound, YAML_BOUNDS } from './yaml-bounds.js'

/** Reads one YAML document (version 1.2, core schema), with or without a byte order mark. Never throws on bad text, nor takes long over it. */
export function readYaml(text: string, file: string | undefined): ScenarioSource {
  const lineCounter = new LineCounter()
  const placeOf = (offset: number | undefined, path: Path): IssuePlace => {
    const position = offset === undefined ? undefined : lineCounter.linePos(offset)
    const field = formatPath(path)
    return {
      ...(file === undefined ? {} : { file }),
      ...(position === undefined
        ? {}
        : { line: Math.max(1, position.line), column: Math.max(1, position.col) }),
      ...(field === '' ? {} : { field }),
    }
  }
  const composed = composeWithin(text.replace(/^\uFEFF/, ''), lineCounter)
  const parsed = Array.isArray(composed) ? composed[0] : undefined
  const locate: ScenarioSource['locate'] = (path, { key = false } = {}) =>
    placeOf(findOffset(parsed?.contents ?? null, path, key) ?? 0, path)
  const refuse = (issues: readonly Issue[]): ScenarioSource => ({ value: undefined, locate, issues })

  if (!Array.isArray(composed)) return refuse([{ at: placeOf(composed.offset, []), ...boundFault(composed) }])
  const faults = faultsOf(composed)
  if (faults.length > 0)
    return refuse(faults.map(fault => ({ at: placeOf(fault.pos[0], []), ...yamlFault(fault) })))
  try {
    const value: unknown = parsed?.toJS({ maxAliasCount: 100 })
    if (isWithinValues(value)) return { value, locate, issues: [] }
    return refuse([{ at: placeOf(0, []), ...boundFault({ bound: 'values' }) }])
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error)
    return refuse([
      { code: 'scenario.not-yaml', at: placeOf(0, []), expected: 'YAML that can be read', found },
    ])
  }
}

function findOffset(root: Node | null, path: Path, key: boolean): number | undefined {
  let node: unknown = root
  let offset = root?.range?.[0]
  for (const [depth, part] of path.entries()) {
    const isLast = depth === path.length - 1
    if (isMap(node)) {
      const pair = node.items.find(item => isScalar(item.key) && String(item.key.value) === String(part))
      if (pair === undefined) return offset
      const keyOffset = (pair.key as Node).range?.[0]
      const value = pair.value as Node | null
      offset = isLast && key ? keyOffset : ((value === null ? undefined : value.range?.[0]) ?? keyOffset)
      node = value
    } else if (typeof part === 'number' && typeof node === 'object' && node !== null && 'items' in node) {
      const item: unknown = (node.items as unknown[])[part]
      if (item === undefined || item === null) return offset
      offset = (item as Node).range?.[0] ?? offset
      node = item
    } else {
      return offset
    }
  }
  return offset
}

type YamlFault = Pick<YAMLError, 'code' | 'message' | 'pos'>

/** More than these of one text nobody reads, and their places take time to find. */
const MOST_FAULTS = 100

function faultsOf([first, second]: readonly Document[]): YamlFault[] {
  const faults: YamlFault[] = [...(first?.errors ?? []), ...(first?.warnings ?? [])].slice(0, MOST_FAULTS)
  if (second !== undefined) {
    const [start, end] = second.range ?? [0, 0]
    faults.push({ code: 'MULTIPLE_DOCS', message: 'several documents', pos: [start, end] })
  }
  return faults
}

function boundFault({ bound }: Pick<PassedBound, 'bound'>): Omit<Issue, 'at'> {
  const most = YAML_BOUNDS[bound]
  const code = 'scenario.too-large'
  switch (bound) {
    case 'depth':
      return { code, expected: `mappings and lists at most ${most} deep`, found: 'deeper ones' }
    case 'marks':
      return { code, expected: `at most ${most} words and signs`, found: 'more' }
    case 'values':
      return { code, expected: `at most ${most} values with all aliases written out`, found: 'more' }
  }
}

function yamlFault(fault: YamlFault): Omit<Issue, 'at'> {
  const found = fault.message.split('\n')[0] ?? fault.code
  switch (fault.code) {
    case 'DUPLICATE_KEY':
      return {
        code: 'scenario.duplicate-key',
        expected: 'every key once',
        found: 'the same key twice',
        mend: 'keep one of them',
      }
    case 'MULTIPLE_DOCS':
      return {
        code: 'scenario.not-yaml',
        expected: 'one document',
        found: 'several, divided by ---',
        mend: 'write one file for each scenario',
      }
    default:
      return {
        code: 'scenario.not-yaml',
        expected: 'YAML',
        found: `a fault of its grammar: ${found}`,
        mend:
          fault.code === 'TAB_AS_INDENT'
            ? 'indent with spaces'
            : 'see docs/scenario-format.md for an example',
      }
  }
}
