import { password } from '../sign-in/accounts.ts';

/** A mutation whose answer must not tell whether an address has an account, by its time either. */
export interface Door {
  readonly name: 'login' | 'register' | 'requestPasswordReset' | 'requestMagicLink';
  readonly title: string;
  readonly document: string;
  readonly variables: (email: string) => object;
  /** In the answer to a known address and an unknown one alike. */
  readonly expected: string;
}

export const doors: readonly Door[] = [
  {
    name: 'login',
    title: 'login with a wrong password',
    document: 'mutation Knock($input: LoginInput!) { login(input: $input) { ... on AuthSession { user { id } } } }',
    variables: (email) => ({ input: { email, password: `not ${password}` } }),
    expected: '"code":"UNAUTHENTICATED"',
  },
  {
    name: 'register',
    title: 'register where addresses must be proven',
    document: 'mutation Knock($input: RegisterInput!) { register(input: $input) { verificationRequired } }',
    variables: (email) => ({ input: { email, password } }),
    expected: '"verificationRequired":true',
  },
  {
    name: 'requestPasswordReset',
    title: 'requestPasswordReset',
    document: 'mutation Knock($email: String!) { requestPasswordReset(email: $email) }',
    variables: (email) => ({ email }),
    expected: '"requestPasswordReset":true',
  },
  {
    name: 'requestMagicLink',
    title: 'requestMagicLink',
    document: 'mutation Knock($email: String!) { requestMagicLink(email: $email) }',
    variables: (email) => ({ email }),
    expected: '"requestMagicLink":true',
  },
];
