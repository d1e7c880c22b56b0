import { useApolloClient } from '@apollo/client/react';
import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { locateRefusal } from '../api/problem.ts';
import { graphql } from '../generated/gql.ts';
import { makePasskey } from '../session/passkeys.ts';
import { useSteps } from '../session/use-steps.ts';
import { Refused } from '../shell/states.tsx';
import { words } from '../words/account.ts';
import { MySessions } from './devices.tsx';
import { MySignInMethods } from './my-sign-in-methods.ts';
import { StepForm } from './step-form.tsx';

const PasskeyRegistrationOptions = graphql(`
  mutation PasskeyRegistrationOptions {
    passkeyRegistrationOptions
  }
`);

const RegisterPasskey = graphql(`
  mutation RegisterPasskey($response: JSON!, $label: String) {
    registerPasskey(response: $response, label: $label) {
      id
    }
  }
`);

interface AddPasskeyProps {
  /** Whether signing in takes one step so far. */
  readonly isFirstFactor: boolean;
  readonly onAdded: () => void;
  readonly onCancel: () => void;
}

/** Makes another passkey of the account. */
export function AddPasskey({ isFirstFactor, onAdded, onCancel }: AddPasskeyProps) {
  const client = useApolloClient();
  const [label, setLabel] = useState('');
  const { run, loading, error } = useSteps(async () => {
    const asked = client.mutate({ mutation: PasskeyRegistrationOptions, fetchPolicy: 'no-cache' });
    const response = await makePasskey(asked.then(({ data }) => data?.passkeyRegistrationOptions));
    const variables = { response, label: label.trim() || null };
    await client.mutate({
      mutation: RegisterPasskey,
      variables,
      fetchPolicy: 'no-cache',
      refetchQueries: [MySignInMethods, MySessions],
    });
    onAdded();
  });
  const { at, form: refusal } = locateRefusal(error, ['label']);

  return (
    <StepForm
      title={words.passkey.title}
      submitLabel={words.passkey.submit}
      {...{ loading, error, onCancel }}
      onSubmit={run}
    >
      <Text size="sm">{words.passkey.text}</Text>
      {isFirstFactor && <Text size="sm">{words.passkey.firstText}</Text>}
      <Refused>{refusal}</Refused>
      <TextInput
        label={words.passkey.name}
        description={words.passkey.nameHint}
        autoComplete="off"
        value={label}
        error={at('label')}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
    </StepForm>
  );
}
