import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseImport, type ImportRecord } from '#sources/parse-import.ts';
import { collect } from './collect.ts';

const fixture = (name: string): Buffer => readFileSync(new URL(`../fixtures/${name}`, import.meta.url));
const lines = fixture('postings-small.jsonl').toString('utf8').trim().split('\n');
const board = fixture('ashby-board.json.gz');
const job = (id: string): string =>
  JSON.stringify({ id, title: 'Baker', jobUrl: `https://jobs.ashbyhq.com/bread/${id}` });

/** The records of a file that arrives in chunks of a size, 64 kB as from a disk unless said otherwise. */
async function read(file: string | Uint8Array, format: string | null = null, size = 65_536): Promise<ImportRecord[]> {
  const bytes = Buffer.from(file);
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  return collect(parseImport(chunks(), format));
}
const ids = (records: readonly ImportRecord[]): string[] =>
  records.flatMap((each) => ('record' in each ? each.record.externalId : []));
const rejected = (records: readonly ImportRecord[]) =>
  records.flatMap((each) => ('rejected' in each ? each.rejected : []));

describe('parseImport', () => {
  it('reads JSON lines, plain and gzip alike', async () => {
    const plain = await read(lines.join('\n'));
    expect(ids(plain)).toEqual(lines.map((line) => String(JSON.parse(line).id)));
    expect(await read(gzipSync(lines.join('\n')))).toEqual(plain);
    expect(rejected(plain)).toEqual([]);
  });

  it('reads an answer of the job board API, on one line or many', async () => {
    const records = await read(board);
    expect(records).toHaveLength(6);
    expect(records[0]).toMatchObject({
      record: { companyName: 'herondata', descriptionHtml: expect.stringContaining('<h2>') },
    });
    const answer = { jobs: [JSON.parse(job('1'))], apiVersion: '1' };
    expect(ids(await read(JSON.stringify(answer, null, 2)))).toEqual(['1']);
    expect(ids(await read(JSON.stringify({ apiVersion: '1', jobs: answer.jobs })))).toEqual(['1']);
    expect(await read('{"jobs":[],"apiVersion":"1"}')).toEqual([]);
  });

  it('reads the same however the bytes are cut, also inside a letter', async () => {
    const file = Buffer.from(`${job('1').replace('Baker', 'Bäcker 🥖')}\r\n\r\n${job('2')}\n`);
    const whole = await read(file);
    expect(whole[0]).toMatchObject({ record: { title: 'Bäcker 🥖' } });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 40 }), fc.boolean(), async (size, zipped) => {
        expect(await read(zipped ? gzipSync(file) : file, null, size)).toEqual(whole);
      }),
    );
  });

  it('takes BOM, CRLF, blank lines and a missing last line end as they come', async () => {
    expect(ids(await read(`\uFEFF${job('1')}\r\n\r\n  \n${job('2')}`))).toEqual(['1', '2']);
  });

  it('goes by the format that is asked for', async () => {
    await expect(read(job('1'), 'ashby')).rejects.toThrow('no list of "jobs"');
    expect(rejected(await read(`{"jobs":[${job('1')}]}`, 'jsonl'))).toEqual([
      { line: 1, reason: expect.stringMatching(/^id: /) },
    ]);
  });

  it('rejects what is no posting with its line and field, and reads on', async () => {
    const unlisted = job('2').replace('{', '{"isListed":false,');
    const records = await read(`${job('1')}\n${unlisted}\n{"id":"3"}\n[]\n${job('4')}`);
    expect(ids(records)).toEqual(['1', '4']);
    expect(rejected(records).map(({ line, reason }) => [line, reason.split(':')[0]])).toEqual([
      [2, 'isListed'],
      [3, 'title'],
      [4, 'record'],
    ]);
  });

  it('rejects the second of two records with one id', async () => {
    const records = await read(`${job('1')}\n${job('1')}\n${job('2')}`);
    expect(ids(records)).toEqual(['1', '2']);
    expect(rejected(records)).toEqual([{ line: 2, reason: 'id: stands in the answer twice' }]);
  });

  it('counts the jobs of an answer where it rejects one', async () => {
    expect(rejected(await read(`{"jobs":[${job('1')},{"id":"2"}]}`))).toEqual([
      { line: 2, reason: expect.stringMatching(/^title: /) },
    ]);
  });
});

describe('parseImport on files that cannot be read', () => {
  it.each([
    ['an empty file', '', 'The file is empty.'],
    ['blank lines', '\n \r\n\n', 'The file is empty.'],
    ['an empty gzip file', gzipSync(''), 'The file is empty.'],
    ['a line that is not JSON', `${job('1')}\n${job('2')}\nhello`, 'Line 3 is not JSON'],
    ['a cut off line', `${job('1')}\n${job('2').slice(0, -5)}`, 'Line 2 is not JSON, or the file is cut off'],
    ['a web page', '<!doctype html>\n<title>Jobs</title>', 'is a web page'],
    ['a cut off answer', `{"jobs":[${job('1')},\n${job('2').slice(0, 20)}`, 'cut off, at line 2'],
    ['an answer without jobs', '{"apiVersion":"1"}', 'no list of "jobs"'],
    [
      'bytes that are not UTF-8',
      Buffer.concat([Buffer.from(`${job('1')}\n{"id":"`), Buffer.from([0xe4, 0xff]), Buffer.from('"}')]),
      'is not UTF-8',
    ],
    ['UTF-16', Buffer.from(`\uFEFF${job('1')}`, 'utf16le'), 'Line 1 is not UTF-8'],
    ['a letter cut in half', Buffer.from(`${job('1')}\nä`).subarray(0, -1), 'is not UTF-8'],
    ['a cut off gzip file', gzipSync(lines.join('\n')).subarray(0, -200), 'The file is cut off'],
    ['a gzip file cut after its first bytes', gzipSync(lines.join('\n')).subarray(0, 2), 'The file is cut off'],
    [
      'a damaged gzip file',
      Buffer.concat([gzipSync(job('1')).subarray(0, 20), Buffer.alloc(50, 7)]),
      'The file is damaged',
    ],
    ['a line of more than 10 MB', `${job('1')}\n"${'x'.repeat(11_000_000)}"`, 'Line 2 is longer than 10 MB'],
  ])('aborts at %s and says where', async (_, file, message) => {
    await expect(read(file)).rejects.toThrow(message);
  });

  it('has yielded no more than what stands before the fault', async () => {
    const seen: string[] = [];
    const file = Buffer.from(`${job('1')}\n${job('2')}\n{`);
    await expect(
      (async () => {
        for await (const each of parseImport(
          (async function* () {
            yield file;
          })(),
          null,
        ))
          seen.push(...ids([each]));
      })(),
    ).rejects.toThrow('Line 3');
    expect(seen).toEqual(['1', '2']);
  });

  it('reads no further than it is asked to', async () => {
    let given = 0;
    async function* endless() {
      for (;;) {
        given += 1;
        yield Buffer.from(`${job(String(given))}\n`);
      }
    }
    for await (const each of parseImport(endless(), null)) {
      if ('record' in each && each.record.externalId === '10') break;
    }
    expect(given).toBeLessThan(20);
  });
});
