import type { Policy } from './policy.ts';
import type { TableShape } from './table-shapes.ts';

/** A row on the way from one that was asked for to the user whose it is. */
export interface TracedRow {
  readonly type: string;
  readonly id: string;
  /** The relation that led here; null for the row asked for. */
  readonly relation: string | null;
  readonly isThere: boolean;
  /** What the row's owner key says; null for a shared row, and where nothing is there. */
  readonly ownerId: string | null;
}

/** Reads columns of a row whoever owns it; null where there is none. */
export type ReadRow = (
  row: { readonly type: string; readonly id: string },
  columns: readonly string[],
) => Promise<Readonly<Record<string, unknown>> | null>;

/**
 * Follows the path of a type's `@owner` through the rows themselves, as far as there are any.
 * @returns the row first, the user last
 */
export async function traceOwner(
  tables: Tables,
  asked: { readonly type: string; readonly id: string },
  read: ReadRow,
): Promise<readonly TracedRow[]> {
  const owner = tables.policy.owned.get(asked.type);
  const isPath = owner !== undefined && !(owner.via.length === 1 && owner.via[0] === owner.key);
  const traced: TracedRow[] = [];
  let at: Step | null = { ...asked, relation: null };
  for (const next of [...(isPath ? owner.via : []), null]) {
    if (!at) break;
    const { row, parent } = await follow(tables, at, { next, read });
    traced.push(row);
    at = parent;
  }
  return traced;
}

interface Tables {
  readonly policy: Policy;
  readonly shapes: ReadonlyMap<string, TableShape>;
}

type Step = Pick<TracedRow, 'type' | 'id' | 'relation'>;

/** One row of the way, and where its relation leads. */
async function follow(
  { shapes }: Tables,
  at: Step,
  { next, read }: { readonly next: string | null; readonly read: ReadRow },
): Promise<{ row: TracedRow; parent: Step | null }> {
  const shape = shapes.get(at.type);
  const key = shape?.ownerColumn ?? null;
  const parent = next === null ? null : (shape?.parent(next) ?? null);
  const columns = [key, parent?.column].filter((column) => typeof column === 'string');
  const found = await read({ type: at.type, id: at.id }, columns);
  const textOf = (column: string | undefined | null): string | null => {
    const value = column ? found?.[column] : null;
    return typeof value === 'string' ? value : null;
  };
  const parentId = textOf(parent?.column);
  return {
    row: { ...at, isThere: found !== null, ownerId: textOf(key) },
    parent: parent && parentId !== null ? { type: parent.type, id: parentId, relation: next } : null,
  };
}
