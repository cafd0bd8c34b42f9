/** How much of an economy's goods trade hangs on few partners. */
import type { RecordedTrade } from './recorded-trade.js'

export interface PartnerShare {
  readonly iso3: string
  /** Exports plus imports with the partner over exports plus imports with all partners, 0–1. */
  readonly share: number
}

export interface PartnerConcentration {
  readonly iso3: string
  /** Herfindahl index of the partner shares, 0–1. */
  readonly herfindahl: number
  /** Largest first, equal shares by code. */
  readonly largestPartners: readonly PartnerShare[]
}

/** The economies that are too small for a row of their own; a sum, not a partner. */
const REST_OF_WORLD = 'ROW'

/**
 * Herfindahl index H = Σⱼ sⱼ² of an economy's partner shares in goods trade, and its largest partners.
 *
 * Shares are of exports plus imports as recorded, domestic sales left out. The rest of the world counts in the total
 * but not in the sum of squares, since it stands for many small partners: H is then low by at most its share squared.
 *
 * @returns undefined for an economy without a row in the matrix or without any trade.
 */
export function partnerConcentration(
  trade: RecordedTrade,
  iso3: string,
  { partners: count = 5 }: { readonly partners?: number } = {},
): PartnerConcentration | undefined {
  const { economies, recordedMusd } = trade
  const n = economies.length
  const own = economies.indexOf(iso3)
  if (own < 0) return undefined

  let total = 0
  const partners: { iso3: string; musd: number }[] = []
  for (let j = 0; j < n; j++) {
    if (j === own) continue
    const musd = recordedMusd[own * n + j]! + recordedMusd[j * n + own]!
    total += musd
    if (economies[j] !== REST_OF_WORLD) partners.push({ iso3: economies[j]!, musd })
  }
  if (total === 0) return undefined

  let herfindahl = 0
  for (const { musd } of partners) herfindahl += (musd / total) * (musd / total)
  const largestPartners = partners
    .sort((a, b) => b.musd - a.musd || (a.iso3 < b.iso3 ? -1 : 1))
    .slice(0, count)
    .map(partner => ({ iso3: partner.iso3, share: partner.musd / total }))
  return { iso3, herfindahl, largestPartners }
}
