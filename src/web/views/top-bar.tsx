/** Name, parts of the page, language; what acts on the scenario stands at the right. */
import { LANGUAGES } from '../i18n/languages.js'
import { language, messages } from '../i18n/messages.js'
import { type View, view } from '../state/lab.js'
import { ExportMenu } from './export/export-menu.js'
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
      <span class="brand">{words.name}</span>
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
      <ShareTools />
      <ExportMenu />
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
