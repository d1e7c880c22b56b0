import type { OperationContext } from '#authorization/operation-context.ts';
import { InvalidInput } from '#platform/errors.ts';
import { parseInput } from '#platform/parse-input.ts';
import { itemsOf, settled, type Item, type ItemKind } from './change-items.ts';
import type { Persona } from './persona.entity.ts';

/** What a list is to say: a row for each, in their order. */
export interface Replacement<T extends Item> {
  readonly parent: { readonly id: string };
  readonly persona: Persona;
  readonly wanted: readonly Wanted[];
  /** Where a list that is too long is refused. */
  readonly at: string;
  /** Fields by which a row that is there already is known again: it stays, and so does what names it. */
  readonly same: readonly (keyof T & string)[];
}

export interface Wanted {
  readonly input: object;
  /** Columns that no input gives. */
  readonly more?: object;
  /** Where a field that is refused comes from. */
  readonly placeOf: (field: string) => string;
}

/** Makes a list say this and nothing else; the caller flushes, and says where it matters that the persona has changed. */
export async function replaceItems<T extends Item, F extends object>(
  context: OperationContext,
  kind: ItemKind<T, F>,
  { parent, persona, wanted, at, same }: Replacement<T>,
): Promise<T[]> {
  if (wanted.length > kind.most) throw new InvalidInput(at, `There can be at most ${kind.most} ${kind.plural}.`);
  const keyOf = (row: object): string =>
    JSON.stringify(same.map((field) => Reflect.get(row, field) as unknown)).toLowerCase();
  const there = Map.groupBy(await itemsOf(context, kind, parent), keyOf);
  const em = await context.rows.em();
  const items: T[] = [];
  for (const [displayOrder, { input, more = {}, placeOf }] of wanted.entries()) {
    const given = await placed(placeOf, () => parseInput(kind.rules, input, 'input'));
    const item = there.get(keyOf(given))?.shift() ?? null;
    const settledColumns = await placed(placeOf, () => settled(kind, given, { context, persona, item, others: [] }));
    const columns = { ...settledColumns, ...more, displayOrder };
    const fixed = { id: context.newId(), ownerId: persona.ownerId, [kind.parent]: parent };
    items.push(item ? em.assign(item, columns as never) : em.create(kind.entity, { ...columns, ...fixed } as never));
  }
  const gone = [...there.values()].flat();
  if (gone.length > 0) await kind.release?.(gone, { context, persona });
  for (const item of gone) em.remove(item);
  return items;
}

/** Runs a check of an input, and says of what it refuses where it comes from. */
export async function placed<R>(placeOf: (field: string) => string, check: () => R | Promise<R>): Promise<R> {
  try {
    return await check();
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    throw new InvalidInput(placeOf(String(error.details['field']).replace(/^input\.?/, '')), error.message);
  }
}
