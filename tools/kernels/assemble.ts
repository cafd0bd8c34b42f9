/** From the kernels' text to their bytes, and to the source file that carries them. */
import openWabt from 'wabt'
import { absorbWat } from './absorb-wat.js'

export async function assembleKernels(): Promise<Uint8Array> {
  const wabt = await openWabt()
  const module = wabt.parseWat('absorb.wat', absorbWat(), { simd: true })
  try {
    module.validate()
    return module.toBinary({}).buffer
  } finally {
    module.destroy()
  }
}

/** Source text of `kernel-bytes.ts`; hexadecimal, because the core has no base64 of its own to read. */
export function kernelModule(bytes: Uint8Array): string {
  return [
    '/** The kernels of `tools/kernels/absorb-wat.ts`, assembled by `npm run kernels:build`; a test compares the two. */',
    'export const KERNEL_BYTES =',
    `  '${Buffer.from(bytes).toString('hex')}'`,
    '',
  ].join('\n')
}
