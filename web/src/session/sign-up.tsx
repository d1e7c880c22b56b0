import { useApolloClient, useMutation } from '@apollo/client/react';
import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { Link } from 'react-router';
import { locateRefusal, parseProblem, type Problem, type Refusal } from '../api/problem.ts';
import { graphql } from '../generated/gql.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { Refused } from '../shell/states.tsx';
import { useInvalidFocus } from '../shell/use-invalid-focus.ts';
import { EmailInput } from './email-input.tsx';
import { forgetLinkToken, useLinkToken } from './link-token.ts';
import { NewPasswordInput } from './new-password-input.tsx';
import { knowsPasskeys, makePasskey } from './passkeys.ts';
import { ProviderSignIn } from './provider-sign-in.tsx';
import { ResendVerification } from './resend-verification.tsx';
import { beginSession } from './session-state.ts';
import { useSteps } from './use-steps.ts';

const SignUpMutation = graphql(`
  mutation SignUp($input: RegisterInput!) {
    register(input: $input) {
      verificationRequired
    }
  }
`);

const PasskeySignUpOptions = graphql(`
  mutation PasskeySignUpOptions($email: String!) {
    passkeySignUpOptions(email: $email)
  }
`);

const fields = ['input.name', 'input.email', 'input.password', 'input.claimCode'] as const;

/**
 * Opens an account. It is signed in at once, or after its address is confirmed: the server decides.
 * @param isClaim whether it takes over what a single-user installation has, by the code that its operator was given
 */
export function SignUp({ isClaim = false }: { readonly isClaim?: boolean }) {
  const inviteToken = useLinkToken('/sign-up');
  const [claimCode, setClaimCode] = useClaimCode(isClaim);
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [isByPasskey, setIsByPasskey] = useState(false);
  const makeOwnPasskey = useSignUpPasskey();
  const [signUp, { data }] = useMutation(SignUpMutation, {
    fetchPolicy: 'no-cache',
    onCompleted: ({ register }) => {
      forgetLinkToken();
      if (register?.verificationRequired) return;
      beginSession();
    },
  });
  const { run, loading, error, reset } = useSteps(async () => {
    const secret = isByPasskey ? { passkey: await makeOwnPasskey(email) } : { password };
    await signUp({ variables: { input: { email, ...secret, name: name.trim() || null, inviteToken, claimCode } } });
  });
  const form = useInvalidFocus(error);
  const { at, form: refusal } = placeRefusal(error);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    run();
  };

  if (data?.register?.verificationRequired) return <LookIntoMailbox email={email} />;
  return (
    <form ref={form} onSubmit={submit}>
      <Stack>
        <PageTitle order={2}>{isClaim ? 'Claim this installation' : 'Open an account'}</PageTitle>
        {inviteToken && <Text>You are invited: use the address that the invitation was sent to.</Text>}
        <Refused>{refusal}</Refused>
        {claimCode !== undefined && (
          <ClaimCodeInput value={claimCode} error={at('input.claimCode')} onChange={setClaimCode} />
        )}
        <TextInput
          label="Name"
          description="Optional"
          autoComplete="name"
          value={name}
          error={at('input.name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <EmailInput value={email} error={at('input.email')} onChange={setEmail} />
        {isByPasskey ? (
          <Text size="sm">
            Your device makes a passkey. You sign in with it as you unlock the device: there is no password to remember.
          </Text>
        ) : (
          <NewPasswordInput label="Password" value={password} error={at('input.password')} onChange={setPassword} />
        )}
        <Button type="submit" loading={loading}>
          {isByPasskey ? 'Open account with a passkey' : 'Open account'}
        </Button>
        <OtherWays
          isByPasskey={isByPasskey}
          isClaim={isClaim}
          isInvited={inviteToken !== undefined}
          onSwitch={() => {
            reset();
            setIsByPasskey(!isByPasskey);
          }}
        />
      </Stack>
    </form>
  );
}

/** Has the browser make the passkey of an account that is to be opened. */
function useSignUpPasskey() {
  const client = useApolloClient();
  return (email: string) => {
    const asked = client.mutate({ mutation: PasskeySignUpOptions, variables: { email }, fetchPolicy: 'no-cache' });
    return makePasskey(asked.then(({ data }) => data?.passkeySignUpOptions));
  };
}

interface OtherWaysProps {
  readonly isByPasskey: boolean;
  readonly isClaim: boolean;
  readonly isInvited: boolean;
  readonly onSwitch: () => void;
}

function OtherWays({ isByPasskey, isClaim, isInvited, onSwitch }: OtherWaysProps) {
  return (
    <>
      {knowsPasskeys() && (
        <Text size="sm">
          <Anchor component="button" type="button" underline="always" onClick={onSwitch}>
            {isByPasskey ? 'Use a password instead' : 'Use a passkey instead of a password'}
          </Anchor>
        </Text>
      )}
      {/* By way of a provider, neither an invitation nor a claim reaches the server. */}
      {!isClaim && !isInvited && <ProviderSignIn action="Open account" />}
      <Text size="sm">
        Have an account?{' '}
        <Anchor component={Link} to="/sign-in" underline="always">
          Sign in
        </Anchor>
      </Text>
    </>
  );
}

/** Where the server's refusal belongs; a taken address, or one that is none, is told at the address. */
function placeRefusal(error: unknown): Refusal<(typeof fields)[number]> {
  const atEmail = error ? describeEmailFault(parseProblem(error)) : undefined;
  if (!atEmail) return locateRefusal(error, fields);
  return { at: (field) => (field === 'input.email' ? atEmail : undefined), form: undefined };
}

function describeEmailFault({ reason, field, message }: Problem): string | undefined {
  if (reason === 'EMAIL_TAKEN') return 'There is an account with this address already: sign in.';
  // The options of a passkey name it so.
  return field === 'email' ? message : undefined;
}

/** The code as it was mailed until another one is typed; undefined where nothing is claimed. */
function useClaimCode(isClaim: boolean): readonly [string | undefined, (code: string) => void] {
  const mailed = useLinkToken('/claim') ?? '';
  const [typed, setTyped] = useState<string>();
  return [isClaim ? (typed ?? mailed) : undefined, setTyped];
}

interface ClaimCodeInputProps {
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (code: string) => void;
}

function ClaimCodeInput({ value, error, onChange }: ClaimCodeInputProps) {
  return (
    <TextInput
      label="Claim code"
      description="From the console of the server, or from the mail that brought you here"
      required
      autoComplete="off"
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function LookIntoMailbox({ email }: { readonly email: string }) {
  return (
    <Stack>
      <PageTitle order={2} isOutcome>
        Look into your mailbox
      </PageTitle>
      <Text>
        We have sent a mail to <strong>{email}</strong>. The link in it finishes your sign-up. It works for a day.
      </Text>
      <Text size="sm" c="dimmed">
        Nothing there after a few minutes? Look among the unwanted mail, or have it sent again.
      </Text>
      <ResendVerification email={email} />
      <Anchor component={Link} to="/sign-in" size="sm" underline="always">
        Go to the sign-in form
      </Anchor>
    </Stack>
  );
}
