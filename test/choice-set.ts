/** The choice set of the embedded network, found once and shared by all test files. */
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildChoiceSet } from '../src/network/choice-set/build-choice-set.js'
import { avoidedTerritories, type ChoiceSet, networkHash } from '../src/network/choice-set/choice-set.js'
import { decodeChoiceSet, encodeChoiceSet } from '../src/network/choice-set/choice-set-codec.js'
import { embeddedDataset, projectRoot } from './embedded.js'

/** How long another test file may take to find it. */
const PATIENCE_MS = 110_000

let choiceSet: ChoiceSet | undefined

/** The one stored by the build where it fits; else one kept in the folder for temporary files. */
export async function embeddedChoiceSet(): Promise<ChoiceSet> {
  choiceSet ??= stored(join(projectRoot, 'dist', 'choice-set.bin')) ?? (await sharedChoiceSet())
  return choiceSet
}

function stored(path: string): ChoiceSet | undefined {
  if (!existsSync(path)) return undefined
  const found = decodeChoiceSet(readFileSync(path))
  return found.networkHash === embeddedHash() ? found : undefined
}

/** One test file finds it, the others wait for its file. */
async function sharedChoiceSet(): Promise<ChoiceSet> {
  const path = join(tmpdir(), `keruen-choice-set-${identity()}.bin`)
  const turn = `${path}.turn`
  const until = Date.now() + PATIENCE_MS
  while (!existsSync(path) && Date.now() < until) {
    try {
      mkdirSync(turn)
    } catch {
      await new Promise(resolve => setTimeout(resolve, 200))
      continue
    }
    try {
      writeFileSync(`${path}.part`, encodeChoiceSet(build()))
      renameSync(`${path}.part`, path)
    } finally {
      rmdirSync(turn)
    }
  }
  return stored(path) ?? build()
}

/** Values of the network and the text of what finds routes in it. */
function identity(): string {
  const hash = createHash('sha256').update(embeddedHash())
  const folder = join(projectRoot, 'src', 'network')
  const files = readdirSync(folder).filter(name => name.endsWith('.ts'))
  for (const name of files.sort()) hash.update(readFileSync(join(folder, name)))
  return hash.digest('hex').slice(0, 16)
}

function embeddedHash(): string {
  const { network, trade, avoidance } = embeddedDataset()
  return networkHash(network, trade.economies, avoidedTerritories(avoidance))
}

function build(): ChoiceSet {
  const { network, trade, avoidance } = embeddedDataset()
  const options = { economies: trade.economies, territories: avoidedTerritories(avoidance) }
  return buildChoiceSet(network, options).choiceSet
}
