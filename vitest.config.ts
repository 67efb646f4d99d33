import { defineConfig } from 'vitest/config'

const project = (name: string, include: string[], slow = false) => ({
  test: {
    name,
    include,
    environment: 'node' as const,
    // Real servers, Redis and browsers share two cores: one file at a time there.
    ...(slow
      ? { fileParallelism: false, testTimeout: 120_000, hookTimeout: 120_000 }
      : // No test leaves anything behind in a module, so files may share them: a third of the time.
        { testTimeout: 20_000, isolate: false }),
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
