import * as z from 'zod';
import { StartupError } from '#platform/errors.ts';

/** What a file of word vectors holds, as it is kept in memory: the vector of a word is its scale × its components. */
export interface WordTable {
  readonly dimensions: number;
  /** Each once, the commonest first. */
  readonly words: readonly string[];
  /** How often each word came up in the text they were learned from. */
  readonly counts: readonly number[];
  readonly scales: Float32Array;
  /** The vectors one after the other, rounded to 8 bits. */
  readonly components: Int8Array;
}

/** Why a file cannot serve as word vectors, in one sentence. */
export class WordVectorsError extends StartupError {}

const HEADER_LENGTH_BYTES = 4;
const SCALE_BYTES = 4;
const MOST_WORDS = 1_000_000;

// The file's own names, short because others read and write it too.
const headerShape = z.object({
  D: z.int().min(1).max(1_000),
  n: z.int().min(1).max(MOST_WORDS),
  words: z.array(z.string().min(1)),
  counts: z.array(z.int().min(1)),
});

type Header = z.infer<typeof headerShape>;

function refuse(what: string): never {
  throw new WordVectorsError(`These are no word vectors: ${what}.`);
}

const alignedTo4 = (offset: number): number => Math.ceil(offset / 4) * 4;

function parseHeader(bytes: Uint8Array): Header {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    refuse('the header is no JSON');
  }
  const { data: header, error } = headerShape.safeParse(json);
  if (!header) {
    const [issue] = error.issues;
    return refuse(`the header is wrong at ${issue?.path.join('.') || 'its top'} (${issue?.message ?? ''})`);
  }
  const { n, words, counts } = header;
  if (words.length !== n) refuse(`the header promises ${n} words and lists ${words.length}`);
  if (counts.length !== n) refuse(`the header promises ${n} counts and lists ${counts.length}`);
  if (new Set(words).size !== n) refuse('a word is listed twice');
  return header;
}

/**
 * Reads a file of word vectors: the header's length (unsigned, 32 bits, little endian), the header as JSON `{ D, n,
 * words, counts }`, zeros up to a multiple of four, a scale for each word (32-bit float) and D components for each word
 * (signed, 8 bits).
 * @throws WordVectorsError that says what is wrong with the file
 */
export function readWordTable(bytes: Uint8Array): WordTable {
  if (bytes.length < HEADER_LENGTH_BYTES) refuse('the file is too short for a header');
  // A copy begins where 32-bit numbers may begin, wherever the caller's bytes do.
  const { buffer } = Uint8Array.from(bytes);
  const headerEnd = HEADER_LENGTH_BYTES + new DataView(buffer).getUint32(0, true);
  if (headerEnd > bytes.length) refuse('the file ends within its header');
  const header = parseHeader(bytes.subarray(HEADER_LENGTH_BYTES, headerEnd));
  const scalesAt = alignedTo4(headerEnd);
  const componentsAt = scalesAt + SCALE_BYTES * header.n;
  const end = componentsAt + header.n * header.D;
  if (bytes.length !== end) refuse(`the file should have ${end} bytes and has ${bytes.length}`);
  const scales = new Float32Array(buffer, scalesAt, header.n);
  if (!scales.every((scale) => Number.isFinite(scale) && scale >= 0)) refuse('a scale is no positive number');
  return {
    dimensions: header.D,
    words: header.words,
    counts: header.counts,
    scales,
    components: new Int8Array(buffer, componentsAt),
  };
}

/** The file that `readWordTable` reads back. */
export function writeWordTable({ dimensions, words, counts, scales, components }: WordTable): Uint8Array {
  const header = new TextEncoder().encode(JSON.stringify({ D: dimensions, n: words.length, words, counts }));
  const scalesAt = alignedTo4(HEADER_LENGTH_BYTES + header.length);
  const componentsAt = scalesAt + SCALE_BYTES * words.length;
  const bytes = new Uint8Array(componentsAt + components.length);
  new DataView(bytes.buffer).setUint32(0, header.length, true);
  bytes.set(header, HEADER_LENGTH_BYTES);
  new Float32Array(bytes.buffer, scalesAt, words.length).set(scales);
  new Int8Array(bytes.buffer, componentsAt).set(components);
  return bytes;
}
