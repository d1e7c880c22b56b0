import { defineEntity, p } from '@mikro-orm/core';
import { ownedByUser } from '#identity/owned-by-user.ts';

/** A key that an account has of a source. */
const SourceKeySchema = defineEntity({
  name: 'SourceKey',
  tableName: 'source_keys',
  properties: {
    id: p.uuid().primary(),
    ...ownedByUser(),
    sourceName: p.string().length(100),
    // Encrypted, with the name of the key that did it (`sealed-keys.ts`).
    sealedKey: p.text(),
    createdAt: p.datetime(),
  },
  uniques: [{ name: 'source_keys_owner_id_source_name_key', properties: ['ownerId', 'sourceName'] }],
});
export class SourceKey extends SourceKeySchema.class {}
SourceKeySchema.setClass(SourceKey);
