import { z } from 'zod';
import { parseInput } from '#platform/parse-input.ts';
import { skillForms } from './skill-index.ts';
import { skillKey } from './skill-words.ts';

const prefixRules = z.string().trim().max(100);
const firstRules = z.int().min(1).max(100);

/** A beginning by which a skill can be found. */
interface Entry {
  readonly key: string;
  readonly name: string;
  /** Where it begins: 0 its name, 1 a later word of its name, 2 another spelling, 3 a later word of one. */
  readonly place: number;
}

const placeCount = 4;

/** By code units: the same in every language that a server runs in. */
const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/** All of them in the order of their keys, so that those of a prefix stand together. */
const entries: readonly Entry[] = [...skillForms()]
  .flatMap(([key, { name }]) => entriesOf(key, name))
  .toSorted((one, other) => compare(one.key, other.key) || one.place - other.place);

/**
 * Names of known skills that begin with what was typed, or in which a word does; other spellings lead to the usual one.
 * @param input `first` says how many at most
 */
export function suggestSkills(input: { readonly prefix: string; readonly first: number }): string[] {
  const prefix = skillKey(parseInput(prefixRules, input.prefix, 'prefix').normalize('NFKC'));
  const first = parseInput(firstRules, input.first, 'first');
  if (prefix === '') return [];
  const best = new Map<string, number>();
  for (let at = firstFrom(prefix); entries[at]?.key.startsWith(prefix); at += 1) {
    const { key, name, place } = entries[at] as Entry;
    // Whoever has typed it out wants it on top, whatever else begins with it.
    const rank = key === prefix ? place - placeCount : place;
    best.set(name, Math.min(rank, best.get(name) ?? Infinity));
  }
  return [...best]
    .toSorted(([one, rank], [other, otherRank]) => rank - otherRank || one.length - other.length || compare(one, other))
    .slice(0, first)
    .map(([name]) => name);
}

function entriesOf(key: string, name: string): Entry[] {
  const isName = key === skillKey(name);
  const starts = [0, ...[...key.matchAll(/ |^\./g)].map(({ index, 0: mark }) => index + mark.length)];
  return starts.map((start) => ({
    key: key.slice(start),
    name,
    place: (isName ? 0 : 2) + (start === 0 ? 0 : 1),
  }));
}

/** The first entry that does not come before a key. */
function firstFrom(key: string): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(entries[middle]?.key ?? '', key) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
