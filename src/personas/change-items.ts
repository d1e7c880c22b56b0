import type { EntityClass } from '@mikro-orm/core';
import type { z } from 'zod';
import type { OperationContext } from '#authorization/operation-context.ts';
import { InvalidInput, NotFound } from '#platform/errors.ts';
import { parseInput } from '#platform/parse-input.ts';
import { markPersonaChanged, requirePersona } from './change-persona.ts';
import type { Persona } from './persona.entity.ts';

/** A row of a list that a persona, or a row of such a list, keeps in order. */
export interface Item {
  readonly id: string;
  ownerId: string;
  displayOrder: number;
}

/** Where a kind of item is kept. */
interface ItemTable<T extends Item> {
  readonly entity: EntityClass<T>;
  /** The relation to the row whose list it is. */
  readonly parent: 'persona' | 'workHistory';
  /** Where that row is kept, unless it is the persona. */
  readonly parentKind?: ItemTable<Item>;
}

/** A kind of item: all that the lists of a persona differ in. */
export interface ItemKind<T extends Item, F extends object> extends ItemTable<T> {
  /** As a refusal calls them. */
  readonly plural: string;
  /** How long a list may be. */
  readonly most: number;
  readonly rules: z.ZodType<F>;
  readonly changeRules: z.ZodType<Partial<F>>;
  /** Fields that matching reads; changes of others leave scores as they are. */
  readonly matched: readonly (keyof F)[];
  /** Holds what is given against what is there, and makes columns of it. */
  readonly settle?: (given: Partial<F>, place: Place<T>) => object | Promise<object>;
  /** Looks after what names items that are about to be removed. */
  readonly release?: (items: readonly T[], place: Pick<Place<T>, 'context' | 'persona'>) => Promise<void>;
}

/** Where an item is written. */
export interface Place<T> {
  readonly context: OperationContext;
  readonly persona: Persona;
  /** The item as it is; null for one to be added. */
  readonly item: T | null;
  /** The other items of the list. */
  readonly others: readonly T[];
}

/** Adds an item at the end. */
export async function addItem<T extends Item, F extends object>(
  context: OperationContext,
  kind: ItemKind<T, F>,
  { parentId, input }: { readonly parentId: string; readonly input: unknown },
): Promise<T> {
  const given = parseInput(kind.rules, input, 'input');
  const { parent, persona } = await requireParent(context, kind, parentId);
  const others = await itemsOf(context, kind, parent);
  if (others.length >= kind.most) throw new InvalidInput('input', `There can be at most ${kind.most} ${kind.plural}.`);
  const columns = await settled(kind, given, { context, persona, item: null, others });
  const em = await context.rows.em();
  const fixed = { id: context.newId(), ownerId: persona.ownerId, [kind.parent]: parent };
  const displayOrder = (others.at(-1)?.displayOrder ?? -1) + 1;
  const item = em.create(kind.entity, { ...columns, ...fixed, displayOrder } as never);
  if (kind.matched.length > 0) await markPersonaChanged(context, persona);
  await em.flush();
  return item;
}

/** Changes the fields that are given. */
export async function changeItem<T extends Item, F extends object>(
  context: OperationContext,
  kind: ItemKind<T, F>,
  { id, input }: { readonly id: string; readonly input: unknown },
): Promise<T> {
  const given = parseInput(kind.changeRules, input, 'input');
  const { item, parent, persona } = await requireItem(context, kind, id);
  const others = (await itemsOf(context, kind, parent)).filter((other) => other !== item);
  const columns = await settled(kind, given, { context, persona, item, others });
  const em = await context.rows.em();
  em.assign(item, columns as never);
  if (kind.matched.some((field) => field in given)) await markPersonaChanged(context, persona);
  await em.flush();
  return item;
}

/** Removes an item. */
export async function removeItem<T extends Item, F extends object>(
  context: OperationContext,
  kind: ItemKind<T, F>,
  id: string,
): Promise<boolean> {
  const { item, persona } = await requireItem(context, kind, id);
  await kind.release?.([item], { context, persona });
  const em = await context.rows.em();
  em.remove(item);
  if (kind.matched.length > 0) await markPersonaChanged(context, persona);
  await em.flush();
  return true;
}

/**
 * Puts a list into the order of the ids, which name each of its items once.
 * @throws NotFound for one that is not in this list, InvalidInput where one is missing or named twice
 */
export async function reorderItems<T extends Item, F extends object>(
  context: OperationContext,
  kind: ItemKind<T, F>,
  { parentId, ids }: { readonly parentId: string; readonly ids: readonly string[] },
): Promise<T[]> {
  const { parent } = await requireParent(context, kind, parentId);
  const items = await itemsOf(context, kind, parent);
  const byId = new Map(items.map((item) => [item.id, item]));
  if (!ids.every((id) => byId.has(id))) throw new NotFound();
  if (ids.length !== items.length || new Set(ids).size !== ids.length)
    throw new InvalidInput('ids', `Name each of the ${kind.plural} once.`);
  const ordered = ids.flatMap((id) => byId.get(id) ?? []);
  ordered.forEach((item, index) => {
    item.displayOrder = index;
  });
  await (await context.rows.em()).flush();
  return ordered;
}

/** The columns of what is given. */
export const settled = async <T extends Item, F extends object>(
  { settle }: ItemKind<T, F>,
  given: Partial<F>,
  place: Place<T>,
): Promise<object> => (settle ? settle(given, place) : given);

/** The items of a list in order. */
export const itemsOf = <T extends Item, F extends object>(
  { rows }: OperationContext,
  { entity, parent }: ItemKind<T, F>,
  { id }: { readonly id: string },
): Promise<T[]> => rows.list(entity, { [parent]: id } as never, { displayOrder: 'asc' } as never);

interface Held {
  readonly persona: Persona;
  /** The row whose list it is. */
  readonly parent: { readonly id: string };
}

/** The viewer's persona, or row of it, whose list it is; the persona is held until the operation ends. @throws NotFound */
async function requireParent<T extends Item>(
  context: OperationContext,
  { parentKind }: ItemTable<T>,
  id: string,
): Promise<Held> {
  if (parentKind) {
    const { item, persona } = await requireItem(context, parentKind, id);
    return { parent: item, persona };
  }
  const persona = await requirePersona(context, id);
  return { parent: persona, persona };
}

/** The viewer's item with its persona, both held until the operation ends. @throws NotFound */
async function requireItem<T extends Item>(
  context: OperationContext,
  kind: ItemTable<T>,
  id: string,
): Promise<Held & { readonly item: T }> {
  const found = await context.rows.find<T, keyof T & string>(kind.entity, id);
  const above =
    found && (await requireParent(context, kind, (Reflect.get(found, kind.parent) as { readonly id: string }).id));
  // Whoever held the persona before may have removed the item meanwhile.
  const item = above && (await context.rows.lock(kind.entity, id));
  if (!item) throw new NotFound();
  return { ...above, item };
}
