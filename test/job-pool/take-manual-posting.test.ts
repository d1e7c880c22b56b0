import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationContext } from '#authorization/operation-context.ts';
import { openOrm } from '#database/orm.ts';
import { Rows } from '#database/rows.ts';
import { mostManualPostings, purgeManualPostings, takeManualPosting } from '#job-pool/take-manual-posting.ts';
import { RateLimited } from '#platform/errors.ts';
import { newOwnedId } from '#platform/ids.ts';
import { entities } from '../../src/server/entities.ts';
import { openAppOrm } from '../support/app-orm.ts';
import { startTestProduct, type Tenant, type TestProduct } from '../support/product.ts';

const hour = 3_600_000;

let product: TestProduct;
let orm: MikroORM;
let ada: Tenant;
let bob: Tenant;
let start: number;
beforeAll(async () => {
  product = await startTestProduct();
  orm = await openAppOrm(product.database);
  ada = await product.signUp('ada');
  bob = await product.signUp('bob');
  start = product.clock.now.getTime();
});
afterAll(async () => {
  await orm.close();
  await product.stop();
});

/** Hands in one posting as an operation of its own. @returns how many seconds to wait where it is refused */
async function handIn(
  tenant: Tenant,
  hours: number,
  outcome: 'commit' | 'rollback' = 'commit',
): Promise<number | null> {
  const now = new Date(start + hours * hour);
  const rows = new Rows(orm, { ownerId: tenant.userId, readOnly: false });
  const viewer = { kind: 'SignedIn', userId: tenant.userId };
  const context = { rows, now, viewer, newId: () => newOwnedId(now) } as unknown as OperationContext;
  try {
    await takeManualPosting(context);
    await rows.finish(outcome);
    return null;
  } catch (error) {
    await rows.finish('rollback');
    if (error instanceof RateLimited) return error.retryAfterSeconds;
    throw error;
  }
}

describe('takeManualPosting', () => {
  it('lets twenty in within any day, however many come at once, and none for a posting that is not kept', async () => {
    expect(await handIn(ada, 0, 'rollback')).toBeNull();
    expect(await handIn(ada, 0)).toBeNull();
    const waits = await Promise.all(Array.from({ length: mostManualPostings + 4 }, () => handIn(ada, 6)));
    expect(waits.filter((wait) => wait === null)).toHaveLength(mostManualPostings - 1);
    expect(new Set(waits)).toEqual(new Set([null, (18 * hour) / 1000]));
    expect(await handIn(bob, 6)).toBeNull();
  });

  it('counts the last 24 hours and no calendar day', async () => {
    expect(await handIn(ada, 23)).toBe(3_600);
    expect(await handIn(ada, 24)).toBeNull();
    expect(await handIn(ada, 24)).toBe((6 * hour) / 1000);
    expect(await handIn(ada, 30)).toBeNull();
  });

  it('keeps nothing that is counted no more', async () => {
    const system = await openOrm({ url: product.database.urls.system, entities });
    const left = (): Promise<unknown[]> => product.database.query('select created_at from manual_postings');
    await purgeManualPostings(system.em.fork() as EntityManager, new Date(start + 48 * hour));
    expect(await left()).toEqual([{ created_at: new Date(start + 30 * hour) }]);
    await system.close();
  });
});
