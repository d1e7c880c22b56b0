import { Anchor, Button, Group, Paper, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useCallback } from 'react';
import { Link, useParams } from 'react-router';
import { usePersonaId } from '../personas/personas.ts';
import { FieldsForm } from '../personas/fields-form.tsx';
import { keepDraft, readDraft } from '../session/drafts.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { Failure } from '../shell/states.tsx';
import { useGoOn } from '../shell/use-go-on.ts';
import { words } from '../words/capture.ts';
import classes from './capture.module.css';
import { useHandIn } from './hand-in.ts';
import { IngestSteps } from './ingest-steps.tsx';

/** What is handed in: a link, a text, or both. */
interface Given {
  readonly url: string | null;
  readonly text: string | null;
}

/** The name of the draft of what is handed in for a persona. */
const givenFor = (personaId: string): string => `add-job:${personaId}`;

const nothingYet: Given = { url: null, text: null };

/** Adds a posting from elsewhere to a persona's jobs: handed in, read, looked at, kept. */
export function AddJob() {
  const personaId = usePersonaId();
  const { ingestId } = useParams();
  const goOn = useGoOn();
  const jobs = `/personas/${personaId}/jobs`;

  const onKept = useCallback(
    (matchId: string) => {
      keepDraft(givenFor(personaId), undefined);
      goOn(`${jobs}/${matchId}`, { replace: true, state: { stepped: true } });
    },
    [goOn, personaId, jobs],
  );
  const { handIn, loading, error } = useHandIn((id) => goOn(`${jobs}/add/${id}`, { replace: true }));
  const again = () => {
    const given = readDraft(givenFor(personaId)) as Partial<Given> | undefined;
    // It was handed in from elsewhere, or this tab keeps nothing.
    if (given === undefined) goOn(`${jobs}/add`, { replace: true });
    else handIn(personaId, { ...nothingYet, ...given }, ingestId);
  };

  return (
    <Stack>
      <Anchor component={Link} to={jobs}>
        {words.add.back}
      </Anchor>
      <PageTitle>{words.add.title}</PageTitle>
      {ingestId === undefined ? (
        <GivenForm
          personaId={personaId}
          loading={loading}
          error={error}
          onGiven={(given) => handIn(personaId, given)}
        />
      ) : (
        <>
          {error && !loading ? <Failure error={error} /> : null}
          <IngestSteps
            id={ingestId}
            personaId={personaId}
            onKept={onKept}
            onAgain={again}
            wayBack={
              <Anchor component={Link} to={`${jobs}/add`}>
                {words.add.change}
              </Anchor>
            }
          />
        </>
      )}
    </Stack>
  );
}

interface GivenFormProps {
  readonly personaId: string;
  readonly loading: boolean;
  readonly error: unknown;
  readonly onGiven: (given: Given) => void;
}

function GivenForm({ personaId, loading, error, onGiven }: GivenFormProps) {
  return (
    <Paper withBorder className={classes.sheet}>
      <FieldsForm
        label={words.add.title}
        initial={nothingYet}
        draft={givenFor(personaId)}
        error={error}
        onSubmit={onGiven}
        actions={<GivenActions loading={loading} />}
      >
        {(bind) => (
          <>
            <Text size="sm">{words.add.hint}</Text>
            <TextInput
              {...bind.optional('url')}
              label={words.add.url}
              type="url"
              placeholder="https://"
              maxLength={1000}
            />
            <Textarea
              {...bind.optional('text')}
              label={words.add.text}
              description={words.add.textHint}
              autosize
              minRows={6}
              maxRows={18}
              maxLength={50_000}
            />
          </>
        )}
      </FieldsForm>
    </Paper>
  );
}

const GivenActions = ({ loading }: { readonly loading: boolean }) => (
  <>
    <Group>
      <Button type="submit" loading={loading}>
        {words.read}
      </Button>
    </Group>
    <Text size="sm" c="dimmed">
      {words.add.bookmarklet(
        <Anchor component={Link} to="/settings/account#bookmarklet" underline="always">
          {words.add.bookmarkletLink}
        </Anchor>,
      )}
    </Text>
  </>
);
