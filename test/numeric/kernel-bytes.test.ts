import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { assembleKernels, KERNEL_MODULES, kernelModule } from '../../tools/kernels/assemble.js'
import { projectRoot } from '../embedded.js'

test.each(KERNEL_MODULES)(
  '$target holds the bytes of the text of $writtenBy',
  async ({ text, writtenBy, target }) => {
    const file = readFileSync(join(projectRoot, target), 'utf8')
    expect(file).toBe(kernelModule(await assembleKernels(text()), writtenBy))
  },
)
