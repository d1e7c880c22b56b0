import type { RawPosting } from '#job-pool/raw-posting.ts';
import { adapterOf, adapters } from './adapters/adapters.ts';
import { ashby, readAshbyPosting } from './adapters/ashby.ts';
import { parseMedia } from './adapters/parse-media.ts';
import type { ReadContext, ReadPosting, SourceAdapter } from './adapters/source-adapter.ts';
import { ImportError } from './import-error.ts';
import { readLines, type Line } from './read-lines.ts';

/** The name of the source whose answer a file is; `jsonl` has one of Ashby's postings on each line. */
export const importFormats: readonly string[] = [...adapters.map(({ name }) => name), 'jsonl'];

/** One record of a file: a posting, or why it is none. `line` is the place of a posting in an API answer, from 1. */
export type ImportRecord =
  | {
      readonly record: RawPosting;
      /** What could not be taken as it stands, each as field and what was done. */
      readonly repairs?: readonly string[];
    }
  | { readonly rejected: { readonly line: number; readonly reason: string } };

/** A file of one source. */
export interface OpenImport {
  readonly source: SourceAdapter;
  readonly records: AsyncIterable<ImportRecord>;
}

export interface OpenImportOptions extends ReadContext {
  /** One of `importFormats`; recognised where null. */
  readonly format: string | null;
}

interface NumberedPosting {
  readonly line: number;
  readonly read: ReadPosting;
}

/** Largest API answer, in characters: it has to be held as a whole, and the largest known ones have 20 million. */
const maxAnswerLength = 128 * 1024 * 1024;

/**
 * The postings of an import file, plain or gzip, and whose they are: JSON lines one after the other as the file is read,
 * the answer of a source as a whole.
 * @throws ImportError with the line number where the file cannot be read on, also while the records are read: nothing
 * of it may be kept then
 */
export async function openImport(chunks: AsyncIterable<Uint8Array>, options: OpenImportOptions): Promise<OpenImport> {
  const lines = skipBlank(readLines(chunks));
  const first = await lines.next();
  if (first.done) throw new ImportError('The file is empty.');
  const all = startingWith(first.value, lines);
  const format = options.format ?? (isRecordLine(first.value) ? 'jsonl' : null);
  if (format === 'jsonl') return { source: ashby, records: withoutRepeated(readRecords(all, options)) };
  const { source, postings } = parseAnswer(await wholeText(all), format, options);
  return { source, records: withoutRepeated(postings.map((read, index) => ({ line: index + 1, read }))) };
}

/** The postings of a file alone, whosever they are. @throws ImportError */
export async function* parseImport(
  chunks: AsyncIterable<Uint8Array>,
  format: string | null,
): AsyncGenerator<ImportRecord> {
  yield* (await openImport(chunks, { format, board: null, today: new Date().toISOString().slice(0, 10) })).records;
}

/**
 * A posting read, as a record; one whose id came before is rejected, since a source that gives two the same id means
 * one of them. @param seen the ids that came before; gets this one
 */
export function toRecord({ line, read }: NumberedPosting, seen: Set<string>): ImportRecord {
  if ('reason' in read) return { rejected: { line, reason: read.reason } };
  const { posting, repairs } = read;
  if (seen.has(posting.externalId)) return { rejected: { line, reason: 'id: stands in the answer twice' } };
  seen.add(posting.externalId);
  return { record: posting, ...(repairs && { repairs }) };
}

async function* withoutRepeated(
  postings: Iterable<NumberedPosting> | AsyncIterable<NumberedPosting>,
): AsyncGenerator<ImportRecord> {
  const seen = new Set<string>();
  for await (const each of postings) yield toRecord(each, seen);
}

// A line of JSON lines is an object of a posting's fields; answers are lists, XML, pages, or objects that hold a list.
function isRecordLine({ text }: Line): boolean {
  if (!text.trimStart().startsWith('{')) return false;
  const parsed = parseMedia(text, 'json');
  if ('reason' in parsed) return !/^\s*\{\s*(?:"(?:jobs|apiVersion)"|$)/.test(text);
  return !adapters.some(({ media, recognises }) => media === 'json' && recognises(parsed.answer));
}

async function* readRecords(lines: AsyncIterable<Line>, context: ReadContext): AsyncGenerator<NumberedPosting> {
  for await (const { number, text } of lines) {
    yield { line: number, read: readAshbyPosting(parseLine(text, number), context) };
  }
}

function parseLine(text: string, number: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ImportError(`Line ${number} is not JSON, or the file is cut off there.`);
  }
}

async function wholeText(lines: AsyncIterable<Line>): Promise<string> {
  const texts: string[] = [];
  let length = 0;
  for await (const { number, text } of lines) {
    texts.push(text);
    length += text.length;
    if (length > maxAnswerLength) throw new ImportError(`The answer is longer than 128 MB at line ${number}.`);
  }
  return texts.join('\n');
}

function parseAnswer(text: string, format: string | null, context: ReadContext) {
  const source = format === null ? recognise(text) : adapterOf(format);
  if (source === null) throw new ImportError(`There is no format "${format}".`);
  const parsed = parseMedia(text, source.media);
  const answer = 'reason' in parsed ? parsed : source.parse(parsed.answer, context);
  if ('reason' in answer) throw new ImportError(`The file holds no postings of ${source.label}. ${sentence(answer)}`);
  return { source, postings: answer.postings };
}

/** The source whose answer a text is. @throws ImportError where it is nobody's */
function recognise(text: string): SourceAdapter {
  const faults = new Set<string>();
  for (const media of ['json', 'xml', 'html'] as const) {
    const parsed = parseMedia(text, media);
    if ('reason' in parsed) faults.add(sentence(parsed));
    else {
      const source = adapters.find((adapter) => adapter.media === media && adapter.recognises(parsed.answer));
      if (source) return source;
      if (media === 'json') throw new ImportError(`This JSON is the answer of no known source. ${namesFormat}`);
    }
  }
  throw new ImportError(`The file is of no known source. ${[...faults].join(' ')} ${namesFormat}`);
}

const namesFormat = 'Say whose answer it is with --as.';

/** A reason such as "answer: is empty", as a sentence. */
const sentence = ({ reason }: { readonly reason: string }): string => `${reason.replace(/^answer: /, 'The answer ')}.`;

async function* skipBlank(lines: AsyncIterable<Line>): AsyncGenerator<Line> {
  for await (const line of lines) if (line.text.trim() !== '') yield line;
}

async function* startingWith(first: Line, rest: AsyncIterable<Line>): AsyncGenerator<Line> {
  yield first;
  yield* rest;
}
