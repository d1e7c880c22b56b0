import { defineEntity, p } from '@mikro-orm/core';
import { ownedByUser } from './owned-by-user.ts';

const BackupCodeSetSchema = defineEntity({
  name: 'BackupCodeSet',
  tableName: 'backup_code_sets',
  properties: {
    id: p.uuid().primary(),
    ...ownedByUser(),
    // One for the whole set: a try is hashed once and then looked up.
    salt: p.text(),
    // Of the codes that are left.
    codeHashes: p.array().$type<string[]>(),
    createdAt: p.datetime(),
  },
  uniques: [{ name: 'backup_code_sets_owner_id_key', properties: ['ownerId'] }],
});
export class BackupCodeSet extends BackupCodeSetSchema.class {}
BackupCodeSetSchema.setClass(BackupCodeSet);
