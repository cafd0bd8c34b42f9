import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** What the scenario strings together, in the order in which numbers flow. */
const MODEL = [
  'numeric',
  'dataset',
  'measures',
  'network',
  'costs',
  'gravity',
  'equilibrium',
  'indicators',
  'agreement',
  'ensemble',
]

/**
 * Which folder of src/ may import from which, besides itself and errors.ts. One way only: nothing imports from a folder
 * that is listed below it.
 */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'version.ts': [],
  numeric: [],
  dataset: ['numeric'],
  measures: ['numeric', 'dataset'],
  network: ['numeric', 'dataset', 'measures'],
  costs: ['numeric', 'dataset', 'measures', 'network'],
  gravity: ['numeric', 'dataset'],
  equilibrium: ['numeric'],
  replication: ['numeric', 'gravity', 'equilibrium'],
  indicators: ['numeric', 'dataset'],
  agreement: ['numeric', 'dataset'],
  ensemble: ['numeric', 'dataset'],
  scenario: ['version.ts', ...MODEL],
  report: ['numeric', 'dataset', 'measures', 'scenario'],
  'vocabulary.ts': ['dataset', 'scenario'],
  'model.ts': ['network', 'scenario'],
  'index.ts': ['version.ts', 'vocabulary.ts', 'model.ts', ...MODEL, 'replication', 'scenario', 'report'],
  platform: ['index.ts', 'report'],
  web: ['index.ts', 'vocabulary.ts', 'model.ts', 'report', 'platform'],
  server: ['index.ts', 'vocabulary.ts', 'report', 'platform'],
  cli: ['index.ts', 'vocabulary.ts', 'report', 'platform', 'server'],
}

/** Rooms of the large folders, from the ground up: none imports from one that is listed after it. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  dataset: ['', 'tables', 'reading', 'sectors'],
  network: [
    'elements',
    'least-cost',
    'choice-set',
    'journeys',
    'route-choice',
    'traffic',
    'comparison',
    'queues',
    'freight-rates',
    'file',
  ],
  gravity: ['formula', 'fit', 'design', 'inference', ''],
  scenario: ['', 'text', 'stages', 'result', 'runs'],
}

/** Folders that must compute the same bits in every engine. */
const CORE = [...MODEL, 'scenario', 'replication']

/** Folders that must run in a browser. */
const PURE = [...CORE, 'report', 'vocabulary.ts', 'model.ts', 'index.ts', 'errors.ts']

interface Module {
  /** Path inside src/, with `/`. */
  readonly path: string
  readonly area: string
  readonly source: ts.SourceFile
  readonly imports: readonly string[]
}

const sources = new Set(
  readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).map(path =>
    path.replaceAll('\\', '/'),
  ),
)

const modules: Module[] = [...sources]
  .filter(path => /\.tsx?$/.test(path))
  .sort()
  .map(path => {
    const text = readFileSync(join(root, 'src', path), 'utf8')
    const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true)
    return { path, area: path.split('/')[0]!, source, imports: importsOf(source) }
  })

test('there are modules to look at', () => {
  expect(modules.length).toBeGreaterThan(50)
  expect(new Set(modules.map(module => module.area))).toEqual(new Set([...Object.keys(ALLOWED), 'errors.ts']))
})

test('folders import one way only', () => {
  const faults = modules.flatMap(module =>
    localImports(module)
      .map(path => path.split('/')[0]!)
      .filter(
        area => area !== module.area && area !== 'errors.ts' && !(ALLOWED[module.area] ?? []).includes(area),
      )
      .map(area => `${module.path} imports from ${area}`),
  )
  expect(faults).toEqual([])
})

test('rooms of a folder import one way only', () => {
  const large = modules.filter(module => module.area in ROOMS)
  const floor = (path: string) => ROOMS[path.split('/')[0]!]!.indexOf(roomOf(path))
  expect(large.filter(module => floor(module.path) < 0).map(module => module.path)).toEqual([])
  expect(
    large.flatMap(module =>
      localImports(module)
        .filter(path => path.split('/')[0] === module.area && floor(path) > floor(module.path))
        .map(path => `${module.path} imports from ${path}`),
    ),
  ).toEqual([])
})

test('no import cycles between files', () => {
  const graph = new Map(modules.map(module => [module.path, localImports(module)]))
  const done = new Set<string>()
  const visit = (path: string, trail: readonly string[]): string | undefined => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path].join(' → ')
    if (done.has(path)) return undefined
    for (const next of graph.get(path) ?? []) {
      const cycle = visit(next, [...trail, path])
      if (cycle !== undefined) return cycle
    }
    done.add(path)
    return undefined
  }
  for (const path of graph.keys()) expect(visit(path, [])).toBeUndefined()
})

