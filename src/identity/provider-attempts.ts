import { timingSafeEqual } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { randomNonce, randomPKCECodeVerifier, randomState } from 'openid-client';
import type { OperationContext } from '#authorization/operation-context.ts';
import { hashToken } from './hash-token.ts';
import { OauthAttempt, type oauthPurposes } from './oauth-attempt.entity.ts';
import { ProviderFailure } from './provider-failure.ts';
import type { AttemptSecrets, Provider } from './providers.ts';
import { attemptSeconds } from './session-cookies.ts';

/** What somebody goes to a provider for, and where they end. */
export interface WantedAttempt {
  readonly purpose: (typeof oauthPurposes)[number];
  /** The session that asks; none of a sign-in. */
  readonly sessionId: string | null;
  readonly next: string;
}

/**
 * Begins a way to a provider that only this browser can end, once and soon: the provider repeats the state, the browser
 * its cookie, and both have to be there (RFC 9700, 2.1 and 4.7).
 * @returns where to send the browser
 * @throws ProviderFailure, Forbidden where the browser keeps no cookies
 */
export async function beginAttempt(
  context: OperationContext,
  provider: Provider,
  { purpose, sessionId, next }: WantedAttempt,
): Promise<string> {
  const { now, newId, client, rows } = context;
  const { takesVerifier, repeatsNonce } = provider.profile;
  const secrets: AttemptSecrets = {
    state: randomState(),
    nonce: repeatsNonce ? randomNonce() : null,
    codeVerifier: takesVerifier ? randomPKCECodeVerifier() : null,
  };
  const cookie = randomState();
  // The provider is asked for its addresses, perhaps: no transaction is open yet.
  const url = await provider.authorizationUrl(secrets, purpose === 'STEP_UP');
  const em = await rows.em();
  em.create(OauthAttempt, {
    id: newId(),
    stateHash: hashToken(secrets.state),
    cookieHash: hashToken(cookie),
    providerId: provider.id,
    purpose,
    sessionId,
    codeVerifier: secrets.codeVerifier,
    nonce: secrets.nonce,
    next,
    createdAt: now,
    expiresAt: new Date(now.getTime() + attemptSeconds * 1000),
  });
  client.setFlowToken('attempt', cookie);
  return url;
}

/** A way that has been ended, with what it was begun with. */
export interface TakenAttempt extends WantedAttempt {
  readonly secrets: AttemptSecrets;
}

/**
 * Ends a way, in a transaction of its own: whatever becomes of it, nobody goes it twice. The cookie is compared before:
 * whoever has no more than an address that somebody else came back by ends nothing.
 * @throws ProviderFailure ATTEMPT_OVER for every other than the one begun in this browser at this provider
 */
export async function takeAttempt(
  { rows, client, now }: OperationContext,
  { provider, state }: { readonly provider: Provider; readonly state: string },
): Promise<TakenAttempt> {
  const attempt = await rows.separately(async (em) => {
    const good = { stateHash: hashToken(state), providerId: provider.id, usedAt: null, expiresAt: { $gt: now } };
    const found = await em.findOne(OauthAttempt, good);
    const isOwn = found !== null && isSame(found.cookieHash, hashToken(client.flowTokens.attempt ?? ''));
    return isOwn && (await take(em, found.id, now)) ? found : null;
  });
  if (!attempt) throw new ProviderFailure('ATTEMPT_OVER', 'no such attempt');
  const { purpose, sessionId, next, nonce, codeVerifier } = attempt;
  const secrets = { state, nonce: nonce ?? null, codeVerifier: codeVerifier ?? null };
  return { purpose, sessionId: sessionId ?? null, next, secrets };
}

/** Of many who come at once, one gets it. */
const take = async (em: EntityManager, id: string, now: Date): Promise<boolean> =>
  (await em.nativeUpdate(OauthAttempt, { id, usedAt: null }, { usedAt: now })) > 0;

const isSame = (one: string, other: string): boolean => timingSafeEqual(Buffer.from(one), Buffer.from(other));
