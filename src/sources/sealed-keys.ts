import { placeIn, type SealedColumn } from '#database/sealed-column.ts';
import type { SecretPlace } from '#platform/secret-box.ts';
import { SourceKey } from './source-key.entity.ts';

/** The keys that accounts have of sources. */
export const sealedKeys: SealedColumn<SourceKey> = {
  entity: SourceKey,
  property: 'sealedKey',
  purpose: 'source key',
};

/** Where a key of a source is kept. */
export const keyPlace = (key: Pick<SourceKey, 'id' | 'ownerId'>): SecretPlace => placeIn(sealedKeys, key);
