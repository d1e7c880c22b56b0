import {
  type EntityName,
  type FilterQuery,
  type FindOneOptions,
  IsolationLevel,
  LockMode,
  type OrderDefinition,
} from '@mikro-orm/core';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { GraphQLResolveInfo } from 'graphql';
import { EntityReads } from './entity-reads.ts';
import type { Waiting } from './flight-connection.ts';
import type { ListQuery, Page } from './keyset.ts';
import type { RowNotice } from './notify.ts';
import { PlannedReads, type ReadPath } from './planned-reads.ts';
import type { Inverse } from './reads.ts';

/** How rows are read: planned from what an operation selects, or as entities through the ORM. The methods are the door's. */
export interface RowReads {
  selecting(info: GraphQLResolveInfo): RowReads;
  /** Ends the transaction of its own that they have, if any. */
  finish(outcome: 'commit' | 'rollback'): Promise<void>;
  find<T extends object>(entity: EntityName<T>, id: string, columns?: readonly string[]): Promise<T | null>;
  list<T extends object>(entity: EntityName<T>, where: FilterQuery<T>, order: OrderDefinition<T>): Promise<T[]>;
  listWith<T extends object>(entity: EntityName<T>, list: ColumnsOfList<T>): Promise<T[]>;
  page<T extends { id: string }>(entity: EntityName<T>, list: ListQuery<T>): Promise<Page<T>>;
  count(entity: EntityName<object>, where: object): Promise<number>;
  change<T extends object>(entity: EntityName<T>, id: string, changes: Changes): Promise<T | null>;
  parent(row: object, relation: string): unknown;
  children(row: object, relation: string): unknown;
  lazy(row: object, property: string): unknown;
  inverse<T extends object>(row: { readonly id: string }, inverse: Inverse<T>): Found<T>;
}

/** Which rows are listed, in which order, and what of them. */
export interface ColumnsOfList<T extends object> {
  readonly where: FilterQuery<T>;
  readonly order: OrderDefinition<T>;
  /** Paths over relations, which hold no others. */
  readonly columns: readonly string[];
}

export interface Changes {
  /** New values of properties; of no others than plain ones. */
  readonly values: Readonly<Record<string, string | number | boolean | Date | null>>;
  /** How it is told of that the row has changed. */
  readonly notice: RowNotice | null;
}

/** A row, at once where it was read along. */
export type Found<T> = T | null | Promise<T | null>;

export interface RowsOptions {
  /** Whose rows; null for nobody's. */
  readonly ownerId: string | null;
  readonly readOnly: boolean;
  /** Plans all reads; left out, they go through the EntityManager, as operations that write need them to. */
  readonly path?: ReadPath | undefined;
  /** Ends reads whose asker has gone. */
  readonly signal?: Waiting | undefined;
}

/**
 * The one door to rows for an operation: everything it reads or writes happens in one transaction with the owner's id
 * set in it. Resolvers ask here and nowhere else, so that how rows are read can change without them.
 */
export class Rows {
  readonly #orm: MikroORM;
  readonly #options: RowsOptions;
  readonly #reads: RowReads;
  #begun: Promise<EntityManager> | null = null;
  #isFinished = false;

  constructor(orm: MikroORM, options: RowsOptions, reads?: RowReads) {
    this.#orm = orm;
    this.#options = options;
    this.#reads = reads ?? (options.path ? new PlannedReads(options.path, options) : new EntityReads(() => this.em()));
  }

  /** Whether all that is asked of these rows is planned: then the order of asking costs round trips and means nothing. */
  get isPlanned(): boolean {
    return this.#options.path !== undefined;
  }

  /** The same rows on behalf of one root field: reads learn what is selected, and with them whole answers are planned. */
  selecting(info: GraphQLResolveInfo): Rows {
    const reads = this.#reads.selecting(info);
    return reads === this.#reads ? this : new Rows(this.#orm, this.#options, reads);
  }

  /** One row by id, or null; of the columns named, or of those that are selected. */
  find<T extends object, C extends keyof T & string>(
    entity: EntityName<T>,
    id: string,
    columns?: readonly C[],
  ): Promise<Pick<T, C> | null> {
    return this.#reads.find(entity, id, columns);
  }

