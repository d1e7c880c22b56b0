import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findRunning, openDataFolder } from '#database/embedded-postgres.ts';
import { withClient } from '#database/logins.ts';
import { importCommand } from '../../src/server/import-command.ts';
import { run, runHere, temporaryFolder, type Ended, type Program } from '../support/process.ts';

const folder = temporaryFolder();
const real = gunzipSync(readFileSync(new URL('../../demo/postings.jsonl.gz', import.meta.url)))
  .toString()
  .trim()
  .split('\n');

const importFile = (name: string, ...args: string[]): Program =>
  run('src/server/import-command.ts', [join(folder.path, name), ...args], {
    TENURE_DATA_DIR: join(folder.path, 'data'),
  });

const importHere = (name: string, ...args: string[]): Promise<Ended> =>
  runHere(importCommand, [join(folder.path, name), ...args], { TENURE_DATA_DIR: join(folder.path, 'data') });

const write = (name: string, content: string | Buffer): string => {
  writeFileSync(join(folder.path, name), content);
  return name;
};

/** Postings there are, asked of the database itself between runs. */
async function countPostings(): Promise<number> {
  const postgres = await openDataFolder({ folder: join(folder.path, 'data'), log: () => undefined });
  try {
    const url = `postgres://postgres:${encodeURIComponent(postgres.password)}@127.0.0.1:${postgres.port}/tenure`;
    return await withClient(url, async (client) =>
      Number((await client.query('select count(*) from job_postings')).rows[0]?.count),
    );
  } finally {
    await postgres.stop();
  }
}

/** Three times the real postings under other ids: an import long enough to be interrupted once the first part is stored. */
const manyPostings = (): string =>
  Array.from({ length: 3 }, (_, round) =>
    real.map((line) => line.replace(/"id":\s*"([^"]+)"/, `"id":"${round}-$1"`)).join('\n'),
  ).join('\n');

// Thousands of postings are read more than once.
vi.setConfig({ testTimeout: 90_000 });
afterAll(() => folder.remove());

