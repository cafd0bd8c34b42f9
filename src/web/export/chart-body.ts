/** A chart that is on the page as elements that need no style sheet, in the light colours. */
import { type Markup, trusted } from '../../report/html.js'

const PROPERTIES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'paint-order',
  'opacity',
  'font-size',
  'font-weight',
  'font-style',
  'letter-spacing',
  'text-anchor',
  'dominant-baseline',
] as const

/**
 * Copies a drawing with what the style sheets say of it written into its elements. The copy is looked at under the light
 * theme within one task, so nothing of it is ever painted.
 */
export function chartBody(drawing: SVGSVGElement): { body: Markup; width: number; height: number } {
  const { width, height } = drawing.viewBox.baseVal
  const box = width > 0 ? { width, height } : drawing.getBoundingClientRect()
  const root = document.documentElement
  const theme = root.dataset.theme
  const copy = drawing.cloneNode(true) as SVGSVGElement
  root.dataset.theme = 'light'
  drawing.after(copy)
  try {
    for (const element of [...copy.querySelectorAll<SVGElement>('*')]) writeStyle(element)
  } finally {
    copy.remove()
    if (theme === undefined) delete root.dataset.theme
    else root.dataset.theme = theme
  }
  return { body: trusted(inside(copy)), width: box.width, height: box.height }
}

/** `class` stays until all are read: a rule may ask for that of a parent. */
function writeStyle(element: SVGElement): void {
  const style = getComputedStyle(element)
  if (style.display === 'none') {
    element.remove()
    return
  }
  for (const property of PROPERTIES) element.setAttribute(property, style.getPropertyValue(property))
}

function inside(copy: SVGSVGElement): string {
  for (const element of copy.querySelectorAll('*')) {
    for (const name of ['class', 'style', 'tabindex', 'role']) element.removeAttribute(name)
  }
  const writer = new XMLSerializer()
  return [...copy.children]
    .filter(child => child.tagName !== 'title' && child.tagName !== 'desc')
    .map(child => writer.serializeToString(child))
    .join('')
}
