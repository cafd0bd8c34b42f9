/** A gravity model as a person gives it, by formula or by fields, and as it is understood. */

import { nearestNames } from '../../dataset/nearest.js'
import { type Issue, KeruenError } from '../../errors.js'
import { type Condition, parseCondition } from './condition.js'
import { type Expression, writtenExpression } from './expression.js'
import {
  type Factor,
  type Formula,
  parseExpression,
  parseFormula,
  parseTerms,
  type Term,
  writtenTerm,
} from './formula.js'
import { formulaIssue, type SourceText, TokenReader } from './formula-text.js'
import { type ColumnName, type GroupTerm, parseGroups, readColumn, writtenGroup } from './groups-text.js'

/** What is chosen beside the equation; all texts are in the language of formulas. */
export interface ModelChoices {
  /** Cluster dimensions, e.g. `['exporter', 'importer^year']`; several are crossed. */
  readonly clusters?: readonly string[]
  /** Expression, > 0. */
  readonly weights?: string
  /** Expression that is added to the linear predictor. */
  readonly offset?: string
  /** Conditions on rows, e.g. `['exporter != importer', 'year in 1986, 1990']`; all must hold. */
  readonly where?: readonly string[]
  /** What identifies a unit over time, for lags and leads, e.g. `exporter^importer`. */
  readonly panel?: string
  /** Column of the period, whole numbers. */
  readonly time?: string
  /** What happens where a cell is missing or holds no number; default `refuse`. */
  readonly missing?: 'refuse' | 'leave-out'
}

/** A model by fields; every text is one side of what a formula would say. */
export interface GravityModel extends ModelChoices {
  /** A column or a function of columns, e.g. `trade` or `log(trade)`. */
  readonly outcome: string
  /** Terms, e.g. `['log(dist)', 'i(year):rta']`. */
  readonly regressors: readonly string[]
  /** Absorbed effects, e.g. `['exporter^year', 'importer^year', 'pair(exporter, importer)']`. */
  readonly effects: readonly string[]
  /** Whether a constant is estimated; default: where there are no effects, which contain it. */
  readonly constant?: boolean
}

/** A model by formula: `trade ~ log(dist) + rta | exporter^year + importer^year`. */
export interface FormulaModel extends ModelChoices {
  readonly formula: string
}

export interface ParsedModel extends Pick<Formula, 'outcome' | 'constant' | 'terms' | 'effects'> {
  readonly clusters: readonly GroupTerm[]
  readonly weights?: Expression
  readonly offset?: Expression
  readonly where: readonly Condition[]
  readonly panel?: GroupTerm
  readonly time?: ColumnName
  readonly missing: 'refuse' | 'leave-out'
  /** How errors call a field. */
  readonly fieldName: FieldNames
}

/** From a field of the model to its name in errors, e.g. `clusters` to `--cluster`. */
export type FieldNames = (field: keyof FormulaModel | keyof GravityModel) => string

/**
 * Understands a model; looks at no data.
 *
 * @throws KeruenError `gravity.formula` (usage) with field and position.
 */
export function parseModel(
  model: GravityModel | FormulaModel,
  fieldName: FieldNames = field => field,
): ParsedModel {
  const { clusters = [], weights, offset, where = [], panel, time, missing = 'refuse' } = model
  const source = (field: keyof ModelChoices, text: string): SourceText => ({ text, field: fieldName(field) })
  return {
    ...parseEquation(model, fieldName),
    clusters: clusters.flatMap(text => parseGroups(source('clusters', text))),
    ...(weights === undefined ? {} : { weights: parseExpression(source('weights', weights)) }),
    ...(offset === undefined ? {} : { offset: parseExpression(source('offset', offset)) }),
    where: where.map(text => parseCondition(source('where', text))),
    ...(panel === undefined ? {} : { panel: onePanel(source('panel', panel)) }),
    ...(time === undefined ? {} : { time: oneColumn(source('time', time)) }),
    missing,
    fieldName,
  }
}

/**
 * A formula as fields.
 *
 * @throws KeruenError `gravity.formula` (usage) with the position.
 */
export function modelOfFormula(text: string): GravityModel {
  const { outcome, terms, effects, constant } = parseFormula(text)
  return {
    outcome: writtenExpression(outcome),
    regressors: terms.map(writtenTerm),
    effects: effects.map(writtenGroup),
    constant,
  }
}

function parseEquation(model: GravityModel | FormulaModel, fieldName: FieldNames) {
  if ('formula' in model) return parseFormula(model.formula, fieldName('formula'))
  const effects = model.effects.flatMap(text => parseGroups({ text, field: fieldName('effects') }))
  return {
    outcome: parseExpression({ text: model.outcome, field: fieldName('outcome') }),
    terms: model.regressors.flatMap(text => parseTerms({ text, field: fieldName('regressors') })),
    effects,
    constant: effects.length === 0 && (model.constant ?? true),
  }
}

