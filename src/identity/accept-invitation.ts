import type { OperationContext } from '#authorization/operation-context.ts';
import { InvalidInput } from '#platform/errors.ts';
import { activeAdmin } from './find-account.ts';
import type { IdentityServices } from './identity-services.ts';
import { findGoodToken, notGood, takeOneTimeToken } from './one-time-tokens.ts';
import { openAccount, type Registered, type WantedAccount } from './open-account.ts';
import { User } from './user.entity.ts';

/**
 * Opens an account by the link of an invitation, which proves the address it was mailed to and is good for no other, as
 * long as whoever invited is an admin.
 * @throws InvalidInput, Conflict EMAIL_TAKEN
 */
export async function acceptInvitation(
  context: OperationContext,
  services: IdentityServices,
  { inviteToken, ...wanted }: WantedAccount & { readonly inviteToken: string },
): Promise<Registered> {
  const em = await context.rows.em();
  const judge = { tokens: services.tokens, now: context.now };
  const field = 'input.inviteToken';
  const invitation = await findGoodToken(em, judge, { kind: 'INVITE', token: inviteToken, field });
  if ((await em.count(User, { ...activeAdmin, id: invitation.ownerId })) === 0) throw notGood(field);
  if (invitation.email !== wanted.email)
    throw new InvalidInput('input.email', 'The invitation is for another e-mail address.');
  await takeOneTimeToken(em, judge, { id: invitation.id, field });
  return openAccount(context, services, { ...wanted, isProven: true });
}
