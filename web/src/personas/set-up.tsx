import { useQuery } from '@apollo/client/react';
import { Stack, Text } from '@mantine/core';
import { Link, Navigate, useParams } from 'react-router';
import { unmask } from '../generated/fragment-masking.ts';
import { graphql } from '../generated/gql.ts';
import type { PersonaSetUpFragment } from '../generated/graphql.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { NotFound, Pending } from '../shell/states.tsx';
import { words } from '../words/personas.ts';
import { findStep, PersonaSetUp, setUpPath, stepNames, stepTitles, type StepName } from './persona-set-up.ts';
import { usePersonaId } from './personas.ts';
import { SetUpStep } from './set-up-step.tsx';
import classes from './set-up.module.css';

const SetUpPersona = graphql(`
  query SetUpPersona($id: ID!) {
    persona(id: $id) {
      id
      ...PersonaSetUp
      ...PersonaAbout
      ...PersonaWishes
      ...PersonaGrowth
      ...PersonaSkills
      ...WorkHistories
      ...Educations
      ...Certifications
      ...AchievementStories
      ...OwnRules
      ...PersonaSearches
      ...Voice
    }
  }
`);

/** A persona's set-up, step by step; it goes on at the step last left. */
export function SetUp() {
  const id = usePersonaId();
  const name = findStep(useParams()['step']);
  const { data, error, refetch } = useQuery(SetUpPersona, { variables: { id } });
  if (!data) return <Pending error={error} onRetry={refetch} />;
  if (!data.persona) return <NotFound />;
  const setUp = unmask(PersonaSetUp, data.persona);
  if (!name) return <Navigate to={setUpPath(id, lastLeft(setUp))} replace />;
  return (
    <div className={classes.layout}>
      <StepNavigation personaId={id} current={name} />
      <Stack className={classes.step}>
        <Progress setUp={setUp} name={name} />
        <PageTitle>{stepTitles[name]}</PageTitle>
        <SetUpStep key={name} {...{ name, setUp }} personaId={id} persona={data.persona} />
      </Stack>
    </div>
  );
}

const lastLeft = ({ onboardingStep }: PersonaSetUpFragment): StepName =>
  stepNames.find((name) => name === onboardingStep) ?? 'basic_info';

function Progress({ setUp, name }: { readonly setUp: PersonaSetUpFragment; readonly name: StepName }) {
  const { percent } = setUp.completeness;
  return (
    <div className={classes.progress}>
      <Text size="sm" c="dimmed">
        {words.setUp.step(stepNames.indexOf(name) + 1, stepNames.length)}
      </Text>
      <progress className={classes.bar} value={percent} max={100} aria-label={words.setUp.needed} />
      <Text size="sm" c="dimmed">
        {words.setUp.percent(percent)}
      </Text>
    </div>
  );
}

function StepNavigation({ personaId, current }: { readonly personaId: string; readonly current: StepName }) {
  return (
    <nav aria-label={words.setUp.list} className={classes.steps}>
      <ol className={classes.list}>
        {stepNames.map((name) => (
          <li key={name}>
            <Link
              // On a phone the steps are a row that is wider than the page.
              ref={name === current ? bringIntoView : undefined}
              to={setUpPath(personaId, name)}
              className={classes.link}
              aria-current={name === current ? 'step' : undefined}
            >
              {stepTitles[name]}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

const bringIntoView = (link: HTMLAnchorElement | null) => link?.scrollIntoView({ inline: 'center', block: 'nearest' });
