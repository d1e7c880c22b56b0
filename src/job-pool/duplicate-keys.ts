import { foldAccents } from './normalize-text.ts';

// A word keeps what makes it another word: C++ and C#, .NET, R&D, Node.js, Founder's.
const titleWord = /\.?[\p{L}\p{N}]+(?:[.&'’][\p{L}\p{N}]+)*[+#]*/gu;
// "(m/f/d)" and its kin are put in by law and by fashion; they are no part of the requisition.
const genderMarker = /\(?\b[mfwdxhnv](?:\s*[/|]\s*[mfwdxhnv*]\b)+\)?|\(all genders\)/giu;

const sameWord = new Map(
  Object.entries({ sr: 'senior', jr: 'junior', snr: 'senior', i: '1', ii: '2', iii: '3', iv: '4', mgr: 'manager' }),
);

/**
 * The set of a title's words, sorted: two titles name one requisition only if their sets are equal. Level, city and
 * language words count; order, case, plurals, `Sr.` for Senior and II for 2 do not. Empty for a title without words.
 */
export function titleKey(title: string): string {
  const words = foldAccents(title).replace(genderMarker, ' ').match(titleWord) ?? [];
  return [...new Set(words.map(canonicalWord))].toSorted().join(' ').slice(0, 500);
}

// Words that have capitals where a sentence begins, or where a text has no other letters, and name nothing.
const nameless: ReadonlySet<string> = new Set(['a', 'an', 'the', 'our', 'this', 'your', 'as', 'for', 'of', 'and']);

/**
 * By which longer names a text calls the opening that it is about: the capitalised words right before its title, as
 * "Satellite" in "a Satellite Systems Engineer" of a posting whose title is Systems Engineer. Canonical, as its title's.
 */
export function namedBeforeTitle(text: string, key: string): ReadonlySet<string> {
  const title = new Set(key.split(' '));
  const words = [...text.matchAll(titleWord)];
  const canonical = words.map(([word]) => canonicalWord(foldAccents(word)));
  const isTitle = (at: number): boolean =>
    title.has(canonical[at] ?? '') &&
    title.symmetricDifference(new Set(canonical.slice(at, at + title.size))).size === 0;
  const follows = (at: number): boolean =>
    /^\s+$/.test(text.slice((words[at]?.index ?? 0) + (words[at]?.[0].length ?? 0), words[at + 1]?.index));
  const named = new Set<string>();
  for (const start of words.keys().filter(isTitle))
    for (let at = start - 1; at >= 0 && follows(at) && /^\p{Lu}/u.test(words[at]?.[0] ?? ''); at -= 1)
      named.add(canonical[at] ?? '');
  return named.difference(nameless);
}

function canonicalWord(word: string): string {
  const plain = word.replaceAll('’', "'");
  const isPlural = /[a-z]{3}[^\Ws'.]s$/.test(plain);
  return sameWord.get(plain) ?? (isPlural ? plain.slice(0, -1) : plain);
}

const legalForms = new Set(
  (
    'inc incorporated llc llp lp ltd limited plc corp corporation co company gmbh ag ug kg kgaa ohg mbh ev se sa sas ' +
    'sasu sarl eurl sl slu bv nv vof cv ab as asa aps oy oyj ou uab sia doo sro spzoo srl spa sapa lda ltda eireli pty ' +
    'pte pvt private kk bhd sdn pbc'
  ).split(' '),
);

/**
 * Canonical name of a company: no accents, case, commas or trailing legal forms (`Acme GmbH & Co. KG` is `acme`).
 * Other signs stay. A name of nothing but legal forms keeps its first word.
 */
export function companyKey(name: string): string {
  const words = foldAccents(name)
    .replace(/[,()®™]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
  while (words.length > 1 && isLegalForm(words.at(-1) ?? '')) words.pop();
  return words.join(' ').slice(0, 255);
}

function isLegalForm(word: string): boolean {
  return word === '&' || word === '+' || legalForms.has(word.replace(/[./]/g, ''));
}

// Only spellings of one and the same place; "Mexico City" and "Mexico" stay apart.
const placeNames: readonly (readonly [RegExp, string])[] = [
  [/\b(?:new york city|nyc|new york,? (?:ny|new york))\b/g, 'new york'],
  [/\b(?:sf|san francisco,? (?:ca|california))\b/g, 'san francisco'],
  [/\bu\.? ?s\.?(?: ?a\.?)?(?![a-z])|\bunited states(?: of america)?\b/g, 'us'],
  [/\bu\.? ?k\.?(?![a-z])|\bunited kingdom\b|\bgreat britain\b/g, 'uk'],
];
const noPlace = new Set(['office', 'offices', 'hq', 'headquarters', 'the', 'in', 'of']);

/** Canonical place: the set of its words, sorted, usual short forms spelt out, `HQ` and `office` left out. */
export function placeKey(location: string | null): string {
  const folded = placeNames.reduce(
    (text, [spelling, name]) => text.replace(spelling, name),
    foldAccents(location ?? ''),
  );
  const words = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words.filter((word) => !noPlace.has(word)))].toSorted().join(' ').slice(0, 255);
}
