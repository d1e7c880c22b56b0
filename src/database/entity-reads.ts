import {
  LockMode,
  type EntityName,
  type FilterQuery,
  type FindOneOptions,
  type FindOptions,
  type OrderDefinition,
  type Reference,
} from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { readSeek, SoughtPage, type ListQuery, type Page, type Seek } from './keyset.ts';
import { noticeOf, notify } from './notify.ts';
import { inverseName, type Inverse } from './reads.ts';
import type { Changes, ColumnsOfList, RowReads } from './rows.ts';

/** Reads of an operation that writes: managed entities, by the EntityManager that will write them. */
export class EntityReads implements RowReads {
  readonly #em: () => Promise<EntityManager>;
  readonly #inverseLoaders = new Map<string, DataLoader<string, object | null>>();
  readonly #lazyLoaders = new Map<string, DataLoader<object, unknown>>();

  constructor(em: () => Promise<EntityManager>) {
    this.#em = em;
  }

  selecting(): this {
    return this;
  }

  async find<T extends object>(entity: EntityName<T>, id: string): Promise<T | null> {
    return (await this.#em()).findOne(entity, { id } as never);
  }

  async list<T extends object>(
    entity: EntityName<T>,
    where: FilterQuery<T>,
    orderBy: OrderDefinition<T>,
  ): Promise<T[]> {
    return (await this.#em()).find(entity, where as never, { orderBy } as FindOptions<T>);
  }

  listWith<T extends object>(entity: EntityName<T>, { where, order }: ColumnsOfList<T>): Promise<T[]> {
    return this.list(entity, where, order);
  }

  /** Keys that may be null are not for these pages: nothing is behind null. */
  async page<T extends { id: string }>(entity: EntityName<T>, { where, order, page }: ListQuery<T>): Promise<Page<T>> {
    const seek = readSeek(order, page);
    const em = await this.#em();
    const rows = await em.find(
      entity,
      { $and: [where, isBehind(seek)] } as never,
      { orderBy: seek.order.map(({ path, direction }) => under(path, direction)), limit: seek.limit } as FindOptions<T>,
    );
    return new SoughtPage(rows, { order, seek }, () => em.count(entity, where as never));
  }

  async count(entity: EntityName<object>, where: object): Promise<number> {
    return (await this.#em()).count(entity, where);
  }

  async finish(): Promise<void> {
    // The EntityManager's transaction is the operation's.
  }

  async change<T extends object>(entity: EntityName<T>, id: string, { values, notice }: Changes): Promise<T | null> {
    const em = await this.#em();
    // Held, as the one statement of a planned change holds it: what matching or another device changes is waited for.
    const held = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as FindOneOptions<T>;
    const row = await em.findOne(entity, { id } as never, held);
    const differs = row && Object.entries(values).some(([name, value]) => Reflect.get(row, name) !== value);
    if (!differs) return row;
    Object.assign(row, values);
    await em.flush();
    if (notice) await notify(em, notice.channel, [noticeOf(notice.subject, idAt(row, notice.of), [idAt(row, 'id')])]);
    return row;
  }

  async parent(row: object, relation: string): Promise<object | null> {
    await this.#em();
    const reference = Reflect.get(row, relation) as Reference<object> | null;
    return reference ? reference.load({ dataloader: true } as never) : null;
  }

  async children(row: object, relation: string): Promise<readonly object[]> {
    await this.#em();
    const collection = Reflect.get(row, relation) as { loadItems(options: object): Promise<object[]> };
    return collection.loadItems({ dataloader: true });
  }

  lazy(row: object, property: string): unknown {
    const loaded: unknown = Reflect.get(row, property);
    return loaded === undefined ? this.#lazyLoader(property).load(row) : loaded;
  }

  inverse<T extends object>(row: { readonly id: string }, inverse: Inverse<T>): Promise<T | null> {
    return this.#inverseLoader(inverse).load(row.id) as Promise<T | null>;
  }

  #inverseLoader(inverse: Inverse): DataLoader<string, object | null> {
    return loaderOf(this.#inverseLoaders, inverseName(inverse), async (ids) => {
      const { entity, by, where } = inverse;
      const found = await (await this.#em()).find(entity, { ...where, [by]: { $in: [...ids] } } as FilterQuery<object>);
      const byId = new Map(found.map((row) => [idAt(row, by), row]));
      return ids.map((id) => byId.get(id) ?? null);
    });
  }

  #lazyLoader(property: string): DataLoader<object, unknown> {
    return loaderOf(this.#lazyLoaders, property, async (rows) => {
      await (await this.#em()).populate([...rows], [property] as never);
      return rows.map((row) => Reflect.get(row, property) as unknown);
    });
  }
}

/** The rows behind those values: behind in the first key in which they differ. */
function isBehind({ order, behind }: Seek): object {
  if (behind === null) return {};
  const keys = order.map(({ path, direction }, at) => ({
    same: under(path, behind[at]),
    further: under(path, { [direction === 'asc' ? '$gt' : '$lt']: behind[at] }),
  }));
  return { $or: keys.map(({ further }, at) => ({ $and: [...keys.slice(0, at).map(({ same }) => same), further] })) };
}

/** A value at the end of a path, such as `{ posting: { postedDate: value } }`. */
const under = (path: readonly string[], value: unknown): object =>
  path.reduceRight<unknown>((below, name) => ({ [name]: below }), value) as object;

/** The id that a row holds, plainly or as a reference. */
function idAt(row: object, name: string): string {
  const value: unknown = Reflect.get(row, name);
  return String(typeof value === 'object' && value !== null ? Reflect.get(value, 'id') : value);
}

function loaderOf<K, V>(
  loaders: Map<string, DataLoader<K, V>>,
  name: string,
  load: (keys: readonly K[]) => Promise<readonly V[]>,
): DataLoader<K, V> {
  const loader = loaders.get(name) ?? new DataLoader<K, V>(load, { cache: false });
  loaders.set(name, loader);
  return loader;
}
