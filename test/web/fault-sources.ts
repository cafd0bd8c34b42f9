/** What the program's sources say of faults: the words of each issue, as far as they can be read without running it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { projectRoot } from '../embedded.js'

/** The words of one issue, or of a part that issues are made of. Where a value comes in, it stands as ⟨1⟩, ⟨2⟩, … */
export interface WrittenWords {
  readonly file: string
  readonly line: number
  readonly part: 'expected' | 'found' | 'mend'
  readonly words: string
}

/** Names under which sources keep the parts of an issue, beside the parts' own. */
const PARTS: Readonly<Record<string, WrittenWords['part']>> = {
  expected: 'expected',
  found: 'found',
  mend: 'mend',
  what: 'expected',
  TYPE_NAMES: 'expected',
}

const MOST_FORMS = 64

/** Every text that a source file gives to a part of an issue, each form of it. */
export function writtenWords(file: string): WrittenWords[] {
  const source = parsed(file)
  const all: WrittenWords[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node)) {
      const part = PARTS[node.name.getText(source)]
      if (part !== undefined && node.initializer !== undefined) {
        const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1
        for (const words of formsOrRows(node.initializer)) all.push({ file, line, part, words })
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return all.filter(({ words }) => words !== '')
}

/** Every code of an issue in a source file, with the parts that are written beside it. */
export function writtenCodes(file: string): { code: string; parts: readonly string[] }[] {
  const source = parsed(file)
  const all: { code: string; parts: readonly string[] }[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const names = node.properties.map(property => property.name?.getText(source) ?? '')
      const code = node.properties.find(property => property.name?.getText(source) === 'code')
      if (code !== undefined && ts.isPropertyAssignment(code))
        for (const each of forms(code.initializer)) all.push({ code: each, parts: names })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return all.filter(({ code }) => /^[a-z-]+\.[a-z]/.test(code))
}

function parsed(file: string): ts.SourceFile {
  const text = readFileSync(join(projectRoot, file), 'utf8')
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
}

/** Those of each value of a table of words. */
function formsOrRows(node: ts.Expression): string[] {
  const isTable =
    ts.isObjectLiteralExpression(node) && node.properties.every(each => each.name?.getText() !== 'code')
  if (!isTable) return forms(node)
  return node.properties.flatMap(each => (ts.isPropertyAssignment(each) ? forms(each.initializer) : []))
}

/** The texts that an expression can come to; none where that is known only when the program runs. */
function forms(node: ts.Expression): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text]
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return forms(node.expression)
  if (ts.isConditionalExpression(node)) return [...forms(node.whenTrue), ...forms(node.whenFalse)]
  if (ts.isBinaryExpression(node)) {
    return node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken
      ? [...forms(node.left), ...forms(node.right)]
      : []
  }
  if (ts.isTemplateExpression(node)) return formsOfTemplate(node)
  return []
}

function formsOfTemplate(node: ts.TemplateExpression): string[] {
  let texts = [node.head.text]
  node.templateSpans.forEach((span, index) => {
    const known = ts.isIdentifier(span.expression)
      ? (declared(span.expression) ?? [])
      : forms(span.expression)
    const values = known.length === 0 ? [`⟨${index + 1}⟩`] : known
    texts = texts.flatMap(text => values.map(value => text + value + span.literal.text)).slice(0, MOST_FORMS)
  })
  return texts
}

/** The texts of a name that is declared in a block around its use. */
function declared(name: ts.Identifier): string[] | undefined {
  for (let scope: ts.Node = name; scope.parent !== undefined; scope = scope.parent) {
    if (!ts.isBlock(scope) && !ts.isSourceFile(scope)) continue
    for (const statement of scope.statements) {
      if (!ts.isVariableStatement(statement)) continue
      const found = statement.declarationList.declarations.find(each => each.name.getText() === name.text)
      if (found?.initializer !== undefined) return forms(found.initializer)
    }
  }
  return undefined
}
