import type { EntityManager } from '@mikro-orm/postgresql';
import { Conflict } from '#platform/errors.ts';
import { Credential } from './credential.entity.ts';
import { Passkey } from './passkey.entity.ts';
import { ProviderIdentity } from './provider-identity.entity.ts';

/** Tables whose rows each are a way to begin a sign-in; an authenticator app is none. */
const ways = [Credential, Passkey, ProviderIdentity] as const;

/**
 * Holds that an account can still be signed in to, behind the removal of a way to. The account must be held, so that two
 * removals at once do not each count on the other's.
 * @throws Conflict LAST_SIGN_IN_METHOD where nothing is left
 */
export async function requireAnotherWay(em: EntityManager, ownerId: string): Promise<void> {
  for (const way of ways) if ((await em.count<Credential | Passkey | ProviderIdentity>(way, { ownerId })) > 0) return;
  throw new Conflict(
    'LAST_SIGN_IN_METHOD',
    'This is the last way to sign in. Add another one first, such as a password.',
  );
}
