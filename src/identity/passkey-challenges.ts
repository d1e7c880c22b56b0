import { randomBytes } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { OperationContext } from '#authorization/operation-context.ts';
import { PasskeyChallenge, type Ceremony } from './passkey-challenge.entity.ts';

/** How long one may be answered (WebAuthn L3, 15.1: 300 to 600 seconds where a user is verified). */
export const challengeSeconds = 300;

const challengeBytes = 32;

export interface ChallengeRequest {
  readonly ceremony: Ceremony;
  /** The session, or the address, that alone may answer it. */
  readonly boundTo: string | null;
  readonly userHandle?: string;
}

/** Makes a challenge, good once and for this ceremony. */
export function issueChallenge(
  em: EntityManager,
  { now }: Pick<OperationContext, 'now'>,
  { ceremony, boundTo, userHandle }: ChallengeRequest,
): string {
  const challenge = randomBytes(challengeBytes).toString('base64url');
  em.create(PasskeyChallenge, {
    challenge,
    ceremony,
    boundTo,
    userHandle: userHandle ?? null,
    expiresAt: new Date(now.getTime() + challengeSeconds * 1000),
  });
  return challenge;
}

export interface AnsweredChallenge {
  readonly ceremony: Ceremony;
  readonly challenge: string;
  /** Left out where it is judged afterwards. */
  readonly boundTo?: string;
}

/**
 * Takes a challenge away, whatever becomes of its answer: of many who come with it at once one gets it, since its row is
 * judged and deleted by one statement.
 * @returns null for one that is not good: unknown, taken, run out, or given for something else
 */
export async function takeChallenge(
  em: EntityManager,
  { now }: Pick<OperationContext, 'now'>,
  answered: AnsweredChallenge,
): Promise<PasskeyChallenge | null> {
  const good = { ...answered, expiresAt: { $gt: now } };
  const found = await em.findOne(PasskeyChallenge, good);
  const taken = await em.nativeDelete(PasskeyChallenge, good);
  return taken === 1 ? found : null;
}
