/** Name, parts of the page, language; what acts on the scenario stands at the right. */
import { messages } from '../i18n/messages.js'
import { isPhone } from '../state/screen.js'
import { BrandMark } from './brand-mark.js'
import { CompareButton } from './compare/compare-panel.js'
import { ExportMenu } from './export/export-menu.js'
import { GuideButton } from './guide/guide.js'
import { LanguageChoice } from './language-choice.js'
import { RedoButton, UndoButton, useHistoryKeys } from './levers/history-tools.js'
import { PartsNavigation } from './parts-navigation.js'
import { PhoneBar } from './phone/phone-bar.js'
import { FileInput, OpenButton, ShareButton } from './sharing/share-tools.js'

export function TopBar() {
  const words = messages.value.shell
  useHistoryKeys()
  return (
    <header class="top-bar">
      <a class="skip" href="#answer">
        {words.skip}
      </a>
      {isPhone.value ? <PhoneBar /> : <WideBar />}
      <FileInput />
    </header>
  )
}

function WideBar() {
  return (
    <>
      <span class="brand">
        <BrandMark />
        <span class="brand-name">{messages.value.shell.name}</span>
      </span>
      <PartsNavigation />
      <UndoButton />
      <RedoButton />
      <CompareButton />
      <OpenButton />
      <ShareButton />
      <ExportMenu buttonClass="button primary" />
      <GuideButton />
      <LanguageChoice />
    </>
  )
}