describe('npm run import', () => {
  beforeAll(async () => {
    await importFile(write('first.jsonl.gz', gzipSync(real.slice(0, 50).join('\n')))).ended;
  });

  it('shows its progress and ends with what was read, new, changed and rejected, and how fast', async () => {
    const program = importFile(write('more.jsonl.gz', gzipSync(real.slice(100, 120).join('\n'))));
    expect(await program.ended).toBe(0);
    expect(program.output()).toContain('100 %  20 read');
    expect(program.output()).toMatch(
      /read\s+20\nnew\s+20\nupdated\s+0\nunchanged\s+0\nmerged\s+0\nreposts\s+0\nreopened\s+0\nclosed\s+0\nrejected\s+0\n/,
    );
    expect(program.output()).toMatch(/\d+ postings a second/);
  });

  it('changes nothing when a file is imported again, and updates in place what has changed', async () => {
    const again = await importHere('first.jsonl.gz');
    expect(again.code).toBe(0);
    expect(again.output).toMatch(/new\s+0\nupdated\s+0\nunchanged\s+50\n/);
    const [line = ''] = real;
    const changed = await importHere(
      write('changed.jsonl', JSON.stringify({ ...JSON.parse(line), title: 'Another title' })),
    );
    expect(changed.code).toBe(0);
    expect(changed.output).toMatch(/new\s+0\nupdated\s+1\nunchanged\s+0\n/);
  });

  it.each<[string, string, string | Buffer, RegExp]>([
    ['a line that is not JSON', 'broken.jsonl', `${real.slice(50, 53).join('\n')}\n{"id": oops\n`, /Line 4 /],
    ['a file that is cut off', 'cut.jsonl', `${real.slice(50, 52).join('\n')}\n${real[52]?.slice(0, 100)}`, /Line 3 /],
    [
      'a gzip file that is cut off',
      'cut.jsonl.gz',
      gzipSync(real.slice(50, 60).join('\n')).subarray(0, 4000),
      /cut off/,
    ],
    ['an empty file', 'empty.jsonl', '', /empty/],
  ])('aborts at %s and takes nothing of it', async (...[, name, content, sentence]) => {
    const before = await countPostings();
    const program = await importHere(write(name, content));
    expect(program.code).toBe(1);
    expect(program.output).toMatch(sentence);
    expect(program.output).not.toContain('    at ');
    expect(await countPostings()).toBe(before);
  });

  it('skips and reports a record that is no posting, and takes the others', async () => {
    const noTitle = JSON.stringify({ ...JSON.parse(real[60] ?? ''), title: '' });
    const program = await importHere(write('mixed.jsonl', [real[61], noTitle, real[62]].join('\n')));
    expect(program.code).toBe(0);
    expect(program.output).toMatch(/new\s+2\n[\s\S]*rejected\s+1\n\s+1 × title: .* \(line 2\)/);
  });

  it('takes the others too where the database could not keep what one says', async () => {
    const odd = [
      { id: 'a\0b' },
      { id: '\ud83d' },
      { jobUrl: 'https://jobs.ashbyhq.com/acme/\0' },
      { publishedAt: '0000-01-01T00:00:00Z' },
    ].map((fields) => JSON.stringify({ ...JSON.parse(real[63] ?? ''), ...fields }));
    const component = { compensationType: 'Salary', interval: '1 YEAR', minValue: 90_000, maxValue: 90_000 };
    const compensation = { summaryComponents: [{ ...component, currencyCode: 'EUROS' }] };
    const inEuros = JSON.stringify({ ...JSON.parse(real[64] ?? ''), compensation });
    const program = await importHere(write('odd.jsonl', [...odd, inEuros, real[65]].join('\n')));
    expect(program.code).toBe(0);
    expect(program.output).toMatch(/read\s+6\nnew\s+2\n[\s\S]*rejected\s+4\n/);
  });

  it('says so when there is no such file or format', async () => {
    const missing = await importHere('nowhere.jsonl');
    expect(missing.code).toBe(1);
    expect(missing.output).toContain('nowhere.jsonl does not exist');
    const format = await importHere('first.jsonl.gz', '--as', 'monster');
    expect(format.code).toBe(1);
    expect(format.output).toContain('There is no format "monster"');
    const usage = await runHere(importCommand, [], {});
    expect(usage.code).toBe(1);
    expect(usage.output).toContain('npm run import -- FILE');
    const flag = await importHere('first.jsonl.gz', '--dry-run');
    expect(flag.code).toBe(1);
    expect(flag.output).toMatch(/^Write: npm run import -- FILE(?:.*\n){4}$/);
  });

  it('leaves all or nothing of a file when it is killed in the middle, and works the next time', async () => {
    const before = await countPostings();
    const killed = importFile(write('many.jsonl', manyPostings()));
    await killed.printed(/ 500 read/);
    killed.process.kill('SIGKILL');
    await killed.ended;
    expect(await countPostings()).toBe(before);
  });

  it('leaves all or nothing of a file when PostgreSQL is killed in the middle, and works the next time', async () => {
    const before = await countPostings();
    const cut = importFile(write('many.jsonl', manyPostings()));
    await cut.printed(/ 500 read/);
    const pid = Number(readFileSync(join(folder.path, 'data', 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
    expect(await findRunning(join(folder.path, 'data'))).not.toBeNull();
    process.kill(pid, 'SIGKILL');
    expect(await cut.ended).toBe(1);
    expect(cut.output()).toContain('nothing is kept. Run it again.');
    expect(await countPostings()).toBe(before);
    const whole = await importHere('many.jsonl');
    expect(whole.code).toBe(0);
    expect(whole.output).toMatch(/read\s+1200\nnew\s+1200\n/);
    expect(await countPostings()).toBe(before + 1200);
  });
});
