/** What Russian sentences need: lists, numbers in the genitive, and the form of a word that goes with a count. */

/** `а, б и в` */
export function list(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} и ${items[items.length - 1]}`
}

/** `одна мера`, `две меры`, `пять мер`, by the last digits of a whole number. */
export function plural(n: number, one: string, few: string, many: string): string {
  const tens = n % 100
  const ones = n % 10
  if (ones === 1 && tens !== 11) return one
  return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? few : many
}

const GENITIVES = [
  'нуля',
  'одного',
  'двух',
  'трёх',
  'четырёх',
  'пяти',
  'шести',
  'семи',
  'восьми',
  'девяти',
  'десяти',
  'одиннадцати',
  'двенадцати',
]

/** In the genitive, the case of every sentence that counts in words. */
export function count(n: number): string {
  return GENITIVES[n] ?? String(n)
}
