import type { OperationContext } from '#authorization/operation-context.ts';
import { requireOwner } from '#authorization/viewer.ts';
import { InvalidInput, Unauthenticated } from '#platform/errors.ts';
import { wrongPassword } from './change-password.ts';
import { addRefreshToken } from './add-refresh-token.ts';
import { findPassword, lockOwnAccount } from './find-account.ts';
import type { IdentityServices } from './identity-services.ts';
import { handOver, issueTokens, type AuthTokens } from './issue-tokens.ts';
import { sessionOf } from './passkey-options.ts';
import { proveSecondFactor } from './prove-second-factor.ts';
import { recordAudit } from './record-audit.ts';
import { RefreshToken } from './refresh-token.entity.ts';
import { newRefreshToken } from './refresh-token.ts';
import { mfaMethodsOf } from './sign-in-ways.ts';
import { isTotpCode } from './totp.ts';

export interface StepUpInput {
  readonly password?: string | null;
  readonly code?: string | null;
  readonly passkey?: unknown;
}

/**
 * Proves in the middle of a session who asks. The session goes on with new tokens alone: those of before, which somebody
 * may have taken, neither gain by it nor can be refreshed any more (OWASP ASVS 5.0, 7.2.4).
 * @throws InvalidInput for a wrong password, code or passkey and for what is no proof, RateLimited, Overloaded
 */
export async function stepUp(
  context: OperationContext,
  services: IdentityServices,
  input: StepUpInput,
): Promise<AuthTokens> {
  const methods = await prove(context, services, { ownerId: requireOwner(context.viewer), ...input });
  return goOnProven(context, services, methods);
}

/** Gives the viewer's session new tokens, behind a proof of now. @param methods how it was proven */
export async function goOnProven(
  context: OperationContext,
  services: IdentityServices,
  methods: readonly string[],
): Promise<AuthTokens> {
  const { rows, now, client } = context;
  const em = await rows.em();
  const { user, session } = await lockOwnAccount(em, context);
  const ownerId = user.id;
  await em.nativeUpdate(RefreshToken, { ownerId, session: session.id, usedAt: null }, { usedAt: now });
  em.assign(session, {
    authenticatedAt: now,
    lastSeenAt: now,
    methods: [...new Set([...session.methods, ...methods])],
  });
  const refresh = addRefreshToken(em, context, { session, services, token: newRefreshToken() });
  recordAudit(em, context, { event: 'STEP_UP', ownerId, detail: methods.join(' ') });
  return handOver(client, issueTokens(context, services, { session, refresh }));
}

interface Given extends StepUpInput {
  readonly ownerId: string;
}

/** @returns how it was proven, by the names of RFC 8176 */
function prove(context: OperationContext, services: IdentityServices, given: Given): Promise<readonly string[]> {
  const { ownerId, password = null, code = null, passkey: response = null } = given;
  if ([password, code, response].filter((each) => each !== null).length !== 1)
    throw new InvalidInput('input', 'Give a password, a code or a passkey: one of them.');
  if (password !== null) return provePassword(context, services, given);
  const passkey = { response, ceremony: 'STEP_UP', boundTo: sessionOf(context) } as const;
  if (code === null)
    return proveSecondFactor(context, services, { ownerId, code: '', method: 'PASSKEY', passkey }).catch(
      asWrongInput('input.passkey', 'This is no passkey of your account, or its answer came too late. Try again.'),
    );
  const method = isTotpCode(code) ? 'TOTP' : 'BACKUP_CODE';
  return proveSecondFactor(context, services, { ownerId, code, method }).catch(asWrongInput('input.code'));
}

/** Of who is signed in already: as with a wrong password, clients must not take it for the end of the session. */
const asWrongInput =
  (field: string, sentence?: string) =>
  (error: unknown): never => {
    throw error instanceof Unauthenticated ? new InvalidInput(field, sentence ?? error.message) : error;
  };

async function provePassword(
  context: OperationContext,
  { passwords }: IdentityServices,
  { ownerId, password }: Given,
): Promise<readonly string[]> {
  const { known, hasSecond } = await context.rows.separately(async (em) => ({
    known: await findPassword(em, ownerId),
    hasSecond: (await mfaMethodsOf(em, ownerId)).length > 0,
  }));
  // What signing in does not do with, a step-up must not do with either.
  if (hasSecond) throw new InvalidInput('input.password', 'Your account has a second factor: give a code instead.');
  const { isMatch } = await passwords.verify(known?.secretHash ?? null, password ?? '');
  if (isMatch) return ['pwd'];
  const refused = { event: 'STEP_UP', ownerId, outcome: 'REFUSED' } as const;
  await context.rows.separately((em) => recordAudit(em, context, refused));
  throw wrongPassword('input.password');
}
