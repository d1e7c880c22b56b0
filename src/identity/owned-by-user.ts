import { p } from '@mikro-orm/core';
import { User } from './user.entity.ts';

/** The two properties of a table that belongs to a user directly: the owner's id with its foreign key, and the way to the user. */
export const ownedByUser = () =>
  ({
    ownerId: () => p.manyToOne(User).mapToPk().joinColumn('owner_id').deleteRule('cascade'),
    user: () => p.manyToOne(User).joinColumn('owner_id').persist(false).lazy(),
  }) as const;
