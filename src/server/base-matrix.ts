import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { StartupError } from '#platform/errors.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const file = 'schema/access-matrix.tsv';

export const matrixFile = fileURLToPath(new URL(`../../${file}`, import.meta.url));

/**
 * The access matrix that a change starts from. The file is committed together with the change, so that a review wants it
 * as it was at the base of the branch; somebody who is still working, as it was at the latest commit; and where there is
 * no git, there is only the file itself.
 * @param base a revision; null for the latest commit
 * @throws StartupError where the revision, or the file in it, does not exist
 */
export function baseMatrix(base: string | null): string {
  try {
    // Relative, because the checkout may be part of a larger one.
    const spec = `${base ?? 'HEAD'}:./${file}`;
    return execFileSync('git', ['show', '--end-of-options', spec], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 2 ** 26,
    });
  } catch {
    if (base !== null)
      throw new StartupError(`There is no ${file} at the revision ${base}: fetch it, or name another after --base.`);
    return readFileSync(matrixFile, 'utf8');
  }
}
