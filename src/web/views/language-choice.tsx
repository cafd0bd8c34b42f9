/** The language of the page. */
import { LANGUAGES } from '../i18n/languages.js'
import { language, messages } from '../i18n/messages.js'

export function LanguageChoice() {
  const words = messages.value.shell
  return (
    <label class="language">
      <span class="language-label">{words.language}</span>
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
  )
}
