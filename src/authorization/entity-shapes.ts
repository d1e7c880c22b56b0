import type { EntityMetadata, EntityProperty } from '@mikro-orm/core';
import type { Ownership } from './policy.ts';

/** What policy checks need to know of the tables; the viewer's own table is the one whose owner key is its id. */
export interface EntityShapes {
  readonly names: readonly string[];
  has(type: string): boolean;
  /** Whether composite or plain foreign keys prove that the row behind this edge is there for whoever sees the parent. */
  isProvenEdge(type: string, field: string): boolean;
  /** Why the path of an `@owner` does not lead to the user. */
  pathFaults(owner: Ownership): string[];
}

/** Reads the shapes out of MikroORM's metadata. */
export function entityShapes(metadata: Iterable<EntityMetadata>, viewerType: string): EntityShapes {
  const entities = new Map([...metadata].map((meta) => [meta.className, meta]));
  const property = (type: string, name: string): EntityProperty | undefined =>
    (entities.get(type)?.properties as Record<string, EntityProperty> | undefined)?.[name];
  return {
    names: [...entities.keys()],
    has: (type) => entities.has(type),
    isProvenEdge: (type, field) => {
      const relation = property(type, field);
      return relation?.kind === 'm:1' && !relation.nullable;
    },
    pathFaults: ({ type, via, key }) => {
      if (!property(type, key)) return [`${type}: @owner(key: "${key}") names no column of it; correct it`];
      // Only a row without parents may name its owner itself: elsewhere the path must prove who that is.
      const namesItself =
        via.length === 1 && via[0] === key && entities.get(type)?.relations.every((r) => r.kind !== 'm:1');
      return namesItself ? [] : walk(type, via);
    },
  };

  function walk(type: string, via: readonly string[]): string[] {
    let at = type;
    for (const segment of via) {
      const relation = property(at, segment);
      if (relation?.kind !== 'm:1')
        return [`${type}: @owner(via: "${via.join('.')}") breaks at ${at}.${segment}, no relation; correct it`];
      if (relation.nullable)
        return [`${type}: @owner(via:) passes ${at}.${segment}, which may be null; make it non-null`];
      at = relation.targetMeta?.className ?? '';
    }
    return at === viewerType
      ? []
      : [`${type}: @owner(via: "${via.join('.')}") ends on ${at}; it must end on ${viewerType}`];
  }
}
