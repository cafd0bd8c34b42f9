/** Brings what comes of a scenario into view on a phone: the levers go out of the way. */
import { sheet } from '../../state/screen.js'

export function showResults(): void {
  sheet.value = 'closed'
  // once the page has been drawn without the levers
  requestAnimationFrame(() => document.querySelector('.lab-caravan, .lab-outcomes')?.scrollIntoView())
}
