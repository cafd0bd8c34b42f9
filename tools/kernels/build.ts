/** `npm run kernels:build`: assembles the kernels and writes them where the program takes them from. */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { assembleKernels, KERNEL_MODULES, kernelModule } from './assemble.js'

for (const { text, writtenBy, target } of KERNEL_MODULES) {
  const path = fileURLToPath(new URL(`../../${target}`, import.meta.url))
  writeFileSync(path, kernelModule(await assembleKernels(text()), writtenBy))
}
