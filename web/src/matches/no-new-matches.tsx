import { useMutation, useQuery } from '@apollo/client/react';
import { Anchor, Button, Group, Text } from '@mantine/core';
import { Link, useNavigate } from 'react-router';
import { graphql } from '../generated/gql.ts';
import type { ReachQuery as ReachQueryResult } from '../generated/graphql.ts';
import { usePersonaId } from '../personas/personas.ts';
import { UpdatePersona } from '../personas/update-persona.ts';
import { Empty, Failure, Loading } from '../shell/states.tsx';
import { words as listWords } from '../words/matches.ts';
import { words } from '../words/out-of-reach.ts';
import { forgetMatches } from './match-cache.ts';
import { matchViews } from './match-views.ts';
import type { Matches } from './use-matches.ts';

const ReachQuery = graphql(`
  query Reach($personaId: ID!) {
    persona(id: $personaId) {
      id
      minimumFitThreshold
      yearsExperience
      skills {
        id
      }
    }
    matchCount(personaId: $personaId)
  }
`);

const LowerReach = graphql(`
  query LowerReach($personaId: ID!, $lower: UpdatePersonaInput!) {
    lower: matchCount(personaId: $personaId, changes: $lower)
    any: matchCount(personaId: $personaId, changes: { minimumFitThreshold: 0 })
  }
`);

/** Missing more than half of what a posting requires keeps the fit below this. */
const halfOfTheSkills = 50;

/** The next lower fit that is worth a try: what many postings have who lack skills, then less by tens. */
function stepBelow(threshold: number): number {
  if (threshold > halfOfTheSkills) return halfOfTheSkills;
  return threshold === halfOfTheSkills ? halfOfTheSkills - 1 : Math.max(0, threshold - 10);
}

interface NoNewMatchesProps {
  readonly wait: Matches['wait'];
}

// The pool changes, and what a persona says does on other pages.
const fetchPolicy = 'no-cache';

/** Why there is nothing new: all was looked at, it is still being made, or nothing comes near enough. */
export function NoNewMatches({ wait }: NoNewMatchesProps) {
  const { data, loading } = useQuery(ReachQuery, { variables: { personaId: usePersonaId() }, fetchPolicy });
  const lowering = useLowering(wait.resume);
  const isOut = data?.matchCount === 0 && !lowering.isDone;
  if (isOut && data.persona) return <OutOfReach persona={data.persona} lowering={lowering} wait={wait} />;
  return wait.isWaiting || loading ? <Loading label={listWords.none.looking} /> : <NothingNew wait={wait} />;
}

/** Takes the persona's threshold down, and waits for the matches that this lets in. */
function useLowering(onDone: () => void) {
  const id = usePersonaId();
  const navigate = useNavigate();
  const [updatePersona, { loading, error, data }] = useMutation(UpdatePersona, {
    update: (cache) => forgetMatches(cache),
    onCompleted: () => {
      onDone();
      void navigate(`/personas/${id}/jobs`, { state: { awaitsMatches: true }, replace: true });
    },
  });
  return {
    to: (minimumFitThreshold: number) => void updatePersona({ variables: { id, input: { minimumFitThreshold } } }),
    loading,
    error,
    isDone: Boolean(data),
  };
}

interface OutOfReachProps extends NoNewMatchesProps {
  readonly persona: NonNullable<ReachQueryResult['persona']>;
  readonly lowering: ReturnType<typeof useLowering>;
}

function OutOfReach({ persona, lowering, wait }: OutOfReachProps) {
  const { id: personaId, minimumFitThreshold, skills } = persona;
  const lower = { minimumFitThreshold: stepBelow(minimumFitThreshold) };
  const skip = skills.length === 0;
  const { data, loading } = useQuery(LowerReach, { variables: { personaId, lower }, fetchPolicy, skip });
  if (loading) return <Loading label={listWords.none.looking} />;
  if (skip) {
    return (
      <Empty title={words.withoutSkills}>
        <Text>{words.withoutSkillsHint}</Text>
        <AddSkills personaId={personaId} />
      </Empty>
    );
  }
  if (!data?.any) return <NothingNew wait={wait} />;
  const [threshold, count] = data.lower ? [lower.minimumFitThreshold, data.lower] : [0, data.any];
  return (
    <Empty title={words.title(minimumFitThreshold)}>
      <Text>{words.nearest(count, threshold)}</Text>
      <Reasons persona={persona} />
      <Group justify="center">
        <AddSkills personaId={personaId} />
        <Button variant="default" loading={lowering.loading} onClick={() => lowering.to(threshold)}>
          {words.show(count)}
        </Button>
      </Group>
      {lowering.error && <Failure error={lowering.error} />}
    </Empty>
  );
}

/** What keeps fits low whatever the posting. */
function Reasons({ persona: { minimumFitThreshold, skills, yearsExperience } }: Pick<OutOfReachProps, 'persona'>) {
  return (
    <>
      {minimumFitThreshold >= halfOfTheSkills && (
        <Text>{words.fewSkills({ named: skills.length, limit: halfOfTheSkills })}</Text>
      )}
      {yearsExperience === null && <Text>{words.yearsUnsaid}</Text>}
    </>
  );
}

function AddSkills({ personaId }: { readonly personaId: string }) {
  return (
    <Button component={Link} to={`/personas/${personaId}/edit`}>
      {words.addSkills}
    </Button>
  );
}

function NothingNew({ wait }: NoNewMatchesProps) {
  const { emptyTitle, emptyHint } = matchViews.new;
  const personaId = usePersonaId();
  return (
    <Empty title={emptyTitle}>
      <Text>{emptyHint}</Text>
      {wait.hasStalled && (
        <>
          <Text>{listWords.none.slow}</Text>
          <Button onClick={wait.resume}>{listWords.none.lookAgain}</Button>
        </>
      )}
      <Anchor component={Link} to={`/personas/${personaId}/edit`} underline="always">
        {listWords.none.changeWishes}
      </Anchor>
    </Empty>
  );
}
