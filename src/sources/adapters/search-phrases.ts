import type { Wanted } from './source-adapter.ts';

/** Words to look for, and where. */
export interface SearchPhrase {
  readonly phrase: string;
  readonly place: string | null;
}

/** As many keywords as still find something together. */
const mostKeywords = 3;

/** What searches come to for a source that takes a line of words: their titles, or a few keywords of one without. */
export const phrasesOf = ({ searches }: Wanted): readonly SearchPhrase[] =>
  searches.flatMap(({ titles, keywords, location }) => {
    const lines = titles.length > 0 ? titles : [keywords.slice(0, mostKeywords).join(' ')];
    return lines.map((line) => ({ phrase: plain(line), place: location && plain(location) }));
  });

/** @returns as the board of a source that takes a place behind a slash */
export const withPlace = (phrase: string, place: string | null): string => (place ? `${phrase}/${place}` : phrase);

const plain = (words: string): string =>
  words
    .replaceAll(/[^\p{L}\p{N} ,.+#'-]/gu, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .trim()
    .slice(0, 120);
