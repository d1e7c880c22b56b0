import { useQuery } from '@apollo/client/react';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { graphql } from '../generated/gql.ts';
import type { AccessTokensQuery } from '../generated/graphql.ts';
import { formatMoment } from '../language/format-date.ts';
import { CopyButton } from '../shell/copy-button.tsx';
import { Pending } from '../shell/states.tsx';
import { StepTitle } from '../shell/step-title.tsx';
import { words } from '../words/account.ts';
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
    <Section title={words.tokens.title}>
      <Text size="sm">{words.tokens.text}</Text>
      {!tokens && <Pending error={error} onRetry={refetch} />}
      {tokens && tokens.length > 0 && (
        <ul className={classes.list} aria-label={words.tokens.title}>
          {tokens.map((token) => (
            <TokenRow key={token.id} token={token} />
          ))}
        </ul>
      )}
      {step === 'list' && (
        <div>
          <Button variant="default" onClick={() => setStep('create')}>
            {words.tokens.make}
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
      <StepTitle>{words.tokens.keep}</StepTitle>
      <Text size="sm">{words.tokens.keepText}</Text>
      <code aria-label={words.tokens.one} style={{ overflowWrap: 'anywhere' }}>
        {token}
      </code>
      <Group>
        <CopyButton label={words.tokens.copy} text={token} />
        <Button size="xs" onClick={onKept}>
          {words.tokens.kept}
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
          {words.tokens.times(lastUsedAt && formatMoment(lastUsedAt), formatMoment(expiresAt))}
        </Text>
      </div>
      <Confirmed
        label={words.tokens.end}
        fullLabel={words.tokens.endOf(label)}
        size="xs"
        question={words.tokens.endQuestion(label)}
        mutation={RevokeAccessToken}
        variables={{ id }}
        changes={AccessTokensDocument}
      >
        {words.tokens.endText}
      </Confirmed>
    </li>
  );
}
