import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['./test/build-first.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // On two processors the default is one file at a time, and half of the machine idle.
    maxWorkers: 2,
    reporters: ['default', './test/reporter.mjs'],
  },
})
