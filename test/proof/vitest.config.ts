import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const aDay = 24 * 60 * 60_000;

export default defineConfig({
  cacheDir: '../../node_modules/.vite/proof',
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    include: ['proof/**/*.test.ts', 'authorization/walls*.test.ts'],
    globalSetup: ['support/global-setup.ts'],
    // Node itself loads the code, as in production.
    experimental: { viteModuleRunner: false },
    testTimeout: aDay,
    hookTimeout: aDay,
    pool: 'forks',
    maxWorkers: 2,
  },
});
