import type { EntityMetadata, EntityProperty, EventSubscriber, MetadataStorage } from '@mikro-orm/core';
import { ownerColumn, rowPolicies } from './row-policies.ts';
import type { Ownership, Policy } from './policy.ts';

/** Which of the ORM's walls a hook builds; tests leave one out, the product has both. */
export interface OrmWalls {
  readonly filter: boolean;
}

/** The condition that a row is the viewer's. Without a viewer it is false, where comparing with null would find the rows of no owner. */
export const ownRows = (owner: Ownership, viewerId: string | null): Record<string, unknown> => ({
  [owner.key]: viewerId ?? { $in: [] },
});

/**
 * Adds to an owned entity what its policy says: the owner filter (wall 2) and the row policies (wall 3). For `discovery.onMetadata`; entities themselves say nothing about policy.
 */
export function ownerMetadata(policy: Policy, walls: OrmWalls): (meta: EntityMetadata) => void {
  return (meta) => {
    const owner = policy.owned.get(meta.className);
    if (!owner) return;
    if (walls.filter)
      meta.filters['owner'] = {
        name: 'owner',
        cond: (args: { id: string | null }) => ownRows(owner, args.id),
        default: true,
        strict: true,
      };
    meta.rowLevelSecurity = 'force';
    for (const { name, command, role, using, check } of rowPolicies(policy, owner, ownerColumn(meta, owner)))
      meta.policies.push({ name, command, roles: [role], ...(using ? { using } : {}), ...(check ? { check } : {}) });
  };
}

/**
 * Turns foreign keys between owned tables into composite ones over `(owner_id, parent_id)`, and gives each owned table
 * the unique key they point to and an index on theirs. A plain foreign key is checked without row security: through it
 * one owner's row could be linked under another's. For `discovery.afterDiscovered` of the schema side alone: at run
 * time relations stay one column wide.
 */
export function compositeKeys(policy: Policy): (storage: MetadataStorage) => void {
  return (storage) => {
    for (const meta of storage.getAll().values()) {
      const owner = policy.owned.get(meta.className);
      if (!owner || owner.key === 'id') continue;
      const column = ownerColumn(meta, owner);
      meta.uniques.push({ name: `${meta.tableName}_${column}_id_key`, properties: [owner.key, 'id'] } as never);
      for (const relation of meta.relations)
        if (relation.kind === 'm:1' && relation.persist !== false && isOwnedParent(policy, relation))
          widen(meta, relation, column);
    }
  };
}

const isOwnedParent = (policy: Policy, relation: EntityProperty): boolean => {
  const parent = policy.owned.get(relation.targetMeta?.className ?? '');
  return parent !== undefined && parent.key !== 'id';
};

function widen(meta: EntityMetadata, relation: EntityProperty, column: string): void {
  const [own = ''] = relation.fieldNames;
  meta.indexes.push({
    name: `${meta.tableName}_${column}_${own}_idx`,
    expression: indexSql(meta.tableName, column, own),
  } as never);
  relation.ownColumns = [...relation.fieldNames];
  relation.fieldNames = [column, ...relation.fieldNames];
  relation.columnTypes = ['uuid', ...relation.columnTypes];
  relation.referencedColumnNames = [column, ...relation.referencedColumnNames];
  // Without the column list PostgreSQL would null the owner's id as well.
  if (relation.deleteRule === 'set null') relation.deleteRule = `set null ("${own}")`;
}

const indexSql = (table: string, ...columns: string[]): string =>
  `create index "${table}_${columns.join('_')}_idx" on "${table}" (${columns.map((column) => `"${column}"`).join(', ')})`;

/** Thrown where code of ours was about to write a row that is not, or may not be, the viewer's. */
export class ForeignWrite extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ForeignWrite';
  }
}

/**
 * Refuses writes of rows that are not the viewer's: filters alone do not hold the unit of work (references, give-aways).
 * Upserts of owned rows are refused altogether: whose row one meets shows only once it has been overwritten.
 */
export function ownerGuard(policy: Policy): EventSubscriber {
  return {
    onFlush({ em, uow }) {
      const viewerId = (em.getFilterParams('owner') as { id?: unknown } | undefined)?.id ?? null;
      for (const { entity, meta, originalEntity } of uow.getChangeSets()) {
        const owner = policy.owned.get(meta.className);
        if (!owner) continue;
        const owners = [
          Reflect.get(entity, owner.key),
          ...(originalEntity ? [Reflect.get(originalEntity, owner.key)] : []),
        ];
        if (viewerId === null || owners.some((id) => id !== viewerId))
          throw new ForeignWrite(`A ${meta.className} of another owner was about to be written.`);
      }
    },
    beforeUpsert({ meta }) {
      if (policy.owned.has(meta.className))
        throw new ForeignWrite(
          `An upsert of a ${meta.className} could overwrite another owner's; find it, then change it.`,
        );
    },
  };
}
