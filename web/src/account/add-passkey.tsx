import { useApolloClient } from '@apollo/client/react';
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { locateRefusal } from '../api/problem.ts';
import { graphql } from '../generated/gql.ts';
import { makePasskey } from '../session/passkeys.ts';
import { useSteps } from '../session/use-steps.ts';
import { Refused } from '../shell/states.tsx';
import { StepTitle } from '../shell/step-title.tsx';
import { useInvalidFocus } from '../shell/use-invalid-focus.ts';
import account from './account.module.css';
import { MySessions } from './devices.tsx';
import { MySignInMethods } from './my-sign-in-methods.ts';

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
  const form = useInvalidFocus(error);
  const { at, form: refusal } = locateRefusal(error, ['label']);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    run();
  };

  return (
    <form ref={form} className={account.form} onSubmit={submit}>
      <Stack>
        <StepTitle>Add a passkey</StepTitle>
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
        <Group>
          <Button type="submit" loading={loading}>
            Make the passkey
          </Button>
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
