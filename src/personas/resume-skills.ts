import { isDeepStrictEqual } from 'node:util';
import type { SkillGroup } from './json-resume.ts';
import { trimmed } from './resume-basics.ts';
import type { proficiencies, skillTypes } from './skill.entity.ts';

type Proficiency = (typeof proficiencies)[number];

/** A skill as the section `skills` speaks of it. */
export interface GroupedSkill {
  readonly skillName: string;
  readonly category: string;
  readonly proficiency: Proficiency;
}

/** A skill with where it stands: its group, and its place among the group's keywords unless it is the group itself. */
export interface PlacedSkill {
  readonly skill: GroupedSkill;
  readonly path: readonly (string | number)[];
}

/** The group of those that no group was named for. */
const commonCategory = 'Domain Knowledge';

const softCategory =
  /\bsoft skills?\b|\binterpersonal\b|^(?:leadership(?: & management)?|communication|collaboration|problem solving|adaptability)$/i;

/** Whether skills of a group are taken for soft ones. */
export const typeOfCategory = (category: string): (typeof skillTypes)[number] =>
  softCategory.test(category) ? 'SOFT' : 'HARD';

/** Words for levels, and figures of five. Whatever else a level says is the middle of what is worth naming. */
const levels: readonly (readonly [Proficiency, RegExp])[] = [
  ['LEARNING', /^[12]$|beginner|novice|learning|basic|elementary|entry/i],
  ['FAMILIAR', /^3$|intermediate|familiar|competent|working knowledge/i],
  ['EXPERT', /^5$|expert|master|guru/i],
];

export const proficiencyOf = (level: string | undefined): Proficiency =>
  levels.find(([, words]) => words.test(trimmed(level)))?.[0] ?? 'PROFICIENT';

const levelWords: Readonly<Record<Proficiency, string>> = {
  LEARNING: 'Beginner',
  FAMILIAR: 'Intermediate',
  PROFICIENT: 'Advanced',
  EXPERT: 'Expert',
};

/** The skills of each group, each skill once: where a later group or spelling names it again, it is passed over. */
export function skillsOfGroups(groups: readonly SkillGroup[]): readonly (readonly PlacedSkill[])[] {
  const known = new Set<string>();
  return groups.map((group, index) =>
    skillsOf(group, index).filter(({ skill }) => {
      const isNew = skill.skillName !== '' && !known.has(folded(skill.skillName));
      known.add(folded(skill.skillName));
      return isNew;
    }),
  );
}

function skillsOf({ name, level, keywords = [] }: SkillGroup, index: number): readonly PlacedSkill[] {
  const proficiency = proficiencyOf(level);
  const placed = (word: string | undefined, category: string, path: readonly (string | number)[]): PlacedSkill => ({
    skill: { skillName: trimmed(word), category, proficiency },
    path: [index, ...path],
  });
  return keywords.length === 0
    ? [placed(name, commonCategory, ['name'])]
    : keywords.map((word, at) => placed(word, trimmed(name) || commonCategory, ['keywords', at]));
}

/** Skills as one, whatever their case. */
export const folded = (name: string): string => name.toLowerCase();

/** The section as a persona's skills have it: the groups there were, with what has changed or gone taken out, and what is new. */
export function groupsOf(skills: readonly GroupedSkill[], kept: readonly SkillGroup[] = []): readonly SkillGroup[] {
  const asTheyAre = new Map(skills.map((skill) => [skill.skillName, groupedAs(skill)]));
  const unchanged = new Set(
    skillsOfGroups(kept)
      .flat()
      .filter(({ skill }) => isDeepStrictEqual(asTheyAre.get(skill.skillName), skill))
      .map(({ skill }) => folded(skill.skillName)),
  );
  const left = kept.flatMap((group) => withOnly(group, unchanged));
  return withAdded(left, newGroups(skills.filter(({ skillName }) => !unchanged.has(folded(skillName)))));
}

const groupedAs = ({ skillName, category, proficiency }: GroupedSkill): GroupedSkill => ({
  skillName,
  category,
  proficiency,
});

/** A group with these of its skills; none where none is left. */
function withOnly(group: SkillGroup, names: ReadonlySet<string>): readonly SkillGroup[] {
  const isLeft = (word: string | undefined): boolean => trimmed(word) === '' || names.has(folded(trimmed(word)));
  const { keywords = [] } = group;
  if (keywords.length === 0) return isLeft(group.name) ? [group] : [];
  const left = keywords.filter(isLeft);
  if (left.length === keywords.length) return [group];
  return left.length === 0 ? [] : [{ ...group, keywords: left }];
}

const newGroups = (skills: readonly GroupedSkill[]): readonly Required<SkillGroup>[] =>
  [...Map.groupBy(skills, ({ category, proficiency }) => `${proficiency} ${category}`).values()].map((alike) => ({
    name: alike[0]?.category ?? '',
    level: levelWords[alike[0]?.proficiency ?? 'PROFICIENT'],
    keywords: alike.map(({ skillName }) => skillName),
  }));

/** New skills go to a group of theirs, where there is one. */
function withAdded(groups: readonly SkillGroup[], added: readonly Required<SkillGroup>[]): readonly SkillGroup[] {
  const all = [...groups];
  for (const group of added) {
    const at = all.findIndex(
      ({ name, level, keywords = [] }) =>
        keywords.length > 0 && trimmed(name) === group.name && proficiencyOf(level) === proficiencyOf(group.level),
    );
    const there = all[at];
    if (there) all[at] = { ...there, keywords: [...(there.keywords ?? []), ...group.keywords] };
    else all.push(group);
  }
  return all;
}
