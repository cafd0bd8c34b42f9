/** Name, parts of the page, language; what acts on the scenario stands at the right. */
import { LANGUAGES } from '../i18n/languages.js'
import { language, messages } from '../i18n/messages.js'
import { type View, view } from '../state/lab.js'
import { CompareButton } from './compare/compare-panel.js'
import { ExportMenu } from './export/export-menu.js'
import { GuideButton } from './guide/guide.js'
import { HistoryTools } from './levers/history-tools.js'
import { ShareTools } from './sharing/share-tools.js'

const VIEWS: readonly View[] = ['lab', 'bloc', 'data', 'method']

export function TopBar() {
  const words = messages.value.shell
  return (
    <header class="top-bar">
      <a class="skip" href="#answer">
        {words.skip}
      </a>
      <span class="brand">
        <BrandMark />
        <span class="brand-name">{words.name}</span>
      </span>
      <nav aria-label={words.navigation}>
        {VIEWS.map(each => (
          <button
            type="button"
            class="tab"
            aria-current={view.value === each ? 'page' : undefined}
            onClick={() => {
              view.value = each
            }}
          >
            {words.views[each]}
          </button>
        ))}
      </nav>
      <HistoryTools />
      <CompareButton />
      <ShareTools />
      <ExportMenu />
      <GuideButton />
      <label class="language">
        <span class="visually-hidden">{words.language}</span>
        <select
          value={language.value}
          onChange={event => {
            language.value = LANGUAGES.find(each => each === event.currentTarget.value)!
          }}
        >
          {LANGUAGES.map(each => (
            <option value={each}>{words.languages[each]}</option>
          ))}
        </select>
      </label>
    </header>
  )
}

/** The mark of Keruen: a caravan line with one bead. */
function BrandMark() {
  return (
    <svg class="brand-mark" width="30" height="14" viewBox="0 0 30 14" aria-hidden="true">
      <path class="brand-line" d="M0 7h30" />
      <rect class="brand-line" x="4" y="5.4" width="4" height="3.2" rx="1" />
      <circle class="brand-bead" cx="15.5" cy="7" r="5" />
      <rect class="brand-line" x="22.5" y="5.4" width="4" height="3.2" rx="1" />
    </svg>
  )
}
