/** `npm run data:build`: writes data/ from the input folder. Two runs give the same bytes. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findReplicationFolder } from './replication.js'
import { buildPackage } from './tables.js'

const folder = findReplicationFolder()
if (folder === undefined) {
  console.error(
    `data:build: the input folder ${process.env.KERUEN_REPLICATION_DATA ?? '../shared'} is not there. Set KERUEN_REPLICATION_DATA to the folder that holds data/, parameters/ and corridors/.`,
  )
  process.exit(2)
}
const target = join(dirname(fileURLToPath(import.meta.url)), '../../data')
mkdirSync(target, { recursive: true })
let total = 0
for (const [path, bytes] of buildPackage(folder)) {
  const file = join(target, path)
  writeFileSync(`${file}.new`, bytes)
  renameSync(`${file}.new`, file)
  total += bytes.length
  console.log(`${String(bytes.length).padStart(9)}  ${path}`)
}
console.log(`${String(total).padStart(9)}  bytes in data/`)
