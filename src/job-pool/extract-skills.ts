import { findYearMentions } from './derive-years.ts';
import { splitPosting, type PostingSentence } from './posting-sections.ts';
import type { SkillRequirement } from './raw-posting.ts';
import { findSkillMentions, readSentence, type ReadSentence, type SkillMention } from './skill-mentions.ts';

/** Most skills kept of one posting. */
export const mostSkills = 100;

// With this many skills under its own "Requirements", what a posting merely mentions elsewhere is not asked for.
const enoughRequired = 3;

const technicalTitle =
  /\b(?:engineer|engineering|developer|software|programmer|devops|sre|data|scientist|architect|machine learning|ml|ai|backend|frontend|full-?stack|entwickler(?:in)?|développeu(?:r|se)|technical|researcher|quant(?:itative)?|analyst|infrastructure|qa)\b/i;

/** Words that may stand between "5 years" and the skill they are about. */
const connectors = new Set(
  (
    'of experience experiences exp professional relevant hands on with in using working work building developing ' +
    'writing programming coding strong solid production software development engineering and or as the a an modern ' +
    'deep direct proven practical commercial industry plus minimum least full time'
  ).split(' '),
);

type Weight = 'asked' | 'mentioned' | 'wished';

interface FoundSkill {
  readonly name: string;
  readonly kind: 'HARD' | 'SOFT';
  readonly weight: Weight;
  readonly years: number | null;
}

/**
 * The skills a posting asks for, in order of appearance and at most 100. Required is what its title or its requirements
 * name; nice to have what it calls a plus, and, where the requirements are explicit, what it only mentions elsewhere.
 * The employer's praise of itself and its benefits do not count. Years are those asked for right beside the skill.
 */
export function extractSkills(title: string, text: string | readonly PostingSentence[]): SkillRequirement[] {
  const sentences = typeof text === 'string' ? splitPosting(text) : text;
  const isTechnical = technicalTitle.test(title);
  const titled: PostingSentence = { text: title, section: 'required', isHeading: true };
  const found = [titled, ...sentences]
    .filter(({ section }) => section !== 'ignored')
    .flatMap((sentence) => findInSentence(sentence, isTechnical));
  return requirements(merge(found)).slice(0, mostSkills);
}

function findInSentence({ text, section }: PostingSentence, isTechnical: boolean): FoundSkill[] {
  const sentence = readSentence(text);
  const mentions = findSkillMentions(sentence, { isTechnical, isDemand: section !== 'neutral' });
  const yearsOf = mentions.length > 0 ? yearsReader(sentence, mentions) : () => null;
  const weight = ({ required: 'asked', nice: 'wished', neutral: 'mentioned', ignored: 'mentioned' } as const)[section];
  return mentions.map((mention) => {
    const { name, kind } = mention.form.skill;
    return { name, kind, weight, years: yearsOf(mention) };
  });
}

/** Tells the years a mention is asked with: "5+ years of Go and Rust", "Python (3+ years)". */
function yearsReader(sentence: ReadSentence, mentions: readonly SkillMention[]) {
  const { text, words } = sentence;
  const years = findYearMentions(text);
  if (years.length === 0) return () => null;
  const isFiller = fillers(sentence, mentions);
  const wordEnd = (index: number): number => words[index]?.end ?? 0;
  return ({ from, to }: SkillMention): number | null => {
    const end = wordEnd(to - 1);
    const following = years.find(({ start }) => start >= end && /^\s*[(:,–-]?\s*$/.test(text.slice(end, start)));
    if (following) return following.min;
    // Going back over fillers has to end at the years, and within the same clause.
    const stop = wordEnd(words.slice(0, from).findLastIndex((_, index) => !isFiller(index)));
    const leading = years.find(({ start, end }) => stop > start && stop <= end);
    return leading && !/[);]/.test(text.slice(leading.end, wordEnd(from))) ? leading.min : null;
  };
}

/** Tells whether a word may stand between the years and the skill they are about: a connector or another skill. */
function fillers({ words }: ReadSentence, mentions: readonly SkillMention[]) {
  const inSkill = new Set(mentions.flatMap(({ from, to }) => words.keys().toArray().slice(from, to)));
  return (index: number): boolean => inSkill.has(index) || connectors.has(words[index]?.text ?? '');
}

function merge(found: readonly FoundSkill[]): FoundSkill[] {
  const merged = new Map<string, FoundSkill>();
  for (const skill of found) {
    const earlier = merged.get(skill.name);
    merged.set(
      skill.name,
      earlier === undefined
        ? skill
        : {
            ...earlier,
            weight: heavier(earlier.weight, skill.weight),
            years:
              earlier.years === null || skill.years === null
                ? (earlier.years ?? skill.years)
                : Math.max(earlier.years, skill.years),
          },
    );
  }
  return [...merged.values()];
}

// A wish outweighs a mere mention: "Kubernetes is a plus" says what mentioning it among the duties leaves open.
function heavier(first: Weight, second: Weight): Weight {
  const order: readonly Weight[] = ['asked', 'wished', 'mentioned'];
  return order.find((weight) => weight === first || weight === second) ?? first;
}

function requirements(skills: readonly FoundSkill[]): SkillRequirement[] {
  return skills.map(({ name, kind, weight, years }) => {
    const asked = skills.filter((other) => other.kind === kind && other.weight === 'asked').length;
    return { name, kind, years, required: weight === 'asked' || (weight === 'mentioned' && asked < enoughRequired) };
  });
}
