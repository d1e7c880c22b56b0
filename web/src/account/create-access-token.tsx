import { useMutation } from '@apollo/client/react';
import { Button, Checkbox, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { locateRefusal } from '../api/problem.ts';
import { graphql } from '../generated/gql.ts';
import type { Scope } from '../generated/graphql.ts';
import { Refused } from '../shell/states.tsx';
import { StepTitle } from '../shell/step-title.tsx';
import { useInvalidFocus } from '../shell/use-invalid-focus.ts';
import classes from './account.module.css';
import { scopeWords } from './scope-words.ts';

const CreateAccessTokenDocument = graphql(`
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
  const form = useInvalidFocus(error);
  const { at, form: refusal } = locateRefusal(error, ['input.label', 'input.scopes', 'input.expiresAt']);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const expiresAt = new Date(Date.now() + Number(days) * 86_400_000).toISOString();
    void create({ variables: { input: { label, scopes: scopes.filter((each) => chosen.includes(each)), expiresAt } } });
  };

  return (
    <form ref={form} className={classes.form} onSubmit={submit}>
      <Stack>
        <StepTitle>Make an access token</StepTitle>
        <Refused>{refusal}</Refused>
        <TextInput
          label="Name of the token"
          autoComplete="off"
          value={label}
          error={at('input.label')}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        <Checkbox.Group label="What it is for" value={chosen} error={at('input.scopes')} onChange={setChosen}>
          <Stack gap="xs" mt="xs">
            {scopes.map((scope) => (
              <Checkbox key={scope} value={scope} label={scopeWords[scope]} />
            ))}
          </Stack>
        </Checkbox.Group>
        <NativeSelect
          label="Ends after"
          value={days}
          error={at('input.expiresAt')}
          data={lifetimes.map((each) => ({ value: String(each), label: `${each} days` }))}
          onChange={(event) => setDays(event.currentTarget.value)}
        />
        <Group>
          <Button type="submit" loading={loading}>
            Make the token
          </Button>
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
