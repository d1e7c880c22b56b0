import { useMutation } from '@apollo/client/react';
import { Alert, Anchor, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { parseProblem } from '../api/problem.ts';
import { graphql } from '../generated/gql.ts';
import type { IngestFieldsFragment } from '../generated/graphql.ts';
import { formatMoment } from '../language/format-date.ts';
import { forgetMatches } from '../matches/match-cache.ts';
import { FieldsForm } from '../personas/fields-form.tsx';
import { keepDraft } from '../session/drafts.ts';
import { Failure } from '../shell/states.tsx';
import { StepTitle } from '../shell/step-title.tsx';
import { words } from '../words/capture.ts';
import classes from './capture.module.css';
import { changesOf, valuesOf, type Preview } from './changed-fields.ts';
import { PreviewFields } from './preview-fields.tsx';

const KeepIngest = graphql(`
  mutation KeepIngest($id: ID!, $changes: PostingChangesInput) {
    confirmIngest(id: $id, changes: $changes) {
      id
    }
  }
`);

/** The name of the draft of what was put right in a preview. */
export const correctionsOf = (ingestId: string): string => `ingest:${ingestId}`;

interface KeepFormProps {
  readonly ingest: IngestFieldsFragment & { readonly preview: Preview };
  readonly personaId: string;
  readonly onKept: (matchId: string) => void;
  /** What was handed in is not there to be kept any more. */
  readonly onOver: () => void;
}

/** What was read of a posting, to be put right and kept. */
export function KeepForm({ ingest: { id, preview, expiresAt }, personaId, onKept, onOver }: KeepFormProps) {
  const [keep, { loading, error }] = useMutation(KeepIngest, {
    update: forgetMatches,
    onCompleted: ({ confirmIngest: match }) => {
      if (!match) return;
      keepDraft(correctionsOf(id), undefined);
      onKept(match.id);
    },
    onError: (refusal) => {
      if (['INVALID_TRANSITION', 'NOT_FOUND'].includes(parseProblem(refusal).code)) onOver();
    },
  });
  return (
    <Paper withBorder className={classes.sheet}>
      <Stack>
        <StepTitle order={2}>{words.keep.title}</StepTitle>
        <Text size="sm">{words.keep.hint(formatMoment(expiresAt))}</Text>
        <FieldsForm
          label={words.keep.label}
          initial={valuesOf(preview)}
          draft={correctionsOf(id)}
          error={error}
          describeError={(refusal) => <NotKept error={refusal} personaId={personaId} />}
          onSubmit={(values) => void keep({ variables: { id, changes: changesOf(preview, values) } })}
          actions={
            <Group>
              <Button type="submit" loading={loading}>
                {words.keep.submit}
              </Button>
            </Group>
          }
        >
          {(bind) => <PreviewFields bind={bind} preview={preview} />}
        </FieldsForm>
      </Stack>
    </Paper>
  );
}

/** Shorter waits are for too many requests, not for too many postings. */
const shortestDayWaitMs = 120_000;

interface NotKeptProps {
  readonly error: unknown;
  readonly personaId: string;
}

/** Why a posting was not kept, and what to do. */
function NotKept({ error, personaId }: NotKeptProps) {
  const { code, reason, personaJobId, retryAt } = parseProblem(error);
  if (reason === 'DUPLICATE_JOB' && personaJobId !== undefined)
    return (
      <Alert color="yellow" title={words.keep.duplicate} role="alert">
        <Anchor component={Link} to={`/personas/${personaId}/jobs/${personaJobId}`} underline="always">
          {words.keep.open}
        </Anchor>
      </Alert>
    );
  if (code === 'RATE_LIMITED' && retryAt && retryAt.getTime() - Date.now() > shortestDayWaitMs)
    return (
      <Alert color="yellow" title={words.keep.enough} role="alert">
        {words.keep.enoughText(formatMoment(retryAt.toISOString()))}
      </Alert>
    );
  return <Failure error={error} />;
}
