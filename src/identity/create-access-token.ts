import type { OperationContext } from '#authorization/operation-context.ts';
import { Forbidden, InvalidInput } from '#platform/errors.ts';
import type { Scope } from '#platform/resolver-types.generated.ts';
import { AccessToken } from './access-token.entity.ts';
import { lockOwnAccount } from './find-account.ts';
import { hashToken } from './hash-token.ts';
import { addDays } from './identity-services.ts';
import { mailSecurityNotice } from './mail-link.ts';
import { newNarrowToken } from './narrow-token.ts';
import { findLine } from './parse-profile.ts';
import { recordAudit } from './record-audit.ts';

/** More than anybody has programs: who makes them without end has a fault, or another's password. */
export const mostAccessTokens = 20;
/** A year, and a day for who renews on the same date: what is forgotten ends by itself. */
export const mostAccessTokenDays = 366;
const maxLabelLength = 80;

export interface NewAccessToken {
  readonly label: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt: Date;
}

/**
 * Makes an access token that is good for some scopes, and tells the account's owner of it by mail.
 * @returns the token, which is kept nowhere
 * @throws InvalidInput for `input.label`, `input.scopes`, `input.expiresAt`; Forbidden beyond what an account may have
 */
export async function createAccessToken(
  context: OperationContext,
  input: NewAccessToken,
): Promise<{ readonly token: string; readonly id: string }> {
  const { now, newId } = context;
  const given = { label: parseLabel(input.label), scopes: parseScopes(input.scopes), expiresAt: parseEnd(input, now) };
  const em = await context.rows.em();
  const { user } = await lockOwnAccount(em, context);
  const living = await em.count(AccessToken, { ownerId: user.id, revokedAt: null, expiresAt: { $gt: now } });
  if (living >= mostAccessTokens)
    throw new Forbidden(`An account has ${mostAccessTokens} access tokens at most. End one of them first.`);
  const token = newNarrowToken();
  const id = newId();
  em.create(AccessToken, { id, ownerId: user.id, tokenHash: hashToken(token), ...given, createdAt: now });
  recordAudit(em, context, {
    event: 'ACCESS_TOKEN_CREATED',
    ownerId: user.id,
    detail: given.scopes.toSorted().join(' '),
  });
  await mailSecurityNotice(em, context, { user, kind: 'ACCESS_TOKEN_CREATED' });
  return { token, id };
}

function parseLabel(text: string): string {
  const label = findLine(text, maxLabelLength);
  if (!label) throw new InvalidInput('input.label', `Write a name of 1 to ${maxLabelLength} characters.`);
  return label;
}

function parseScopes(scopes: readonly Scope[]): Scope[] {
  if (scopes.length === 0) throw new InvalidInput('input.scopes', 'Name at least one scope.');
  if (new Set(scopes).size < scopes.length) throw new InvalidInput('input.scopes', 'Name each scope once.');
  return [...scopes];
}

function parseEnd({ expiresAt }: NewAccessToken, now: Date): Date {
  if (expiresAt <= now || expiresAt > addDays(now, mostAccessTokenDays))
    throw new InvalidInput('input.expiresAt', `Give a time in the future, within ${mostAccessTokenDays} days.`);
  return expiresAt;
}