function onePanel(source: SourceText): GroupTerm {
  const groups = parseGroups(source)
  if (groups.length === 1) return groups[0]!
  throw new KeruenError(
    'usage',
    formulaIssue(groups[1]!, {
      expected: 'one way of naming a unit',
      found: 'several',
      mend: 'Join its columns with ^, such as exporter^importer',
    }),
  )
}

function oneColumn(source: SourceText): ColumnName {
  const reader = new TokenReader(source)
  const column = readColumn(reader)
  reader.expectEnd('one column')
  return column
}

/** How a model uses a column. */
export interface ColumnUse {
  readonly column: ColumnName
  /** As numbers, or as values that are only told apart. */
  readonly as: 'number' | 'text'
  /** A word that is a text where no column has its name. */
  readonly optional: boolean
}

/** Every place where the model names a column, in the order of the text. */
export function columnUses(model: ParsedModel): ColumnUse[] {
  const uses: ColumnUse[] = []
  const use =
    (as: ColumnUse['as'], optional = false) =>
    (column: ColumnName) => {
      uses.push({ column, as, optional })
    }
  const group = (term: GroupTerm) => term.parts.flatMap(part => part.columns).forEach(use('text'))
  const factor = (term: Factor): void => {
    if (term.kind === 'levels') use('text')(term.column)
    else visitExpression(term, { number: use('number'), text: use('text'), group })
  }
  factor(model.outcome)
  model.terms.flatMap((term: Term) => term.factors).forEach(factor)
  model.effects.forEach(group)
  model.clusters.forEach(group)
  if (model.weights !== undefined) factor(model.weights)
  if (model.offset !== undefined) factor(model.offset)
  for (const condition of model.where) conditionUses(condition, use)
  if (model.panel !== undefined) group(model.panel)
  if (model.time !== undefined) use('number')(model.time)
  return uses
}

function conditionUses(
  { column, comparison, values }: Condition,
  use: (as: ColumnUse['as'], optional?: boolean) => (column: ColumnName) => void,
): void {
  const ordered = !['==', '!=', 'in'].includes(comparison)
  const as = ordered || values.every(({ kind }) => kind === 'number') ? 'number' : 'text'
  use(as)(column)
  for (const { kind, text, source, at } of values) {
    if (kind === 'word') use(as, true)({ name: text, source, at })
  }
}

interface ExpressionVisitor {
  readonly number: (column: ColumnName) => void
  readonly text: (column: ColumnName) => void
  readonly group: (term: GroupTerm) => void
}

function visitExpression(expression: Expression, visitor: ExpressionVisitor): void {
  const visit = (...inner: readonly Expression[]): void => {
    for (const one of inner) visitExpression(one, visitor)
  }
  switch (expression.kind) {
    case 'number':
      break
    case 'column':
      visitor.number(expression)
      break
    case 'arithmetic':
      visit(expression.left, expression.right)
      break
    case 'border':
      expression.columns.forEach(visitor.text)
      break
    case 'total':
      visit(expression.operand)
      visitor.group(expression.group)
      break
    case 'remoteness':
      expression.columns.forEach(visitor.text)
      visit(expression.distance, expression.size)
      break
    default:
      visit(expression.operand)
  }
}

/**
 * The columns that a table must hold for the models, and how each is best read: as text where any use tells its values
 * apart. Words of conditions that are no column are left out.
 *
 * @param names  all columns of the file.
 * @param file   its name in errors.
 * @throws KeruenError `gravity.unknown-column` (usage): all unknown columns, each with its position.
 */
export function columnsNeeded(
  models: readonly ParsedModel[],
  names: readonly string[],
  file: string,
): Map<string, 'number' | 'text'> {
  const known = new Set(names)
  const needed = new Map<string, 'number' | 'text'>()
  const issues = new Map<string, Issue>()
  for (const { column, as, optional } of models.flatMap(columnUses)) {
    const { name, source, at } = column
    if (known.has(name)) needed.set(name, needed.get(name) === 'text' ? 'text' : as)
    else if (!optional) issues.set(`${at} ${source.field} ${source.text}`, unknownColumn(column, names, file))
  }
  if (issues.size > 0) throw new KeruenError('usage', [...issues.values()])
  return needed
}

function unknownColumn(column: ColumnName, names: readonly string[], file: string): Issue {
  const nearest = nearestNames(column.name, names)
  const mend = nearest.length > 0 ? `Did you mean ${nearest.join(' or ')}?` : `It has ${listed(names)}.`
  return formulaIssue(column, {
    code: 'gravity.unknown-column',
    expected: `a column of ${file}`,
    found: `'${column.name}'`,
    mend,
  })
}

/** More names than these nobody reads. */
const LISTED = 20

function listed(names: readonly string[]): string {
  const more = names.length - LISTED
  return `${names.slice(0, LISTED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}
