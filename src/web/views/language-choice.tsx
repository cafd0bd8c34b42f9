/** The language of the page. */
import { LANGUAGES } from '../i18n/languages.js'
import { language, messages } from '../i18n/messages.js'
import { isPhone } from '../state/screen.js'

export function LanguageChoice() {
  const words = messages.value.shell
  return (
    <label class="language">
      <span class={isPhone.value ? undefined : 'visually-hidden'}>{words.language}</span>
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
