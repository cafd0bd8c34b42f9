/**
 * Markup as a value: everything that is put into a template is escaped unless it is markup itself.
 *
 * The only place of the report where text becomes HTML or SVG, so the only place that has to be safe.
 */

/** A piece of finished HTML or SVG. */
export interface Markup {
  readonly markup: string
}

/** What a template takes: text and numbers are escaped, lists are joined, undefined and false leave nothing. */
export type Insert = Markup | string | number | undefined | false | readonly Insert[]

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

// Control characters are not allowed in HTML; the bidirectional ones could turn the text around them.
const UNSAFE = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/gu

/** Text that may stand in content and in quoted attributes of HTML and SVG. */
export function escapeText(text: string): string {
  return text.replace(UNSAFE, '\ufffd').replace(/[&<>"']/g, character => ENTITIES[character]!)
}

function insert(value: Insert): string {
  if (value === undefined || value === false) return ''
  if (typeof value === 'string') return escapeText(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error('a number in the report is not finite')
    return String(value)
  }
  if ('markup' in value) return value.markup
  return value.map(insert).join('')
}

/** Template tag: `html\`<p>${anything}</p>\`` escapes what is put in. Also used for SVG. */
export function html(parts: TemplateStringsArray, ...values: readonly Insert[]): Markup {
  let out = parts[0]!
  for (let k = 0; k < values.length; k++) out += insert(values[k]) + parts[k + 1]!
  return { markup: out }
}

/** Pieces one after the other, with something between them. */
export function join(pieces: readonly Insert[], between = ''): Markup {
  return { markup: pieces.map(insert).join(escapeText(between)) }
}

/** Finished markup made elsewhere in the report (style sheets, path data); never text of a person. */
export function trusted(markup: string): Markup {
  return { markup }
}

/** Text of a person: kept apart from the direction of writing around it. */
export function userText(text: string): Markup {
  return html`<bdi>${text}</bdi>`
}
