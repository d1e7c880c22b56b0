import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Passkey } from './passkey.entity.ts';

/** The account's passkeys, the oldest first. */
export const findPasskeys = (em: EntityManager, ownerId: string): Promise<Passkey[]> =>
  em.find(Passkey, { ownerId }, { orderBy: { createdAt: 'asc', id: 'asc' } });

/** The passkey that an authenticator names so. */
export const findPasskey = (em: EntityManager, credentialId: string): Promise<Passkey | null> =>
  em.findOne(Passkey, { credentialId });

/** A passkey as the latest commit left it, held until the transaction ends. */
export const lockPasskey = (em: EntityManager, id: string): Promise<Passkey | null> =>
  em.findOne(Passkey, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });

/** The passkey of a registration that waits for the proof of its address. */
export const findWaitingPasskey = (em: EntityManager, ownerId: string): Promise<Passkey | null> =>
  em.findOne(Passkey, { ownerId, awaitsProof: true });

/** What the link that proves an address vouches for, where that is a passkey: no hash of a password looks like it. */
export const vouchedForOf = ({ id }: Pick<Passkey, 'id'>): string => `passkey ${id}`;
