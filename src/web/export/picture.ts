/** From a self-contained SVG to files: with the page's letters inside it, and as pixels. */

import { keptFile } from '../engine/kept-files.js'

/** Pixels per unit of the drawing. */
const SHARPNESS = 2

/** The families of the page; rules of other families stay out of pictures. */
const FAMILIES = /Source Sans 3|Noto Sans SC/

/** The same SVG with the files of the typeface that its text needs, so that it looks the same anywhere. */
export async function withLetters(svg: string): Promise<string> {
  const faces = await fontFaces(svg)
  return svg.replace(/<svg\b[^>]*>/, tag => `${tag}<style>${faces}</style>`)
}

/**
 * @param svg a self-contained drawing: attributes and its own styles alone.
 * @throws Error when the drawing cannot be read or came out blank.
 */
export async function svgToPng(svg: string, width: number, height: number): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([await withLetters(svg)], { type: 'image/svg+xml' }))
  try {
    const image = new Image(width, height)
    image.src = address
    await image.decode()
    await settle(image, height / width)
    const canvas = draw(image, width * SHARPNESS, height * SHARPNESS)
    assertNotBlank(canvas)
    return await toBlob(canvas)
  } finally {
    URL.revokeObjectURL(address)
  }
}

/** Pause between two looks, ms, how many must agree, and after how many the picture is taken as it is. */
const [PAUSE, SAME, MOST] = [100, 3, 40]

/** A browser says that a drawing is decoded before the letters inside it are; so it is looked at until it stays the same. */
async function settle(image: HTMLImageElement, ratio: number): Promise<void> {
  let last: Uint32Array | undefined
  let same = 0
  for (let look = 0; look < MOST && same < SAME; look++) {
    await new Promise(resolve => setTimeout(resolve, PAUSE))
    const now = sample(image, ratio)
    same = last !== undefined && now.every((pixel, k) => pixel === last![k]) ? same + 1 : 1
    last = now
  }
}

/** The picture, small. */
function sample(image: CanvasImageSource, ratio: number): Uint32Array {
  const [width, height] = [400, Math.max(1, Math.round(400 * ratio))]
  const { data } = draw(image, width, height).getContext('2d')!.getImageData(0, 0, width, height)
  return new Uint32Array(data.buffer)
}

function draw(image: CanvasImageSource, width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  canvas.getContext('2d')!.drawImage(image, 0, 0, width, height)
  return canvas
}

/** One colour all over means that nothing was drawn. */
function assertNotBlank(canvas: HTMLCanvasElement): void {
  const pixels = sample(canvas, canvas.height / canvas.width)
  const drawn = pixels.reduce((count, pixel) => count + Number(pixel !== pixels[0]), 0)
  if (drawn < 200) throw new Error('the picture came out blank')
}

function toBlob(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      blob => (blob === null ? reject(new Error('the picture could not be written')) : resolve(blob)),
      'image/png',
    )
  })
}

/** `@font-face` rules of the page's own style sheets for the letters of a text, with the files inside them. */
async function fontFaces(text: string): Promise<string> {
  const letters = new Set([...text].map(letter => letter.codePointAt(0)!))
  const rules = [...document.styleSheets]
    .flatMap(sheet => [...sheet.cssRules].map(rule => ({ rule, base: sheet.href ?? document.baseURI })))
    .filter(({ rule }) => rule instanceof CSSFontFaceRule)
    .map(({ rule, base }) => ({ style: (rule as CSSFontFaceRule).style, base }))
    .filter(({ style }) => FAMILIES.test(style.getPropertyValue('font-family')))
    .filter(({ style }) => holdsAny(style.getPropertyValue('unicode-range'), letters))
  const written = await Promise.all(
    rules.map(async ({ style, base }) => {
      const file = /url\("?([^")]+)"?\)/.exec(style.getPropertyValue('src'))![1]!
      const data = await dataUrl(new URL(file, base))
      const family = style.getPropertyValue('font-family')
      const weight = style.getPropertyValue('font-weight')
      const range = style.getPropertyValue('unicode-range')
      return `@font-face{font-family:${family};font-weight:${weight};src:url(${data}) format("woff2");unicode-range:${range}}`
    }),
  )
  return written.join('\n')
}

function holdsAny(range: string, letters: ReadonlySet<number>): boolean {
  return range.split(',').some(part => {
    const [from, to] = part
      .trim()
      .slice(2)
      .split('-')
      .map(hex => Number.parseInt(hex, 16))
    for (const letter of letters) if (letter >= from! && letter <= (to ?? from!)) return true
    return false
  })
}

async function dataUrl(address: URL): Promise<string> {
  const blob = new Blob([await keptFile(address)], { type: 'font/woff2' })
  return await new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result as string)
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(blob)
  })
}
