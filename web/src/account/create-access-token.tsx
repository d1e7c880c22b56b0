import { useMutation } from '@apollo/client/react';
import { Checkbox, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { locateRefusal } from '../api/problem.ts';
import { graphql } from '../generated/gql.ts';
import type { Scope } from '../generated/graphql.ts';
import { Refused } from '../shell/states.tsx';
import { words } from '../words/account.ts';
import { scopeWords } from './scope-words.ts';
import { StepForm } from './step-form.tsx';

export const CreateAccessTokenDocument = graphql(`
  mutation CreateAccessToken($input: CreateAccessTokenInput!) {
    createAccessToken(input: $input) {
      id
      token
    }
  }
`);

const lifetimes = [7, 30, 90, 365];
const scopes = Object.keys(scopeWords) as Scope[];

interface CreateAccessTokenProps {
  readonly onCreated: (token: string) => void;
  readonly onCancel: () => void;
}

/** Asks what a new token is to be for, and how long. */
export function CreateAccessToken({ onCreated, onCancel }: CreateAccessTokenProps) {
  const [label, setLabel] = useState('');
  const [days, setDays] = useState('90');
  const [chosen, setChosen] = useState<string[]>([]);
  // Kept out of the cache: the answer holds the token.
  const [create, { loading, error }] = useMutation(CreateAccessTokenDocument, {
    fetchPolicy: 'no-cache',
    refetchQueries: ['AccessTokens'],
    onCompleted: ({ createAccessToken: made }) => made && onCreated(made.token),
  });
  const { at, form: refusal } = locateRefusal(error, ['input.label', 'input.scopes', 'input.expiresAt']);

  const submit = () => {
    const expiresAt = new Date(Date.now() + Number(days) * 86_400_000).toISOString();
    void create({ variables: { input: { label, scopes: scopes.filter((each) => chosen.includes(each)), expiresAt } } });
  };

  return (
    <StepForm
      title={words.tokens.make}
      submitLabel={words.tokens.submit}
      {...{ loading, error, onCancel }}
      onSubmit={submit}
    >
      <Refused>{refusal}</Refused>
      <TextInput
        label={words.tokens.name}
        autoComplete="off"
        value={label}
        error={at('input.label')}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      <Checkbox.Group label={words.tokens.scopes} value={chosen} error={at('input.scopes')} onChange={setChosen}>
        <Stack gap="xs" mt="xs">
          {scopes.map((scope) => (
            <Checkbox key={scope} value={scope} label={scopeWords[scope]} />
          ))}
        </Stack>
      </Checkbox.Group>
      <NativeSelect
        label={words.tokens.lifetime}
        value={days}
        error={at('input.expiresAt')}
        data={lifetimes.map((each) => ({ value: String(each), label: words.tokens.days(each) }))}
        onChange={(event) => setDays(event.currentTarget.value)}
      />
    </StepForm>
  );
}
