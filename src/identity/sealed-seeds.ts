import { placeIn, type SealedColumn } from '#database/sealed-column.ts';
import type { SecretPlace } from '#platform/secret-box.ts';
import { TotpFactor } from './totp-factor.entity.ts';

/** The seeds of authenticator apps. Those of enrolments under way are not renewed: whoever began one begins anew. */
export const sealedSeeds: SealedColumn<TotpFactor> = {
  entity: TotpFactor,
  property: 'sealedSeed',
  purpose: 'totp seed',
};

/** Where the seed of an app is kept, also before its first code. */
export const seedPlace = (factor: Pick<TotpFactor, 'id' | 'ownerId'>): SecretPlace => placeIn(sealedSeeds, factor);
