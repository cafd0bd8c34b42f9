/** WebAssembly as the kernels use it: modules kept as hexadecimal text, each instance with a memory of its own. */

export type Kernel = (...addressesAndNumbers: number[]) => number

export interface KernelInstance {
  readonly exports: Readonly<Record<string, Kernel>>
  readonly buffer: ArrayBuffer
}

/** What the engine has of WebAssembly; declared here because neither Node's nor the page's types belong to the core. */
interface WebAssemblyEngine {
  readonly Memory: new (descriptor: { initial: number }) => { readonly buffer: ArrayBuffer }
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (
    module: object,
    imports: object,
  ) => { readonly exports: Readonly<Record<string, Kernel>> }
}

const PAGE_BYTES = 65_536
const MOST_PAGES = 65_536

const compiled = new Map<string, object>()

/**
 * The kernels of a module on a memory of at least so many bytes, zeroed; undefined where the engine has no WebAssembly
 * with vectors (or a page's policy forbids it), or more than 4 GB are wanted.
 *
 * @param hexadecimal bytes of the module; compiled once.
 */
export function kernelInstance(hexadecimal: string, bytes: number): KernelInstance | undefined {
  const pages = Math.ceil(bytes / PAGE_BYTES) + 1
  const engine = (globalThis as unknown as { WebAssembly?: WebAssemblyEngine }).WebAssembly
  if (engine === undefined || pages > MOST_PAGES) return undefined
  try {
    const module = compiled.get(hexadecimal) ?? new engine.Module(bytesOf(hexadecimal))
    compiled.set(hexadecimal, module)
    const memory = new engine.Memory({ initial: pages })
    const { exports } = new engine.Instance(module, { env: { memory } })
    return { exports, buffer: memory.buffer }
  } catch {
    // neither vectors nor memory is promised everywhere
    return undefined
  }
}

function bytesOf(hexadecimal: string): Uint8Array {
  return Uint8Array.from({ length: hexadecimal.length / 2 }, (_, k) =>
    Number.parseInt(hexadecimal.slice(2 * k, 2 * k + 2), 16),
  )
}
