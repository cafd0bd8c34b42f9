/** What things are called where there is little room, in any of the languages. */
import { dashed, shortName } from '../../report/context.js'

/** A corridor without its branch and without what stands in brackets. */
export function corridorShort(name: string): string {
  return withoutBrackets(dashed(name)).split(BRANCH)[0]!
}

/** A corridor as short as it is not taken for another of those beside it. */
export function corridorAmong(name: string, others: readonly string[]): string {
  const short = corridorShort(name)
  return others.some(each => corridorShort(each).startsWith(short)) ? withoutBrackets(dashed(name)) : short
}

/** A port or a crossing without what stands in brackets, and without saying that it is a port. */
export function placeShort(name: string): string {
  return shortName(dashed(name)).replace(/ port$/, '')
}

const BRANCH = /, |，/

function withoutBrackets(name: string): string {
  return name.replace(/\s*[(（][^()（）]*[)）]/g, '')
}
