/** What notices say, in English; and the values that other languages put into sentences of their own. */

/** Pairs of countries that lose a way. */
export interface CutOffValues {
  readonly pairs: number
  /** Some of them, `KAZ–ITA`. */
  readonly first: readonly string[]
}

/** By code. */
export interface NoticeValues {
  readonly 'measure.no-route': { readonly title: string; readonly rows: number }
  /** Those of which it closes every port that the network has. */
  readonly 'network.ports-of-country': { readonly title: string; readonly countries: readonly string[] }
  readonly 'network.queue': { readonly label: string; readonly limitKteu: number; readonly hours: number }
  readonly 'network.capacity-stated': { readonly stated: number }
  /** Percent more that is carried, and that it costs; zero where rates stay. */
  readonly 'network.freight-rates': {
    readonly name: string
    readonly usePercent: number
    readonly ratePercent: number
    readonly paidMoreMusd: number
  }
  readonly 'network.freight-rates-paid': Readonly<Record<string, never>>
  readonly 'network.cut-off': CutOffValues
  readonly 'network.other-gateways': CutOffValues
  readonly 'network.bulk-cut-off': CutOffValues
  readonly 'network.bulk-partly-cut-off': CutOffValues
  /** ISO 3166-1 alpha-3. */
  readonly 'equilibrium.large-change': { readonly country: string; readonly percent: number }
  readonly 'sectors.hidden-members': { readonly baseline: string; readonly countries: readonly string[] }
  readonly 'network.no-gateway': { readonly country: string }
}

export type NoticeCode = keyof NoticeValues

/** A sentence for each code. */
export type NoticeWords = { readonly [Code in NoticeCode]: (values: NoticeValues[Code]) => string }

export const ENGLISH_NOTICES: NoticeWords = {
  'measure.no-route': ({ title, rows }) =>
    `"${title}" changes ${rows} rows, but no route of any pair of countries uses them, so it has no effect on trade.`,
  'network.ports-of-country': ({ title, countries }) =>
    `"${title}" closes every port by which the network lets cargo of these leave and enter: ${countries.join(', ')}. What other ports of theirs could load counts as going by land or as having no way left, so the loss is too large.`,
  'network.queue': ({ label, limitKteu, hours }) =>
    `${label}: more would pass than the ${limitKteu} thousand TEU a year that may, so all that pass wait ${hours.toFixed(1)} hours longer.`,
  'network.capacity-stated': ({ stated }) =>
    `Capacity is stated for ${stated} of the open links, crossings and terminals (a crossing counts in each direction); everywhere else it is unlimited. The ranges hold these queues as they are at the central parameters.`,
  'network.freight-rates': ({ name, usePercent, ratePercent, paidMoreMusd }) =>
    ratePercent > 0
      ? `${name}: ${usePercent.toFixed(1)} % more is carried at rates ${ratePercent.toFixed(1)} % higher, which costs traders ${paidMoreMusd.toLocaleString('en')} million USD a year on all that is carried.`
      : `${name}: no more is carried than today, so rates stay what they are.`,
  'network.freight-rates-paid': () =>
    "What traders pay more is income of carriers; whose, the model does not know, so no country's real income holds it. Other carriers keep their rates. The ranges hold these rates as they are at the central parameters.",
  'network.cut-off': values => cutOff(values, 'have no way left for general cargo and trade none of it'),
  'network.other-gateways': values =>
    cutOff(
      values,
      'lose every way by some of their gateways and take the others at no cost, since the network has no line between these, so the loss is too small',
    ),
  'network.bulk-cut-off': values => cutOff(values, 'have no way left by sea for bulk and trade none of it'),
  'network.bulk-partly-cut-off': values =>
    cutOff(
      values,
      'have no way left for a part of their bulk, by their ports or from a port where a pipeline ends, and do not trade that part',
    ),
  'equilibrium.large-change': ({ country, percent }) =>
    `The change for ${country} is above ${percent} %, beyond what the measure of real income is meant for; read its sign and order of size only.`,
  'sectors.hidden-members': ({ baseline, countries }) =>
    `No row of their own in "${baseline}": ${countries.join(', ')}. Their trade stands within the rest of the world, so nothing is reported for them and the members' totals leave them out.`,
  'network.no-gateway': ({ country }) =>
    `${country} has no gateway in the network, so no change of a corridor reaches its trade.`,
}

function cutOff({ pairs, first }: CutOffValues, what: string): string {
  return `${pairs} pairs of countries ${what} in this counterfactual: ${first.join(', ')}${pairs > first.length ? ' and others' : ''}.`
}
