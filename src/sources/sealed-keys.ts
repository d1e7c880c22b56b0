import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { countSecretKeys, type KeyUse } from '#database/count-secret-keys.ts';
import type { SecretBox, SecretPlace } from '#platform/secret-box.ts';
import { SourceKey } from './source-key.entity.ts';

/** Where a source's key is kept: in another row, or as another account's, it cannot be opened. */
export const keyPlace = ({ id, ownerId }: Pick<SourceKey, 'id' | 'ownerId'>): SecretPlace => ({
  purpose: 'source key',
  ownerId,
  rowId: id,
});

/** What the keys of sources are encrypted with. On the system login. */
export const countSealedKeys = (em: EntityManager): Promise<readonly KeyUse[]> =>
  countSecretKeys(em, SourceKey, 'sealedKey');

/**
 * Encrypts the key of every source anew, and drops those that nothing decrypts: whose they are can give them again, and a
 * start would be refused for them. On the system login.
 */
export async function renewSourceKeys(
  em: EntityManager,
  box: SecretBox,
): Promise<{ readonly renewed: number; readonly dropped: number }> {
  let [renewed, dropped] = [0, 0];
  const held = { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE } as const;
  for (const key of await em.find(SourceKey, {}, held)) {
    const opened = box.open(key.sealedKey, keyPlace(key));
    if (!opened) {
      em.remove(key);
      dropped += 1;
    } else if (!opened.isCurrent) {
      em.assign(key, { sealedKey: box.seal(opened.secret, keyPlace(key)) });
      renewed += 1;
    }
  }
  return { renewed, dropped };
}
