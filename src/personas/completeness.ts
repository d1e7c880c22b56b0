import type { OperationContext } from '#authorization/operation-context.ts';
import type { Bullet } from './bullet.entity.ts';
import type { Persona } from './persona.entity.ts';
import type { Skill } from './skill.entity.ts';
import type { WorkHistory } from './work-history.entity.ts';

/** The steps of a persona's set-up, in order. */
export const onboardingSteps = [
  'resume_upload',
  'basic_info',
  'work_history',
  'education',
  'skills',
  'certifications',
  'achievement_stories',
  'non_negotiables',
  'growth_targets',
  'search_criteria',
  'voice_profile',
  'review',
] as const;

/** What a set-up needs to be finished by; all else, such as education, may be skipped. */
export interface SetUp {
  readonly jobs: readonly { readonly called: string; readonly bullets: number }[];
  readonly skills: number;
  readonly commutableCities: readonly string[];
  readonly remotePreference: string;
}

export interface Completeness {
  /** Share of what is needed that is there. */
  readonly percent: number;
  /** What is missing, as things to do, in the order of the steps. */
  readonly missing: string[];
}

/** How far a set-up has come. Name, address and stretch appetite are needed too, but no persona is without them. */
export function judgeCompleteness({ jobs, skills, commutableCities, remotePreference }: SetUp): Completeness {
  const bare = jobs.filter(({ bullets }) => bullets === 0).map(({ called }) => called);
  const needs = [
    { isMet: jobs.length > 0, advice: 'Add a job that you hold or held.' },
    {
      isMet: jobs.length > 0 && bare.length === 0,
      advice:
        bare.length === 0
          ? 'Say what you did in each job, in at least one bullet.'
          : `Say what you did, in at least one bullet, as ${bare.join(', as ')}.`,
    },
    { isMet: skills > 0, advice: 'Add a skill.' },
    {
      isMet: commutableCities.length > 0 || remotePreference === 'REMOTE_ONLY',
      advice: 'Name the cities you can work in, or wish for remote work only.',
    },
  ];
  const missing = needs.filter(({ isMet }) => !isMet).map(({ advice }) => advice);
  return { percent: Math.round((100 * (needs.length - missing.length)) / needs.length), missing };
}

/** What of its rows a persona's completeness is computed from. */
export const completenessColumns = [
  'commutableCities',
  'remotePreference',
  'skills.id',
  'workHistories.jobTitle',
  'workHistories.companyName',
  'workHistories.bullets.id',
];

/** How far the set-up of a persona has come, by the rows it has. */
export async function completenessOf(persona: Persona, { rows }: OperationContext): Promise<Completeness> {
  const { commutableCities, remotePreference } = persona;
  const skills = (await rows.children(persona, 'skills')) as readonly Skill[];
  const histories = (await rows.children(persona, 'workHistories')) as readonly WorkHistory[];
  const jobs = await Promise.all(
    histories.map(async (job) => ({
      called: `${job.jobTitle} at ${job.companyName}`,
      bullets: ((await rows.children(job, 'bullets')) as readonly Bullet[]).length,
    })),
  );
  return judgeCompleteness({ jobs, skills: skills.length, commutableCities, remotePreference });
}
