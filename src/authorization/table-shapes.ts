import type { EntityMetadata, EntityProperty } from '@mikro-orm/core';
import type { Policy } from './policy.ts';
import { ownerColumn } from './row-policies.ts';

/** What the database calls a type's rows, and how they lead to others. */
export interface TableShape {
  readonly table: string;
  /** Holds the owner's id; null for shared rows. */
  readonly ownerColumn: string | null;
  /** Where a to-one relation leads, and the column by which. */
  readonly parent: (relation: string) => { readonly type: string; readonly column: string } | null;
}

/** @param metadata of the ORM as requests use it: relations one column wide */
export function tableShapes(policy: Policy, metadata: Iterable<EntityMetadata>): ReadonlyMap<string, TableShape> {
  return new Map([...metadata].map((meta) => [meta.className, shape(policy, meta)]));
}

function shape(policy: Policy, meta: EntityMetadata): TableShape {
  const owner = policy.owned.get(meta.className);
  const properties = meta.properties as Record<string, EntityProperty>;
  return {
    table: meta.tableName,
    ownerColumn: owner ? ownerColumn(meta, owner) : null,
    parent: (relation) => {
      const property = properties[relation];
      const column = property?.joinColumns?.[0];
      const type = property?.targetMeta?.className;
      return property?.kind === 'm:1' && column && type ? { type, column } : null;
    },
  };
}
