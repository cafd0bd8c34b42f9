/** Data of the page, from its own host: packed by the build, unpacked here. */

/** What the build stored under a name, see `store-lab.ts`. */
export async function loadBytes(base: string, name: string): Promise<Uint8Array> {
  const response = await fetch(new URL(`data/${name}.bin`, base))
  if (!response.ok || response.body === null) throw new Error(`${name}: ${response.status}`)
  const bytes = new Uint8Array(await response.arrayBuffer())
  // A host that knows the format may have unpacked it on the way.
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Uint8Array(await new Response(unpacked).arrayBuffer())
}

export async function loadText(base: string, name: string): Promise<string> {
  return new TextDecoder().decode(await loadBytes(base, name))
}
