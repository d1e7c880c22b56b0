import {
  type EntityName,
  type FilterQuery,
  type FindOneOptions,
  type FindOptions,
  IsolationLevel,
  LockMode,
  type OrderDefinition,
  type Reference,
} from '@mikro-orm/core';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { keysetPage, type ListQuery, type Page } from './keyset.ts';

export interface RowsOptions {
  /** Whose rows; null for nobody's. */
  readonly ownerId: string | null;
  readonly readOnly: boolean;
}

/**
 * The one door to rows for an operation: everything it reads or writes happens in one transaction, begun at the first
 * row asked for, with the owner's id set in it. Resolvers ask here and nowhere else, so that how rows are read can
 * change without them.
 */
export class Rows {
  readonly #orm: MikroORM;
  readonly #options: RowsOptions;
  readonly #inverseLoaders = new Map<string, DataLoader<string, object | null>>();
  readonly #lazyLoaders = new Map<string, DataLoader<object, unknown>>();
  #begun: Promise<EntityManager> | null = null;
  #isFinished = false;

  constructor(orm: MikroORM, options: RowsOptions) {
    this.#orm = orm;
    this.#options = options;
  }

  /** The operation's EntityManager, inside its transaction; for use cases that change rows. */
  em(): Promise<EntityManager> {
    this.#begun ??= this.#begin();
    return this.#begun;
  }

  async #begin(): Promise<EntityManager> {
    // A field that fails can end an answer while its siblings still run: what they begin then, nobody would end.
    if (this.#isFinished) throw new Error('The operation is over; nothing more can be read.');
    const em = forkFor(this.#orm, this.#options.ownerId);
    const { readOnly } = this.#options;
    // A query sees one moment: list, count and children agree. Writers need the latest committed rows instead.
    await em.begin({
      readOnly,
      isolationLevel: readOnly ? IsolationLevel.REPEATABLE_READ : IsolationLevel.READ_COMMITTED,
    });
    return em;
  }

  /** One row by id, or null. */
  async find<T extends object>(entity: EntityName<T>, id: string): Promise<T | null> {
    return (await this.em()).findOne(entity, { id } as never);
  }

  /** One row by id, held until the operation ends and as the latest commit left it: for changes that depend on what is there. */
  async lock<T extends object>(entity: EntityName<T>, id: string): Promise<T | null> {
    const em = await this.em();
    return em.findOne(
      entity,
      { id } as never,
      { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as FindOneOptions<T>,
    );
  }

  /** The one row whose relation leads to `id`, or null; batched with the same question of its siblings. */
  findBy<T extends object>(entity: EntityName<T>, relation: string, id: string): Promise<T | null> {
    return this.#inverseLoader(entity as EntityName<object>, relation).load(id) as Promise<T | null>;
  }

  /** All rows that match, in order. */
  async list<T extends object>(
    entity: EntityName<T>,
    where: FilterQuery<T>,
    orderBy: OrderDefinition<T>,
  ): Promise<T[]> {
    return (await this.em()).find(entity, where as never, { orderBy } as FindOptions<T>);
  }

  /** Whether any row matches. */
  async exists<T extends object>(entity: EntityName<T>, where: FilterQuery<T>): Promise<boolean> {
    return (await (await this.em()).count(entity, where as never)) > 0;
  }

  /** A page of the rows that match; keyset, with `id` as the last key. */
  async page<T extends { id: string }>(entity: EntityName<T>, list: ListQuery<T>): Promise<Page<T>> {
    const em = await this.em();
    return keysetPage(em, entity, list);
  }

  /** The row a to-one relation leads to, batched with its siblings'; null where there is none or it is hidden. */
  async parent(row: object, relation: string): Promise<object | null> {
    await this.em();
    const reference = Reflect.get(row, relation) as Reference<object> | null;
    return reference ? reference.load({ dataloader: true } as never) : null;
  }

  /** The rows of a to-many relation in the order its entity declares, batched with its siblings'. */
  async children(row: object, relation: string): Promise<readonly object[]> {
    await this.em();
    const collection = Reflect.get(row, relation) as { loadItems(options: object): Promise<object[]> };
    return collection.loadItems({ dataloader: true });
  }

  /** A text column that is read only when asked for, batched with its siblings'. */
  async lazy(row: object, property: string): Promise<unknown> {
    const loaded: unknown = Reflect.get(row, property);
    return loaded === undefined ? this.#lazyLoader(property).load(row) : loaded;
  }

  #inverseLoader(entity: EntityName<object>, relation: string): DataLoader<string, object | null> {
    const name = `${String((entity as { name?: string }).name)}.${relation}`;
    const known = this.#inverseLoaders.get(name);
    if (known) return known;
    const loader = new DataLoader<string, object | null>(
      async (ids) => {
        const found = await (await this.em()).find(entity, { [relation]: { $in: [...ids] } } as FilterQuery<object>);
        const byParent = new Map(found.map((row) => [(Reflect.get(row, relation) as { id?: string } | null)?.id, row]));
        return ids.map((id) => byParent.get(id) ?? null);
      },
      { cache: false },
    );
    this.#inverseLoaders.set(name, loader);
    return loader;
  }

  #lazyLoader(property: string): DataLoader<object, unknown> {
    const known = this.#lazyLoaders.get(property);
    if (known) return known;
    const loader = new DataLoader<object, unknown>(
      async (rows) => {
        await (await this.em()).populate([...rows], [property] as never);
        return rows.map((row) => Reflect.get(row, property) as unknown);
      },
      { cache: false },
    );
    this.#lazyLoaders.set(property, loader);
    return loader;
  }

  /** How many of these ids name a row that meets the predicate. */
  async countReferred(
    entity: string,
    ids: ReadonlySet<string>,
    predicate: Readonly<Record<string, unknown>>,
  ): Promise<number> {
    const em = await this.em();
    const where = { id: { $in: [...ids] }, ...predicate };
    const found = await em.find(
      em.getMetadata().getByClassName(entity).class as EntityName<object>,
      where as FilterQuery<object>,
    );
    return found.length;
  }

  /** Runs work in a transaction of its own that stays whatever becomes of the operation. */
  separately<R>(work: (em: EntityManager) => Promise<R>): Promise<R> {
    return forkFor(this.#orm, this.#options.ownerId).transactional((em) => work(em as EntityManager));
  }

  /**
   * Ends the operation: commits what it wrote, or leaves nothing of it. Without a transaction there is nothing to do.
   * @throws where the commit fails; the transaction is rolled back then
   */
  async finish(outcome: 'commit' | 'rollback'): Promise<void> {
    const begun = this.#begun;
    this.#begun = null;
    this.#isFinished = true;
    const em = await begun?.catch(() => null);
    if (!em) return;
    try {
      if (outcome === 'commit') return await em.commit();
    } catch (error) {
      await rollBack(em);
      throw error;
    }
    await rollBack(em);
  }
}

/** Gives the connection back. Where that fails the connection is dead, and the database has rolled back by itself. */
const rollBack = (em: EntityManager): Promise<void> => em.rollback().catch(() => undefined);

/** A fresh EntityManager whose statements see one owner's rows. */
export function forkFor(orm: MikroORM, ownerId: string | null): EntityManager {
  const em = orm.em.fork({ session: { variables: { 'app.owner_id': ownerId ?? '' } } });
  em.setFilterParams('owner', { id: ownerId });
  return em as EntityManager;
}
