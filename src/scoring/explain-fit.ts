import { type FitComponentName, type FitScore, MISSING_SKILLS_CAP, SHORT_EXPERIENCE_CAP } from './fit-score.ts';
import type { ScoredPersona, ScoredPosting } from './scored-inputs.ts';

const MAX_LISTED = 3;

function tone(total: number): string {
  if (total >= 85) return 'Strong fit';
  if (total >= 70) return 'Good fit';
  return total >= 55 ? 'Moderate fit' : 'Weak fit';
}

function listed(names: readonly string[], count = MAX_LISTED): string {
  const shown = names.slice(0, Math.min(count, MAX_LISTED));
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}` : shown.join('');
}

const inYears = (count: number | string): string => `${count} ${count === 1 ? 'year' : 'years'}`;

function askedYears({ yearsMin, yearsMax }: ScoredPosting): string {
  if (yearsMin === null) return `at most ${inYears(yearsMax ?? 0)}`;
  if (yearsMax === null) return `${yearsMin} or more years`;
  return yearsMin === yearsMax ? inYears(yearsMin) : `${yearsMin} to ${inYears(yearsMax)}`;
}

/** The value of a component that had something to judge by; neutral ones are neither strength nor gap. */
function evidence(fit: FitScore, name: FitComponentName): number | undefined {
  const found = fit.components.find((component) => component.name === name);
  return found === undefined || found.neutral ? undefined : found.value;
}

function strengths(fit: FitScore, posting: ScoredPosting): string[] {
  const found: string[] = [];
  if ((evidence(fit, 'hard_skills') ?? 0) >= 80 && fit.matchedSkills.length > 0) {
    found.push(`you know ${listed(fit.matchedSkills)}`);
  }
  if ((evidence(fit, 'experience_level') ?? 0) >= 90) {
    found.push(`your experience suits the ${askedYears(posting)} asked for`);
  }
  return found;
}

// A cap that cut the total is a gap even where its component alone would not be one.
function skillGap(fit: FitScore): string | undefined {
  const { missingSkills, missingRequired, cappedAt } = fit;
  if ((evidence(fit, 'hard_skills') ?? 100) >= 50 && cappedAt !== MISSING_SKILLS_CAP) return undefined;
  if (missingSkills.length === 0) return 'little practice in the skills asked for';
  return `missing ${listed(missingSkills, missingRequired || MAX_LISTED)}`;
}

function experienceGap(fit: FitScore, posting: ScoredPosting, years: number | null): string | undefined {
  if ((evidence(fit, 'experience_level') ?? 100) >= 60 && fit.cappedAt !== SHORT_EXPERIENCE_CAP) return undefined;
  // The value alone does not tell which side of the bounds the years are on.
  const isOver = posting.yearsMax !== null && (years ?? 0) > posting.yearsMax;
  const stated = years === null ? 'no experience stated' : `${inYears(years)} of experience`;
  return `${isOver ? 'possibly overqualified: ' : ''}${stated} where the posting asks for ${askedYears(posting)}`;
}

function gaps(fit: FitScore, posting: ScoredPosting, years: number | null): string[] {
  const limit = fit.cappedAt === null ? undefined : `so the score stops at ${fit.cappedAt}`;
  return [skillGap(fit), experienceGap(fit, posting, years), limit].filter((gap) => gap !== undefined);
}

/**
 * A fit in one or two plain sentences to the persona's owner: the tone by the total (85 strong, 70 good, 55 moderate),
 * then what speaks for it and what against it, at most three skills each. `fit` is the score of the other two.
 */
export function explainFit(
  persona: Pick<ScoredPersona, 'yearsExperience'>,
  posting: ScoredPosting,
  fit: FitScore,
): string {
  const pro = strengths(fit, posting).join('; ');
  const contra = gaps(fit, posting, persona.yearsExperience).join('; ');
  const verdict = `${tone(fit.total)}${pro === '' ? '' : `: ${pro}`}.`;
  if (contra !== '') return `${verdict} Gaps: ${contra}.`;
  const isUnjudged = evidence(fit, 'hard_skills') === undefined && evidence(fit, 'experience_level') === undefined;
  return isUnjudged ? `${verdict} The posting names neither hard skills nor years of experience.` : verdict;
}
