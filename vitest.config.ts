import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'packages/*/src/**/*.test.ts',
      'packages/*/test/**/*.test.ts',
      'examples/*/test/**/*.test.ts',
      'test/**/*.test.ts',
    ],
    globalSetup: ['test/own-home.ts'],
    pool: 'forks',
    // Every worker drives servers of its own; more of them only make each other wait.
    maxWorkers: 2,
    testTimeout: 60_000,
    // A busy machine needs a while for what an idle one does at once.
    expect: { poll: { timeout: 20_000 } },
    hookTimeout: 60_000,
    // The shadow server may be busy stopping.
    teardownTimeout: 30_000,
  },
});
