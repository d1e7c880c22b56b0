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
  const form = Object.entries(where).map(([name, operand]) => `${name}:${operandForm(name, operand, values)}`);
  return `{${form.join()}}`;
}

function operandForm(name: string, operand: unknown, values: unknown[]): string {
  if (operand === undefined) throw new Error(`${name}: a condition without a value.`);
  if (operand === null || typeof operand === 'boolean') return String(operand);
  if (Array.isArray(operand))
    return `[${unrepeated(operand)
      .map((item) => operandForm(name, item, values))
      .join()}]`;
  if (typeof operand === 'object' && !(operand instanceof Date)) return formOf(operand, values);
  values.push(operand);
  return '?';
}

/** A list without what it repeats, which would make forms without end. */
export const unrepeated = (values: readonly unknown[]): unknown[] => [...new Set(values)];

/** The property of an entity. @throws where there is none of that name */
export function propertyOf(meta: EntityMetadata, name: string): EntityProperty {
  const property = (meta.properties as Readonly<Record<string, EntityProperty>>)[name];
  if (!property) throw new Error(`${meta.className} has no ${name}.`);
  return property;
}
