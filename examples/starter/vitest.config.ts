import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // The first test of a machine makes a database cluster.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
