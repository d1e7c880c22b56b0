// Soft hyphen, joiners, direction marks, variation selectors, tags: what splits a word for machines and not for people.
const invisible = /\p{Default_Ignorable_Code_Point}|[\uFFF9-\uFFFB]/gu;
const otherLineEnds = /[\u0085\u2028\u2029]/g;
const controls = /(?![\t\n\r])\p{Cc}/gu;
const marks = /[\p{Mn}\p{Me}]/gu;
const plainOnly = /^[\t\n\r\x20-\x7E]*$/;

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

/**
 * Undoes what hides words from whoever looks for them: compatibility forms, invisible characters, accents, and letters
 * of other alphabets that look like Latin ones. For looking only: it takes accents from names.
 */
export function undisguise(text: string): Undisguised {
  if (plainOnly.test(text)) return { text, original: (start, end) => [start, end] };
  const letters: string[] = [];
  const places: number[] = [];
  let place = 0;
  for (const character of text) {
    const plain = character < '\x7F' && character >= ' ' ? character : plainForm(character);
    for (const letter of plain) {
      letters.push(letter);
      for (let unit = 0; unit < letter.length; unit += 1) places.push(place);
    }
    place += character.length;
  }
  places.push(text.length);
  return {
    text: letters.join(''),
    original: (start, end) => [places[start] ?? text.length, places[end] ?? text.length],
  };
}

// Character by character it comes to the same as of the whole: what differs is the order of marks, and they go.
const plainForm = (character: string): string =>
  withoutInvisible(character.normalize('NFKD'))
    .replace(marks, '')
    .replace(/[\u0370-\u052F]/g, (letter) => lookalikes.get(letter) ?? letter);
