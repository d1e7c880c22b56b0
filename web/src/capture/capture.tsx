import { useQuery, useReactiveVar } from '@apollo/client/react';
import { Anchor, Button, Group, NativeSelect, Paper, Stack, Text } from '@mantine/core';
import { useCallback, useState, type ReactNode, type SubmitEvent } from 'react';
import { Link } from 'react-router';
import { unmask } from '../generated/fragment-masking.ts';
import type { PersonaLabelFragment } from '../generated/graphql.ts';
import { labelPersona, PersonaLabel, Personas } from '../personas/personas.ts';
import { Logo } from '../shell/logo.tsx';
import { PageTitle } from '../shell/page-title.tsx';
import { Failure, Pending } from '../shell/states.tsx';
import { words } from '../words/capture.ts';
import classes from './capture.module.css';
import { useHandIn } from './hand-in.ts';
import { IngestSteps } from './ingest-steps.tsx';
import { markedPage, noteMarkedPage, type MarkedPage } from './marked-page.ts';

interface Kept {
  readonly personaId: string;
  readonly matchId: string;
}

/** The small window that the bookmarklet opens: asks for whom, reads the marked page, and keeps it. */
export function Capture() {
  const page = useReactiveVar(markedPage);
  const [kept, setKept] = useState<Kept>();
  const { data, error, refetch } = useQuery(Personas);
  const personas = unmask(PersonaLabel, data?.personas);

  if (kept)
    return (
      <Window>
        <KeptPage kept={kept} />
      </Window>
    );
  if (!page)
    return (
      <Window>
        <NothingMarked />
      </Window>
    );
  if (!personas)
    return (
      <Window>
        <Pending error={error} onRetry={refetch} />
      </Window>
    );
  return (
    <Window>
      <CaptureSteps page={page} personas={personas} onKept={setKept} />
    </Window>
  );
}

const Window = ({ children }: { readonly children: ReactNode }) => (
  <main className={classes.window}>
    <Stack>
      <Logo />
      {children}
    </Stack>
  </main>
);

interface CaptureStepsProps {
  readonly page: MarkedPage;
  readonly personas: readonly PersonaLabelFragment[];
  readonly onKept: (kept: Kept) => void;
}

function CaptureSteps({ page, personas, onKept }: CaptureStepsProps) {
  const { personaId = '' } = page;
  // It may have been handed in by a token of somebody else's, who was here before.
  const ingestId = personas.some(({ id }) => id === personaId) ? page.ingestId : undefined;
  const { handIn, loading, error } = useHandIn((id) => noteMarkedPage({ ...(markedPage() ?? page), ingestId: id }));
  const send = (forPersona: string, before?: string) => {
    noteMarkedPage({ ...page, personaId: forPersona });
    const { url, title, selection } = page;
    handIn(forPersona, { url, title: title || null, selection: selection || null }, before);
  };
  const keep = useCallback(
    (matchId: string) => {
      noteMarkedPage(undefined);
      onKept({ personaId, matchId });
    },
    [personaId, onKept],
  );
  const chooseAgain = (
    <div>
      <Button size="compact-sm" variant="subtle" onClick={() => noteMarkedPage({ ...page, ingestId: undefined })}>
        {words.window.chooseAgain}
      </Button>
    </div>
  );

  return (
    <>
      <PageTitle order={2}>{words.window.title}</PageTitle>
      {ingestId === undefined ? (
        <ForWhom page={page} personas={personas} loading={loading} error={error} onChosen={send} />
      ) : (
        <>
          {error && !loading ? <Failure error={error} /> : null}
          <IngestSteps
            id={ingestId}
            personaId={personaId}
            onKept={keep}
            onAgain={() => send(personaId, ingestId)}
            wayBack={chooseAgain}
          />
        </>
      )}
    </>
  );
}

interface ForWhomProps {
  readonly page: MarkedPage;
  readonly personas: readonly PersonaLabelFragment[];
  readonly loading: boolean;
  readonly error: unknown;
  readonly onChosen: (personaId: string) => void;
}

/** Shows what was marked, and asks whose jobs it is to stand among: nothing is sent before that. */
function ForWhom({ page: { url, title, selection, personaId }, personas, loading, error, onChosen }: ForWhomProps) {
  const [chosen, setChosen] = useState(personas.find(({ id }) => id === personaId)?.id ?? personas[0]?.id ?? '');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onChosen(chosen);
  };
  if (personas.length === 0)
    return (
      <Text>
        {words.window.noPersona(
          <Anchor component={Link} to="/personas/new" underline="always">
            {words.window.newPersona}
          </Anchor>,
        )}
      </Text>
    );
  return (
    <Paper withBorder component="form" onSubmit={submit} className={classes.sheet} aria-label={words.window.title}>
      <Stack>
        <div>
          {title && <Text fw={600}>{title}</Text>}
          <Text size="sm" c="dimmed" className={classes.address}>
            {url}
          </Text>
        </div>
        {selection ? (
          <blockquote className={classes.marked} tabIndex={0} aria-label={words.window.marked}>
            {selection}
          </blockquote>
        ) : (
          <Text size="sm">{words.window.nothingMarked}</Text>
        )}
        <NativeSelect
          label={words.persona}
          value={chosen}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={personas.map((persona) => ({ value: persona.id, label: labelPersona(persona) }))}
        />
        {error ? <Failure error={error} /> : null}
        <Group>
          <Button type="submit" loading={loading}>
            {words.read}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

function KeptPage({ kept: { personaId, matchId } }: { readonly kept: Kept }) {
  return (
    <Stack align="flex-start">
      <PageTitle order={2} isOutcome>
        {words.kept.title}
      </PageTitle>
      <Text>{words.kept.text}</Text>
      <Group>
        <Button component={Link} to={`/personas/${personaId}/jobs/${matchId}`}>
          {words.kept.open}
        </Button>
        <Button variant="default" onClick={() => window.close()}>
          {words.kept.close}
        </Button>
      </Group>
    </Stack>
  );
}

function NothingMarked() {
  return (
    <Stack align="flex-start">
      <PageTitle order={2}>{words.unmarked.title}</PageTitle>
      <Text>
        {words.unmarked.text(
          <Anchor component={Link} to="/settings/account#bookmarklet" underline="always">
            {words.unmarked.howTo}
          </Anchor>,
        )}
      </Text>
    </Stack>
  );
}
