import type { EntityManager } from '@mikro-orm/postgresql';
import type { OperationContext } from '#authorization/operation-context.ts';
import { oneMore } from '#database/count-up.ts';
import { InvalidInput, RateLimited, Unauthenticated } from '#platform/errors.ts';
import type { MfaMethod } from '#platform/resolver-types.generated.ts';
import { enterAccount, type SignedInAccount } from './enter-account.ts';
import { lockAccount } from './find-account.ts';
import type { IdentityServices } from './identity-services.ts';
import { OneTimeToken } from './one-time-token.entity.ts';
import { findGoodToken, takeOneTimeToken, type TokenJudge } from './one-time-tokens.ts';
import { mfaMethodsOf } from './sign-in-ways.ts';
import { proveSecondFactor } from './prove-second-factor.ts';

export interface CompleteMfaInput {
  readonly challenge: string;
  readonly method: MfaMethod;
  readonly code?: string | null;
  readonly passkey?: unknown;
}

/** How often one challenge may be tried. */
const mostTries = 5;

/**
 * Signs in behind a first factor, by the second one.
 * @throws Unauthenticated CHALLENGE_OVER where signing in has to begin anew, and without a reason for a wrong code;
 *   InvalidInput, RateLimited, Overloaded
 */
export async function completeMfa(
  context: OperationContext,
  services: IdentityServices,
  { challenge, method, code, passkey: response }: CompleteMfaInput,
): Promise<SignedInAccount> {
  const judge = { tokens: services.tokens, now: context.now };
  const token = await context.rows.separately((em) => countTry(em, judge, challenge));
  const { ownerId } = token;
  const passkey = { response, ceremony: 'LOGIN' } as const;
  const methods = await proveSecondFactor(context, services, { ownerId, method, code: code ?? '', passkey }).catch(
    (error: unknown) => refuse(context, services, { token, error }),
  );
  const em = await context.rows.em();
  const user = await lockAccount(em, ownerId);
  await takeOneTimeToken(em, judge, token).catch(asOver);
  // Shut out, or at another address, since the first factor.
  if (!user || user.disabledAt || user.email !== token.email) throw over();
  return enterAccount(context, services, {
    user,
    methods: [token.method ?? '', ...methods],
    mfaMethods: await mfaMethodsOf(em, ownerId),
  });
}

/** Finds the challenge and counts a try of it, in one step: of many at once no more are compared than may be. */
async function countTry(em: EntityManager, judge: TokenJudge, token: string): Promise<OneTimeToken> {
  const found = await findGoodToken(em, judge, { kind: 'MFA_CHALLENGE', token }).catch(asOver);
  const isLeft = { id: found.id, attempts: { $lt: mostTries } };
  if ((await em.nativeUpdate(OneTimeToken, isLeft, { attempts: oneMore('attempts') })) === 0) throw over();
  return found;
}

interface RefusedTry {
  readonly token: OneTimeToken;
  readonly error: unknown;
}

/** Counts why a try was refused. One too many ends the challenge: whoever goes on proves the first factor anew. */
async function refuse(
  { rows, now }: OperationContext,
  { metrics }: IdentityServices,
  { token: { id }, error }: RefusedTry,
): Promise<never> {
  if (error instanceof Unauthenticated) metrics.loginFailed('SECOND_FACTOR');
  if (error instanceof RateLimited) {
    metrics.loginFailed('RATE_LIMITED');
    await rows.separately((em) => em.nativeUpdate(OneTimeToken, { id, usedAt: null }, { usedAt: now }));
  }
  throw error;
}

const over = (): Unauthenticated =>
  new Unauthenticated('This sign-in has taken too long or too many tries. Begin anew.', 'CHALLENGE_OVER');

const asOver = (error: unknown): never => {
  throw error instanceof InvalidInput ? over() : error;
};
