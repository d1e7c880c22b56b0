import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { countSecretKeys, type KeyUse } from '#database/count-secret-keys.ts';
import type { SecretBox, SecretPlace } from '#platform/secret-box.ts';
import { TotpFactor } from './totp-factor.entity.ts';

/** Where a seed is kept: in another row, or as another account's, it cannot be opened. */
export const seedPlace = ({ id, ownerId }: Pick<TotpFactor, 'id' | 'ownerId'>): SecretPlace => ({
  purpose: 'totp seed',
  ownerId,
  rowId: id,
});

/** The keys that seeds are encrypted with. Those of enrolments under way are none: whoever began one begins anew. */
export const countSeedKeys = (em: EntityManager): Promise<readonly KeyUse[]> =>
  countSecretKeys(em, TotpFactor, 'sealedSeed');

/**
 * Encrypts every seed by the newest key, so that those before it can be dropped.
 * @returns how many were not yet, and whose no key opens
 */
export async function renewSeeds(
  em: EntityManager,
  box: SecretBox,
): Promise<{ readonly renewed: number; readonly lostOf: readonly string[] }> {
  const lostOf: string[] = [];
  let renewed = 0;
  const held = { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE } as const;
  for (const factor of await em.find(TotpFactor, { sealedSeed: { $ne: null } }, held)) {
    const opened = box.open(factor.sealedSeed ?? '', seedPlace(factor));
    if (!opened) lostOf.push(factor.ownerId);
    if (!opened || opened.isCurrent) continue;
    em.assign(factor, { sealedSeed: box.seal(opened.secret, seedPlace(factor)) });
    renewed += 1;
  }
  return { renewed, lostOf };
}
