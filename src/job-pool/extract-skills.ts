import { findYearMentions } from './derive-years.ts';
import { isEmployerTalk } from './employer-talk.ts';
import { splitPosting, type PostingSentence } from './posting-sections.ts';
import type { SkillRequirement } from './raw-posting.ts';
import { tradeOfTitle } from './trade-of-title.ts';
import { findSkillMentions, readSentence, type ReadSentence, type SkillMention } from './skill-mentions.ts';
import { skillWords } from './skill-words.ts';

/** Most skills kept of one posting. */
export const mostSkills = 100;

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

// "5 years of building production systems with Go".
const mostWordsBetween = 6;

type Weight = 'asked' | 'mentioned' | 'wished';

interface FoundSkill {
  readonly name: string;
  readonly kind: 'HARD' | 'SOFT';
  readonly weight: Weight;
  readonly years: number | null;
  /** Named by the requirements, not only by the title. */
  readonly isRequirement: boolean;
}

/**
 * The skills a posting asks for, in order of appearance and at most 100. Required is what its title or its requirements
 * name; nice to have what it calls a plus, and, where the requirements are explicit, what it only mentions elsewhere.
 * The employer's praise of itself and its benefits do not count. Years are those asked for right beside the skill.
 */
export function extractSkills(title: string, text: string | readonly PostingSentence[]): SkillRequirement[] {
  const sentences = typeof text === 'string' ? splitPosting(text) : text;
  const isTechnical = technicalTitle.test(title);
  const titled = findInTitles(title, tradeOfTitle(title), isTechnical);
  const told = sentences
    .filter(({ section }) => section !== 'ignored')
    .flatMap((sentence) => findInSentence(sentence, isTechnical));
  return requirements(merge([...titled, ...told])).slice(0, mostSkills);
}

// What a sales engineer does is sales engineering and no sales.
function findInTitles(title: string, trade: string, isTechnical: boolean): FoundSkill[] {
  const named = findInTitle(title, isTechnical);
  if (trade === title) return named;
  const done = findInTitle(trade, isTechnical);
  return [...named.filter(({ name }) => !done.some((other) => other.name.startsWith(`${name} `))), ...done];
}

function findInTitle(title: string, isTechnical: boolean): FoundSkill[] {
  return findSkillMentions(readSentence(title), { isTechnical, isDemand: true }).map(({ form }) => ({
    name: form.skill.name,
    kind: form.skill.kind,
    weight: 'asked',
    years: null,
    isRequirement: false,
  }));
}

function findInSentence(posted: PostingSentence, isTechnical: boolean): FoundSkill[] {
  const { text, section, isHeading } = posted;
  const sentence = readSentence(text);
  // A heading may be an item of a list without bullets, but it demands nothing by itself.
  const mentions = findSkillMentions(sentence, { isTechnical, isDemand: section !== 'neutral' && !isHeading });
  if (mentions.length === 0 || isEmployerTalk(posted)) return [];
  const yearsOf = yearsReader(sentence, mentions);
  const weight = ({ required: 'asked', nice: 'wished', neutral: 'mentioned', ignored: 'mentioned' } as const)[section];
  return mentions.map((mention) => {
    const { name, kind } = mention.form.skill;
    return { name, kind, weight, years: yearsOf(mention), isRequirement: weight === 'asked' };
  });
}

/** Tells the years a mention is asked with: "5+ years of Go and Rust", "Python (3+ years)". */
function yearsReader(sentence: ReadSentence, mentions: readonly SkillMention[]) {
  const { text, words } = sentence;
  const years = findYearMentions(text);
  if (years.length === 0) return () => null;
  const startOf = ({ from }: SkillMention): number => words[from]?.start ?? 0;
  return (mention: SkillMention): number | null => {
    const [start, end] = [startOf(mention), words[mention.to - 1]?.end ?? 0];
    const following = years.find((each) => each.start >= end && /^\s*[(:,–-]?\s*$/.test(text.slice(end, each.start)));
    if (following) return following.min;
    const leading = years.findLast((each) => each.end <= start);
    if (leading === undefined) return null;
    const first = mentions.map(startOf).find((each) => each >= leading.end) ?? start;
    return isAskedTogether(text.slice(leading.end, first), text.slice(first, start)) ? leading.min : null;
  };
}

// Years reach over a few words to the first skill behind them, and from it over the list that it begins.
function isAskedTogether(toFirst: string, fromFirst: string): boolean {
  const others = skillWords(toFirst).filter(({ text }) => !connectors.has(text));
  if (others.length > mostWordsBetween || /[,;)]|\b(?:that|who|which|where|when|while)\b/.test(toFirst)) return false;
  return !/[;)]|[.!?]\s|,\s*(?:and\s+)?(?:with|plus|strong|including|as well|proven|solid|deep|excellent)\b/.test(
    fromFirst,
  );
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
            isRequirement: earlier.isRequirement || skill.isRequirement,
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

// What a posting merely mentions is not asked for where it has requirements of its own.
function requirements(skills: readonly FoundSkill[]): SkillRequirement[] {
  const isListed = new Set(skills.filter(({ isRequirement }) => isRequirement).map(({ kind }) => kind));
  return skills.map(({ name, kind, weight, years }) => ({
    name,
    kind,
    years,
    required: weight === 'asked' || (weight === 'mentioned' && !isListed.has(kind)),
  }));
}