test('every local import names a module that exists', () => {
  const known = new Set(modules.map(module => module.path))
  const faults = modules.flatMap(module =>
    localImports(module).filter(path => !known.has(path) && !path.endsWith('.json')),
  )
  expect(faults).toEqual([])
})

test('core, report and public face import no Node module', () => {
  const faults = modules
    .filter(module => PURE.includes(module.area))
    .flatMap(module =>
      module.imports.filter(name => name.startsWith('node:')).map(name => `${module.path}: ${name}`),
    )
  expect(faults).toEqual([])
})

test('core, report and public face use no global of Node, of the DOM or of the network', () => {
  const denied = new Set([
    'process',
    'Buffer',
    'require',
    '__dirname',
    '__filename',
    'setImmediate',
    'window',
    'document',
    'navigator',
    'localStorage',
    'fetch',
    'XMLHttpRequest',
    'console',
  ])
  expect(
    modules.filter(module => PURE.includes(module.area)).flatMap(module => globalsUsed(module, denied)),
  ).toEqual([])
})

test('the core asks neither clock nor chance', () => {
  const denied = new Set(['Date', 'performance', 'crypto'])
  const core = modules.filter(module => CORE.includes(module.area))
  expect(core.flatMap(module => globalsUsed(module, denied))).toEqual([])
  expect(core.flatMap(module => mathUsed(module, name => name === 'random'))).toEqual([])
})

test('the core takes no elementary function whose last bits the standard leaves open', () => {
  const exact = new Set([
    'abs',
    'sqrt',
    'min',
    'max',
    'floor',
    'ceil',
    'round',
    'trunc',
    'sign',
    'imul',
    'clz32',
    'fround',
    'PI',
    'LN2',
    'LOG2E',
    'E',
  ])
  const core = modules.filter(module => CORE.includes(module.area))
  expect(core.flatMap(module => mathUsed(module, name => !exact.has(name)))).toEqual([])
  const powers = core.flatMap(module =>
    nodesOf(module.source)
      .filter(
        node =>
          node.kind === ts.SyntaxKind.AsteriskAsteriskToken ||
          node.kind === ts.SyntaxKind.AsteriskAsteriskEqualsToken,
      )
      .map(node => place(module, node)),
  )
  expect(powers).toEqual([])
})

test('no file is longer than 400 lines', () => {
  const long = modules.filter(({ source }) => source.getLineStarts().length > 401).map(module => module.path)
  expect(long).toEqual([])
})

/** Module names of static and dynamic imports and of re-exports. */
function importsOf(source: ts.SourceFile): string[] {
  return nodesOf(source).flatMap(node => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      return [(node.moduleSpecifier as ts.StringLiteral).text]
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      return [(node.arguments[0] as ts.StringLiteral).text]
    }
    return []
  })
}

/** The folder below that of the area, empty for what lies in the area itself. */
function roomOf(path: string): string {
  const [, room = '', ...below] = path.split('/')
  return below.length === 0 ? '' : room
}

function localImports({ path, imports }: Module): string[] {
  return imports
    .filter(name => name.startsWith('.'))
    .map(name => posix.join(posix.dirname(path), name).replace(/\.js$/, ''))
    .map(name => (sources.has(`${name}.tsx`) ? `${name}.tsx` : `${name}.ts`))
}

function globalsUsed(module: Module, denied: ReadonlySet<string>): string[] {
  return nodesOf(module.source)
    .filter(ts.isIdentifier)
    .filter(node => denied.has(node.text) && isFreeName(node) && !declaredIn(module.source, node.text))
    .map(node => place(module, node))
}

function mathUsed(module: Module, wanted: (name: string) => boolean): string[] {
  return nodesOf(module.source)
    .filter(ts.isPropertyAccessExpression)
    .filter(node => node.expression.getText() === 'Math' && wanted(node.name.text))
    .map(node => place(module, node))
}

/** A name that stands for itself: no property, no key, no member of a type. */
function isFreeName(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return false
  if (ts.isPropertyAssignment(parent) && parent.name === node) return false
  return !ts.isPropertySignature(parent) && !ts.isQualifiedName(parent)
}

function declaredIn(source: ts.SourceFile, name: string): boolean {
  return nodesOf(source).some(
    node =>
      (ts.isVariableDeclaration(node) ||
        ts.isParameter(node) ||
        ts.isBindingElement(node) ||
        ts.isFunctionDeclaration(node)) &&
      node.name?.getText() === name,
  )
}

function nodesOf(source: ts.SourceFile): ts.Node[] {
  const nodes: ts.Node[] = []
  const visit = (node: ts.Node) => {
    nodes.push(node)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return nodes
}

function place({ path, source }: Module, node: ts.Node): string {
  return `${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${node.getText()}`
}
