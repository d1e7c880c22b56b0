import type { EntityManager } from '@mikro-orm/postgresql';
import { insertMissing } from '#database/bulk.ts';
import { newSharedId } from '#platform/ids.ts';
import { PostingSource, type sourceTypes } from './posting-source.entity.ts';

interface NamedSource {
  readonly sourceName: string;
  readonly sourceType: (typeof sourceTypes)[number];
  readonly description: string;
  readonly now: Date;
}

/** The id of the row that a source of postings has in the pool, made where it has none yet. On the system login. */
export async function ensureSource(em: EntityManager, { now, ...source }: NamedSource): Promise<string> {
  const { sourceName } = source;
  const known = await em.findOne(PostingSource, { sourceName }, { fields: ['id'] });
  if (known) return known.id;
  const row = { id: newSharedId(), ...source, isActive: true, displayOrder: 0, createdAt: now, updatedAt: now };
  await insertMissing(em, PostingSource, [row]);
  return (await em.findOneOrFail(PostingSource, { sourceName }, { fields: ['id'] })).id;
}
