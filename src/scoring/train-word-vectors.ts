import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { StartupError } from '#platform/errors.ts';
import { wordsOf } from './known-words.ts';
import { WordVectorsError, type WordTable } from './word-table.ts';

const DIMENSIONS = 100;
// A word that came up less often has been seen in too few places to be known by its company.
const LEAST_COUNT = 3;
const FEWEST_WORDS = 100;
const BYTE_MAX = 127;

// One thread, since several would give other vectors each time. Parts of words help where a word is rare.
const options = {
  dim: DIMENSIONS,
  minCount: LEAST_COUNT,
  ws: 8,
  neg: 8,
  epoch: 5,
  minn: 3,
  maxn: 5,
  bucket: 500_000,
  thread: 1,
};

/**
 * Learns how words are used from texts, by the program `fasttext`.
 * @throws StartupError where it is not installed, or the texts are too few
 */
export async function trainWordVectors(texts: AsyncIterable<string>): Promise<WordTable> {
  const folder = await mkdtemp(join(tmpdir(), 'tenure-vectors-'));
  try {
    const counts = new Map<string, number>();
    const input = join(folder, 'texts.txt');
    await pipeline(Readable.from(linesOf(texts, counts)), createWriteStream(input));
    const known = counts
      .values()
      .filter((count) => count >= LEAST_COUNT)
      .toArray().length;
    if (known < FEWEST_WORDS) {
      throw new StartupError(
        `Only ${known} words come up ${LEAST_COUNT} times or more; ${FEWEST_WORDS} are the least to learn from.`,
      );
    }
    await runFastText(input, join(folder, 'vectors'));
    return await readVectors(join(folder, 'vectors.vec'), counts);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* linesOf(texts: AsyncIterable<string>, counts: Map<string, number>): AsyncGenerator<string> {
  for await (const text of texts) {
    const words = wordsOf(text);
    for (const each of words) counts.set(each, (counts.get(each) ?? 0) + 1);
    if (words.length > 0) yield `${words.join(' ')}\n`;
  }
}

async function runFastText(input: string, output: string): Promise<void> {
  const flags = Object.entries(options).flatMap(([name, value]) => [`-${name}`, String(value)]);
  const child = spawn('fasttext', ['skipgram', '-input', input, '-output', output, ...flags], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  try {
    const [code] = (await once(child, 'close')) as [number | null];
    if (code !== 0) throw new StartupError('fasttext ended without vectors; what is wrong stands above.');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    throw new StartupError(
      'The program fasttext is not installed. Run: apt-get install fasttext (Debian, Ubuntu), or build it from https://github.com/facebookresearch/fastText and put it on the PATH. Without it the vectors that come along stay in use.',
    );
  }
}

/** Reads "word 0.1 -0.2 …", one word a line behind a line of sizes. */
async function readVectors(file: string, counts: ReadonlyMap<string, number>): Promise<WordTable> {
  const rows: { readonly word: string; readonly count: number; readonly row: QuantizedRow }[] = [];
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const [word = '', ...numbers] = line.trimEnd().split(' ');
    const count = counts.get(word);
    // What else fastText writes, such as the end of a line, was no word of the texts.
    if (count === undefined || numbers.length !== DIMENSIONS) continue;
    rows.push({ word, count, row: quantize(numbers.map(Number)) });
  }
  rows.sort((left, right) => right.count - left.count || (left.word < right.word ? -1 : 1));
  return {
    dimensions: DIMENSIONS,
    words: rows.map(({ word }) => word),
    counts: rows.map(({ count }) => count),
    scales: Float32Array.from(rows, ({ row }) => row.scale),
    components: Int8Array.from(rows.flatMap(({ row }) => row.components)),
  };
}

interface QuantizedRow {
  readonly scale: number;
  readonly components: readonly number[];
}

/** A vector at length one, rounded to 8 bits by its greatest component. */
function quantize(vector: readonly number[]): QuantizedRow {
  const length = Math.hypot(...vector);
  const greatest = Math.max(...vector.map(Math.abs));
  if (!Number.isFinite(length)) throw new WordVectorsError('fasttext wrote something that is no number.');
  if (greatest === 0) return { scale: 0, components: vector.map(() => 0) };
  return {
    scale: greatest / BYTE_MAX / length,
    components: vector.map((value) => Math.round((value / greatest) * BYTE_MAX)),
  };
}
