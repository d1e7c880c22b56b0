import { makeVar } from '@apollo/client';
import { useMutation, useReactiveVar, useSubscription } from '@apollo/client/react';
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { ClientFault } from '../api/problem.ts';
import { graphql } from '../generated/gql.ts';
import type { ComputeTaskState } from '../generated/graphql.ts';
import { usePersonaId } from '../personas/personas.ts';
import { Failure } from '../shell/states.tsx';
import { words } from '../words/matches.ts';
import classes from './triage.module.css';

const Rescore = graphql(`
  mutation Rescore($personaId: ID!) {
    rescore(personaId: $personaId) {
      id
      state
      progress
      error
    }
  }
`);

const TaskProgress = graphql(`
  subscription TaskProgress($id: ID!) {
    taskProgress(id: $id) {
      id
      state
      progress
      error
    }
  }
`);

/** Scorings that are under way, by persona: a look at something else does not end them. */
const underWay = makeVar<ReadonlyMap<string, string>>(new Map());

const isOver = (state: ComputeTaskState): boolean => state !== 'QUEUED' && state !== 'LEASED';

/** Has all matches scored anew, and says how far that has got. */
export function RescoreControl({ onDone }: { readonly onDone: () => void }) {
  const personaId = usePersonaId();
  const taskId = useReactiveVar(underWay).get(personaId);
  const setTaskId = (id: string | undefined) => {
    const all = new Map(underWay());
    if (id === undefined) all.delete(personaId);
    else all.set(personaId, id);
    underWay(all);
  };
  const [failure, setFailure] = useState<unknown>();
  const [rescore, { loading, error }] = useMutation(Rescore, {
    variables: { personaId },
    onCompleted: (data) => setTaskId(data.rescore?.id),
    onError: () => undefined,
  });
  const { data } = useSubscription(TaskProgress, {
    variables: { id: taskId ?? '' },
    skip: taskId === undefined,
    onData: ({ data: { data: told } }) => {
      const task = told?.taskProgress;
      if (!task || !isOver(task.state)) return;
      setTaskId(undefined);
      setFailure(task.state === 'FAILED' ? new ClientFault(task.error ?? words.rescore.failed) : undefined);
      onDone();
    },
    onError: (refusal) => {
      setTaskId(undefined);
      setFailure(refusal);
    },
  });
  const start = () => {
    setFailure(undefined);
    void rescore();
  };

  if (taskId !== undefined) return <Progress share={data?.taskProgress?.progress ?? 0} />;
  return (
    <>
      <Button size="compact-sm" variant="subtle" onClick={start} loading={loading}>
        {words.rescore.start}
      </Button>
      {(error ?? failure) !== undefined && <Failure error={error ?? failure} onRetry={start} />}
    </>
  );
}

function Progress({ share }: { readonly share: number }) {
  const percent = Math.round(share * 100);
  return (
    <>
      <Text size="sm" component="label" c="dimmed">
        {words.rescore.progress(percent)} <progress className={classes.progress} value={percent} max={100} />
      </Text>
    </>
  );
}
