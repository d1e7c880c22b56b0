import type { EntityManager } from '@mikro-orm/postgresql';
import { tellChanges } from '#notifications/tell-changes.ts';

/** Tells of a task that got on, in the transaction in which it does. */
export const tellTask = (em: EntityManager, id: string): Promise<void> =>
  tellChanges(em, [{ subject: 'COMPUTE_TASKS', of: id, ids: [id] }]);

/** Tells whoever watches a task that there is nothing to watch any more. */
export const tellTaskIsGone = (em: EntityManager, id: string): Promise<void> =>
  tellChanges(em, [{ subject: 'COMPUTE_TASKS', of: id, ids: [] }]);
