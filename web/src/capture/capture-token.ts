import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { print } from 'graphql';
import { graphql } from '../generated/gql.ts';
import type { HandInByTokenMutation, IngestJobInput } from '../generated/graphql.ts';

/** What this browser keeps to hand in jobs while nobody is signed in. */
export interface CaptureToken {
  /** It hands in and sees what it has handed in, and nothing else of the account. */
  readonly token: string;
  readonly expiresAt: string;
  /** The token may not ask for them. */
  readonly personas: readonly { readonly id: string; readonly label: string }[];
}

const key = 'tenure-capture-token';

/** The token of this browser, while it lasts. */
export function readCaptureToken(): CaptureToken | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as CaptureToken | null;
    return kept && Date.parse(kept.expiresAt) > Date.now() ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a token; undefined forgets it. @returns whether the browser does so */
export function keepCaptureToken(token: CaptureToken | undefined): boolean {
  try {
    if (token) localStorage.setItem(key, JSON.stringify(token));
    else localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

const HandInByToken = graphql(`
  mutation HandInByToken($personaId: ID!, $input: IngestJobInput!) {
    ingestJob(personaId: $personaId, input: $input) {
      id
      expiresAt
    }
  }
`);

/** Hands in by the token alone: cookies of nobody go along. */
export async function handInByToken(token: string, personaId: string, input: IngestJobInput) {
  const response = await fetch('/graphql', {
    method: 'POST',
    credentials: 'omit',
    headers: { 'content-type': 'application/json', accept: 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: print(HandInByToken), variables: { personaId, input } }),
  });
  const answer = (await response.json()) as { data?: HandInByTokenMutation; errors?: [] };
  if (!answer.data?.ingestJob) throw new CombinedGraphQLErrors(answer);
  return answer.data.ingestJob;
}
