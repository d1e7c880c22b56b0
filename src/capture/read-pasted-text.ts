import type { RawPosting } from '#job-pool/raw-posting.ts';

/** Lines by which people and boards say what is what. */
const labels = {
  title: /^(?:job\s+title|title|position|role|stelle)\s*:\s*(.+)$/i,
  company: /^(?:company(?:\s+name)?|employer|organi[sz]ation|unternehmen)\s*:\s*(.+)$/i,
  location: /^(?:(?:job\s+)?location|place(?:\s+of\s+work)?|standort)\s*:\s*(.+)$/i,
} as const;

/** A heading such as "About Acme"; who is "us" or "the role" is no name. */
const aboutCompany = /^about\s+(?!(?:us|you|the|this|our|we|me)\b)(\p{Lu}.{1,60}?)\s*:?$/iu;
const titleAtCompany = /^(.{3,}?)\s+(?:at|@)\s+(\p{Lu}.+)$/u;
/** What boards put behind the title of a page. */
const siteName = /\s+[|–—·]\s+.*$/u;

const mostName = 255;
const longestTitle = 120;
/** Far enough down that a labelled line is still the posting's head, not a word of its text. */
const headLines = 30;

export type Head = Pick<RawPosting, 'location'> & {
  readonly title: string | null;
  readonly companyName: string | null;
};

/**
 * What a posting's text says of itself at its head, by lines that are labelled, a first line that is worded like a title,
 * and "Title at Company". Null is what it does not say plainly: nothing is guessed that people would have to find wrong.
 * @param pageTitle the title of the page that it was on
 */
export function readHead(text: string, pageTitle: string | null): Head {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
  const labelled = (label: RegExp): string | null => firstMatch(lines.slice(0, headLines), label);
  const named = labelled(labels.title) ?? pageTitle?.replace(siteName, '').trim() ?? firstLine(lines);
  const [, titleAlone = named, company = null] = titleAtCompany.exec(named ?? '') ?? [];
  return {
    title: bounded(titleAlone),
    companyName: bounded(labelled(labels.company) ?? company ?? firstMatch(lines, aboutCompany)),
    location: bounded(labelled(labels.location)),
  };
}

function firstMatch(lines: readonly string[], pattern: RegExp): string | null {
  for (const line of lines) {
    const [, words] = pattern.exec(line) ?? [];
    if (words !== undefined) return words.trim();
  }
  return null;
}

/** A first line that is short and no sentence. */
function firstLine([line = '']: readonly string[]): string | null {
  return line !== '' && line.length <= longestTitle && !/[.!?:;,]$/.test(line) ? line : null;
}

const bounded = (words: string | null): string | null =>
  words === null || words === '' ? null : words.slice(0, mostName);
