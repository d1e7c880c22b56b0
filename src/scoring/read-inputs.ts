import type { EntityManager } from '@mikro-orm/postgresql';
import { readColumns } from '#database/read-columns.ts';
import { canonicalSkill } from '#job-pool/canonical-skill.ts';
import { Persona } from '#personas/persona.entity.ts';
import { Skill } from '#personas/skill.entity.ts';
import { WorkHistory } from '#personas/work-history.entity.ts';
import { knownSkills } from './known-skills.ts';
import type { Reach } from './may-reach.ts';
import { looksIntoText, readCustomRules } from './read-custom-rules.ts';
import { prepareMatcher, type Match } from './score-match.ts';
import type { CustomRule, ScoredPersona, ScoredPosting } from './scored-inputs.ts';

/** What holds postings against a persona. */
export interface Judge extends Reach {
  readonly match: (posting: ScoredPosting) => Match;
  /** Whether a posting passes the gate and reaches the threshold, without explaining. */
  readonly isMatch: (posting: ScoredPosting) => boolean;
  /** Whether a rule of its own looks into descriptions. */
  readonly needsText: boolean;
}

/** A persona made ready to be held against postings. */
export interface Matcher extends Judge {
  readonly persona: Persona;
}

/** Reads personas; those that are gone by now are left out. */
export async function readMatchers(em: EntityManager, personaIds: readonly string[]): Promise<readonly Matcher[]> {
  const personas = await em.find(Persona, { id: { $in: [...personaIds] } }, { orderBy: { id: 'asc' } });
  const ofThese = { persona: { $in: [...personaIds] } };
  const skills = Map.groupBy(
    await readColumns(em, Skill, {
      columns: ['persona', 'skillName', 'skillType', 'proficiency'],
      where: ofThese,
    }),
    ({ persona }) => persona,
  );
  const jobs = await readColumns(em, WorkHistory, { columns: ['persona', 'jobTitle'], where: ofThese });
  const titles = Map.groupBy(jobs, ({ persona }) => persona);
  const rules = await readCustomRules(em, personaIds);
  return personas.map((persona) => {
    const scored = scoredPersona(persona, {
      skills: skills.get(persona.id) ?? [],
      jobTitles: (titles.get(persona.id) ?? []).map(({ jobTitle }) => jobTitle),
      customRules: rules.get(persona.id) ?? [],
    });
    return { persona, ...judgeFor(scored, persona.minimumFitThreshold) };
  });
}

/** Makes a persona that is given by its values ready to be held against postings. */
export function judgeFor(persona: ScoredPersona, minimumFitThreshold: number): Judge {
  const { match, reaches } = prepareMatcher(persona);
  return {
    minimumFitThreshold,
    keys: new Set(persona.skills.map(({ key }) => key)),
    match,
    isMatch: (posting) => reaches(posting, minimumFitThreshold),
    needsText: looksIntoText(persona.customRules),
  };
}

/** What a persona says of itself that matching reads. */
export const scoredFields = [
  'yearsExperience',
  'currentRole',
  'targetRoles',
  'targetSkills',
  'remotePreference',
  'minimumBaseSalary',
  'salaryCurrency',
  'commutableCities',
  'relocationOpen',
  'relocationCities',
  'visaSponsorshipRequired',
  'industryExclusions',
  'maxTravelPercent',
  'companySizePreference',
  'homeCountry',
  'homeState',
] as const;

export type ScoredFields = Pick<Persona, (typeof scoredFields)[number]>;

/** What hangs on a persona that matching reads. */
interface Held {
  readonly skills: readonly Pick<Skill, 'skillName' | 'skillType' | 'proficiency'>[];
  readonly jobTitles: readonly string[];
  readonly customRules: readonly CustomRule[];
}

/** A persona by the values that matching reads, trades that its titles tell of included. */
export function scoredPersona(persona: ScoredFields, { skills, jobTitles, customRules }: Held): ScoredPersona {
  const titles = [...new Set([...(persona.currentRole ? [persona.currentRole] : []), ...jobTitles])];
  return {
    ...persona,
    yearsExperience: persona.yearsExperience ?? null,
    minimumBaseSalary: persona.minimumBaseSalary ?? null,
    titles,
    currentRole: persona.currentRole ?? null,
    customRules,
    targetSkills: persona.targetSkills.map((name) => ({ key: canonicalSkill(name), name })),
    skills: knownSkills(skills, titles),
  };
}
