import { type FitScore, MISSING_SKILLS_CAP, SHORT_EXPERIENCE_CAP } from './fit-score.ts';
import { evidence } from './score-component.ts';
import type { ScoredPersona, ScoredPosting } from './scored-inputs.ts';
import type { StretchScore } from './stretch-score.ts';

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

function strengths(fit: FitScore, posting: ScoredPosting): string[] {
  const found: string[] = [];
  if ((evidence(fit.components, 'hard_skills') ?? 0) >= 80 && fit.matchedSkills.length > 0) {
    found.push(`you know ${listed(fit.matchedSkills)}`);
  }
  if ((evidence(fit.components, 'experience_level') ?? 0) >= 90) {
    found.push(`your experience suits the ${askedYears(posting)} asked for`);
  }
  return found;
}

// A cap that cut the total is a gap even where its component alone would not be one.
function skillGap(fit: FitScore): string | undefined {
  const { missingSkills, missingRequired, cappedAt } = fit;
  if ((evidence(fit.components, 'hard_skills') ?? 100) >= 50 && cappedAt !== MISSING_SKILLS_CAP) return undefined;
  if (missingSkills.length === 0) return 'little practice in the skills asked for';
  return `missing ${listed(missingSkills, missingRequired || MAX_LISTED)}`;
}

const statedYears = (years: number | null): string =>
  years === null ? 'no experience stated' : `${inYears(years)} of experience`;

// The value alone does not tell which side of the bounds the years are on.
const isOver = ({ yearsMax }: ScoredPosting, years: number | null): boolean =>
  yearsMax !== null && (years ?? 0) > yearsMax;

function experienceGap(fit: FitScore, posting: ScoredPosting, years: number | null): string | undefined {
  if (isOver(posting, years)) return undefined;
  if ((evidence(fit.components, 'experience_level') ?? 100) >= 60 && fit.cappedAt !== SHORT_EXPERIENCE_CAP)
    return undefined;
  return `${statedYears(years)} where the posting asks for ${askedYears(posting)}`;
}

function gaps(fit: FitScore, posting: ScoredPosting, years: number | null): string[] {
  const limit = fit.cappedAt === null ? undefined : `so the score stops at ${fit.cappedAt}`;
  return [skillGap(fit), experienceGap(fit, posting, years), limit].filter((gap) => gap !== undefined);
}

/** Too many years are no gap: employers may still ask why. */
function overqualified(fit: FitScore, posting: ScoredPosting, years: number | null): string[] {
  if (!isOver(posting, years) || (evidence(fit.components, 'experience_level') ?? 100) >= 60) return [];
  return [`possibly overqualified: ${statedYears(years)} where the posting asks for ${askedYears(posting)}`];
}

function stretchNotes({ components, matchedSkills, nearestRole }: StretchScore): string[] {
  const notes: string[] = [];
  if (nearestRole !== null && (evidence(components, 'target_role') ?? 0) >= 80) {
    notes.push(`this is or comes near a role you aim for: ${nearestRole}`);
  }
  if ((evidence(components, 'target_skills') ?? 0) >= 75) {
    notes.push(`it asks for ${listed(matchedSkills)}, which you want to work with`);
  }
  return notes;
}

/** What is found about a match, each in a plain sentence to the persona's owner. */
export interface MatchExplanation {
  /** One or two sentences: the tone by the fit, then what speaks for it and what against it. */
  readonly summary: string;
  readonly strengths: readonly string[];
  readonly gaps: readonly string[];
  /** Why it leads where the persona wants to go. */
  readonly stretchNotes: readonly string[];
  /** What to think of beside the score. */
  readonly warnings: readonly string[];
}

const sentence = (phrase: string): string => `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}.`;

function summarize(fit: FitScore, pro: readonly string[], contra: readonly string[]): string {
  const verdict = `${tone(fit.total)}${pro.length === 0 ? '' : `: ${pro.join('; ')}`}.`;
  if (contra.length > 0) return `${verdict} Gaps: ${contra.join('; ')}.`;
  const isJudged = (['hard_skills', 'experience_level'] as const).some(
    (name) => evidence(fit.components, name) !== undefined,
  );
  return isJudged ? verdict : `${verdict} The posting names neither hard skills nor years of experience.`;
}

/**
 * A match in words: the tone by the fit (85 strong, 70 good, 55 moderate), strengths, gaps, what speaks for growing into
 * it and what to mind, at most three skills each. The scores are those of the other two.
 */
export function explainMatch(
  { yearsExperience }: Pick<ScoredPersona, 'yearsExperience'>,
  posting: ScoredPosting,
  { fit, stretch }: { readonly fit: FitScore; readonly stretch: StretchScore },
): MatchExplanation {
  const pro = strengths(fit, posting);
  const contra = gaps(fit, posting, yearsExperience);
  return {
    summary: summarize(fit, pro, contra),
    strengths: pro.map(sentence),
    gaps: contra.map(sentence),
    stretchNotes: stretchNotes(stretch).map(sentence),
    warnings: overqualified(fit, posting, yearsExperience).map(sentence),
  };
}