  /** One row by id, or null, with columns of its own and of rows around it: paths over relations, which hold no others. */
  findWith<T extends object>(entity: EntityName<T>, id: string, paths: readonly string[]): Promise<T | null> {
    return this.#reads.find(entity, id, paths);
  }

  /** All rows that match, in order. */
  list<T extends object>(entity: EntityName<T>, where: FilterQuery<T>, order: OrderDefinition<T>): Promise<T[]> {
    return this.#reads.list(entity, where, order);
  }

  /** The same, with columns of their own and of rows around them. */
  listWith<T extends object>(entity: EntityName<T>, list: ColumnsOfList<T>): Promise<T[]> {
    return this.#reads.listWith(entity, list);
  }

  /** A page of the rows that match; keyset, with `id` as the last key. */
  page<T extends { id: string }>(entity: EntityName<T>, list: ListQuery<T>): Promise<Page<T>> {
    return this.#reads.page(entity, list);
  }

  /** Whether any row matches. */
  async exists<T extends object>(entity: EntityName<T>, where: FilterQuery<T>): Promise<boolean> {
    return (await this.#reads.count(entity as EntityName<object>, where as object)) > 0;
  }

  /**
   * Changes one row by a single statement, and tells of it where something differs.
   * @returns the row as it is then; null where there is none
   */
  change<T extends object>(entity: EntityName<T>, id: string, changes: Changes): Promise<T | null> {
    return this.#reads.change(entity, id, changes);
  }

  /** The row a to-one relation leads to; null where there is none or it is hidden. */
  parent(row: object, relation: string): unknown {
    return this.#reads.parent(row, relation);
  }

  /** The rows of a to-many relation in the order its entity declares. */
  children(row: object, relation: string): unknown {
    return this.#reads.children(row, relation);
  }

  /** A column that is read only when asked for. */
  lazy(row: object, property: string): unknown {
    return this.#reads.lazy(row, property);
  }

  /** The one row that points at this one, or null. */
  inverse<T extends object>(row: { readonly id: string }, inverse: Inverse<T>): Found<T> {
    return this.#reads.inverse(row, inverse);
  }

  /** The operation's EntityManager, inside its transaction; for use cases that change rows. */
  em(): Promise<EntityManager> {
    this.#begun ??= this.#begin();
    return this.#begun;
  }

  async #begin(): Promise<EntityManager> {
    if (this.#options.path) throw new Error('Planned reads have no EntityManager.');
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

  /** One row by id, held until the operation ends and as the latest commit left it: for changes that depend on what is there. */
  async lock<T extends object>(entity: EntityName<T>, id: string): Promise<T | null> {
    const em = await this.em();
    return em.findOne(
      entity,
      { id } as never,
      { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as FindOneOptions<T>,
    );
  }

  /** How many of these ids name a row that meets the predicate. */
  countReferred(
    entity: string,
    ids: ReadonlySet<string>,
    predicate: Readonly<Record<string, unknown>>,
  ): Promise<number> {
    const { class: entityName } = this.#orm.getMetadata().getByClassName(entity);
    return this.#reads.count(entityName as EntityName<object>, { id: { $in: [...ids] }, ...predicate });
  }

  /** Which of these ids name a row that meets the predicate; for operations that write. */
  async referredAmong(
    entity: string,
    ids: ReadonlySet<string>,
    predicate: Readonly<Record<string, unknown>>,
  ): Promise<ReadonlySet<string>> {
    const em = await this.em();
    const { class: entityName } = this.#orm.getMetadata().getByClassName(entity);
    const where = { id: { $in: [...ids] }, ...predicate };
    const found = await em.find(entityName as EntityName<{ id: string }>, where, {
      fields: ['id'],
      disableIdentityMap: true,
    });
    return new Set(found.map(({ id }) => id));
  }

  /** Runs work in a transaction of its own that stays whatever becomes of the operation. */
  separately<R>(work: (em: EntityManager) => R | Promise<R>): Promise<R> {
    return forkFor(this.#orm, this.#options.ownerId).transactional(async (em) => work(em as EntityManager));
  }

  /**
   * Ends the operation: commits what it wrote, or leaves nothing of it. Without a transaction there is nothing to do.
   * @throws where the commit fails; the transaction is rolled back then
   */
  async finish(outcome: 'commit' | 'rollback'): Promise<void> {
    this.#isFinished = true;
    await this.#reads.finish(outcome);
    const begun = this.#begun;
    this.#begun = null;
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
