import { requireOwner } from '#authorization/viewer.ts';
import type { OperationContext } from '#authorization/operation-context.ts';
import type { SignInMethodKind } from '#platform/resolver-types.generated.ts';
import { Credential } from './credential.entity.ts';
import { findEmailAddress } from './email-address.ts';
import type { IdentityServices } from './identity-services.ts';
import { Passkey } from './passkey.entity.ts';
import { ProviderIdentity } from './provider-identity.entity.ts';
import { Session } from './session.entity.ts';
import { TotpFactor } from './totp-factor.entity.ts';
import { User } from './user.entity.ts';

/** One of the ways in which an account signs in, whatever it is. */
export interface SignInMethod {
  readonly id: string;
  readonly kind: SignInMethodKind;
  readonly label: string | null;
  readonly addedAt: Date;
  readonly lastUsedAt: Date | null;
}

/** The viewer's ways to sign in, the oldest first; links by mail too, though they are none that can be removed. */
export async function listSignInMethods(
  { rows, viewer }: OperationContext,
  { providers }: Pick<IdentityServices, 'providers'>,
): Promise<SignInMethod[]> {
  const ownerId = requireOwner(viewer);
  const own = { ownerId };
  const [passwords, apps, passkeys, identities, user, sessions] = await Promise.all([
    rows.list(Credential, own, { id: 'asc' }),
    rows.list(TotpFactor, { ...own, addedAt: { $ne: null } }, { id: 'asc' }),
    rows.list(Passkey, own, { id: 'asc' }),
    rows.list(ProviderIdentity, own, { id: 'asc' }),
    rows.find(User, ownerId, ['id', 'email', 'emailVerifiedAt', 'createdAt']),
    rows.list(Session, own, { createdAt: 'desc', id: 'desc' }),
  ]);
  const methods: SignInMethod[] = [
    ...passwords.map(({ id, createdAt, lastUsedAt }) => method('PASSWORD', { id, addedAt: createdAt, lastUsedAt })),
    ...apps.map(({ id, addedAt, createdAt, lastUsedAt }) =>
      method('TOTP', { id, addedAt: addedAt ?? createdAt, lastUsedAt }),
    ),
    ...passkeys.map(({ id, label, createdAt, lastUsedAt }) =>
      method('PASSKEY', { id, label: label ?? null, addedAt: createdAt, lastUsedAt }),
    ),
    ...identities.map(({ id, providerId, createdAt, lastUsedAt }) =>
      method('OAUTH', { id, label: providers.find(providerId)?.label ?? providerId, addedAt: createdAt, lastUsedAt }),
    ),
    ...mailboxOf(user, sessions),
  ];
  return methods.toSorted((one, other) => one.addedAt.getTime() - other.addedAt.getTime());
}

/** The mailbox that links go to; none where the address is no address, as the local owner's. */
function mailboxOf(
  user: Pick<User, 'id' | 'email' | 'emailVerifiedAt' | 'createdAt'> | null,
  sessions: readonly Session[],
): SignInMethod[] {
  if (!user || findEmailAddress(user.email) === null) return [];
  const addedAt = user.emailVerifiedAt ?? user.createdAt;
  // Links before went to the address before.
  const byLink = sessions.find(({ methods, createdAt }) => methods.includes('email') && createdAt >= addedAt);
  return [method('MAGIC_LINK', { id: user.id, label: user.email, addedAt, lastUsedAt: byLink?.createdAt })];
}

const method = (
  kind: SignInMethodKind,
  {
    id,
    label,
    addedAt,
    lastUsedAt,
  }: Pick<SignInMethod, 'id' | 'addedAt'> & {
    readonly label?: string | null;
    readonly lastUsedAt: Date | null | undefined;
  },
): SignInMethod => ({ id, kind, label: label ?? null, addedAt, lastUsedAt: lastUsedAt ?? null });
