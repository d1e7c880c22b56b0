import { defineEntity, p } from '@mikro-orm/core';
import { ownedByUser } from './owned-by-user.ts';

const PasskeySchema = defineEntity({
  name: 'Passkey',
  tableName: 'passkeys',
  properties: {
    id: p.uuid().primary(),
    ...ownedByUser(),
    // As the authenticator names it, in base64url; of all accounts one alone has it.
    credentialId: p.text(),
    // COSE.
    publicKey: p.blob(),
    // What the account is called on the authenticator, random: it comes back with every sign-in that names no account.
    userHandle: p.string().length(86),
    // Unsigned, of 32 bits; 0 where the authenticator keeps none.
    counter: p.bigint('number'),
    transports: p.array().$type<string[]>(),
    // Whether it may be copied to other devices, and whether it is; the first never changes.
    backupEligible: p.boolean(),
    backedUp: p.boolean(),
    label: p.string().length(100).nullable(),
    // That of a registration which waits for the proof of its address: whoever registers next replaces it, and the link
    // of its mail vouches for it.
    awaitsProof: p.boolean().default(false),
    createdAt: p.datetime(),
    lastUsedAt: p.datetime().nullable(),
  },
  uniques: [{ name: 'passkeys_credential_id_key', properties: ['credentialId'] }],
  indexes: [{ name: 'passkeys_owner_id_idx', properties: ['ownerId'] }],
});
export class Passkey extends PasskeySchema.class {}
PasskeySchema.setClass(Passkey);
