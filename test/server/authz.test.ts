import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { run, temporaryFolder } from '../support/process.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

interface Ended {
  readonly code: number | NodeJS.Signals;
  readonly output: string;
}

async function authz(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const program = run('src/server/authz-command.ts', args, environment);
  return { code: await program.ended, output: program.output() };
}

describe('npm run authz -- check', () => {
  /** A repository of its own beside the checkout, whose latest commit has this matrix. */
  function baseOf(name: string, matrix: string): Readonly<Record<string, string>> {
    const repository = join(folder.path, name);
    mkdirSync(join(repository, 'schema'), { recursive: true });
    writeFileSync(join(repository, 'schema', 'access-matrix.tsv'), matrix);
    const git = (...args: readonly string[]): void => {
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], {
        cwd: repository,
        stdio: 'ignore',
      });
    };
    git('init');
    git('add', '.');
    git('commit', '-m', 'base');
    return { GIT_DIR: join(repository, '.git') };
  }

  const matrix = readFileSync(new URL('../../schema/access-matrix.tsv', import.meta.url), 'utf8');
  const narrower = matrix
    .replace(/^Persona\.phone\t.*\n/m, '')
    .replace(/^Query\.me\t-\tyes/m, 'Query.me\t-\t-')
    .replace(/^(Query\.personas\t.*)shield/m, '$1the way to it');

  it('fails at what widens without approval, names each with the line to add, and labels the rest', async () => {
    const { code, output } = await authz(['check', '--base', 'HEAD'], baseOf('narrower', narrower));
    expect(code).toBe(1);
    expect(output).toContain('MOVES   Query.personas: ');
    expect(output).toMatch(/- WIDENS {2}Persona\.phone: open to USER, SUPPORT, ADMIN; approve it by this line/);
    expect(output).toMatch(
      /- WIDENS {2}Query\.me: open to USER; approve .*\n\s+Query\.me\topen to USER\t[0-9a-f]{12}\t\n/,
    );
    expect(output.match(/ - /g)).toHaveLength(2);
  });

  it('agrees where nothing has changed, by the latest commit where no base is named', async () => {
    const { code, output } = await authz(['check'], baseOf('same', matrix));
    expect(output).toMatch(/^Schema, matrix, row policies and grants agree: \d+ coordinates, \d+ owned tables\.\n$/);
    expect(code).toBe(0);
  });

  it('takes the file itself where there is no git, and says so where a base is named', async () => {
    const nowhere = { GIT_DIR: join(folder.path, 'no-repository') };
    expect((await authz(['check'], nowhere)).code).toBe(0);
    const named = await authz(['check', '--base', 'origin/main'], nowhere);
    expect(named.code).toBe(1);
    expect(named.output).toContain('at the revision origin/main: fetch it, or name another after --base.');
  });
});
