import { judgeSkills, knownYears, orderSkills, type SkillJudgement } from './judge-skills.ts';
import { prepareCities } from './match-place.ts';
import { prepareSoftSkills } from './judge-soft-skills.ts';
import { findNearest, fitPoints } from './nearness.ts';
import { normalizeTitle } from './normalize-title.ts';
import { readTitle, type ReadTitle } from './read-title.ts';
import { requireRange, requireShortList } from './require-range.ts';
import { judged, weightedSum, weightedTotal, type Judgement, type ScoreComponent } from './score-component.ts';
import type { ScoredPersona, ScoredPosting } from './scored-inputs.ts';
import { titleVector } from './title-similarity.ts';

/** Share of each component in the total. */
export const fitWeights = {
  hard_skills: 0.4,
  soft_skills: 0.15,
  experience_level: 0.25,
  role_title: 0.1,
  location_logistics: 0.1,
} as const;

export type FitComponentName = keyof typeof fitWeights;

/** How well a persona fits a posting. The lists hold hard skills, required ones first, then by key. */
export interface FitScore {
  /** The weighted components rounded half away from zero, at most `cappedAt`; 0 to 100. */
  readonly total: number;
  readonly components: readonly ScoreComponent<FitComponentName>[];
  readonly matchedSkills: readonly string[];
  readonly missingSkills: readonly string[];
  /** How many of `missingSkills`, counted from the first, are required. */
  readonly missingRequired: number;
  /** The limit that lowered the total, if one did. */
  readonly cappedAt: number | null;
  /** Puts equal totals into order, the nearer first; 0 to 10,000. */
  readonly nearness: number;
}

/** Where a posting is out of reach, nothing else may lift it above these. */
export const MISSING_SKILLS_CAP = 49;
export const SHORT_EXPERIENCE_CAP = 70;
const SHORT_EXPERIENCE_YEARS = 2;

const NEUTRAL: Judgement = { value: 70, neutral: true };

const anyModel = { REMOTE: 100, HYBRID: 100, ONSITE: 100 } as const;
const logisticsMatrix = {
  REMOTE_ONLY: { REMOTE: 100, HYBRID: 50, ONSITE: 0 },
  HYBRID_OK: { REMOTE: 100, HYBRID: 100, ONSITE: 60 },
  ONSITE_OK: anyModel,
  NO_PREFERENCE: anyModel,
} as const;
const OUT_OF_CITY_FACTOR = 0.7;

function requirePosting({ yearsMin, yearsMax, skills }: ScoredPosting): void {
  requireRange('yearsMin', yearsMin);
  requireRange('yearsMax', yearsMax);
  if (yearsMin !== null && yearsMax !== null && yearsMin > yearsMax) {
    throw new RangeError(`yearsMin must not exceed yearsMax, but ${yearsMin} > ${yearsMax}`);
  }
  requireShortList('skills', skills);
}

/** 15 points off for each year below the bounds, 5 for each above; being over-qualified costs at most half. */
function judgeExperience(years: number, { yearsMin, yearsMax }: ScoredPosting): Judgement {
  if (yearsMin === null && yearsMax === null) return NEUTRAL;
  if (yearsMin !== null && years < yearsMin) return judged(Math.max(0, 100 - 15 * (yearsMin - years)));
  if (yearsMax !== null && years > yearsMax) return judged(Math.max(50, 100 - 5 * (years - yearsMax)));
  return judged(100);
}

/** A title once held fits entirely, another as far as it is like the nearest of those held. */
function prepareRole({ titles }: ScoredPersona): (title: ReadTitle) => Judgement {
  const held = new Set(titles.map(normalizeTitle).filter(Boolean));
  const compared = [...held].map((title) => ({ vector: titleVector(title) }));
  const exact = judged(100);
  return ({ normal, vector }) => {
    if (held.has(normal)) return exact;
    const nearest = findNearest(compared, vector);
    return nearest === null ? NEUTRAL : judged(fitPoints(nearest.alike));
  };
}

/** A city one would have to move to passes the gate but is out of daily reach, so only commutable ones count here. */
function prepareLogistics({
  remotePreference,
  commutableCities,
}: ScoredPersona): (posting: ScoredPosting) => Judgement {
  const isCommutable = prepareCities(commutableCities);
  const points = logisticsMatrix[remotePreference];
  return ({ workModel, location }) => {
    if (workModel === null && remotePreference !== 'NO_PREFERENCE') return NEUTRAL;
    const base = workModel === null ? 100 : points[workModel];
    const isNear = workModel === 'REMOTE' || commutableCities.length === 0 || isCommutable(location);
    return judged(isNear ? base : base * OUT_OF_CITY_FACTOR);
  };
}

