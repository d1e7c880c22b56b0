import { hasPasskey, password } from '../sign-in/accounts.ts';

interface AnyDoor {
  readonly name: string;
  readonly title: string;
  readonly document: string;
  /** In the answer to what is known and what is unknown alike. */
  readonly expected: string;
}

/** A mutation whose answer must not tell whether an address has an account, by its time either. */
export interface AddressDoor extends AnyDoor {
  readonly variables: (email: string) => object;
  /** Which accounts knock, where it is not all of them. */
  readonly isFor?: (account: number) => boolean;
}

/** A mutation of somebody signed in whose answer must not tell whether the pool has a posting. */
export interface PostingDoor extends AnyDoor {
  readonly ofPosting: (personaId: string, text: string) => object;
}

export type Door = AddressDoor | PostingDoor;

const passkeyOptions = {
  document: 'mutation Knock($email: String!) { passkeyLoginOptions(email: $email) }',
  variables: (email: string) => ({ email }),
  // Made-up ones where there are none.
  expected: '"allowCredentials":[{"id":"',
};

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
  {
    name: 'passkeyLoginOptions, with a passkey',
    title: 'passkeyLoginOptions of an account with a passkey',
    ...passkeyOptions,
    isFor: hasPasskey,
  },
  {
    name: 'passkeyLoginOptions, without',
    title: 'passkeyLoginOptions of an account without one',
    ...passkeyOptions,
    isFor: (account) => !hasPasskey(account),
  },
  {
    name: 'ingestJob',
    title: 'ingestJob of a posting that the pool has, and of one that it lacks',
    document: `mutation Knock($personaId: ID!, $input: IngestJobInput!) {
      ingestJob(personaId: $personaId, input: $input) { id state url failure preview { title } }
    }`,
    ofPosting: (personaId, text) => ({ personaId, input: { text } }),
    expected: '"state":"PROCESSING"',
  },
];
