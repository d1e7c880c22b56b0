import { graphql } from '../generated/gql.ts';
import { words } from '../words/personas.ts';

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
export const stepTitles = words.setUp.steps;

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
