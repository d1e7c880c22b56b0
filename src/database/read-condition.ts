import type { EntityMetadata, EntityProperty } from '@mikro-orm/core';

/** A value that is known only when a statement is sent: its place among them. */
export class Slot {
  readonly index: number;
  constructor(index: number) {
    this.index = index;
  }
}

/**
 * Takes the values out of a where-object of the ORM: what is left is the same for every request that asks alike, so that
 * a statement can be made once for all of them. There are but two booleans: as part of the form they let partial
 * indexes serve.
 * @param values takes the values, in the order in which `Source.condition` comes by them
 * @throws where a condition has no value
 */
export function formOf(where: object, values: unknown[]): string {
  return JSON.stringify(where, function (this: Readonly<Record<string, unknown>>, key: string) {
    const value = this[key];
    if (value === undefined) throw new Error(`${key}: a condition without a value.`);
    if (Array.isArray(value)) return unrepeated(value);
    if (!isValue(value)) return value;
    values.push(value);
    return '?';
  });
}

/** A list without what it repeats, which would make forms without end. */
export const unrepeated = (values: readonly unknown[]): unknown[] => [...new Set(values)];

const isValue = (value: unknown): boolean =>
  value instanceof Date || (typeof value !== 'object' && typeof value !== 'boolean');

/** The property of an entity. @throws where there is none of that name */
export function propertyOf(meta: EntityMetadata, name: string): EntityProperty {
  const property = (meta.properties as Readonly<Record<string, EntityProperty>>)[name];
  if (!property) throw new Error(`${meta.className} has no ${name}.`);
  return property;
}
