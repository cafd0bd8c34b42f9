import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Folder of the installed package, which holds data/, scenarios/ and schemas/: the nearest one above this file with
 * a package.json, whether it runs from src/, from dist/ or from one of its chunks.
 */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error('package.json of Keruen was not found above its own files')
    folder = parent
  }
  return folder
}
