import { findInjections } from '#platform/find-injections.ts';
import { undisguise } from '#platform/undisguise.ts';
import type { DerivedPosting } from './raw-posting.ts';
import { machineTalk, machineTalkInName, talkedOn } from './machine-talk.ts';

type Span = readonly [start: number, end: number];

const sentenceEnd = /[.!?;]+["'”’)\]]*[.!?;]*(?=\s)|\n/g;
/** How many sentences beside one that speaks to machines may go on with it. */
const mostBeside = 3;

/**
 * A posting's text without what speaks to machines or tries to be run: what is left is what its skills, terms and figures
 * are read out of. What is shown keeps every word.
 */
export function readableText(text: string): string {
  const hits = findHits(text, machineTalk);
  if (hits.length === 0) return text;
  const sentences = splitSentences(text);
  const talks = talkingSentences(text, sentences, hits);
  return sentences
    .filter((_, index) => !talks.has(index))
    .map(([start, end]) => text.slice(start, end))
    .join('');
}

/**
 * What of a title, an employer's or a place's name is one: names do not speak, so from where one does it is left out.
 * Where nothing stands before it, what stands behind its last sentence is the name.
 */
export function readableName(name: string): string {
  const hits = findHits(name, machineTalkInName);
  const [first] = hits;
  if (first === undefined) return name;
  const before = trimName(name.slice(0, startOfTalk(name, first[0])));
  return before === '' ? behindTalk(name, hits) : before;
}

/** A posting's names as they are read: for scores and rules, never for people. */
export const readableNames = (
  posting: Pick<DerivedPosting, 'title' | 'companyName' | 'location'>,
): Pick<DerivedPosting, 'title' | 'companyName' | 'location'> => ({
  title: readableName(posting.title),
  companyName: readableName(posting.companyName),
  location: posting.location === null ? null : readableName(posting.location) || null,
});

/** What of a text speaks to machines or tries to be run, in its order: for people who look at it. */
export const wordsToMachines = (text: string): readonly string[] =>
  findHits(text, machineTalk).map(([start, end]) => text.slice(start, end));

function findHits(text: string, pattern: RegExp): readonly Span[] {
  const plain = undisguise(text);
  const talk = [...plain.text.matchAll(pattern)].map(({ index, 0: words }) =>
    plain.original(index, index + words.length),
  );
  const orders = findInjections(text).map(({ start, end }): Span => [start, end]);
  return [...talk, ...orders].toSorted(([one], [other]) => one - other);
}

/** Every character is in one of them. */
function splitSentences(text: string): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const { index, 0: end } of text.matchAll(sentenceEnd)) {
    spans.push([start, index + end.length]);
    start = index + end.length;
  }
  if (start < text.length) spans.push([start, text.length]);
  return spans;
}

function talkingSentences(text: string, sentences: readonly Span[], hits: readonly Span[]): ReadonlySet<number> {
  const talks = new Set<number>();
  let index = 0;
  for (const [start, end] of hits) {
    while ((sentences[index]?.[1] ?? Infinity) <= start) index += 1;
    for (let next = index; (sentences[next]?.[0] ?? Infinity) < end; next += 1) talks.add(next);
  }
  const spoken = [...talks];
  for (const hit of spoken) {
    goOn(hit, 1);
    goOn(hit, -1);
  }
  return talks;

  /** Takes what the talk goes on with on its line, up to the next that is nothing of it. */
  function goOn(from: number, step: 1 | -1): void {
    for (let next = from + step; !talks.has(next) && Math.abs(next - from) <= mostBeside; next += step) {
      const [start, end] = sentences[next] ?? [0, 0];
      const sentence = text.slice(start, end);
      const [lineEnd] = sentences[step === 1 ? next : next + 1] ?? [0];
      if (text[lineEnd - 1] === '\n' || sentence.trim() === '' || !talkedOn.test(sentence)) return;
      talks.add(next);
    }
  }
}

const word = /\S+\s*$/;

/** Where the clause begins in which a name begins to speak: at its capital, and at that of the label before it. */
function startOfTalk(name: string, hit: number): number {
  let start = clauseStart(name, hit);
  for (let label = labelBefore(name, start); label !== null; label = labelBefore(name, start))
    start = clauseStart(name, label);
  return start;
}

const capital = /^["'“(]*\p{Lu}/u;

// Code is no clause, and a name in small letters has no capital to begin at: such talk begins where it was found.
function clauseStart(name: string, from: number): number {
  if (!/^["'“(]*\p{L}/u.test(name.slice(from))) return from;
  let start = from;
  while (!capital.test(name.slice(start))) {
    const before = name.slice(0, start);
    const group = /\([^()]*$/.exec(before) ?? word.exec(before);
    if (group === null || /[;'"]\s*$/.test(group[0])) return from;
    start = group.index;
  }
  return start;
}

/** Where the word stands that ends a label, such as `Note:`, right before a place. */
function labelBefore(name: string, start: number): number | null {
  const label = /\S+:\s*["'“]?\s*$/.exec(name.slice(0, start));
  return label === null ? null : label.index;
}

/** What follows the last sentence of a name that begins by speaking, or the code in it. */
function behindTalk(name: string, hits: readonly Span[]): string {
  const last = Math.max(...hits.map(([, end]) => end));
  const ends = [...name.matchAll(/[.!?;]+["'”’)\]]*\s+|(?:--|[)*]\/|>)\s+/g)];
  const end = ends.findLast(({ index, 0: mark }) => index + mark.length >= last);
  const behind = end === undefined ? '' : trimName(name.slice(end.index + end[0].length));
  return talkedOn.test(behind) || /[.!?]$/.test(behind) ? '' : behind;
}

const trimName = (name: string): string => name.replace(/^[\s"'”’)\]]+|[\s"'“‘([{<|,;:–—-]+$/gu, '');
