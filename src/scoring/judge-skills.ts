import { requireRange } from './require-range.ts';
import type { PersonaSkill, RequestedSkill, ScoredPosting } from './scored-inputs.ts';

/** What the hard skills of a posting find in a persona. */
export interface SkillJudgement {
  /** 0 to 100, or null where the posting asks for no hard skill. */
  readonly value: number | null;
  readonly matched: readonly string[];
  readonly missing: readonly string[];
  readonly required: number;
  readonly missingRequired: number;
}

interface Tally {
  asked: number;
  missing: number;
  weight: number;
}

const proficiencyYears = { LEARNING: 0.5, FAMILIAR: 1.5, PROFICIENT: 3.5, EXPERT: 6 } as const;

/** Years of use by skill key. They come from the proficiency: the years people state differ too much to compare. */
export function knownYears(skills: readonly PersonaSkill[]): ReadonlyMap<string, number> {
  const years = new Map<string, number>();
  for (const { key, proficiency } of skills) {
    years.set(key, Math.max(years.get(key) ?? 0, proficiencyYears[proficiency]));
  }
  return years;
}

function compareSkills(left: RequestedSkill, right: RequestedSkill): number {
  if (left.required !== right.required) return left.required ? -1 : 1;
  if (left.key === right.key) return 0;
  return left.key < right.key ? -1 : 1;
}

/** The posting with required skills first, then by key; itself when it has that order, so ordering twice is free. */
export function orderSkills(posting: ScoredPosting): ScoredPosting {
  const { skills } = posting;
  const isOrdered = skills.every((skill, index) => {
    const previous = skills[index - 1];
    return previous === undefined || compareSkills(previous, skill) <= 0;
  });
  return isOrdered ? posting : { ...posting, skills: skills.toSorted(compareSkills) };
}

/** How far a known skill counts: fully with the years asked for, 0.15 less for each one short, at least 0.2. */
function skillWeight(known: number, asked: number | null): number {
  if (asked === null || known >= asked) return 1;
  return Math.max(0.2, 1 - 0.15 * (asked - known));
}

/** Required skills make 80 points and the others 20; where only required ones are asked for they make all 100. */
function skillPoints(required: Tally, nice: Tally): number {
  if (nice.asked === 0) return (100 * required.weight) / required.asked;
  const requiredPoints = required.asked === 0 ? 80 : (80 * required.weight) / required.asked;
  return requiredPoints + (20 * nice.weight) / nice.asked;
}

/** Judges a posting's hard skills, in their order, by the years known for each key; soft skills are left out. */
export function judgeSkills(known: ReadonlyMap<string, number>, skills: readonly RequestedSkill[]): SkillJudgement {
  const required: Tally = { asked: 0, missing: 0, weight: 0 };
  const nice: Tally = { asked: 0, missing: 0, weight: 0 };
  const matched: string[] = [];
  const missing: string[] = [];
  for (const skill of skills) {
    if (skill.kind === 'SOFT') continue;
    requireRange('skills.years', skill.years);
    const tally = skill.required ? required : nice;
    const years = known.get(skill.key);
    tally.asked += 1;
    if (years === undefined) {
      tally.missing += 1;
      missing.push(skill.name);
    } else {
      tally.weight += skillWeight(years, skill.years);
      matched.push(skill.name);
    }
  }
  const lists = { matched, missing, required: required.asked, missingRequired: required.missing };
  if (required.asked + nice.asked === 0) return { value: null, ...lists };
  // A persona without skills has shown none, also where nothing is strictly required.
  return { value: known.size === 0 ? 0 : skillPoints(required, nice), ...lists };
}
