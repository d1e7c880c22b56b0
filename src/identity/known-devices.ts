import { randomBytes } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { OperationContext } from '#authorization/operation-context.ts';
import { hashToken } from './hash-token.ts';
import { addDays } from './identity-services.ts';
import { KnownDevice } from './known-device.entity.ts';
import { deviceDays } from './session-cookies.ts';

/** The browser, if the account has signed in there before and it still counts. */
export const findDevice = (
  em: EntityManager,
  ownerId: string,
  { client, now }: Pick<OperationContext, 'client' | 'now'>,
): Promise<KnownDevice | null> =>
  client.deviceToken === null
    ? Promise.resolve(null)
    : em.findOne(KnownDevice, {
        ownerId,
        tokenHash: hashToken(client.deviceToken),
        expiresAt: { $gt: now },
      });

/**
 * Knows the browser from now on, by a cookie that lasts; clients that keep none are never known. The cookie is a new one
 * each time, for the other accounts of the browser too: who planted the one before, or copied it, is not known by it.
 */
export async function rememberDevice(em: EntityManager, context: OperationContext, ownerId: string): Promise<void> {
  const { client, now, newId } = context;
  if (!client.keepsCookies) return;
  const token = randomBytes(32).toString('base64url');
  const expiresAt = addDays(now, deviceDays);
  const tokenHash = hashToken(token);
  if (client.deviceToken !== null)
    await em.nativeUpdate(KnownDevice, { tokenHash: hashToken(client.deviceToken) }, { tokenHash });
  const known = await em.findOne(KnownDevice, { ownerId, tokenHash });
  if (known) em.assign(known, { lastUsedAt: now, expiresAt, failedAttempts: 0 });
  else em.create(KnownDevice, { id: newId(), ownerId, tokenHash, createdAt: now, lastUsedAt: now, expiresAt });
  client.setDeviceToken(token);
}

/** Forgets the account's browsers. */
export const forgetDevices = async (em: EntityManager, ownerId: string): Promise<void> => {
  await em.nativeDelete(KnownDevice, { ownerId });
};
