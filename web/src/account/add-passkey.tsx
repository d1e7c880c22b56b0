import { useApolloClient } from '@apollo/client/react';
import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { locateRefusal } from '../api/problem.ts';
import { graphql } from '../generated/gql.ts';
import { makePasskey } from '../session/passkeys.ts';
import { useSteps } from '../session/use-steps.ts';
import { Refused } from '../shell/states.tsx';
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
    <StepForm title="Add a passkey" submitLabel="Make the passkey" {...{ loading, error, onCancel }} onSubmit={run}>
      <Text size="sm">
        Your device, or your password manager, keeps it. You sign in with it as you unlock the device, without your
        password.
      </Text>
      {isFirstFactor && (
        <Text size="sm">
          From then on your password alone does not sign in: the passkey is asked for behind it. Every other device is
          signed out.
        </Text>
      )}
      <Refused>{refusal}</Refused>
      <TextInput
        label="Name of the passkey"
        description="Optional: to tell it from others, such as where it is kept"
        autoComplete="off"
        value={label}
        error={at('label')}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
    </StepForm>
  );
}
