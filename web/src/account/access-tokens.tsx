import { useQuery } from '@apollo/client/react';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { graphql } from '../generated/gql.ts';
import type { AccessTokensQuery } from '../generated/graphql.ts';
import { formatMoment } from '../matches/describe-posting.ts';
import { CopyButton } from '../shell/copy-button.tsx';
import { Pending } from '../shell/states.tsx';
import { StepTitle } from '../shell/step-title.tsx';
import classes from './account.module.css';
import { Confirmed } from './confirmed.tsx';
import { CreateAccessToken } from './create-access-token.tsx';
import { scopeWords } from './scope-words.ts';
import { Section } from './section.tsx';

const AccessTokensDocument = graphql(`
  query AccessTokens {
    accessTokens {
      id
      label
      scopes
      expiresAt
      lastUsedAt
    }
  }
`);

const RevokeAccessToken = graphql(`
  mutation RevokeAccessToken($id: ID!) {
    revokeAccessToken(id: $id)
  }
`);

type Token = AccessTokensQuery['accessTokens'][number];

/** The account's narrow tokens: for a bookmarklet, an assistant, a program. */
export function AccessTokens() {
  const { data, error, refetch } = useQuery(AccessTokensDocument, { fetchPolicy: 'cache-and-network' });
  const [step, setStep] = useState<'list' | 'create' | { readonly token: string }>('list');
  const tokens = data?.accessTokens;
  return (
    <Section title="Access tokens">
      <Text size="sm">
        A token lets a bookmarklet, an assistant or a program of yours do some of what you may, and nothing to your
        account itself. Signing out everywhere ends them all.
      </Text>
      {!tokens && <Pending error={error} onRetry={refetch} />}
      {tokens && tokens.length > 0 && (
        <ul className={classes.list} aria-label="Access tokens">
          {tokens.map((token) => (
            <TokenRow key={token.id} token={token} />
          ))}
        </ul>
      )}
      {step === 'list' && (
        <div>
          <Button variant="default" onClick={() => setStep('create')}>
            Make an access token
          </Button>
        </div>
      )}
      {step === 'create' && (
        <CreateAccessToken onCreated={(token) => setStep({ token })} onCancel={() => setStep('list')} />
      )}
      {typeof step === 'object' && <NewToken token={step.token} onKept={() => setStep('list')} />}
    </Section>
  );
}

/** Shows a token, this once. */
function NewToken({ token, onKept }: { readonly token: string; readonly onKept: () => void }) {
  return (
    <Stack>
      <StepTitle>Keep your access token</StepTitle>
      <Text size="sm">It is shown this once. Whoever has it may do what it is for.</Text>
      <code aria-label="Access token" style={{ overflowWrap: 'anywhere' }}>
        {token}
      </code>
      <Group>
        <CopyButton label="Copy" text={token} />
        <Button size="xs" onClick={onKept}>
          I have kept it
        </Button>
      </Group>
    </Stack>
  );
}

function TokenRow({ token: { id, label, scopes, expiresAt, lastUsedAt } }: { readonly token: Token }) {
  return (
    <li className={classes.row}>
      <div>
        <Text fw={500}>{label}</Text>
        <Text size="sm">{scopes.map((scope) => scopeWords[scope]).join(', ')}</Text>
        <Text size="sm" c="dimmed">
          {lastUsedAt ? `Last used ${formatMoment(lastUsedAt)}` : 'Not used yet'}, ends {formatMoment(expiresAt)}
        </Text>
      </div>
      <Confirmed
        label="End"
        fullLabel={`End ${label}`}
        size="xs"
        question={`End ${label}?`}
        mutation={RevokeAccessToken}
        variables={{ id }}
        changes={AccessTokensDocument}
      >
        What uses it is refused from then on.
      </Confirmed>
    </li>
  );
}
