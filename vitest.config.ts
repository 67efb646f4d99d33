import { defineConfig } from 'vitest/config'

const project = (name: string, include: string[], slow = false) => ({
  test: {
    name,
    include,
    environment: 'node' as const,
    // Real servers, Redis and browsers share two cores: one file at a time there.
    ...(slow
      ? { fileParallelism: false, testTimeout: 120_000, hookTimeout: 120_000 }
      : { testTimeout: 20_000 }),
  },
})

export default defineConfig({
  test: {
    projects: [
      project('unit', ['test/{shared,server,client}/**/*.test.ts']),
      project('contract', ['test/contract/**/*.test.ts'], true),
      project('flow', ['test/flow/**/*.test.ts'], true),
      project('e2e', ['test/e2e/**/*.test.ts'], true),
    ],
  },
})
