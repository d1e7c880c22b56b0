import { canonicalSkill } from '../../src/job-pool/canonical-skill.ts';
import { derivePosting } from '../../src/job-pool/derive-posting.ts';
import { readableNames, readableText } from '../../src/job-pool/readable-text.ts';
import { unstated } from '../../src/sources/adapters/posting-fields.ts';
import type { RawPosting } from '../../src/job-pool/raw-posting.ts';
import type { Proficiency, ScoredPersona, ScoredPosting } from '../../src/scoring/scored-inputs.ts';

/** A posting of which nothing is known but what is given. */
export const rawPosting = (given: Pick<RawPosting, 'title' | 'companyName' | 'descriptionText'>): RawPosting => ({
  externalId: given.title,
  ...unstated,
  ...given,
});

/** A posting as it is scored once it is in the pool. */
export function scoredPosting(raw: RawPosting): ScoredPosting {
  const derived = derivePosting(raw);
  return {
    ...derived,
    ...readableNames(derived),
    descriptionText: readableText(derived.descriptionText),
    isLikelyGhost: false,
    skills: derived.skills.map((skill) => ({ ...skill, key: canonicalSkill(skill.name) })),
  };
}

/** Skills of one kind, all known as well. */
export const knownSkills = (names: readonly string[], kind: 'HARD' | 'SOFT', proficiency: Proficiency) =>
  names.map((name) => ({ key: canonicalSkill(name), name, kind, proficiency }));

/** Somebody without wishes as to place, pay or employer, of whom nothing is known but what is given. */
export const scoredPersona = (given: Partial<ScoredPersona>): ScoredPersona => ({
  skills: [],
  yearsExperience: null,
  titles: [],
  currentRole: null,
  targetRoles: [],
  targetSkills: [],
  remotePreference: 'NO_PREFERENCE',
  minimumBaseSalary: null,
  salaryCurrency: 'USD',
  commutableCities: [],
  relocationOpen: false,
  relocationCities: [],
  visaSponsorshipRequired: false,
  industryExclusions: [],
  maxTravelPercent: 'ANY',
  companySizePreference: 'NO_PREFERENCE',
  homeCountry: 'United States',
  homeState: '',
  customRules: [],
  ...given,
});
