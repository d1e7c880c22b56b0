import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { BenchDatabase } from '../database/bench-server.ts';
import { signingSecret } from '../operations/tenants.ts';

const script = fileURLToPath(new URL('../../src/server/import-command.ts', import.meta.url));

/** Runs `npm run import` on a file, into a database that has none of it. @returns postings a second, as it says itself */
export async function runImport(file: string, { urls }: BenchDatabase): Promise<number> {
  const environment = {
    DATABASE_URL: urls.app,
    DATABASE_IDENTITY_URL: urls.identity,
    DATABASE_STAFF_URL: urls.staff,
    DATABASE_SYSTEM_URL: urls.system,
    JWT_SECRETS: `${signingSecret.kid}:${signingSecret.secret}`,
    ENCRYPTION_KEYS: `${signingSecret.kid}:${signingSecret.secret}`,
  };
  const child = spawn(process.execPath, [script, file], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  const [printed, faults] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  const rate = /^(\d+) postings a second/m.exec(printed)?.[1];
  if (rate === undefined) throw new Error(`The import did not end well: ${printed}${faults}`);
  return Number(rate);
}
