import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { StartupError } from '#platform/errors.ts';

const root = fileURLToPath(new URL('../../web', import.meta.url));

/** Builds the client where it is missing. `npm ci` has built it already unless install scripts were off. */
export async function ensureClient(say: (line: string) => void): Promise<void> {
  if (existsSync(`${root}/dist/index.html`)) return;
  say('Building the client …');
  if (!(await buildClient()))
    throw new StartupError('The client is not built and the tools to build it are not installed. Run: npm ci');
}

/** Builds the client into `web/dist`. @returns false where the tools for it are not installed */
export async function buildClient(): Promise<boolean> {
  const vite = await import('vite').catch(() => null);
  await vite?.build({ root, logLevel: 'error' });
  return vite !== null;
}
