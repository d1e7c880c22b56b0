import type { EntityManager } from '@mikro-orm/postgresql';
import { openOrm } from '#database/orm.ts';
import { entities } from './entities.ts';

/** Runs work in one transaction on a login, and leaves the database again. */
export async function withLogin<R>(url: string, work: (em: EntityManager) => Promise<R>): Promise<R> {
  const orm = await openOrm({ url, entities, poolSize: 1 });
  try {
    return await orm.em.fork().transactional((em) => work(em as EntityManager));
  } finally {
    await orm.close();
  }
}
