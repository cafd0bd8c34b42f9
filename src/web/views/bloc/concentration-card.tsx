/** How many-sided each member's trade is. */
import { textWidth } from '../../../report/text-width.js'
import { sourcesOf } from '../../export/source-line.js'
import { countryName, language, messages } from '../../i18n/later-messages.js'
import { number, percent } from '../../i18n/locale.js'
import { dataset } from '../../state/lab.js'
import { ChartDrawing } from '../export/chart-drawing.js'
import { ChartTools } from '../export/chart-tools.js'
import { figures } from './bloc-state.js'
import { drawConcentration } from './draw-concentration.js'

/** Longer names of partners are written by their code. */
const LONGEST_NAME = 64
const PARTNERS = 5

export function ConcentrationCard() {
  const { bloc: words, blocWords, exporting } = messages.value
  const { columns } = blocWords
  const concentration = [...figures.value.concentration].sort((a, b) => a.herfindahl - b.herfindahl)
  const tradeYear = String(dataset.value.trade.year)
  const rows = concentration.map(({ iso3, herfindahl, largestPartners }) => {
    const partner = largestPartners[0]!
    const name = countryName(partner.iso3)
    const short = textWidth(name, 12) > LONGEST_NAME ? partner.iso3 : name
    return {
      name: countryName(iso3),
      herfindahl,
      index: number(language.value, herfindahl, { decimals: 2 }),
      partner: `${short} ${percent(language.value, partner.share * 100, { decimals: 0 })}`,
    }
  })
  const table = {
    title: words.concentration,
    columns: [
      { title: columns.country },
      { title: columns.herfindahl, numeric: true },
      ...Array.from({ length: PARTNERS }, (_, k) => [
        { title: columns.partner(k + 1) },
        { title: columns.share1, numeric: true },
      ]).flat(),
    ],
    rows: concentration.map(({ iso3, herfindahl, largestPartners }) => [
      countryName(iso3),
      herfindahl,
      ...Array.from({ length: PARTNERS }, (_, k) => {
        const partner = largestPartners[k]
        return partner === undefined ? [null, null] : [countryName(partner.iso3), partner.share * 100]
      }).flat(),
    ]),
  }
  return (
    <section class="bloc-card" aria-labelledby="bloc-concentration">
      <div class="card-head">
        <h2 id="bloc-concentration">{words.concentration}</h2>
        {rows.length > 0 && (
          <ChartTools
            table={table}
            picture={() => ({
              title: words.concentration,
              subtitle: words.concentrationNote(tradeYear),
              legend: [{ mark: 'bar', token: 'core', label: words.legend.herfindahl }],
              source: exporting.chart.source(sourcesOf(dataset.value, ['trade'])),
              ...drawConcentration(rows, rows.length > 16 ? 900 : 640),
            })}
          />
        )}
      </div>
      {rows.length === 0 ? (
        <p>{words.noConcentration}</p>
      ) : (
        <>
          <p class="note">{words.concentrationNote(tradeYear)}</p>
          <ChartDrawing title={words.concentration} draw={width => drawConcentration(rows, width)} />
        </>
      )}
    </section>
  )
}
