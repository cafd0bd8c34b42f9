import type { BlocMembership, CountryFigure, Dataset, TradeMatrix } from '../../src/dataset/dataset.js'

/** A dataset with nothing in it but what an indicator reads. */
export function datasetOf(parts: {
  readonly figures?: readonly [CountryFigure['indicator'], string, number, number][]
  readonly members?: readonly [string, string, string?][]
  readonly trade?: TradeMatrix
  readonly claims?: Dataset['claims']
}): Dataset {
  const figures = (parts.figures ?? []).map(
    ([indicator, iso3, year, value]): CountryFigure => ({
      indicator,
      iso3,
      year,
      value,
      unit: '',
      quality: 'published',
      source: '',
    }),
  )
  const blocs = (parts.members ?? []).map(
    ([iso3, from, to]): BlocMembership => ({
      bloc: 'club',
      iso3,
      role: 'member',
      from,
      to,
      quality: 'published',
      source: '',
      note: '',
    }),
  )
  const trade = parts.trade ?? tradeOf(['AAA'], [[0]])
  return { year: 2023, figures, blocs, trade, claims: parts.claims ?? [] } as unknown as Dataset
}

/** Recorded trade in million USD, rows are exporters. */
export function tradeOf(economies: readonly string[], rows: readonly (readonly number[])[]): TradeMatrix {
  const cells = economies.length * economies.length
  return {
    year: 2023,
    economies,
    recordedMusd: Float64Array.from(rows.flat()),
    adjustmentMusd: new Float64Array(cells),
    quality: new Uint8Array(cells),
  }
}
