import { isPartOfPhrase, provenFields, type SentenceContext } from './skill-context.ts';
import { findSkillForm, longestFormFrom, type SkillForm } from './skill-index.ts';
import { skillWords, type SkillWord } from './skill-words.ts';

/** A skill named in a sentence, and the words it takes. */
export interface SkillMention {
  readonly form: SkillForm;
  /** Index of its first word, and of the word after its last. */
  readonly from: number;
  readonly to: number;
}

/** A sentence with its words. */
export interface ReadSentence {
  readonly text: string;
  readonly words: readonly SkillWord[];
}

// What stands around a name tells within a few letters.
const nearby = 24;
const listItem =
  /^\s*(?:[,/:;()&|+.]|$|(?:and|or|skills?|experience|developers?|engineers?|programming|proficiency|expertise|knowledge|expert)\b)/i;

/** The words of a sentence, kept because finding and judging both need them. */
export function readSentence(text: string): ReadSentence {
  return { text, words: skillWords(text) };
}

/** The skills a sentence names, longest form first at each place, ambiguous ones only where their context proves them. */
export function findSkillMentions(sentence: ReadSentence, context: SentenceContext): SkillMention[] {
  const found = scan(sentence);
  const certain = found.filter(({ form }) => form.certainty !== 'contextual');
  if (certain.length === found.length) return found;
  const names = {
    certain: new Set(certain.map(({ form }) => form.skill.field)),
    isBareList: isBareList(sentence, found),
  };
  const proven = provenFields(sentence.text, names, context);
  return found.filter((mention) => {
    const { certainty, skill } = mention.form;
    if (certainty !== 'contextual') return true;
    const { before, after } = surroundings(mention, sentence);
    return proven.has(skill.field) && (skill.field === 'trade' || !isPartOfPhrase(before, after));
  });
}

function isBareList({ words }: ReadSentence, found: readonly SkillMention[]): boolean {
  const named = found.reduce((count, { from, to }) => count + to - from, 0);
  return named + words.filter(({ text }) => text === 'and' || text === 'or').length === words.length;
}

function scan(sentence: ReadSentence): SkillMention[] {
  const found: SkillMention[] = [];
  for (let from = 0; from < sentence.words.length; from += 1) {
    const mention = longestAt(sentence, from);
    if (mention === null) continue;
    found.push(mention);
    from = mention.to - 1;
  }
  return found;
}

function longestAt(sentence: ReadSentence, from: number): SkillMention | null {
  const { words } = sentence;
  const longest = Math.min(longestFormFrom(words[from]?.text ?? ''), words.length - from);
  for (let to = from + longest; to > from; to -= 1) {
    const form = findSkillForm(wordsBetween(words, from, to));
    if (form !== undefined && isWrittenAsName({ form, from, to }, sentence)) return { form, from, to };
  }
  return null;
}

function wordsBetween(words: readonly SkillWord[], from: number, to: number): string {
  if (to === from + 1) return words[from]?.text ?? '';
  return words
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ');
}

function isWrittenAsName(mention: SkillMention, sentence: ReadSentence): boolean {
  const { form, from, to } = mention;
  const written = sentence.text.slice(sentence.words[from]?.start, sentence.words[to - 1]?.end);
  // "sales, prospecting" are two things.
  if (to > from + 1 && /[,;:|()!?]/.test(written)) return false;
  // The names of trades are common nouns: their case says nothing.
  if (form.certainty === 'free' || (form.certainty === 'contextual' && form.skill.field === 'trade')) return true;
  return form.spellings.has(written) && !isCapitalised(mention, sentence);
}

// A capital says nothing at the start of a sentence unless a list or a fitting noun follows ("Go, Python"), and nothing
// behind a figure, where CAD is money.
function isCapitalised(mention: SkillMention, sentence: ReadSentence): boolean {
  const { before, after } = surroundings(mention, sentence);
  if (mention.form.certainty === 'cased' && /\d[\s)]*$/.test(before)) return true;
  return /(?:^|[:–—])\s*$/.test(before) && !listItem.test(after);
}

function surroundings({ from, to }: SkillMention, { text, words }: ReadSentence) {
  const [start, end] = [words[from]?.start ?? 0, words[to - 1]?.end ?? 0];
  return { before: text.slice(Math.max(0, start - nearby), start), after: text.slice(end, end + nearby) };
}
