import { defineEntity, p } from '@mikro-orm/core';
import { ownedByUser } from './owned-by-user.ts';

const TotpFactorSchema = defineEntity({
  name: 'TotpFactor',
  tableName: 'totp_factors',
  properties: {
    id: p.uuid().primary(),
    ...ownedByUser(),
    // Encrypted, with the name of the key (`sealed-seeds.ts`); null until the first enrolment is confirmed.
    sealedSeed: p.text().nullable(),
    // Of the enrolment under way: the seed in use stays good until another one is confirmed.
    pendingSeed: p.text().nullable(),
    pendingUntil: p.datetime().nullable(),
    // The latest time step whose code was taken: neither it nor one before is taken again.
    lastStep: p.integer().default(0),
    // In a row; at the limit its codes are taken no more.
    failedAttempts: p.integer().default(0),
    lastUsedAt: p.datetime().nullable(),
    // Null until confirmed.
    addedAt: p.datetime().nullable(),
    createdAt: p.datetime(),
  },
  uniques: [{ name: 'totp_factors_owner_id_key', properties: ['ownerId'] }],
});
export class TotpFactor extends TotpFactorSchema.class {}
TotpFactorSchema.setClass(TotpFactor);
