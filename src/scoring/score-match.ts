import { hash } from 'node:crypto';
import type { ScoreDetails } from '#job-pool/persona-job.entity.ts';
import { explainFit } from './explain-fit.ts';
import { prepareFit } from './fit-score.ts';
import { orderSkills } from './judge-skills.ts';
import { prepareNonNegotiables } from './non-negotiables.ts';
import type { ScoredPersona, ScoredPosting } from './scored-inputs.ts';

/** Names the rules a score was made by. It is part of what is read, so that new rules write every score anew the next time. */
export const SCORER_VERSION = 'fit-1';

/** One persona's view of one posting, as far as rules decide it. */
export interface Match {
  /** 0 to 100; null where a non-negotiable fails. */
  readonly fitScore: number | null;
  readonly failedNonNegotiables: readonly string[];
  readonly warnings: readonly string[];
  /** Null with the score. */
  readonly scoreDetails: ScoreDetails | null;
  /** SHA-256 in hex of all that was read, the rules' version included: equal exactly when the inputs are. */
  readonly inputsHash: string;
}

const PROVISIONAL = 'Provisional: the source gives no full text.';

const sha256 = (value: unknown): string => hash('sha256', JSON.stringify(value));

// Lists of a persona are sets to the rules, so their order must not change the hash. Arrays instead of objects
// leave nothing to the order of keys.
function personaFingerprint(persona: ScoredPersona): string {
  return sha256([
    SCORER_VERSION,
    persona.skills.map(({ key, proficiency }) => JSON.stringify([key, proficiency])).toSorted(),
    persona.yearsExperience,
    persona.titles.toSorted(),
    persona.remotePreference,
    persona.minimumBaseSalary,
    persona.salaryCurrency,
    persona.commutableCities.toSorted(),
    persona.relocationOpen,
    persona.relocationCities.toSorted(),
    persona.visaSponsorshipRequired,
    persona.industryExclusions.toSorted(),
  ]);
}

function inputsHash(personaPart: string, posting: ScoredPosting): string {
  return sha256([
    personaPart,
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
    posting.skills.map(({ key, name, kind, required, years }) => [key, name, kind, required, years]),
  ]);
}

/**
 * `scoreMatch` with the persona's part done once: make it for each persona and call it for each posting. It remembers
 * places it has seen, so it should not outlive the pass it was made for.
 */
export function prepareMatcher(persona: ScoredPersona): (posting: ScoredPosting) => Match {
  const checkNonNegotiables = prepareNonNegotiables(persona);
  const fitScore = prepareFit(persona);
  const personaPart = personaFingerprint(persona);
  return (unordered) => {
    const posting = orderSkills(unordered);
    const { failures, warnings } = checkNonNegotiables(posting);
    const match = {
      failedNonNegotiables: failures,
      warnings: posting.isIncomplete ? [...warnings, PROVISIONAL] : warnings,
      inputsHash: inputsHash(personaPart, posting),
    };
    if (failures.length > 0) return { ...match, fitScore: null, scoreDetails: null };
    const fit = fitScore(posting);
    const { total, components, matchedSkills, missingSkills } = fit;
    const summary = explainFit(persona, posting, fit);
    const scoreDetails = {
      fit: { total, components, matchedSkills, missingSkills },
      summary,
      scorerVersion: SCORER_VERSION,
    };
    return { ...match, fitScore: total, scoreDetails };
  };
}

/**
 * Holds one posting against one persona: the gate of non-negotiables first, then the fit with its explanation.
 * @throws RangeError as `fitScore` does, where the gate lets the posting through.
 */
export function scoreMatch(persona: ScoredPersona, posting: ScoredPosting): Match {
  return prepareMatcher(persona)(posting);
}
