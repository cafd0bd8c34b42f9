/** How many rows are how sure: solid measured and published, pale derived, hollow estimated; the counts in words. */
import { QUALITIES } from '../../../vocabulary.js'
import { number, series } from '../../i18n/locale.js'
import { language, messages } from '../../i18n/messages.js'
import type { QualityCounts } from './table-quality.js'

const WIDTH = 120

export function QualityBar({ counts }: { readonly counts: QualityCounts }) {
  const words = messages.value.data
  const total = QUALITIES.reduce((sum, quality) => sum + counts[quality], 0)
  const present = QUALITIES.filter(quality => counts[quality] > 0)
  let x = 0
  return (
    <div class="quality">
      <svg width={WIDTH} height="8" aria-hidden="true">
        {present.map(quality => {
          const width = (WIDTH * counts[quality]) / total
          const from = x
          x += width
          return (
            <rect
              class={`quality-${quality}`}
              x={from + 0.5}
              y="0.5"
              width={Math.max(1, width - 1)}
              height="7"
            />
          )
        })}
      </svg>
      <span>
        {series(
          language.value,
          present.map(quality => `${words.quality[quality]} ${number(language.value, counts[quality])}`),
        )}
      </span>
    </div>
  )
}
