import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**', 'test/pooler/**', 'test/redis/**'],
    globalSetup: ['test/support/global-setup.ts'],
    // Node itself loads the code, as in production: one copy of graphql, type stripping, no transforms.
    experimental: { viteModuleRunner: false },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    // Loading the product takes longer than most files do with it: a process goes from file to file.
    isolate: false,
    // What nobody tries in the two folders that everything else trusts, nobody knows.
    coverage: {
      provider: 'v8',
      include: ['src/identity/**/*.ts', 'src/authorization/**/*.ts'],
      reporter: ['text'],
      thresholds: { 'src/identity/**': { branches: 95 }, 'src/authorization/**': { branches: 95 } },
    },
  },
});
