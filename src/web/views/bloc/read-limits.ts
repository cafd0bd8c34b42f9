import type { Limits } from './claim-cards.js'

/** Two percentages as typed, with a point or a comma; undefined where they are no limits. */
export function readLimits(low: string, high: string): Limits | undefined {
  const [from, to] = [low, high].map(text => {
    const plain = text.trim().replace(',', '.')
    return /^\d{1,3}(\.\d+)?$/.test(plain) ? Number(plain) / 100 : Number.NaN
  })
  return from! <= to! && to! <= 1 ? { low: from!, high: to! } : undefined
}
