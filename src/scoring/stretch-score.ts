import { findNearest, stretchPoints } from './nearness.ts';
import { normalizeTitle } from './normalize-title.ts';
import { readTitle, type ReadTitle } from './read-title.ts';
import { requireShortList } from './require-range.ts';
import { compareLevels, roleLevel } from './role-level.ts';
import { judged, weightedTotal, type Judgement, type ScoreComponent } from './score-component.ts';
import type { ScoredPersona, ScoredPosting, TargetSkill } from './scored-inputs.ts';
import { titleVector } from './title-similarity.ts';

/** Share of each component in the total. */
export const stretchWeights = {
  target_role: 0.5,
  target_skills: 0.4,
  trajectory: 0.1,
} as const;

export type StretchComponentName = keyof typeof stretchWeights;

/** How far a posting leads where a persona wants to go. The lists hold target skills, by key. */
export interface StretchScore {
  /** The weighted components rounded half away from zero, 0 to 100. */
  readonly total: number;
  readonly components: readonly ScoreComponent<StretchComponentName>[];
  /** Target skills that the posting asks for, as the persona writes them. */
  readonly matchedSkills: readonly string[];
  readonly missingSkills: readonly string[];
  /** The target role that the title was judged by, as the persona writes it; null where none could be. */
  readonly nearestRole: string | null;
}

/** What the persona wants to go to: parts of it that the stretch reads. */
export type StretchingPersona = Pick<ScoredPersona, 'currentRole' | 'targetRoles' | 'targetSkills'>;

const NEUTRAL: Judgement = { value: 50, neutral: true };

/** By how many target skills the posting asks for; more than three count as three. */
const pointsByMatches = [20, 55, 85, 100] as const;
const TRAJECTORY_POINTS = { up: 100, same: 70, down: 30 } as const;

interface RoleJudgement extends Judgement {
  readonly role: string | null;
}

const inOrder = (left: string, right: string): number => (left < right ? -1 : Number(left > right));

/** Distinct target skills by key, the spelling that sorts first standing for its others. */
function distinctTargets(targets: readonly TargetSkill[]): readonly TargetSkill[] {
  const byKey = new Map<string, TargetSkill>();
  for (const target of targets) {
    const known = byKey.get(target.key);
    if (target.key !== '' && (known === undefined || target.name < known.name)) byKey.set(target.key, target);
  }
  return [...byKey.values()].toSorted((left, right) => inOrder(left.key, right.key));
}

/** A title wished for is reached entirely, another as far as it is like the nearest of those wished for. */
function prepareRole(targetRoles: readonly string[]): (title: ReadTitle) => RoleJudgement {
  const wanted = targetRoles
    .toSorted(inOrder)
    .map((role) => ({ role, normal: normalizeTitle(role), vector: titleVector(role) }))
    .filter(({ normal }) => normal !== '');
  return (title) => {
    const exact = wanted.find(({ normal }) => normal === title.normal);
    if (exact) return { ...judged(100), role: exact.role };
    const nearest = findNearest(wanted, title.vector);
    if (nearest === null) return { ...NEUTRAL, role: null };
    return { ...judged(stretchPoints(nearest.alike)), role: nearest.entry.role };
  };
}

function prepareTrajectory(currentRole: string | null): (title: ReadTitle) => Judgement {
  const from = roleLevel(currentRole);
  return ({ level: to }) => {
    if (from === null || to === null) return NEUTRAL;
    const step = compareLevels(from, to);
    if (step === 0) return judged(TRAJECTORY_POINTS.same);
    return judged(step > 0 ? TRAJECTORY_POINTS.up : TRAJECTORY_POINTS.down);
  };
}

function judgeTargets(targets: readonly TargetSkill[], matches: number): Judgement {
  return targets.length === 0 ? NEUTRAL : judged(pointsByMatches[Math.min(matches, 3) as 0 | 1 | 2 | 3]);
}

function component(name: StretchComponentName, { value, neutral }: Judgement): ScoreComponent<StretchComponentName> {
  return { name, value, weight: stretchWeights[name], neutral };
}

/** `stretchScore` with the persona's part done once, for many postings. */
export function prepareStretch(persona: StretchingPersona): (posting: ScoredPosting) => StretchScore {
  requireShortList('targetRoles', persona.targetRoles);
  requireShortList('targetSkills', persona.targetSkills);
  const targets = distinctTargets(persona.targetSkills);
  const judgeRole = prepareRole(persona.targetRoles);
  const judgeTrajectory = prepareTrajectory(persona.currentRole);
  return (posting) => {
    const title = readTitle(posting);
    const asked = targets.length === 0 ? undefined : new Set(posting.skills.map(({ key }) => key));
    const [matched, missing] = [true, false].map((isAsked) =>
      targets.filter(({ key }) => asked?.has(key) === isAsked).map(({ name }) => name),
    ) as [string[], string[]];
    const role = judgeRole(title);
    const components = [
      component('target_role', role),
      component('target_skills', judgeTargets(targets, matched.length)),
      component('trajectory', judgeTrajectory(title)),
    ];
    return {
      total: weightedTotal(components),
      components,
      matchedSkills: matched,
      missingSkills: missing,
      nearestRole: role.role,
    };
  };
}

/**
 * How far a posting leads where the persona wants to go: its title against the target roles 50 %, its skills against the
 * target skills 40 % (none 20, one 55, two 85, three or more 100), its level against the present one 10 % (up 100, the
 * same 70, down 30). What is not known is neutral at 50. Order and spelling of what is wished for do not matter.
 * @throws RangeError naming the field, on over 500 target roles or skills.
 */
export function stretchScore(persona: StretchingPersona, posting: ScoredPosting): StretchScore {
  return prepareStretch(persona)(posting);
}
