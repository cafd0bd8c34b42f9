/** Real income by member, largest gain to largest loss; the other countries behind a button. */
import { useState } from 'preact/hooks'
import { IntervalChart } from '../../charts/interval-chart.js'
import { language, messages } from '../../i18n/messages.js'
import { hasRanges, result, selection } from '../../state/lab.js'
import { byGain, membersByGain } from '../answer/answer-words.js'
import { Modal } from '../export/modal.js'
import { effectLegend, figureTitle, rowContext } from './chart-state.js'
import { extremes, incomeRow, tickWriter } from './outcome-rows.js'
import { incomeTable } from './tables.js'

const SHAPE = { height: 16, stacked: false, least: 0.02 }
const FOLDED_SHAPE = { height: 23, stacked: false, least: 0.02 }
/** Gains that stand open on a phone, beside the largest loss. */
const OPEN_GAINS = 3
/** Gains and losses of countries outside the bloc. */
const OTHERS = 10

export function IncomeChart({ folded }: { readonly folded: boolean }) {
  const words = messages.value.outcomes
  const [open, setOpen] = useState(false)
  const [others, setOthers] = useState(false)
  const context = rowContext.value
  const members = membersByGain(result.value)
  const isFolded = folded && !open && members.length > OPEN_GAINS + 1
  const shown = isFolded ? [...members.slice(0, OPEN_GAINS), members.at(-1)!] : members
  const rows = shown.map(country => incomeRow(context, country))
  return (
    <>
      <IntervalChart
        title={words.income}
        head={figureTitle(words.income, 'real-income')}
        unit={words.incomeShort}
        rows={rows}
        unitBelow={folded}
        shape={folded ? FOLDED_SHAPE : SHAPE}
        tickLabel={percentTicks()}
        table={incomeTable(context, words.income, members)}
        sources={['trade', 'network-links', 'parameters']}
        legend={effectLegend()}
        onSelect={({ key }) => {
          selection.value = { kind: 'country', iso3: key }
        }}
        note={
          <p class="chart-more">
            {folded && members.length > OPEN_GAINS + 1 && (
              <button type="button" class="link" aria-expanded={open} onClick={() => setOpen(!open)}>
                {open ? words.fewer : words.all(members.length)}
              </button>
            )}
            <button type="button" class="link" onClick={() => setOthers(true)}>
              {words.others}
            </button>
          </p>
        }
      />
      {others && <OthersDialog onClose={() => setOthers(false)} />}
    </>
  )
}

function percentTicks() {
  return tickWriter(rowContext.value.wording, 1, language.value === 'zh' ? '%' : '\u00a0%')
}

function OthersDialog({ onClose }: { readonly onClose: () => void }) {
  const words = messages.value.outcomes
  const context = rowContext.value
  const members = new Set(result.value.bloc.members)
  const others = result.value.countries.filter(({ iso3 }) => !members.has(iso3)).sort(byGain)
  return (
    <Modal title={words.others} onClose={onClose}>
      <p class="chart-note">{words.othersNote}</p>
      <IntervalChart
        title={words.othersTitle}
        unit={hasRanges.value ? words.incomeUnit : words.columns.percent}
        rows={extremes(others, OTHERS).map(country => incomeRow(context, country))}
        shape={FOLDED_SHAPE}
        tickLabel={percentTicks()}
        table={incomeTable(context, words.othersTitle, others)}
        sources={['trade', 'network-links', 'parameters']}
        legend={effectLegend()}
        onSelect={({ key }) => {
          onClose()
          selection.value = { kind: 'country', iso3: key }
        }}
      />
    </Modal>
  )
}
