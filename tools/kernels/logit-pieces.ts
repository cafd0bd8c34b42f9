/** Pieces of text that the kernels of route choice share: walks over nodes and routes, and addresses. */
import { ANCHORS, FIRST_TERM } from '../../src/network/route-choice/logit/kernels.js'
import { both, forEach, get, int, loadBoth, plus, set, times } from './wat.js'

export const addresses = (...names: string[]) =>
  Object.fromEntries(names.map(name => [name, 'i32'])) as Record<string, 'i32'>
export const INDICES = addresses('r', 'n')

export const lines = (...parts: string[]) => parts.join('\n      ')
export const forNodes = (...body: string[]) => forEach('n', 'bytes', 16, lines(...body))
export const forRoutes = (...body: string[]) => forEach('r', 'count', 1, lines(...body))
export const zero = (...names: string[]) => lines(...names.map(name => set(name, both(0))))

/** Address of a pair of nodes in a row of an array. */
export const pair = (array: string, row = 0) =>
  Array.from({ length: row }).reduce<string>(sum => plus(sum, get('bytes')), plus(get(array), get('n')))
/** The number of the route, twice. */
export const ofRoute = (array: string) => loadBoth(plus(get(array), times(get('r'), 8)))
export const advance = (...names: string[]) =>
  lines(...names.map(name => set(name, plus(get(name), get('bytes')))))
/** Address of a row of terms, and of the first that is of a route; of a pair of nodes in one. */
export const rowOf = (array: string, row: number) =>
  plus(get(array), int(8 * ANCHORS), times(get('bytes'), row))
export const inRow = (array: string, row: number) => plus(rowOf(array, row), get('n'))
export const firstTerm = (array: string) => rowOf(array, FIRST_TERM)

/** A number of the route; a number twice. */
export const scalar = (array: string) => `(f64.load ${plus(get(array), times(get('r'), 8))})`
export const splat = (value: string) => `(f64x2.splat ${value})`
export const scalars = (...names: string[]) =>
  Object.fromEntries(names.map(name => [name, 'f64'])) as Record<string, 'f64'>
