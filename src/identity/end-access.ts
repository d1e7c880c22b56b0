import type { EntityManager } from '@mikro-orm/postgresql';
import { forgetDevices } from './known-devices.ts';
import { endOneTimeTokens } from './one-time-tokens.ts';
import { signOutOf } from './revoke-session.ts';

/** Links that lead in, or change where links lead. */
const openDoors = [
  'RESET_PASSWORD',
  'CONFIRM_EMAIL_CHANGE',
  'CANCEL_EMAIL_CHANGE',
  'MFA_CHALLENGE',
  'MAGIC_LINK',
] as const;

/** Ends whatever lets somebody in or is half way there: sessions, access tokens, known devices, links. */
export async function endAccess(em: EntityManager, ownerId: string, now: Date): Promise<void> {
  await signOutOf(em, { ownerId, now });
  await forgetDevices(em, ownerId);
  await endOneTimeTokens(em, { ownerId, kind: { $in: openDoors } }, now);
}
