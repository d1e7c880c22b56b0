import { readFileSync } from 'node:fs';
import { LRUCache } from 'lru-cache';
import { normalizeTitle } from './normalize-title.ts';
import { cosine, readWordVectors, type TextVector, type WordVectors } from './word-vectors.ts';

// The same few thousand titles come up again and again: those of the personas, and of a pass over the postings.
const REMEMBERED = 20_000;

const shippedFile = new URL('word-vectors.q8', import.meta.url);

// An empty text stands for none, since a cache keeps no null.
const NONE: TextVector = new Float32Array(0);
const remembered = new LRUCache<string, TextVector>({ max: REMEMBERED });
let inUse: WordVectors | undefined;

/**
 * Compares by the words of a file of one's own from now on. A process does so once, before it compares anything.
 * @throws WordVectorsError that says what is wrong with the file
 */
export function useWordVectors(bytes: Uint8Array): void {
  inUse = readWordVectors(bytes);
  remembered.clear();
}

// Read at the first use: most commands compare nothing.
function wordVectors(): WordVectors {
  inUse ??= readWordVectors(readFileSync(shippedFile));
  return inUse;
}

/** Names the word vectors in use by their content; with others, similarities are others. */
export function similarityVersion(): string {
  return wordVectors().version;
}

// A senior engineer does an engineer's work. How high a role stands is judged by itself, and as a word it would weigh
// as much as the trade, since both are about as rare.
const levelWords = /(?<![\w-])(?:senior|junior|[sj]r|mid|mid-level|entry-level|i{1,3}|iv|v)(?![\w+#-])/g;

/** Abbreviations of titles that mean one thing only; the vocabulary knows their words. */
const abbreviations: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ml: 'machine learning',
    ai: 'artificial intelligence',
    llm: 'language model',
    sre: 'site reliability engineer',
    qa: 'quality assurance',
    hr: 'human resources',
    sdr: 'sales development representative',
    bdr: 'business development representative',
    rn: 'registered nurse',
  }),
);

/** The direction of a text as it stands, such as the names of skills; null where no word of it is known. */
export function textVector(text: string): TextVector | null {
  const known = remembered.get(text) ?? wordVectors().vectorOf(text) ?? NONE;
  remembered.set(text, known);
  return known.length > 0 ? known : null;
}

/**
 * The direction of a job title, level words aside, in the form in which `normalizeTitle` compares titles: made once, it
 * serves many comparisons by `cosine`. Null where no word of it is known.
 */
export function titleVector(title: string): TextVector | null {
  const role = normalizeTitle(title).replace(levelWords, ' ');
  return textVector(role.replace(/[a-z]+/g, (word) => abbreviations.get(word) ?? word));
}

/** How near two job titles are, −1 to 1, by the words they are made of; null where no word of one is known. */
export function titleSimilarity(left: string, right: string): number | null {
  const [first, second] = [titleVector(left), titleVector(right)];
  return first && second && cosine(first, second);
}
