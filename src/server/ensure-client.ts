import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { StartupError } from '#platform/errors.ts';

const root = fileURLToPath(new URL('../../web', import.meta.url));

/** Builds the client where it is missing. `npm ci` has built it already unless install scripts were off. */
export async function ensureClient(say: (line: string) => void): Promise<void> {
  if (existsSync(`${root}/dist/index.html`)) return;
  say('Building the client …');
  const vite = await import('vite').catch(() => {
    throw new StartupError('The client is not built and its tools are not installed. Run: npm ci');
  });
  await vite.build({ root, logLevel: 'error' });
}
