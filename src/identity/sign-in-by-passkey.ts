import type { OperationContext } from '#authorization/operation-context.ts';
import { Unauthenticated } from '#platform/errors.ts';
import { enterAccount, type SignedInAccount } from './enter-account.ts';
import { lockAccount } from './find-account.ts';
import { lockPasskey } from './find-passkeys.ts';
import type { IdentityServices } from './identity-services.ts';
import { passkeyMethods, provePasskey, type PasskeyProof } from './prove-passkey.ts';
import { recordAudit } from './record-audit.ts';
import { mfaMethodsOf } from './sign-in-ways.ts';

/**
 * Signs in by a passkey, whose user was verified: nothing is asked for behind it. Failures of passwords are neither
 * counted nor forgotten by it. Whatever is wrong with it is answered alike.
 * @throws InvalidInput for what is no answer of a passkey, Unauthenticated
 */
export async function signInByPasskey(
  context: OperationContext,
  services: IdentityServices,
  response: unknown,
): Promise<SignedInAccount> {
  const proof = await provePasskey(context, services, { response, field: 'response', ceremony: 'LOGIN' });
  if (proof.kind === 'refused') {
    await refuse(context, services, proof);
    throw notGood();
  }
  const { ownerId, passkeyId, isFirst } = proof;
  const em = await context.rows.em();
  const user = await lockAccount(em, ownerId);
  // Shut out, or the passkey removed, in between.
  if (!user || user.disabledAt || !(await lockPasskey(em, passkeyId))) throw notGood();
  return enterAccount(context, services, {
    user,
    methods: passkeyMethods,
    mfaMethods: await mfaMethodsOf(em, ownerId),
    isFirst,
  });
}

/** Writes down, and counts, why it was refused; whoever tried is not told. */
function refuse(
  context: OperationContext,
  { metrics }: IdentityServices,
  { ownerId, reason }: PasskeyProof & { readonly kind: 'refused' },
): Promise<void> {
  metrics.loginFailed(reason);
  const audited = { event: 'LOGIN_FAILED', ownerId, outcome: 'REFUSED', detail: reason } as const;
  return context.rows.separately((em) => recordAudit(em, context, audited));
}

const notGood = (): Unauthenticated =>
  new Unauthenticated(
    'This passkey signs nobody in, or its answer came too late. Try again; if you have just opened the account, prove your address first, by the link that was mailed to it.',
  );
