import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { collect } from '../sources/collect.ts';
import { openImport, type ImportRecord } from '#sources/parse-import.ts';

/** An answer of a source as it was recorded; `name` begins with the source's. */
export interface RecordedAnswer {
  readonly name: string;
  readonly text: string;
}

const folder = new URL('../fixtures/boards/', import.meta.url);

/** All recorded answers. */
export const recordedAnswers: readonly RecordedAnswer[] = readdirSync(folder)
  .toSorted()
  .map((name) => ({ name: name.replace('.gz', ''), text: gunzipSync(readFileSync(new URL(name, folder))).toString() }));

/** Boards of answers that do not name theirs, by the answers' names. */
const boards: Readonly<Record<string, string>> = {
  'personio-careerkit.xml': 'acme',
  'workday-careerkit.json': 'salesforce.wd12/External_Career_Site',
  adzuna: 'de/baker',
};

/** The board of an answer that does not name its own. */
export const boardOf = (name: string): string | null => boards[name] ?? null;

/** What an answer holds, read as a file whose source is recognised unless it is said. */
export async function readAnswer(
  text: string | Uint8Array,
  { as = null, board = null }: { readonly as?: string | null; readonly board?: string | null } = {},
): Promise<{ source: string; records: ImportRecord[] }> {
  async function* chunks() {
    yield Buffer.from(text);
  }
  const { source, records } = await openImport(chunks(), { format: as, board, today: '2026-08-10' });
  return { source: source.name, records: await collect(records) };
}
