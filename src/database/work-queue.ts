import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import { PgBoss } from 'pg-boss';
import { StartupError } from '#platform/errors.ts';

/** The schema that the queue's tables are in; migrations make it, and the system login alone reaches it. */
export const queueSchema = 'tenure_queue';

/** Something to do, as plain data. */
export interface WorkItem {
  readonly id: string;
  readonly queue: string;
  readonly data: unknown;
}

export interface NewWork {
  readonly data: object;
  /** Higher ones first; then in the order they came. */
  readonly priority?: number;
  /** By which it is found again; in a queue of the `short` kind nothing is added while one of the same key waits. */
  readonly key?: string;
  /** Not before so many seconds from now. */
  readonly afterSeconds?: number;
}

/**
 * A queue in the database, as pg-boss keeps it. Everything happens in the caller's transaction: what is rolled back was
 * never queued, and what is taken is gone only once the work on it has committed. So nothing has to be noticed as dead:
 * who is killed has taken nothing, and others pass over what is held.
 */
export class WorkQueue {
  readonly #boss: PgBoss;

  private constructor(boss: PgBoss) {
    this.#boss = boss;
  }

  /** @param orm of the system login @throws StartupError where the tables are of another release of pg-boss */
  static async open(orm: MikroORM, onError: (error: unknown) => void): Promise<WorkQueue> {
    const boss = new PgBoss({
      db: on(() => orm.em.fork() as EntityManager),
      schema: queueSchema,
      // Tables are the migrations' alone, and nothing is left behind that anybody would have to clear away.
      migrate: false,
      createSchema: false,
      supervise: false,
      schedule: false,
    });
    boss.on('error', onError);
    await boss.start().catch((error: unknown) => {
      throw new StartupError(`The queue cannot be opened (${String(error)}). Run: npm run migrate`);
    });
    return new WorkQueue(boss);
  }

  /** Adds work; it is there for others once the transaction commits. */
  async put(em: EntityManager, queue: string, works: readonly NewWork[]): Promise<void> {
    if (works.length === 0) return;
    const jobs = works.map(({ data, priority = 0, key, afterSeconds = 0 }) => ({
      data,
      priority,
      ...(key === undefined ? {} : { singletonKey: key }),
      ...(afterSeconds > 0 ? { startAfter: String(afterSeconds) } : {}),
    }));
    await this.#boss.insert(queue, jobs, { db: on(() => em) });
  }

  /** Takes one item that is due and that nobody else holds, for as long as the transaction lasts. */
  async take(em: EntityManager, queue: string): Promise<WorkItem | null> {
    const [job] = await this.#boss.fetch(queue, { db: on(() => em) });
    return job ? { id: job.id, queue, data: job.data } : null;
  }

  /** Takes an item off for good. */
  async finish(em: EntityManager, { queue, id }: WorkItem): Promise<void> {
    await this.#boss.deleteJob(queue, id, { db: on(() => em) });
  }

  /** Puts an item back for later: after seconds, twice as long each time, as its queue says. */
  async putOff(em: EntityManager, { queue, id }: WorkItem): Promise<void> {
    await this.#boss.fail(queue, id, null, { db: on(() => em) });
  }

  /** Whether anything of this key waits. */
  async isWaiting(em: EntityManager, queue: string, key: string): Promise<boolean> {
    return (await this.#boss.findJobs(queue, { key, queued: true, db: on(() => em) })).length > 0;
  }

  stop(): Promise<void> {
    return this.#boss.stop({ graceful: false });
  }
}

/** Statements of pg-boss on the connection of an EntityManager, in its transaction if it has one. */
const on = (em: () => EntityManager) => ({
  executeSql: async (text: string, values: readonly unknown[] = []) => {
    const { rows } = await em()
      .getKysely()
      .executeQuery(CompiledQuery.raw(text, [...values]));
    return { rows };
  },
});
