// Soft hyphen, joiners, direction marks, variation selectors, tags: what splits a word for machines and not for people.
const invisible = /\p{Default_Ignorable_Code_Point}|[\uFFF9-\uFFFB]/gu;
const otherLineEnds = /[\u0085\u2028\u2029]/g;
const controls = /(?![\t\n\r])\p{Cc}/gu;
const marks = /[\p{Mn}\p{Me}]/gu;
const unusual = /[^\t\n\r\x20-\x7E]/gu;

/** Letters of other alphabets that look like Latin ones. */
const lookalikes: ReadonlyMap<string, string> = new Map(
  [
    ['аеорсухіјѕһԁ', 'aeopcyxijshd'],
    ['АВЕКМНОРСТХІЈЅУ', 'ABEKMHOPCTXIJSY'],
    ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'],
    ['οαϳ', 'oaj'],
  ].flatMap(([from = '', to = '']) => [...from].map((letter, index) => [letter, to[index] ?? letter] as const)),
);

/** A text in the letters that it is read as, and where they stand in it. */
export interface Undisguised {
  readonly text: string;
  /** Where the stretch of these letters begins in the text as it was given, and where it ends. */
  readonly original: (start: number, end: number) => readonly [start: number, end: number];
}

/** A text without what nobody sees: control characters but tabs and ends of lines, joiners, direction marks and the like. */
export const withoutInvisible = (text: string): string =>
  text.replace(invisible, '').replace(otherLineEnds, '\n').replace(controls, '');

/** Letters from one place in a plain text on, and where they come from. */
interface Stretch {
  readonly plain: number;
  readonly given: number;
  /** Whether each letter is its own; else all come from one character. */
  readonly isSame: boolean;
}

/**
 * Undoes what hides words from whoever looks for them: compatibility forms, invisible characters, accents, and letters
 * of other alphabets that look like Latin ones. For looking only: it takes accents from names.
 */
export function undisguise(given: string): Undisguised {
  const stretches: Stretch[] = [];
  let text = '';
  let rest = 0;
  for (const { index, 0: character } of given.matchAll(unusual)) {
    if (index > rest) stretches.push({ plain: text.length, given: rest, isSame: true });
    text += given.slice(rest, index);
    stretches.push({ plain: text.length, given: index, isSame: false });
    text += plainForm(character);
    rest = index + character.length;
  }
  stretches.push({ plain: text.length, given: rest, isSame: true });
  text += given.slice(rest);
  const original = (place: number): number => {
    if (place >= text.length) return given.length;
    const { plain, given: from, isSame } = stretchOf(stretches, place);
    return isSame ? from + place - plain : from;
  };
  return { text, original: (start, end) => [original(start), original(end)] };
}

/** The last that begins at a place or before it. */
function stretchOf(stretches: readonly Stretch[], place: number): Stretch {
  let [low, high] = [0, stretches.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((stretches[middle]?.plain ?? Infinity) <= place) low = middle;
    else high = middle - 1;
  }
  return stretches[low] ?? { plain: 0, given: 0, isSame: true };
}

// There are few of them in a language, and each comes again and again.
const plainForms = new Map<string, string>();

// Character by character it comes to the same as of the whole: what differs is the order of marks, and they go.
function plainForm(character: string): string {
  const known = plainForms.get(character);
  if (known !== undefined) return known;
  const plain = withoutInvisible(character.normalize('NFKD'))
    .replace(marks, '')
    .replace(/[\u0370-\u052F]/g, (letter) => lookalikes.get(letter) ?? letter);
  if (character < '\u3000') plainForms.set(character, plain);
  return plain;
}
