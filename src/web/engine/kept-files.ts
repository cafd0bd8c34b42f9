/** Files that are wanted more than once, each asked for once: what is here stays when the network goes. */
import { loadText } from './load.js'

const texts = new Map<string, Promise<string>>()
const files = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()

/** Data of the page by name, see `loadText`. */
export function keptText(name: string): Promise<string> {
  return kept(texts, name, () => loadText(document.baseURI, name))
}

/** Any file of the page's own host, e.g. of its typeface. @throws Error where the host does not give it. */
export function keptFile(address: URL): Promise<Uint8Array<ArrayBuffer>> {
  return kept(files, address.href, async () => {
    const response = await fetch(address)
    if (!response.ok) throw new Error(`${address.pathname}: ${response.status}`)
    return new Uint8Array(await response.arrayBuffer())
  })
}

/** What failed is asked for again the next time. */
function kept<Value>(
  known: Map<string, Promise<Value>>,
  name: string,
  load: () => Promise<Value>,
): Promise<Value> {
  const there = known.get(name)
  if (there !== undefined) return there
  const loading = load()
  known.set(name, loading)
  loading.catch(() => known.delete(name))
  return loading
}
