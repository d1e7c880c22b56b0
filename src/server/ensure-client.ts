import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartupError } from '#platform/errors.ts';

const root = fileURLToPath(new URL('../../web', import.meta.url));
const source = join(root, 'src');
const built = join(root, 'dist', 'index.html');

/** Builds the client where it is missing or older than its source. `npm ci` has built it already unless install scripts were off. */
export async function ensureClient(say: (line: string) => void): Promise<void> {
  const exists = existsSync(built);
  // A deployment may bring the built client without its source.
  if (exists && (!existsSync(source) || statSync(built).mtimeMs >= newestSource())) return;
  say('Building the client …');
  // Without the tools an older client is better than none: deployments bring theirs along.
  if (!(await buildClient()) && !exists)
    throw new StartupError('The client is not built and the tools to build it are not installed. Run: npm ci');
}

const newestSource = (): number =>
  readdirSync(source, { recursive: true, encoding: 'utf8' }).reduce(
    (newest, name) => Math.max(newest, statSync(join(source, name)).mtimeMs),
    statSync(join(root, 'index.html')).mtimeMs,
  );

/**
 * Builds the client into `web/dist`, in a process of its own: the bundler sets NODE_ENV, and must find it at production.
 * @returns false where the tools for it are not installed
 */
export async function buildClient(): Promise<boolean> {
  const vite = findVite();
  if (vite === null) return false;
  const environment = { ...process.env, NODE_ENV: 'production' };
  const child = spawn(process.execPath, [vite, 'build', root, '--logLevel', 'error'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: environment,
  });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new StartupError('The client could not be built; what is wrong stands above.');
  return true;
}

function findVite(): string | null {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin', 'vite.js');
  } catch {
    return null;
  }
}
