import type { EntityManager } from '@mikro-orm/postgresql';
import { tellChanges } from '#notifications/tell-changes.ts';

/** Tells of a posting that was read, in the transaction in which it was. */
export const tellIngest = (em: EntityManager, id: string): Promise<void> =>
  tellChanges(em, [{ subject: 'JOB_INGESTS', of: id, ids: [id] }]);
