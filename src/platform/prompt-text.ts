/**
 * Text of others made fit to be shown to a language model: what pretends to be an instruction, or the frame that
 * instructions stand in, goes. It cannot find persuasion in plain words; therefore what a model answers is not believed
 * either.
 */

/** More than any posting says; the rest is left out before anything is looked for. */
export const mostPromptCharacters = 15_000;

// Soft hyphen, joiners, direction marks, variation selectors, tags: what splits a word for machines and not for people.
const invisible = /\p{Default_Ignorable_Code_Point}|[\uFFF9-\uFFFB]/gu;
const otherLineEnds = /[\u0085\u2028\u2029]/g;
const controls = /(?![\t\n\r])\p{Cc}/gu;

/** Letters of other alphabets that look like Latin ones. */
const lookalikes: ReadonlyMap<string, string> = new Map(
  [
    ['аеорсухіјѕһ', 'aeopcyxijsh'],
    ['АВЕКМНОРСТХІЈЅУ', 'ABEKMHOPCTXIJSY'],
    ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'],
    ['οα', 'oa'],
  ].flatMap(([from = '', to = '']) => [...from].map((letter, index) => [letter, to[index] ?? letter] as const)),
);

const filtered = '[FILTERED]';
const tag = '[TAG]';

/** What is taken out, and what is left in its place. */
const injections: readonly (readonly [RegExp, string])[] = [
  [/^[ \t]*system[ \t]*:/gim, filtered],
  [/\\n[ \t]*system[ \t]*:/gi, filtered],
  [/<[ \t]*\/?[ \t]*(?:system|user|assistant|applicant|sample)\b[^<>]{0,500}>/gi, tag],
  [/<\/?[a-z][a-z0-9-]{0,60}_[a-z0-9_-]{0,60}(?:\s[^<>]{0,500})?>/gi, tag],
  [/<\|(?:system|user|assistant|im_start|im_end)\|>/gi, tag],
  [/\[\/?INST\]/gi, tag],
  [/\bignore\s+(?:all\s+)?(?:the\s+|your\s+)?previous\s+instructions?\b/gi, filtered],
  [/\bdisregard\s+(?:all\s+)?(?:the\s+|your\s+)?(?:prior|previous)\b/gi, filtered],
  [/\bforget\s+everything\b/gi, filtered],
  [/\bnew\s+instructions?\s*:/gi, filtered],
  [/###\s*instructions?\s*###/gi, filtered],
  [/^[ \t]*(?:human|assistant|\[[HA]\])[ \t]*:/gim, filtered],
];

/** Whether a text has what the sanitiser would take out, in whatever disguise. */
export const hasInjection = (text: string): boolean => {
  const plain = undisguise(text);
  // `search` starts anew each time; `test` of a global pattern goes on where it was.
  return injections.some(([pattern]) => plain.search(pattern) >= 0);
};

/**
 * The first 15,000 characters of a text, without what tries to instruct. A text in which nothing does keeps its accents
 * and its alphabet; one in which something does is given in the plain letters by which it was found.
 */
export function sanitizePromptText(text: string): string {
  const shown = text.slice(0, mostPromptCharacters).toWellFormed();
  if (!hasInjection(shown)) return strip(shown.normalize('NFC'));
  return injections.reduce((rest, [pattern, mark]) => rest.replace(pattern, mark), undisguise(shown)).normalize('NFC');
}

/** A text in the letters it is read as. */
const undisguise = (text: string): string =>
  strip(text.normalize('NFKC'))
    .normalize('NFD')
    .replace(/[\p{Mn}\p{Me}]/gu, '')
    .replace(/[\u0370-\u04FF]/g, (letter) => lookalikes.get(letter) ?? letter);

const strip = (text: string): string => text.replace(invisible, '').replace(otherLineEnds, '\n').replace(controls, '');
