import { defineEntity, p } from '@mikro-orm/core';
import { ownedByUser } from './owned-by-user.ts';

const KnownDeviceSchema = defineEntity({
  name: 'KnownDevice',
  tableName: 'known_devices',
  properties: {
    id: p.uuid().primary(),
    ...ownedByUser(),
    // Of the token in the browser's cookie; one browser may be known to several accounts.
    tokenHash: p.string().length(64),
    failedAttempts: p.integer().default(0),
    createdAt: p.datetime(),
    lastUsedAt: p.datetime(),
    expiresAt: p.datetime(),
  },
  uniques: [{ name: 'known_devices_owner_id_token_hash_key', properties: ['ownerId', 'tokenHash'] }],
});
export class KnownDevice extends KnownDeviceSchema.class {}
KnownDeviceSchema.setClass(KnownDevice);
