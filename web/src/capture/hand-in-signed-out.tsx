import { useReactiveVar } from '@apollo/client/react';
import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { parseProblem } from '../api/problem.ts';
import { formatMoment } from '../language/format-date.ts';
import { Done, Failure } from '../shell/states.tsx';
import { words } from '../words/capture-signed-out.ts';
import { handInByToken, readCaptureToken, type CaptureToken } from './capture-token.ts';
import { markedPage, noteMarkedPage, type MarkedPage } from './marked-page.ts';

/** For whoever was sent to the sign-in form by the bookmarklet: what waits there, and the way to hand it in by a token. */
export function HandInSignedOut() {
  const page = useReactiveVar(markedPage);
  const [token] = useState(readCaptureToken);
  if (!page) return null;
  if (page.ingestId !== undefined)
    return <Done>{words.handedIn(page.waitsUntil && formatMoment(page.waitsUntil))}</Done>;
  return (
    <Stack gap="sm" mb="lg">
      <Text size="sm">{words.waits(page.title || page.url)}</Text>
      {token && <ByToken page={page} token={token} />}
    </Stack>
  );
}

interface ByTokenProps {
  readonly page: MarkedPage;
  readonly token: CaptureToken;
}

function ByToken({ page, token: { token, personas } }: ByTokenProps) {
  const [personaId, setPersonaId] = useState(personas[0]?.id ?? '');
  const [isSending, setIsSending] = useState(false);
  const [error, setError] = useState<unknown>();
  const send = async () => {
    setIsSending(true);
    setError(undefined);
    try {
      const { url, title, selection } = page;
      const input = { url, title: title || null, selection: selection || null };
      const { id, expiresAt } = await handInByToken(token, personaId, input);
      noteMarkedPage({ ...page, personaId, ingestId: id, waitsUntil: expiresAt });
    } catch (refusal) {
      setError(refusal);
      setIsSending(false);
    }
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void send();
  };
  const isOver = error !== undefined && ['UNAUTHENTICATED', 'NOT_FOUND'].includes(parseProblem(error).code);

  return (
    <form onSubmit={submit} aria-label={words.label}>
      <Stack gap="sm">
        <NativeSelect
          label={words.persona}
          value={personaId}
          onChange={(event) => setPersonaId(event.currentTarget.value)}
          data={personas.map(({ id, label }) => ({ value: id, label }))}
        />
        {isOver && <Text size="sm">{words.isOver}</Text>}
        {error !== undefined && !isOver ? <Failure error={error} /> : null}
        <Group>
          <Button type="submit" variant="default" loading={isSending}>
            {words.label}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
