/** What comes of the scenario: real income, turnover, traffic and transit, as many charts as there is room for. */
import { useRef, useState } from 'preact/hooks'
import { useWidth } from '../../charts/interval-chart.js'
import { messages } from '../../i18n/messages.js'
import { showsToday } from '../../state/lab.js'
import { isPhone } from '../../state/screen.js'
import { AnswerLine } from '../answer/answer-panel.js'
import { IncomeChart } from './income-chart.js'
import { ShareToday, TrafficToday, TransitToday, TurnoverToday } from './today-charts.js'
import { TrafficChart, TransitChart } from './traffic-charts.js'
import { TurnoverChart } from './turnover-chart.js'

const FIGURES = ['turnover', 'traffic', 'transit', 'revenue'] as const
type Figure = (typeof FIGURES)[number]

/** Pixels from which on charts stand in two and in three columns. */
const TWO = 600
const THREE = 960

export function OutcomesPanel() {
  const frame = useRef<HTMLElement>(null)
  const width = useWidth(frame)
  const columns = width >= THREE ? 3 : width >= TWO ? 2 : 1
  const [shown, setShown] = useState<Figure>('turnover')
  const choose = (of: readonly Figure[], value: Figure) => (
    <FigureChoice of={of} value={value} onChange={setShown} />
  )
  const third: readonly Figure[] = FIGURES.slice(1)
  const inThird = shown === 'turnover' ? 'traffic' : shown
  return (
    <section class={`outcomes outcomes-${columns}`} ref={frame} aria-label={messages.value.outcomes.region}>
      {/* On a phone most rows are folded; in the tall column of a wide screen there is room for all. */}
      {showsToday.value ? (
        <ShareToday folded={isPhone.value} />
      ) : (
        <IncomeChart folded={columns === 1 && isPhone.value} />
      )}
      {isPhone.value && <AnswerLine />}
      {columns === 2 ? (
        <OneFigure figure={shown} head={choose(FIGURES, shown)} />
      ) : (
        <OneFigure figure="turnover" />
      )}
      {columns === 3 && <OneFigure figure={inThird} head={choose(third, inThird)} />}
      {columns === 1 && third.map(figure => <OneFigure key={figure} figure={figure} />)}
    </section>
  )
}

function OneFigure({ figure, head }: { readonly figure: Figure; readonly head?: preact.ComponentChild }) {
  const of = figure === 'transit' ? 'teu' : 'revenue'
  if (showsToday.value) {
    if (figure === 'turnover') return <TurnoverToday head={head} />
    if (figure === 'traffic') return <TrafficToday head={head} />
    return <TransitToday of={of} head={head} />
  }
  if (figure === 'turnover') return <TurnoverChart head={head} />
  if (figure === 'traffic') return <TrafficChart head={head} />
  return <TransitChart of={of} head={head} />
}

interface ChoiceProps {
  readonly of: readonly Figure[]
  readonly value: Figure
  readonly onChange: (figure: Figure) => void
}

function FigureChoice({ of, value, onChange }: ChoiceProps) {
  const words = messages.value.outcomes
  return (
    <select
      class="chart-choice"
      aria-label={words.show}
      value={value}
      onChange={event => onChange(of.find(each => each === event.currentTarget.value)!)}
    >
      {of.map(figure => (
        <option value={figure}>{words[figure]}</option>
      ))}
    </select>
  )
}
