import { hash } from 'node:crypto';
import { wordReader } from './known-words.ts';
import { readWordTable, type WordTable } from './word-table.ts';

/** A text as a direction of length one; what two texts have in common is the dot product of theirs. */
export type TextVector = Float32Array;

/** Makes texts comparable by their words, words used alike pointing alike. */
export interface WordVectors {
  /** Names the words by the content of their file: what was computed with others is to be computed anew. */
  readonly version: string;
  /** The direction of a text, or null where nothing in it is known. */
  readonly vectorOf: (text: string) => TextVector | null;
}

// "The" and "of" say little: the more common a word, the less it weighs (Arora, Liang and Ma, 2017). A tenth of this,
// which suits longer texts, would leave next to nothing of the "software" in "software engineer".
const RARITY = 1e-2;
// What all texts have in common tells no two of them apart. The commonest words, as texts of one word, show it as
// well as titles do.
const SAMPLED_WORDS = 1_000;
const POWER_STEPS = 20;
// Titles and names of skills are short, a description is not; what comes later changes little.
const MAX_LENGTH = 20_000;
const VERSION_LENGTH = 12;

/** @throws WordVectorsError that says what is wrong with the file */
export function readWordVectors(bytes: Uint8Array): WordVectors {
  const table = readWordTable(bytes);
  const sum = textSummer(table);
  const shared = sharedDirection(table, sum);
  return {
    version: hash('sha256', bytes).slice(0, VERSION_LENGTH),
    vectorOf: (text) => {
      const vector = toUnitLength(sum(text.slice(0, MAX_LENGTH)));
      return vector && toUnitLength(without(vector, shared));
    },
  };
}

/** How alike two directions are: 1 the same, 0 nothing in common, −1 opposite. */
export function cosine(left: TextVector, right: TextVector): number {
  return Math.max(-1, Math.min(1, dotProduct(left, right)));
}

/** The sum of the vectors of a text's words, each by its weight. */
function textSummer({ dimensions, words, counts, scales, components }: WordTable): (text: string) => Float32Array {
  const readWords = wordReader(words);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const weights = counts.map((count, word) => ((scales[word] ?? 0) * RARITY) / (RARITY + count / total));
  return (text) => {
    const sum = new Float32Array(dimensions);
    for (const places of readWords(text)) {
      for (const place of places) {
        const weight = (weights[place] ?? 0) / places.length;
        const from = place * dimensions;
        for (let index = 0; index < dimensions; index += 1) {
          sum[index] = (sum[index] ?? 0) + weight * (components[from + index] ?? 0);
        }
      }
    }
    return sum;
  };
}

/** The first principal component of the commonest words, by power iteration. */
function sharedDirection({ dimensions, words }: WordTable, sum: (text: string) => Float32Array): Float32Array {
  const sample = words
    .slice(0, SAMPLED_WORDS)
    .map((word) => toUnitLength(sum(word)))
    .filter((vector) => vector !== null);
  let direction: Float32Array = new Float32Array(dimensions).fill(1 / Math.sqrt(dimensions));
  for (let step = 0; step < POWER_STEPS; step += 1) {
    const next = new Float32Array(dimensions);
    for (const vector of sample) add(next, dotProduct(direction, vector), vector);
    direction = toUnitLength(next) ?? direction;
  }
  return direction;
}

function dotProduct(left: Float32Array, right: Float32Array): number {
  let product = 0;
  for (let index = 0; index < left.length; index += 1) product += (left[index] ?? 0) * (right[index] ?? 0);
  return product;
}

function add(sum: Float32Array, factor: number, vector: Float32Array): void {
  for (let index = 0; index < sum.length; index += 1) sum[index] = (sum[index] ?? 0) + factor * (vector[index] ?? 0);
}

function without(vector: Float32Array, direction: Float32Array): Float32Array {
  const rest = vector.slice();
  add(rest, -dotProduct(vector, direction), direction);
  return rest;
}

/** Null for what has no direction: a text of unknown words, or one of nothing but what all texts share. */
function toUnitLength(vector: Float32Array): Float32Array | null {
  const length = Math.sqrt(dotProduct(vector, vector));
  return length > 1e-6 ? vector.map((value) => value / length) : null;
}
