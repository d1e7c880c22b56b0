import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { hashToken } from './hash-token.ts';
import { currentSecret, type TokenSecret } from './token-secrets.ts';

/** A session's first refresh token: 256 random bits. */
export const newRefreshToken = (): string => randomBytes(32).toString('base64url');

export interface Rotation {
  /** The token that follows this one. */
  readonly successorOf: (token: string) => string;
  /** The token with this hash that follows this one, whichever secret it was derived with; null where none is. */
  readonly findSuccessor: (token: string, successorHash: string) => string | null;
}

/**
 * Successors are derived from their predecessors, so that everybody who races with one token is given the same
 * successor although none is stored. Only who holds a secret can derive.
 * @param secrets the first derives; the others find what was derived before secrets were changed
 */
export function createRotation(secrets: readonly TokenSecret[]): Rotation {
  const current = rotationKey(currentSecret(secrets));
  const keys = secrets.map(rotationKey);
  return {
    successorOf: (token) => derive(current, token),
    findSuccessor: (token, successorHash) =>
      keys.map((key) => derive(key, token)).find((successor) => hashToken(successor) === successorHash) ?? null,
  };
}

// A key of its own, so that what signs access tokens never authenticates anything else.
const rotationKey = ({ secret }: TokenSecret): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', 'tenure refresh token rotation', 32));

const derive = (key: Buffer, token: string): string => createHmac('sha256', key).update(token).digest('base64url');

type Time = Date | null | undefined;

export interface RefreshFacts {
  readonly session: { readonly revokedAt?: Time; readonly expiresAt: Date };
  readonly token: { readonly usedAt?: Time; readonly expiresAt: Date };
  /** The token that replaced it, if it was used. */
  readonly successor: { readonly usedAt?: Time } | null;
}

export type RefreshVerdict = 'rotate' | 'repeat' | 'reuse' | 'expired';

/**
 * Judges a refresh token that exists (RFC 9700, 4.14.2). `reuse` means that two parties hold the session's tokens;
 * `repeat` that one client asked twice at once, as browser tabs do.
 * @param graceSeconds how long after its use a token may still come, while its successor is unused; 0 for never
 */
export function judgeRefresh(
  { session, token, successor }: RefreshFacts,
  now: Date,
  graceSeconds: number,
): RefreshVerdict {
  // A token of a session that has ended anyway must not end those that were begun since.
  if (!isLive(session, now)) return 'expired';
  if (!token.usedAt) return token.expiresAt > now ? 'rotate' : 'expired';
  const isInGrace = graceSeconds > 0 && now.getTime() - token.usedAt.getTime() <= graceSeconds * 1000;
  if (!isInGrace || successor?.usedAt) return 'reuse';
  // Without a successor it was ended, by a step-up: what was on its way meanwhile is refused and no sign of theft.
  return successor ? 'repeat' : 'expired';
}

/** Whether a session still lets its tokens in. */
export const isLive = (session: RefreshFacts['session'], now: Date): boolean =>
  !session.revokedAt && session.expiresAt > now;
