import { canonicalSkill } from './canonical-skill.ts';
import { deriveCompanySize } from './derive-company-size.ts';
import { deriveEligibleCountries } from './derive-eligible-countries.ts';
import { deriveIndustry } from './derive-industry.ts';
import { deriveSeniority } from './derive-seniority.ts';
import { deriveTimeZones } from './derive-time-zones.ts';
import { deriveTravel } from './derive-travel.ts';
import { deriveVisaSponsorship } from './derive-visa-sponsorship.ts';
import { deriveYears } from './derive-years.ts';
import { extractSkills } from './extract-skills.ts';
import { maxTextLength } from './normalize-text.ts';
import { splitPosting, type PostingSentence } from './posting-sections.ts';
import { rateVagueness } from './rate-vagueness.ts';
import type { DerivedPosting, SkillRequirement } from './raw-posting.ts';
import { readableNames, readableText } from './readable-text.ts';
import { readSectionTexts } from './section-texts.ts';

/**
 * Counts up with every change of what is read out of a posting's words. Postings that were read by an earlier version
 * are read anew by themselves, without their source (`reread-postings.ts`).
 */
export const READING_VERSION = 6;

/** What a reading needs: all of it is stored. */
export type Words = Pick<
  DerivedPosting,
  'title' | 'companyName' | 'location' | 'workModel' | 'descriptionText' | 'isIncomplete'
>;

/** What is read out of words alone. What a source states in fields of its own is not among it. */
export type ReadWords = Pick<
  DerivedPosting,
  | 'seniorityLevel'
  | 'yearsMin'
  | 'yearsMax'
  | 'skills'
  | 'visaSponsorship'
  | 'eligibleCountries'
  | 'timeZones'
  | 'travelPercent'
  | 'companySize'
  | 'industry'
  | 'requirements'
  | 'cultureText'
  | 'vaguenessScore'
>;

/** Sentences of a text as far as it is read: of what speaks to machines nothing is. */
const readableSentences = (text: string): PostingSentence[] => splitPosting(readableText(text).slice(0, maxTextLength));

/** Reads a posting's text, of which `sentences` are the sentences. */
export function readPostingText(posting: Words, sentences = readableSentences(posting.descriptionText)): ReadWords {
  const { workModel, descriptionText, isIncomplete } = posting;
  const { title, companyName, location } = readableNames(posting);
  const years = deriveYears(sentences);
  const skills = skillsBesidesProduct(extractSkills(title, sentences), companyName);
  return {
    seniorityLevel: deriveSeniority(title, years.min),
    yearsMin: years.min,
    yearsMax: years.max,
    skills,
    visaSponsorship: deriveVisaSponsorship(sentences),
    eligibleCountries: deriveEligibleCountries(sentences, location, workModel),
    timeZones: deriveTimeZones(sentences),
    travelPercent: deriveTravel(sentences),
    companySize: deriveCompanySize(sentences),
    industry: deriveIndustry(sentences),
    ...readSectionTexts(descriptionText.slice(0, maxTextLength)),
    vaguenessScore: rateVagueness(sentences, skills, isIncomplete),
  };
}

// An employer's product is all over its postings, and nobody has to know it before: Notion at Notion.
function skillsBesidesProduct(skills: readonly SkillRequirement[], companyName: string): SkillRequirement[] {
  return skills.filter(({ name }) => canonicalSkill(name) !== canonicalSkill(companyName));
}
