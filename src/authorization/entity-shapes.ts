import type { EntityMetadata, EntityProperty } from '@mikro-orm/core';
import type { Ownership } from './policy.ts';

/** What policy checks need to know of the tables; the viewer's own table is the one whose owner key is its id. */
export interface EntityShapes {
  readonly names: readonly string[];
  has(type: string): boolean;
  /** Whether a foreign key that holds the owner proves that the row behind this edge is there for whoever sees the owned row. */
  isProvenEdge(owner: Ownership, field: string): boolean;
  /** Why the path of an `@owner` does not lead to the user. */
  pathFaults(owner: Ownership): string[];
  /** Relations to the user that are not the owner: their keys cannot hold the owner, and are checked without row security. */
  linkFaults(owner: Ownership): string[];
}

/** Reads the shapes out of MikroORM's metadata. */
export function entityShapes(metadata: Iterable<EntityMetadata>, viewerType: string): EntityShapes {
  const entities = new Map([...metadata].map((meta) => [meta.className, meta]));
  const property: FindProperty = (type, name) =>
    (entities.get(type)?.properties as Record<string, EntityProperty> | undefined)?.[name];
  const parents = (type: string): EntityProperty[] =>
    (entities.get(type)?.relations ?? []).filter((relation) => relation.kind === 'm:1');
  const leadsToOther = ({ type, key }: Ownership, relation: EntityProperty): boolean =>
    relation.targetMeta?.className === viewerType && relation.joinColumns?.[0] !== columnOf(property(type, key));
  return {
    names: [...entities.keys()],
    has: (type) => entities.has(type),
    isProvenEdge: (owner, field) => {
      const relation = property(owner.type, field);
      return relation?.kind === 'm:1' && !relation.nullable && !leadsToOther(owner, relation);
    },
    pathFaults: (owner) => {
      const { type, via, key } = owner;
      if (!property(type, key)) return [`${type}: @owner(key: "${key}") names no column of it; correct it`];
      // Only a row without parents may name its owner itself: elsewhere the path must prove who that is.
      const namesItself = via.length === 1 && via[0] === key && parents(type).length === 0;
      return namesItself ? [] : walk(owner, viewerType, property);
    },
    linkFaults: (owner) =>
      parents(owner.type)
        .filter((relation) => leadsToOther(owner, relation))
        .map(
          ({ name }) =>
            `${owner.type}.${name}: a plain foreign key to ${viewerType}, by which any account could be linked; leave it out`,
        ),
  };
}

type FindProperty = (type: string, name: string) => EntityProperty | undefined;

const columnOf = (property: EntityProperty | undefined): string | undefined =>
  property?.joinColumns?.[0] ?? property?.fieldNames?.[0];

function walk({ type, via }: Ownership, viewerType: string, property: FindProperty): string[] {
  const path = via.join('.');
  let at = type;
  for (const segment of via) {
    const relation = property(at, segment);
    if (relation?.kind !== 'm:1')
      return [`${type}: @owner(via: "${path}") breaks at ${at}.${segment}, no relation; correct it`];
    if (relation.nullable)
      return [`${type}: @owner(via: "${path}") passes ${at}.${segment}, which may be null; make it non-null`];
    at = relation.targetMeta?.className ?? '';
  }
  return at === viewerType ? [] : [`${type}: @owner(via: "${path}") ends on ${at}; it must end on ${viewerType}`];
}
