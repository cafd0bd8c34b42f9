import { join } from 'node:path'
import { readText } from '../../platform/node/files.js'
import { packageRoot } from '../../platform/node/package-root.js'

/** `keruen schema scenario|result|network`: the published JSON Schema, byte for byte. */
export async function schemaCommand(format: 'scenario' | 'result' | 'network'): Promise<void> {
  process.stdout.write(await readText(join(packageRoot(), 'schemas', `${format}.schema.json`)))
}
