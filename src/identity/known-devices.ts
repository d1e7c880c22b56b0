import { createHash, randomBytes } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { OperationContext } from '#authorization/operation-context.ts';
import { addDays } from './identity-services.ts';
import { KnownDevice } from './known-device.entity.ts';
import { deviceDays } from './session-cookies.ts';

/** The only form in which a browser's token is stored. */
export const hashDeviceToken = (token: string): string => createHash('sha256').update(token).digest('hex');

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
        tokenHash: hashDeviceToken(client.deviceToken),
        expiresAt: { $gt: now },
      });

/**
 * Knows the browser from now on, by a cookie that lasts; clients that keep none are never known. One browser that several
 * accounts use keeps one cookie.
 */
export async function rememberDevice(em: EntityManager, context: OperationContext, ownerId: string): Promise<void> {
  const { client, now, newId } = context;
  if (!client.keepsCookies) return;
  const token = isDeviceToken(client.deviceToken) ? client.deviceToken : randomBytes(32).toString('base64url');
  const expiresAt = addDays(now, deviceDays);
  const tokenHash = hashDeviceToken(token);
  const known = await em.findOne(KnownDevice, { ownerId, tokenHash });
  if (known) em.assign(known, { lastUsedAt: now, expiresAt, failedAttempts: 0 });
  else em.create(KnownDevice, { id: newId(), ownerId, tokenHash, createdAt: now, lastUsedAt: now, expiresAt });
  await em.flush();
  client.setDeviceToken(token);
}

/** Whether it has the form of ours: nobody should be known by a word that they chose. */
const isDeviceToken = (token: string | null): token is string => token !== null && /^[\w-]{43}$/.test(token);

/** Forgets the account's browsers, but for one. */
export const forgetDevices = async (
  em: EntityManager,
  ownerId: string,
  except: string | null = null,
): Promise<void> => {
  const others = except === null ? {} : { tokenHash: { $ne: hashDeviceToken(except) } };
  await em.nativeDelete(KnownDevice, { ownerId, ...others });
};
