import type { EntityName } from '@mikro-orm/core';
import type { ChangeEvent, OperationContext } from '#authorization/operation-context.ts';
import { NotFound } from '#platform/errors.ts';
import type { Change } from './tell-changes.ts';

type Watched = Parameters<OperationContext['watch']>[0] & Pick<Change, 'subject'>;

/** Opens the stream of what changes of a row of the viewer's. @throws NotFound */
export async function watchRow(
  { rows, watch }: OperationContext,
  entity: EntityName<{ id: string }>,
  watched: Watched,
): Promise<AsyncIterable<ChangeEvent>> {
  // Before anything is read: what changes in the meantime would be told to nobody.
  const changes = watch(watched);
  try {
    if (!(await rows.find(entity, watched.of, ['id']))) throw new NotFound();
    return changes;
  } catch (error) {
    await changes.return?.();
    throw error;
  }
}
