import type { EntityMetadata, EntityProperty } from '@mikro-orm/core';

/** A value that is known only when a statement is sent: the place of its value. */
export class Slot {
  readonly index: number;
  constructor(index: number) {
    this.index = index;
  }
}

export type Operator = '=' | '<>' | '<' | '<=' | '>' | '>=' | 'ilike';

/**
 * A condition without its values: what is left is the same for every request that asks alike, so that a statement can
 * be made once for all of them.
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly path: readonly string[]; readonly operator: Operator; readonly slot: number }
  | { readonly path: readonly string[]; readonly slots: readonly number[] }
  | { readonly path: readonly string[]; readonly is: boolean | null }
  | { readonly path: readonly string[]; readonly isNot: null };

const operators: Readonly<Record<string, Operator>> = {
  $eq: '=',
  $ne: '<>',
  $lt: '<',
  $lte: '<=',
  $gt: '>',
  $gte: '>=',
  $ilike: 'ilike',
};

/**
 * Takes a where-object of the ORM apart into its form and its values.
 * @param values takes the values, each at the place that its slot names
 * @throws where it says what cannot be planned
 */
export function parseCondition(meta: EntityMetadata, where: object, values: unknown[]): Condition {
  return parseWithin(where, { meta, path: [], values });
}

interface Place {
  readonly meta: EntityMetadata;
  readonly path: readonly string[];
  readonly values: unknown[];
}

function parseWithin(where: object, place: Place): Condition {
  const parts = Object.entries(where).map(([name, value]): Condition => {
    if (name === '$and') return { all: (value as object[]).map((each) => parseWithin(each, place)) };
    if (name === '$or') return { any: (value as object[]).map((each) => parseWithin(each, place)) };
    return parseProperty(name, value, place);
  });
  const [only] = parts;
  return parts.length === 1 && only ? only : { all: parts };
}

function parseProperty(name: string, value: unknown, { meta, path, values }: Place): Condition {
  const property = propertyOf(meta, name);
  const at = [...path, name];
  if (!isObject(value)) return parseValue(at, '=', { value, values });
  if (property.kind === 'm:1' && property.targetMeta && !isOperation(value))
    return parseWithin(value, { meta: property.targetMeta, path: at, values });
  const parts = Object.entries(value).map(([operator, operand]) => {
    if (operator === '$in')
      return { path: at, slots: [...new Set(operand as unknown[])].map((each) => slotOf(each, values)) };
    const known = operators[operator];
    if (!known) throw new Error(`${meta.className}.${name}: ${operator} cannot be planned.`);
    return parseValue(at, known, { value: operand, values });
  });
  const [only] = parts;
  return parts.length === 1 && only ? only : { all: parts };
}

function parseValue(
  path: readonly string[],
  operator: Operator,
  { value, values }: { readonly value: unknown; readonly values: unknown[] },
): Condition {
  if (value === undefined) throw new Error(`${path.join('.')}: a condition without a value.`);
  if (value === null) return operator === '<>' ? { path, isNot: null } : { path, is: null };
  // There are but two: as part of the form they let partial indexes serve.
  if (typeof value === 'boolean') return { path, is: operator === '<>' ? !value : value };
  return { path, operator, slot: slotOf(value, values) };
}

const slotOf = (value: unknown, values: unknown[]): number =>
  value instanceof Slot ? value.index : values.push(value) - 1;

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !(value instanceof Date) && !(value instanceof Slot);

const isOperation = (value: object): boolean => Object.keys(value).every((key) => key in operators || key === '$in');

/** The property of an entity. @throws where there is none of that name */
export function propertyOf(meta: EntityMetadata, name: string): EntityProperty {
  const property = (meta.properties as Readonly<Record<string, EntityProperty>>)[name];
  if (!property) throw new Error(`${meta.className} has no ${name}.`);
  return property;
}
