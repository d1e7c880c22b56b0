import { isListed, isPartOfPhrase, provenFields, type SentenceContext } from './skill-context.ts';
import { findSkillForm, longestFormFrom, type SkillForm } from './skill-index.ts';
import { skillWords, type SkillWord } from './skill-words.ts';
import { degreeSpan, isOwnTrade } from './trade-context.ts';

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
// Whose trade it is, a list and its verb tell.
const clause = 120;
// "sales, prospecting" are two things, and so are "SQL/optimization"; "CI/CD" is one.
const divided = /[,;:|()!?]|\p{L}{5}\/|\/\p{L}{5}/u;
// The words of a link are no words of the sentence.
const hyphens = /[\u2010-\u2012]/g;
const address = /\b(?:https?:\/\/|www\.)\S+|[\w.+-]{1,64}@[\w.-]+/gi;
const listItem =
  /^\s*(?:[,/:;()&|+.]|$|(?:and|or|skills?|experience|developers?|engineers?|programming|proficiency|expertise|knowledge|expert)\b)/i;

/** The words of a sentence, kept because finding and judging both need them. */
export function readSentence(text: string): ReadSentence {
  const hyphened = text.replace(hyphens, '-');
  const plain = /www\.|:\/\/|@/i.test(text) ? hyphened.replace(address, (link) => ' '.repeat(link.length)) : hyphened;
  return { text: plain, words: skillWords(plain) };
}

/** The skills a sentence names, longest form first at each place, ambiguous ones only where their context proves them. */
export function findSkillMentions(sentence: ReadSentence, context: SentenceContext): SkillMention[] {
  const found = scan(sentence);
  if (found.length === 0) return found;
  const certain = found.filter(({ form }) => form.certainty !== 'contextual');
  const proven = provenFields(
    sentence.text,
    { certain: new Set(certain.map(({ form }) => form.skill.field)), isBareList: isBareList(sentence, found) },
    context,
  );
  const isTechnology = certain.some(({ form }) => form.skill.field !== 'trade');
  const degrees = degreeSpan(sentence.text);
  return found.filter((mention) => {
    const { certainty, skill } = mention.form;
    if (skill.field === 'trade' && skill.kind === 'HARD') {
      const start = sentence.words[mention.from]?.start ?? 0;
      return isOwnTrade({ form: mention.form, start, ...surroundings(mention, sentence, clause) }, degrees, context);
    }
    if (certainty !== 'contextual') return true;
    if (skill.field === 'trade') return proven.has('trade');
    const { before, after } = surroundings(mention, sentence);
    const isProven = proven.has(skill.field) || (isTechnology && isListed(before));
    return isProven && !isPartOfPhrase(before, after);
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
  if (to > from + 1 && divided.test(written)) return false;
  // The names of trades are common nouns: their case says nothing.
  if (form.certainty === 'free' || form.certainty === 'industry' || isTrade(form)) return true;
  const isSpelled = form.spellings.has(written) || isItem(written, mention, sentence);
  return isSpelled && !isCapitalised(written, mention, sentence);
}

const isTrade = ({ certainty, skill }: SkillForm): boolean => certainty === 'contextual' && skill.field === 'trade';

// Who writes a list of technologies without capitals means them all the same: "rust, typescript, react".
function isItem(written: string, mention: SkillMention, sentence: ReadSentence): boolean {
  if (mention.form.skill.field !== 'code' || mention.form.certainty !== 'contextual' || !/^\p{Ll}{4,}$/u.test(written))
    return false;
  const { before, after } = surroundings(mention, sentence);
  return /[,/(:]\s*$/.test(before) && /^\s*(?:[,/)]|$)/.test(after);
}

// A capital says nothing at the start of a sentence unless a list or a fitting noun follows ("Go, Python"), and nothing
// behind a figure, where CAD is money.
function isCapitalised(written: string, mention: SkillMention, sentence: ReadSentence): boolean {
  const { before, after } = surroundings(mention, sentence);
  if (mention.form.certainty === 'cased' && /\d[\s)]*$/.test(before)) return true;
  if (mention.form.certainty === 'cased' && /^\p{Lu}{3,}$/u.test(written) && /\p{Ll}/u.test(sentence.text))
    return false;
  return /(?:^|[:–—])\s*$/.test(before) && !listItem.test(after);
}

function surroundings({ from, to }: SkillMention, { text, words }: ReadSentence, reach = nearby) {
  const [start, end] = [words[from]?.start ?? 0, words[to - 1]?.end ?? 0];
  return { before: text.slice(Math.max(0, start - reach), start), after: text.slice(end, end + reach) };
}
