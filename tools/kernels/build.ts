/** `npm run kernels:build`: assembles the kernels and writes them where the program takes them from. */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { assembleKernels, kernelModule } from './assemble.js'

const target = fileURLToPath(new URL('../../src/gravity/absorb/kernel-bytes.ts', import.meta.url))
writeFileSync(target, kernelModule(await assembleKernels()))
