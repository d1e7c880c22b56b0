import { graphql } from '../generated/gql.ts';

export const PersonaSetUp = graphql(`
  fragment PersonaSetUp on Persona {
    id
    onboardingComplete
    onboardingStep
    completeness {
      percent
      missing
    }
    updatedAt
  }
`);

/** Steps of a set-up by their names on the server, in order. */
export const stepTitles = {
  resume_upload: 'Resume',
  basic_info: 'About you',
  work_history: 'Jobs',
  education: 'Education',
  skills: 'Skills',
  certifications: 'Certifications',
  achievement_stories: 'Stories',
  non_negotiables: 'What you will not give up',
  growth_targets: 'Where you want to go',
  search_criteria: 'Searches',
  voice_profile: 'Voice',
  review: 'Review',
} as const;

export type StepName = keyof typeof stepTitles;

export const stepNames = Object.keys(stepTitles) as readonly StepName[];

/** The step of this name in an address; undefined for none. */
export const findStep = (slug: string | undefined): StepName | undefined =>
  stepNames.find((name) => slugOf(name) === slug);

const slugOf = (name: string): string => name.replaceAll('_', '-');

/** The address of a step, or of the one last left. */
export const setUpPath = (personaId: string, name?: StepName): string =>
  `/personas/${personaId}/set-up${name ? `/${slugOf(name)}` : ''}`;

/** The name of the draft of what is typed in a step. */
export const setUpDraft = (personaId: string, name: StepName): string => `set-up:${personaId}:${name}`;
