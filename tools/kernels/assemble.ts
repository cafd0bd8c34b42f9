/** From the text of kernels to their bytes, and to the source files that carry them. */
import openWabt from 'wabt'
import { absorbWat } from './absorb-wat.js'
import { logitWat } from './logit-wat.js'

/** Every module: its text, the program that writes it, and the file that carries its bytes. */
export const KERNEL_MODULES = [
  {
    text: absorbWat,
    writtenBy: 'tools/kernels/absorb-wat.ts',
    target: 'src/gravity/fit/absorb/kernel-bytes.ts',
  },
  {
    text: logitWat,
    writtenBy: 'tools/kernels/logit-wat.ts',
    target: 'src/network/route-choice/logit/kernel-bytes.ts',
  },
] as const

export async function assembleKernels(text: string): Promise<Uint8Array> {
  const wabt = await openWabt()
  const module = wabt.parseWat('kernels.wat', text, { simd: true })
  try {
    module.validate()
    return module.toBinary({}).buffer
  } finally {
    module.destroy()
  }
}

/** Source text of a `kernel-bytes.ts`; hexadecimal, because the core has no base64 of its own to read. */
export function kernelModule(bytes: Uint8Array, writtenBy: string): string {
  return [
    `/** The kernels of \`${writtenBy}\`, assembled by \`npm run kernels:build\`; a test compares the two. */`,
    'export const KERNEL_BYTES =',
    `  '${Buffer.from(bytes).toString('hex')}'`,
    '',
  ].join('\n')
}
