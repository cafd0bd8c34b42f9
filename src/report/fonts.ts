/** Letters shipped inside the page: only the subsets that its text needs. */
import { type Markup, trusted } from './html.js'

export type FontSubset = 'latin' | 'latin-ext' | 'cyrillic' | 'cyrillic-ext' | 'greek'

/** One file of Source Sans 3 (variable weight, WOFF2), as its package ships it. */
export interface FontFile {
  readonly subset: FontSubset
  readonly bytes: Uint8Array
}

const RANGES: Readonly<Record<FontSubset, string>> = {
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FFFD',
  'latin-ext': 'U+0100-0130,U+0132-0151,U+0154-02BA,U+1E00-1E9F,U+1EF2-1EFF',
  cyrillic: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116',
  'cyrillic-ext': 'U+0460-048F,U+0492-04AF,U+04B2-052F',
  greek: 'U+0370-03FF',
}

/** Letters that alone do not call for a file: symbols of the equations fall back to the system's mathematical font. */
const NOT_WORTH_A_FILE = new Set(['ŵ', 'Ŵ', 'ĉ'])

/** `@font-face` rules for the files whose letters occur in the text. */
export function fontFaces(files: readonly FontFile[], text: string): Markup {
  const letters = new Set(text.match(/[^\s -~]/gu) ?? [])
  const rules = files
    .filter(file => file.subset === 'latin' || needs(file.subset, letters))
    .map(
      file =>
        `@font-face{font-family:"Source Sans 3";font-style:normal;font-display:block;font-weight:200 900;src:url(data:font/woff2;base64,${base64(file.bytes)}) format("woff2");unicode-range:${RANGES[file.subset]}}`,
    )
  return trusted(rules.join('\n'))
}

function needs(subset: FontSubset, letters: ReadonlySet<string>): boolean {
  const ranges = RANGES[subset].split(',').map(range => {
    const [from, to] = range.slice(2).split('-')
    return [Number.parseInt(from!, 16), Number.parseInt(to ?? from!, 16)] as const
  })
  for (const letter of letters) {
    if (NOT_WORTH_A_FILE.has(letter)) continue
    const code = letter.codePointAt(0)!
    if (ranges.some(([from, to]) => code >= from && code <= to)) return true
  }
  return false
}

/** Base64 of bytes, the same in Node and in a browser. */
export function base64(bytes: Uint8Array): string {
  let text = ''
  for (let k = 0; k < bytes.length; k += 0x8000) text += String.fromCharCode(...bytes.subarray(k, k + 0x8000))
  return btoa(text)
}
