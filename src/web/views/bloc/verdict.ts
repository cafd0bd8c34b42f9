/** In a sentence or two: under which definitions the words are true. */
import type { Indicator } from '../../../index.js'
import type { Language } from '../../i18n/languages.js'
import type { Messages } from '../../i18n/later-messages.js'
import { list, percent } from '../../i18n/locale.js'
import type { ClaimGroup, ClaimRow, Limits } from './claim-cards.js'

type Words = Messages['bloc']

export function verdict(
  groups: readonly ClaimGroup[],
  { low, high }: Limits,
  words: Words,
  language: Language,
): string {
  const rows = groups.flatMap(group => group.rows)
  if (rows.length === 0) return ''
  if (rows.every(row => row.holds)) return words.verdict.all
  const share = (row: ClaimRow) => percent(language, row.share * 100, { decimals: 1 })
  if (!rows.some(row => row.holds)) {
    const distance = (row: ClaimRow) => Math.max(low - row.share, row.share - high)
    const nearest = rows.reduce((best, row) => (distance(row) < distance(best) ? row : best))
    return words.verdict.none(share(nearest), whoIs(nearest, words))
  }
  return groups
    .map(group => {
      const basis = words.bases[group.definition as Indicator]
      const today = group.rows.findLast(row => row.partnerCount === 0)!
      const held = group.rows.filter(row => row.holds)
      if (held.length === group.rows.length) return words.verdict.basisAll(basis)
      if (held.length === 0) return words.verdict.basisNone(basis, share(today))
      const sentence = words.verdict.basis(basis, whoseList(held, words, language))
      return today.holds
        ? sentence
        : [sentence, words.verdict.today(share(today))].join(language === 'zh' ? '' : ' ')
    })
    .join(language === 'zh' ? '' : ' ')
}

/** 8 members; 10 members and 17 partners. */
export function whoIs({ memberCount, partnerCount }: ClaimRow, words: Words): string {
  return partnerCount === 0 ? words.members(memberCount) : words.membersAndPartners(memberCount, partnerCount)
}

function whoseList(rows: readonly ClaimRow[], words: Words, language: Language): string {
  const counts = rows.filter(row => row.partnerCount === 0).map(row => String(row.memberCount))
  return [
    ...(counts.length === 0 ? [] : [words.membersOf(list(language, counts))]),
    ...rows
      .filter(row => row.partnerCount > 0)
      .map(row => words.membersAndPartnersOf(row.memberCount, row.partnerCount)),
  ].join(words.between)
}
