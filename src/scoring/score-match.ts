import { hash } from 'node:crypto';
import type { ScoreDetails } from '#job-pool/persona-job.entity.ts';
import { explainMatch, type MatchExplanation } from './explain-match.ts';
import { prepareFit, type FitJudge, type FitScore } from './fit-score.ts';
import { orderSkills } from './judge-skills.ts';
import { prepareNonNegotiables, type Gate } from './non-negotiables.ts';
import { oncePerPosting } from './once-per-posting.ts';
import { fitLabel, stretchLabel } from './score-label.ts';
import type { ScoredPersona, ScoredPosting } from './scored-inputs.ts';
import { prepareStretch, type StretchScore } from './stretch-score.ts';
import { similarityVersion } from './title-similarity.ts';

/** Names the rules a score was made by. It is part of what is read, so that new rules write every score anew the next time. */
export const SCORER_VERSION = 'match-8';

/** Rules and word vectors together: where either is another, so is what they make of the same inputs. */
export const scorerRelease = (): string => `${SCORER_VERSION} ${similarityVersion()}`;

/** One persona's view of one posting, as far as rules decide it. */
export interface Match {
  /** 0 to 100; null where a non-negotiable fails or the persona has no skill. */
  readonly fitScore: number | null;
  /** Puts equal fits into order, the nearer first; null with the fit. */
  readonly fitNearness: number | null;
  /** 0 to 100; null with the fit. */
  readonly stretchScore: number | null;
  readonly failedNonNegotiables: readonly string[];
  readonly warnings: readonly string[];
  /** Null with the scores. */
  readonly scoreDetails: ScoreDetails | null;
  /** SHA-256 in hex of all that was read, the rules' version included: equal exactly when the inputs are. */
  readonly inputsHash: string;
}

const PROVISIONAL = 'Provisional: the source gives no full text.';
const WITHOUT_SKILLS = 'Not scored: this persona has no skills yet.';
const UNSCORED = { fitScore: null, fitNearness: null, stretchScore: null, scoreDetails: null };
const GHOST = 'Possibly no live opening: it is open for long, posted again and again, or vague.';

const postingWarnings = ({ isIncomplete, isLikelyGhost }: ScoredPosting): readonly string[] => [
  ...(isIncomplete ? [PROVISIONAL] : []),
  ...(isLikelyGhost ? [GHOST] : []),
];

const sha256 = (value: unknown): string => hash('sha256', JSON.stringify(value));

// Lists of a persona are sets to the rules, so their order must not change the hash. Arrays instead of objects
// leave nothing to the order of keys.
function personaFingerprint(persona: ScoredPersona): string {
  return sha256([
    scorerRelease(),
    persona.skills.map(({ key, name, kind, proficiency }) => JSON.stringify([key, name, kind, proficiency])).toSorted(),
    persona.yearsExperience,
    persona.titles.toSorted(),
    persona.currentRole,
    persona.targetRoles.toSorted(),
    persona.targetSkills.map(({ key, name }) => JSON.stringify([key, name])).toSorted(),
    persona.remotePreference,
    persona.minimumBaseSalary,
    persona.salaryCurrency,
    persona.commutableCities.toSorted(),
    persona.relocationOpen,
    persona.relocationCities.toSorted(),
    persona.visaSponsorshipRequired,
    persona.industryExclusions.toSorted(),
    persona.maxTravelPercent,
    persona.companySizePreference,
    persona.homeCountry,
    persona.homeState,
    persona.customRules.map(({ name, type, values, field }) => JSON.stringify([name, type, values, field])).toSorted(),
  ]);
}

const postingFingerprint = oncePerPosting((posting) =>
  sha256([
    posting.title,
    posting.companyName,
    posting.location,
    posting.workModel,
    posting.salaryMin,
    posting.salaryMax,
    posting.salaryCurrency,
    posting.yearsMin,
    posting.yearsMax,
    posting.isIncomplete,
    posting.isLikelyGhost,
    posting.country,
    posting.visaSponsorship,
    posting.industry,
    posting.travelPercent,
    posting.companySize,
    posting.eligibleCountries,
    posting.timeZones && [posting.timeZones.from, posting.timeZones.to, posting.timeZones.basis],
    posting.skills.map(({ key, name, kind, required, years }) => [key, name, kind, required, years]),
  ]),
);

const orderedPosting = oncePerPosting(orderSkills);

/** Both scores with all that explains them, and what to mind beside them. */
function scored(fit: FitScore, stretch: StretchScore, { warnings, ...explanation }: MatchExplanation) {
  const shown = ({ total, components, matchedSkills, missingSkills }: FitScore | StretchScore) => ({
    total,
    components,
    matchedSkills,
    missingSkills,
  });
  return {
    fitScore: fit.total,
    fitNearness: fit.nearness,
    stretchScore: stretch.total,
    warnings,
    scoreDetails: {
      fit: { ...shown(fit), label: fitLabel(fit.total) },
      stretch: { ...shown(stretch), label: stretchLabel(stretch.total) },
      ...explanation,
      scorerVersion: SCORER_VERSION,
      similarityVersion: similarityVersion(),
    },
  };
}

/** A persona made ready to be held against postings. */
export interface PreparedMatcher {
  readonly match: (posting: ScoredPosting) => Match;
  /** Whether `match` passes the gate with at least this fit, which is found out without explaining anything. */
  readonly reaches: (posting: ScoredPosting, fit: number) => boolean;
}

/**
 * `scoreMatch` with the persona's part done once: make it for each persona and call it for each posting. It remembers
 * places it has seen, so it should not outlive the pass it was made for.
 */
export function prepareMatcher(persona: ScoredPersona): PreparedMatcher {
  const [gate, fit] = [prepareNonNegotiables(persona), prepareFit(persona)];
  const explain = prepareExplained(persona, { gate, fit });
  return {
    match: (posting) => explain(orderedPosting(posting)),
    reaches: (unordered, total) => {
      const posting = orderedPosting(unordered);
      return persona.skills.length > 0 && gate.isOpen(posting) && fit.reaches(posting, total);
    },
  };
}

function prepareExplained(
  persona: ScoredPersona,
  { gate, fit: fitJudge }: { readonly gate: Gate; readonly fit: FitJudge },
): (posting: ScoredPosting) => Match {
  const stretchScore = prepareStretch(persona);
  const personaPart = personaFingerprint(persona);
  return (posting) => {
    const { failures, warnings } = gate.check(posting);
    const gated = [...warnings, ...postingWarnings(posting)];
    const match = {
      failedNonNegotiables: failures,
      warnings: gated,
      // What the persona's own rules found in the description stands for the long text.
      inputsHash: sha256([personaPart, postingFingerprint(posting), failures.toSorted()]),
    };
    if (failures.length > 0) return { ...match, ...UNSCORED };
    if (persona.skills.length === 0) return { ...match, ...UNSCORED, warnings: [WITHOUT_SKILLS, ...gated] };
    const [fit, stretch] = [fitJudge.score(posting), stretchScore(posting)];
    const scores = scored(fit, stretch, explainMatch(persona, posting, { fit, stretch }));
    return { ...match, ...scores, warnings: [...gated, ...scores.warnings] };
  };
}

/**
 * Holds one posting against one persona: the gate of non-negotiables first, then fit and stretch with their explanation.
 * A persona without any skill has shown nothing to score by, which is not the same as a score of zero.
 * @throws RangeError as `fitScore` does, where the gate lets the posting through.
 */
export function scoreMatch(persona: ScoredPersona, posting: ScoredPosting): Match {
  return prepareMatcher(persona).match(posting);
}
