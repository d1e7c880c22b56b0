import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { StartupError } from '#platform/errors.ts';
import { readImport } from '#sources/read-import.ts';
import { collect } from './collect.ts';

const board = fileURLToPath(new URL('../fixtures/ashby-board.json.gz', import.meta.url));

describe('readImport', () => {
  it('reads a file on disk and tells how many bytes of it are done', async () => {
    let bytes = 0;
    const records = await collect(readImport(board, { onBytes: (count) => void (bytes += count) }));
    expect(records).toHaveLength(6);
    expect(bytes).toBe(statSync(board).size);
  });

  it.each([
    ['there is none', join(tmpdir(), 'no-such-file.jsonl'), 'no-such-file.jsonl does not exist'],
    ['it is a folder', tmpdir(), 'is a folder'],
  ])('says in a sentence that it cannot read where %s', async (_, file, message) => {
    const reading = collect(readImport(file));
    await expect(reading).rejects.toThrow(message);
    await expect(reading).rejects.toBeInstanceOf(StartupError);
  });

  it('refuses a format that it does not know, before it looks at the file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'import-'));
    await expect(collect(readImport(folder, { as: 'csv' }))).rejects.toThrow('--as ashby|greenhouse|');
    rmSync(folder, { recursive: true });
  });
});
