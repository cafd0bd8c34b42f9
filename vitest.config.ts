import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['./test/build-first.ts'],
    // Against what hangs, not what is slow: a run of a closed strait takes 10 to 20 s, as the machine is.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    pool: 'forks',
    // Files share what a worker has read: the program, the dataset and its routes, else read anew for each of some 250 files.
    isolate: false,
    // On two processors the default is one file at a time, and half of the machine idle.
    maxWorkers: 2,
    reporters: ['default', './test/reporter.mjs'],
  },
})
