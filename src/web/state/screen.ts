/** What the size of the screen decides beyond style sheets: on a phone parts of the page stand elsewhere. */
import { signal } from '@preact/signals'

/** As in the style sheets. */
const PHONE = '(max-width: 767px)'

export const isPhone = signal(false)
/** How much of the levers' sheet a phone shows; at rest it holds one lever, so that the result stays in sight. */
export const sheet = signal<'closed' | 'rest' | 'open'>('rest')

export function followScreen(): void {
  const narrow = matchMedia(PHONE)
  const follow = () => {
    isPhone.value = narrow.matches
  }
  narrow.addEventListener('change', follow)
  follow()
}