function component(name: FitComponentName, { value, neutral }: Judgement): ScoreComponent<FitComponentName> {
  return { name, value, weight: fitWeights[name], neutral };
}

/** The highest total that missing skills and short experience leave; 100 where both are fine. */
function fitCap({ required, missingRequired }: SkillJudgement, yearsShort: number): number {
  if (missingRequired * 2 > required) return MISSING_SKILLS_CAP;
  return yearsShort >= SHORT_EXPERIENCE_YEARS ? SHORT_EXPERIENCE_CAP : 100;
}

/**
 * A limit gives many postings one total, whatever else is known of them. Which of them is nearest is told by the title, and
 * by the whole fit before limits and rounding: the mean of both, in hundredths.
 */
function nearnessOf(components: readonly ScoreComponent<FitComponentName>[]): number {
  const title = components.find(({ name }) => name === 'role_title')?.value ?? 0;
  return Math.round(50 * (title + weightedSum(components)));
}

/** What of a fit costs little to judge, and the most that it leaves. */
interface PlainPart {
  readonly skills: SkillJudgement;
  readonly hardSkills: Judgement;
  readonly experience: Judgement;
  readonly logistics: Judgement;
  readonly cap: number;
}

/** What is compared word by word, which takes longer. */
interface ComparedPart {
  readonly softSkills: Judgement;
  readonly role: Judgement;
}

const BEST: ComparedPart = { softSkills: judged(100), role: judged(100) };

const componentsOf = (
  { hardSkills, experience, logistics }: PlainPart,
  { softSkills, role }: ComparedPart,
): readonly ScoreComponent<FitComponentName>[] => [
  component('hard_skills', hardSkills),
  component('soft_skills', softSkills),
  component('experience_level', experience),
  component('role_title', role),
  component('location_logistics', logistics),
];

function preparePlainPart(persona: ScoredPersona): (posting: ScoredPosting) => PlainPart {
  const known = knownYears(persona.skills);
  const years = persona.yearsExperience ?? 0;
  const judgeLogistics = prepareLogistics(persona);
  return (posting) => {
    requirePosting(posting);
    const skills = judgeSkills(known, orderSkills(posting).skills);
    return {
      skills,
      hardSkills: skills.value === null ? NEUTRAL : judged(skills.value),
      experience: judgeExperience(years, posting),
      logistics: judgeLogistics(posting),
      cap: fitCap(skills, (posting.yearsMin ?? 0) - years),
    };
  };
}

function prepareComparedPart(persona: ScoredPersona): (posting: ScoredPosting) => ComparedPart {
  const judgeSoftSkills = prepareSoftSkills(persona.skills);
  const judgeRole = prepareRole(persona);
  return (posting) => ({
    softSkills: judgeSoftSkills(posting) ?? NEUTRAL,
    role: judgeRole(readTitle(posting)),
  });
}

/** How a persona's fit with postings is judged. */
export interface FitJudge {
  readonly score: (posting: ScoredPosting) => FitScore;
  /** Whether the total of `score` is at least so much. Words are compared only where the best of them would do. */
  readonly reaches: (posting: ScoredPosting, total: number) => boolean;
}

/** `fitScore` with the persona's part done once, for many postings. */
export function prepareFit(persona: ScoredPersona): FitJudge {
  requireRange('yearsExperience', persona.yearsExperience);
  requireShortList('skills', persona.skills);
  const [judgePlain, compare] = [preparePlainPart(persona), prepareComparedPart(persona)];
  return {
    score: (posting) => {
      const plain = judgePlain(posting);
      const components = componentsOf(plain, compare(posting));
      const uncapped = weightedTotal(components);
      return {
        total: Math.min(uncapped, plain.cap),
        components,
        matchedSkills: plain.skills.matched,
        missingSkills: plain.skills.missing,
        missingRequired: plain.skills.missingRequired,
        cappedAt: uncapped > plain.cap ? plain.cap : null,
        nearness: nearnessOf(components),
      };
    },
    reaches: (posting, total) => {
      const plain = judgePlain(posting);
      const isReached = (compared: ComparedPart): boolean => weightedTotal(componentsOf(plain, compared)) >= total;
      return plain.cap >= total && isReached(BEST) && isReached(compare(posting));
    },
  };
}

/**
 * How well a persona fits a posting: hard skills 40 %, experience 25 %, soft skills 15 %, title and logistics 10 %
 * each. Missing more than half of the required hard skills caps the total at 49, two years or more below the minimum
 * experience at 70. Unstated experience counts as none. Skill, city and title order do not matter.
 * @throws RangeError naming the field, on years outside 0 to 100 or in the wrong order and on over 500 skills.
 */
export function fitScore(persona: ScoredPersona, posting: ScoredPosting): FitScore {
  return prepareFit(persona).score(posting);
}
