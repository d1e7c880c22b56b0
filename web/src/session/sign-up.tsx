import { useApolloClient, useMutation } from '@apollo/client/react';
import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { Link } from 'react-router';
import { locateRefusal, parseProblem, type Problem, type Refusal } from '../api/problem.ts';
import { graphql } from '../generated/gql.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { Refused } from '../shell/states.tsx';
import { useInvalidFocus } from '../shell/use-invalid-focus.ts';
import { words } from '../words/session.ts';
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
        <PageTitle order={2}>{isClaim ? words.signUp.claimTitle : words.signUp.title}</PageTitle>
        {inviteToken && <Text>{words.signUp.invited}</Text>}
        <Refused>{refusal}</Refused>
        {claimCode !== undefined && (
          <ClaimCodeInput value={claimCode} error={at('input.claimCode')} onChange={setClaimCode} />
        )}
        <TextInput
          label={words.signUp.name}
          description={words.signUp.optional}
          autoComplete="name"
          value={name}
          error={at('input.name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <EmailInput value={email} error={at('input.email')} onChange={setEmail} />
        {isByPasskey ? (
          <Text size="sm">{words.signUp.passkey}</Text>
        ) : (
          <NewPasswordInput
            label={words.signUp.password}
            value={password}
            error={at('input.password')}
            onChange={setPassword}
          />
        )}
        <Button type="submit" loading={loading}>
          {isByPasskey ? words.signUp.submitPasskey : words.signUp.submit}
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
            {isByPasskey ? words.signUp.usePassword : words.signUp.usePasskey}
          </Anchor>
        </Text>
      )}
      {/* By way of a provider, neither an invitation nor a claim reaches the server. */}
      {!isClaim && !isInvited && <ProviderSignIn action={words.signUp.submit} />}
      <Text size="sm">
        {words.signUp.hasAccount(
          <Anchor component={Link} to="/sign-in" underline="always">
            {words.signUp.signIn}
          </Anchor>,
        )}
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
  if (reason === 'EMAIL_TAKEN') return words.signUp.taken;
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
      label={words.signUp.claimCode}
      description={words.signUp.claimCodeHint}
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
        {words.mailbox.title}
      </PageTitle>
      <Text>{words.signUp.sent(<strong>{email}</strong>)}</Text>
      <Text size="sm" c="dimmed">
        {words.signUp.notThere}
      </Text>
      <ResendVerification email={email} />
      <Anchor component={Link} to="/sign-in" size="sm" underline="always">
        {words.signUp.toSignIn}
      </Anchor>
    </Stack>
  );
}
