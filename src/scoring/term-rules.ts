import { industryWords } from '#job-pool/derive-industry.ts';
import type { Rule } from './gate-rule.ts';
import { asPhrase } from './phrase.ts';
import type { ScoredPersona } from './scored-inputs.ts';

export function visaRule({ visaSponsorshipRequired }: ScoredPersona): Rule | undefined {
  if (!visaSponsorshipRequired) return undefined;
  return ({ visaSponsorship }, { failures, warnings }) => {
    if (visaSponsorship === null) warnings.push('Visa sponsorship not stated.');
    else if (!visaSponsorship) failures.push('Visa sponsorship is not offered; you need it.');
  };
}

/** Where the industry is not told, only an employer that has it in its name ("Acme Gambling") is sure to belong to one. */
export function industryRule({ industryExclusions }: ScoredPersona): Rule | undefined {
  const exclusions = industryExclusions
    .map((industry) => ({ industry, phrase: asPhrase(industry) }))
    .filter(({ phrase }) => phrase.trim() !== '');
  if (exclusions.length === 0) return undefined;
  return ({ companyName, industry }, { failures, warnings }) => {
    const company = asPhrase(companyName);
    const inName = exclusions.find(({ phrase }) => company.includes(phrase));
    const words = industry === null ? [] : industryWords(industry).map(asPhrase);
    const excluded = exclusions.find(({ phrase }) => words.some((each) => each.includes(phrase)));
    if (inName) failures.push(`${companyName} has an industry you exclude in its name (${inName.industry}).`);
    else if (excluded) failures.push(`Industry is ${industry}; you exclude ${excluded.industry}.`);
    else if (industry === null) warnings.push('Industry not disclosed; the ones you exclude could not be checked.');
  };
}

const travelLimits = {
  NONE: { percent: 0, wish: 'no travel' },
  UNDER_25: { percent: 25, wish: 'less than 25 %' },
  UNDER_50: { percent: 50, wish: 'less than 50 %' },
} as const;

export function travelRule({ maxTravelPercent }: ScoredPersona): Rule | undefined {
  if (maxTravelPercent === 'ANY') return undefined;
  const { percent: limit, wish } = travelLimits[maxTravelPercent];
  return ({ travelPercent }, { failures, warnings }) => {
    if (travelPercent === null) warnings.push('Travel not stated.');
    else if (travelPercent > limit) failures.push(`Travel of up to ${travelPercent} %; you want ${wish}.`);
    // "Up to 25 %" may well stay below it.
    else if (travelPercent === limit && limit > 0)
      warnings.push(`Travel of up to ${travelPercent} % may be more than you want (${wish}).`);
  };
}

const companySizes = {
  STARTUP: { least: 1, most: 100, wish: 'a startup (up to 100)' },
  MID_SIZE: { least: 101, most: 1_000, wish: 'a mid-size company (101 to 1,000)' },
  ENTERPRISE: { least: 1_001, most: Infinity, wish: 'an enterprise (more than 1,000)' },
} as const;
const thousands = new Intl.NumberFormat('en-US');

export function companySizeRule({ companySizePreference }: ScoredPersona): Rule | undefined {
  if (companySizePreference === 'NO_PREFERENCE') return undefined;
  const { least, most, wish } = companySizes[companySizePreference];
  return ({ companySize }, { failures, warnings }) => {
    if (companySize === null) warnings.push('Company size not stated.');
    else if (companySize < least || companySize > most)
      failures.push(`The employer has about ${thousands.format(companySize)} people; you want ${wish}.`);
  };
}
