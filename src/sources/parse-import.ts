import { z } from 'zod';
import type { RawPosting } from '#job-pool/raw-posting.ts';
import { readAshbyPosting } from './ashby-posting.ts';
import { ImportError } from './import-error.ts';
import { readLines, type Line } from './read-lines.ts';

/** `ashby` is the answer of Ashby's job board API; `jsonl` has one of its postings on each line. */
export const importFormats = ['ashby', 'jsonl'] as const;
export type ImportFormat = (typeof importFormats)[number];

/** One record of a file: a posting, or why it is none. `line` is the place of a posting in an API answer, from 1. */
export type ImportRecord =
  | { readonly record: RawPosting }
  | { readonly rejected: { readonly line: number; readonly reason: string } };

interface NumberedRecord {
  readonly line: number;
  readonly value: unknown;
}

const boardAnswer = z.object({ jobs: z.array(z.unknown()) });

/** Largest API answer, in characters: it has to be held as a whole, and the largest known ones have 20 million. */
const maxAnswerLength = 128 * 1024 * 1024;

/**
 * The postings of an import file, plain or gzip, one after the other as the file is read.
 * @param format recognised by the first line where null
 * @throws ImportError with the line number where the file cannot be read on: nothing of it may be kept then
 */
export async function* parseImport(
  chunks: AsyncIterable<Uint8Array>,
  format: ImportFormat | null,
): AsyncGenerator<ImportRecord> {
  const lines = skipBlank(readLines(chunks));
  const first = await lines.next();
  if (first.done) throw new ImportError('The file is empty.');
  const all = startingWith(first.value, lines);
  const isAnswer = (format ?? recognise(first.value)) === 'ashby';
  yield* readPostings(isAnswer ? readAnswer(all) : readRecords(all));
}

async function* readPostings(records: AsyncIterable<NumberedRecord>): AsyncGenerator<ImportRecord> {
  const seen = new Set<string>();
  for await (const { line, value } of records) {
    const read = readAshbyPosting(value);
    const isRepeated = 'posting' in read && seen.has(read.posting.externalId);
    if ('posting' in read && !isRepeated) {
      seen.add(read.posting.externalId);
      yield { record: read.posting };
    } else {
      yield { rejected: { line, reason: 'reason' in read ? read.reason : 'id: stands in the file twice' } };
    }
  }
}

// The answer is one object that begins with its two fields; a line of JSON lines is an object of a posting's fields.
function recognise({ text }: Line): ImportFormat {
  return /^\s*\{\s*(?:"(?:jobs|apiVersion)"|$)/.test(text) ? 'ashby' : 'jsonl';
}

async function* readRecords(lines: AsyncIterable<Line>): AsyncGenerator<NumberedRecord> {
  for await (const { number, text } of lines) yield { line: number, value: parseLine(text, number) };
}

function parseLine(text: string, number: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ImportError(`Line ${number} is not JSON, or the file is cut off there.`);
  }
}

async function* readAnswer(lines: AsyncIterable<Line>): AsyncGenerator<NumberedRecord> {
  const texts: string[] = [];
  let length = 0;
  let last = 1;
  for await (const { number, text } of lines) {
    texts.push(text);
    length += text.length;
    last = number;
    if (length > maxAnswerLength) throw new ImportError(`The answer is longer than 128 MB at line ${last}.`);
  }
  for (const [index, value] of parseAnswer(texts.join('\n'), last).entries()) yield { line: index + 1, value };
}

function parseAnswer(text: string, lastLine: number): unknown[] {
  const parsed = boardAnswer.safeParse(parseJson(text, lastLine));
  if (!parsed.success) throw new ImportError('Line 1 begins no answer of a job board: it has no list of "jobs".');
  return parsed.data.jobs;
}

function parseJson(text: string, lastLine: number): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // The parser names the line where it can; where the text merely ends, that is the last one.
    const line = error instanceof Error ? /\(line (\d+) column/.exec(error.message)?.[1] : undefined;
    throw new ImportError(`The answer is not JSON, or the file is cut off, at line ${line ?? lastLine}.`);
  }
}

async function* skipBlank(lines: AsyncIterable<Line>): AsyncGenerator<Line> {
  for await (const line of lines) if (line.text.trim() !== '') yield line;
}

async function* startingWith(first: Line, rest: AsyncIterable<Line>): AsyncGenerator<Line> {
  yield first;
  yield* rest;
}
