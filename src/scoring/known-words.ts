// Compounds are split no shorter than this, and a beginning shared must be as long: "de" or "art" mean too much.
const SHORTEST_PART = 3;
const SHORTEST_STEM = 5;
const STEM_SHARE = 0.6;
const LONGEST_WORD = 40;

// "C++", "C#" and "AT&T" are words; "front-end" is one where the vocabulary has it and two where not.
const word = /[\p{L}\p{N}]+(?:[.'&-]+[\p{L}\p{N}]+)*[+#]*/gu;

/** The words of a text in lower case. */
export const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(word) ?? [];

/** One word of a text: the places in a vocabulary that stand for it, more than one where they share its meaning. */
export type KnownWord = readonly number[];

/**
 * Reads a text as words of a vocabulary. A word the vocabulary lacks is read as its two parts ("frontend" as "front" and
 * "end"), or stands for the known words that share its beginning ("demographer" for "demographic" and "demography");
 * what has nothing of the kind is left out.
 */
export function wordReader(vocabulary: readonly string[]): (text: string) => readonly KnownWord[] {
  const places = new Map(vocabulary.map((each, place) => [each, place]));
  const findKin = kinFinder(vocabulary);
  const read = (piece: string): readonly KnownWord[] => {
    const place = places.get(piece);
    if (place !== undefined) return [[place]];
    if (piece.length > LONGEST_WORD) return [];
    const parts = findParts(places, piece);
    if (parts) return parts;
    const kin = findKin(piece);
    return kin.length > 0 ? [kin] : [];
  };
  return (text) =>
    wordsOf(text)
      .flatMap((each) => (places.has(each) ? [each] : each.split(/[.'&-]+/)))
      .flatMap(read);
}

function findParts(places: ReadonlyMap<string, number>, piece: string): readonly KnownWord[] | null {
  for (let cut = piece.length - SHORTEST_PART; cut >= SHORTEST_PART; cut -= 1) {
    const first = places.get(piece.slice(0, cut));
    const second = places.get(piece.slice(cut));
    if (first !== undefined && second !== undefined) return [[first], [second]];
  }
  return null;
}

/** Finds the known words with the longest beginning in common, by their place in the alphabet. */
function kinFinder(vocabulary: readonly string[]): (piece: string) => KnownWord {
  const sorted = vocabulary
    .map((text, place) => ({ text, place }))
    .toSorted((left, right) => (left.text < right.text ? -1 : 1));
  return (piece) => {
    const at = startOf(sorted, piece);
    const stem = Math.max(sharedLength(sorted[at - 1]?.text, piece), sharedLength(sorted[at]?.text, piece));
    if (stem < SHORTEST_STEM || stem < STEM_SHARE * piece.length) return [];
    const kin: number[] = [];
    for (let index = startOf(sorted, piece.slice(0, stem)); index < sorted.length; index += 1) {
      const { text, place } = sorted[index] ?? { text: '', place: 0 };
      if (sharedLength(text, piece) < stem) break;
      if (stem >= STEM_SHARE * text.length) kin.push(place);
    }
    return kin;
  };
}

/** The first place whose word does not come before a piece in the alphabet. */
function startOf(sorted: readonly { readonly text: string }[], piece: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.text ?? '') < piece) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sharedLength(left: string | undefined, right: string): number {
  if (left === undefined) return 0;
  let length = 0;
  while (length < left.length && left[length] === right[length]) length += 1;
  return length;
}
