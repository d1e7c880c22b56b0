import type { PostingSection, PostingSentence } from './posting-sections.ts';

/** Years of experience asked for; a bound that is not stated is null. */
export interface YearsOfExperience {
  readonly min: number | null;
  readonly max: number | null;
}

const words = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const numberWords = new Map([
  ...words.map((word, index) => [word, index + 1] as const),
  ['fifteen', 15],
  ['twenty', 20],
]);
const number = `(\\d{1,2}|${[...numberWords.keys()].join('|')})`;
// "5", "5+", "5 (five)", "five (5)", "3-5", "3 to 5+"
const amount = `${number}\\s*(?:\\([^)]{1,8}\\)\\s*)?(\\+|plus|or more)?(?:\\s*(?:-|–|—|to|and)\\s*${number})?\\s*(\\+)?`;
const anyUnit = /\b(?:years?|yrs?|jahren?|ans|años|anos)\b/i;
const yearsUnit = `(?:years?|yrs?|jahren?|ans|años|anos)(?!\\s*-?\\s*(?:old|of age|ago|vesting|running|in a row|anniversary|contract|term))\\b`;
const yearsAmount = new RegExp(`(?<![\\w$€£.,-])${amount}\\s*(?:full |calendar )?[-\\s]?${yearsUnit}['’]?`, 'gi');

// What makes years a demand on the candidate rather than a story about the employer.
const experience =
  /experience|\bexp\b|background|track record|expertise|\b(?:in|of) (?:an? |the )?[\w/&,. -]*(?:role|roles|position|industry|sales|engineering|management|development|design|marketing|\w+ing)\b|^[\s,:-]*(?:of )?(?:hands-on|professional|working|building|developing|leading|managing|practi[cs]|selling|doing|as an?\b|creating|designing|writing|shipping|running|working)|expérience|erfahrung|experi[eê]ncia/i;
const demandBefore = /\b(?:at least|minimum(?: of)?|min|over|more than|mindestens|au moins|mínimo)\.?\s*:?\s*$/i;
const storyBefore =
  /\b(?:over|for|in|within|during|after|every|next|last|past|first|through(?:out)?|across|be)\s+(?:just |only |less than |about |more than )?(?:the\s+|our\s+|its\s+)?(?:last\s+|past\s+|next\s+|first\s+|course of\s+)*$|\b(?:founded|founders?|we have|we['’]ve|our (?:team|company|founders)|combined|company|history|grown|vest\w*|aged?)\b[^.]{0,40}$/i;
const storyAfter =
  /^\W*(?:of (?:\w+ )?(?:history|growth|age|business|service|operation|tenure|vesting|runway|funding|innovation|employment|collaboration)\b|from now|of (?:our|its|the) |company|cliff|contract|in a row|running)/i;
const mostYears = 20;

/** Years named in a sentence, whatever they are about, and where. */
export interface YearMention {
  readonly start: number;
  readonly end: number;
  readonly min: number;
  readonly max: number | null;
}

/**
 * Years of experience that a posting asks for. Of several demands the highest counts, because the lower ones are about
 * single skills. What is merely wished for counts only where nothing is demanded; praise of the employer never does.
 */
export function deriveYears(sentences: readonly PostingSentence[]): YearsOfExperience {
  return highest(sentences, ['required', 'neutral']) ?? highest(sentences, ['nice']) ?? { min: null, max: null };
}

function highest(sentences: readonly PostingSentence[], sections: readonly PostingSection[]): YearsOfExperience | null {
  const demands = sentences.filter(({ section }) => sections.includes(section)).flatMap(findDemands);
  const [first] = demands.toSorted((a, b) => b.min - a.min || Number(b.max !== null) - Number(a.max !== null));
  return first === undefined ? null : { min: first.min, max: first.max };
}

/** All "5+ years" and "three to five years" of a sentence up to 20. */
export function findYearMentions(sentence: string): YearMention[] {
  if (!anyUnit.test(sentence)) return [];
  return [...sentence.matchAll(yearsAmount)].flatMap((match) => {
    const [min, upper] = [toNumber(match[1]), toNumber(match[3])];
    if (min === null || min > mostYears) return [];
    // "3 to 5+" sets no upper bound; "5-3" is a slip, and its first number stands.
    const max = upper !== null && upper >= min && upper <= mostYears && match[4] === undefined ? upper : null;
    return [{ start: match.index, end: match.index + match[0].length, min, max }];
  });
}

function findDemands({ text, section }: PostingSentence): YearMention[] {
  return findYearMentions(text).filter(({ start, end }) => {
    const [before, after] = [text.slice(0, start), text.slice(end)];
    return !isStory(before, after) && (section !== 'neutral' || isAboutExperience(before, after));
  });
}

function isStory(before: string, after: string): boolean {
  return storyAfter.test(after) || (storyBefore.test(before.slice(-60)) && !demandBefore.test(before));
}

function isAboutExperience(before: string, after: string): boolean {
  return experience.test(after.slice(0, 80)) || /experience|background/i.test(before.slice(-60));
}

function toNumber(words: string | undefined): number | null {
  if (words === undefined) return null;
  return numberWords.get(words.toLowerCase()) ?? Number(words);
}
