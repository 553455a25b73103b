import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Compiled once: the command line is tested as users run it.
    globalSetup: ['tests/compile.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Two cores: more workers only make browsers wait for each other.
    maxWorkers: 2,
  },
});
