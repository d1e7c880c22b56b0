import { useMutation } from '@apollo/client/react';
import { Alert, Anchor, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { Link } from 'react-router';
import { describeProblem, parseProblem } from '../api/problem.ts';
import { graphql } from '../generated/gql.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { passwordConditions } from './password-rule.ts';
import { announceSessionChange, isSignedOut } from './session-state.ts';
import classes from './signed-out.module.css';

const SignUpMutation = graphql(`
  mutation SignUp($input: RegisterInput!) {
    register(input: $input) {
      verificationRequired
    }
  }
`);

/** Which input a refusal is about, and the refusal in words. */
function locateRefusal(error: unknown) {
  if (!error) return {};
  const problem = parseProblem(error);
  if (problem.reason === 'EMAIL_TAKEN') return { email: 'There is an account with this address already: sign in.' };
  if (problem.field === 'input.email') return { email: problem.message };
  if (problem.field === 'input.password') return { password: problem.message };
  return { form: describeProblem(problem) };
}

/** Opens an account and signs in. */
export function SignUp() {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [signUp, { data, loading, error }] = useMutation(SignUpMutation, {
    fetchPolicy: 'no-cache',
    onCompleted: ({ register }) => {
      if (register?.verificationRequired) return;
      announceSessionChange();
      isSignedOut(false);
    },
  });
  const [wasTried, setWasTried] = useState(false);
  const missing = passwordConditions.filter(({ isMet }) => !isMet(password)).map(({ label }) => label);
  const refusal = locateRefusal(error);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setWasTried(true);
    if (missing.length > 0) return;
    void signUp({ variables: { input: { email, password, name: name.trim() || null } } });
  };

  if (data?.register?.verificationRequired) {
    return (
      <Stack>
        <PageTitle order={2}>Look into your mailbox</PageTitle>
        <Text>We have sent a message to {email}. The link in it finishes your sign-up.</Text>
      </Stack>
    );
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <PageTitle order={2}>Open an account</PageTitle>
        {refusal.form && (
          <Alert color="red" role="alert">
            {refusal.form}
          </Alert>
        )}
        <TextInput
          label="Name"
          description="Optional"
          autoComplete="name"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label="E-mail"
          type="email"
          autoComplete="username"
          required
          value={email}
          error={refusal.email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label="Password"
          autoComplete="new-password"
          required
          value={password}
          error={wasTried && missing.length > 0 ? `It still needs ${missing.join(', ')}.` : refusal.password}
          aria-describedby="password-rule"
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <PasswordChecklist password={password} />
        <Button type="submit" loading={loading}>
          Open account
        </Button>
        <Text size="sm">
          Have an account?{' '}
          <Anchor component={Link} to="/sign-in" underline="always">
            Sign in
          </Anchor>
        </Text>
      </Stack>
    </form>
  );
}

function PasswordChecklist({ password }: { readonly password: string }) {
  return (
    <ul id="password-rule" className={classes.rule} aria-label="A password needs">
      {passwordConditions.map(({ label, isMet }) => (
        <li key={label} className={isMet(password) ? classes.met : classes.unmet}>
          <span aria-hidden="true">{isMet(password) ? '✓' : '○'} </span>
          {label}
          <span className="visually-hidden">{isMet(password) ? ', done' : ', missing'}</span>
        </li>
      ))}
    </ul>
  );
}
