import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { keepCaptureToken, readCaptureToken } from '../capture/capture-token.ts';
import { unmask } from '../generated/fragment-masking.ts';
import { formatDay } from '../language/format-date.ts';
import { labelPersona, PersonaLabel, Personas } from '../personas/personas.ts';
import { Done, Failure } from '../shell/states.tsx';
import { words } from '../words/account.ts';
import { CreateAccessTokenDocument } from './create-access-token.tsx';

const lifetimeDays = 90;

/** Lets this browser hand in jobs while nobody is signed in, by a token that can do nothing else. */
export function CaptureSignedOut() {
  const { data } = useQuery(Personas);
  const [kept, setKept] = useState(readCaptureToken);
  const [outcome, setOutcome] = useState<string>();
  const [create, { loading, error }] = useMutation(CreateAccessTokenDocument, {
    fetchPolicy: 'no-cache',
    refetchQueries: ['AccessTokens'],
  });
  const personas = (unmask(PersonaLabel, data?.personas) ?? []).map((each) => ({
    id: each.id,
    label: labelPersona(each),
  }));

  const allow = async () => {
    const expiresAt = new Date(Date.now() + lifetimeDays * 86_400_000).toISOString();
    const input = { label: words.bookmarklet.title, scopes: ['JOBS_CAPTURE' as const], expiresAt };
    const made = (await create({ variables: { input } })).data?.createAccessToken;
    if (!made) return;
    const isKept = keepCaptureToken({ token: made.token, expiresAt, personas });
    setKept(readCaptureToken());
    setOutcome(isKept ? undefined : words.bookmarklet.keepsNothing);
  };
  const stop = () => {
    keepCaptureToken(undefined);
    setKept(undefined);
    setOutcome(words.bookmarklet.forgotten);
  };
  return (
    <Stack align="flex-start" gap="sm">
      <Text size="sm">{kept ? words.bookmarklet.mayHandIn(formatDay(kept.expiresAt)) : words.bookmarklet.offer}</Text>
      {error && !loading ? <Failure error={error} /> : null}
      {kept ? (
        <Button variant="default" size="xs" onClick={stop}>
          {words.bookmarklet.stop}
        </Button>
      ) : (
        <Button
          variant="default"
          size="xs"
          loading={loading}
          disabled={personas.length === 0}
          onClick={() => void allow().catch(() => undefined)}
        >
          {words.bookmarklet.allow}
        </Button>
      )}
      <Done>{outcome}</Done>
    </Stack>
  );
}
