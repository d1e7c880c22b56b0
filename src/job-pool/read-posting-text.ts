import { canonicalSkill } from './canonical-skill.ts';
import { deriveSeniority } from './derive-seniority.ts';
import { deriveYears } from './derive-years.ts';
import { extractSkills } from './extract-skills.ts';
import { maxTextLength } from './normalize-text.ts';
import { splitPosting, type PostingSentence } from './posting-sections.ts';
import { rateVagueness } from './rate-vagueness.ts';
import type { DerivedPosting, SkillRequirement } from './raw-posting.ts';

/**
 * Counts up with every change of what is read out of a posting's words. Postings that were read by an earlier version
 * are read anew by themselves, without their source (`reread-postings.ts`).
 */
export const READING_VERSION = 1;

/** What a reading needs: all of it is stored. */
export type Words = Pick<DerivedPosting, 'title' | 'companyName' | 'descriptionText' | 'isIncomplete'>;

/** What is read out of words alone. What a source states in fields of its own is not among it. */
export type ReadWords = Pick<DerivedPosting, 'seniorityLevel' | 'yearsMin' | 'yearsMax' | 'skills' | 'vaguenessScore'>;

/** Sentences of a text as far as it is read. */
export const readableSentences = (text: string): PostingSentence[] => splitPosting(text.slice(0, maxTextLength));

/** Reads a posting's text, of which `sentences` are the sentences. */
export function readPostingText(posting: Words, sentences = readableSentences(posting.descriptionText)): ReadWords {
  const { title, companyName, isIncomplete } = posting;
  const years = deriveYears(sentences);
  const skills = skillsBesidesProduct(extractSkills(title, sentences), companyName);
  return {
    seniorityLevel: deriveSeniority(title, years.min),
    yearsMin: years.min,
    yearsMax: years.max,
    skills,
    vaguenessScore: rateVagueness(sentences, skills, isIncomplete),
  };
}

// An employer's product is all over its postings, and nobody has to know it before: Notion at Notion.
function skillsBesidesProduct(skills: readonly SkillRequirement[], companyName: string): SkillRequirement[] {
  return skills.filter(({ name }) => canonicalSkill(name) !== canonicalSkill(companyName));
}
