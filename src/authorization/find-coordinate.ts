import { getNamedType, isInputObjectType, isObjectType, type GraphQLSchema } from 'graphql';
import { suggestionList } from 'graphql/jsutils/suggestionList.js';
import { StartupError } from '#platform/errors.ts';
import { fieldAt, typeNameOf } from './coordinates.ts';
import type { FieldPolicy, Policy, Reference } from './policy.ts';

/** A place of the schema that access can be asked about. */
export interface Coordinate {
  /** `Type`, `Type.field` or `Type.field(argument.path:)`. */
  readonly text: string;
  readonly type: string;
  /** Null for a type. */
  readonly field: FieldPolicy | null;
  /** For an argument that names rows. */
  readonly reference: Reference | null;
}

/** @throws StartupError for a coordinate that the schema does not have, with those that are spelled like it */
export function findCoordinate(schema: GraphQLSchema, policy: Policy, text: string): Coordinate {
  const all = coordinatesOf(schema, policy);
  const found = all.get(text);
  if (found) return found;
  const nearest = suggestionList(text, [...all.keys()]).slice(0, 3);
  const hint =
    nearest.length > 0 ? `did you mean ${nearest.join(', or ')}?` : 'write Type, Type.field or Type.field(argument:).';
  throw new StartupError(`${text} is no type, field or argument with an id in the schema; ${hint}`);
}

function coordinatesOf(schema: GraphQLSchema, policy: Policy): ReadonlyMap<string, Coordinate> {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !type.name.startsWith('__'));
  const all: Coordinate[] = types.map(({ name }) => ({ text: name, type: name, field: null, reference: null }));
  for (const field of policy.fields.values()) {
    const type = typeNameOf(field.coordinate);
    all.push({ text: field.coordinate, type, field, reference: null });
    for (const reference of field.references)
      all.push({ text: argumentCoordinate(field, reference), type, field, reference });
  }
  return new Map(all.map((each) => [each.text, each]));
}

/** The coordinate of an argument, or of what lies below it. */
export const argumentCoordinate = ({ coordinate }: FieldPolicy, { path }: Reference): string =>
  `${coordinate}(${path.join('.')}:)`;

/** Where in the SDL a reference is written: at the argument itself, or at a field of its input type. */
export function writtenAt(schema: GraphQLSchema, field: FieldPolicy, { path }: Reference): string {
  const [head, ...below] = path;
  const argument = fieldAt(schema, field.coordinate)?.args.find(({ name }) => name === head);
  let at = `${field.coordinate}(${head}:)`;
  let input = argument && getNamedType(argument.type);
  for (const name of below) {
    if (!isInputObjectType(input)) break;
    at = `${input.name}.${name}`;
    const next = input.getFields()[name];
    input = next && getNamedType(next.type);
  }
  return at;
}

/**
 * The type of the rows that an id means at a coordinate: what an argument names, the row that a field is read from, or
 * the one row that a root field takes or yields.
 * @throws StartupError where no row, or more than one, could be meant
 */
export function rowTypeAt(policy: Policy, { text, type, field, reference }: Coordinate): string {
  const isTable = (name: string): boolean => policy.owned.has(name) || policy.shared.has(name);
  if (reference) return reference.to;
  if (isTable(type)) return type;
  if (field && field.references.length > 0) return onlyReference(field).to;
  const [only, ...more] = field?.yields.filter(isTable) ?? [];
  if (only === undefined || more.length > 0)
    throw new StartupError(`${text} stands for no single kind of row; leave the id out, or name the row's type.`);
  return only;
}

function onlyReference(field: FieldPolicy): Reference {
  const [only, ...more] = field.references;
  if (only && more.length === 0) return only;
  const each = field.references.map((reference) => argumentCoordinate(field, reference));
  throw new StartupError(`${field.coordinate} takes several ids; name one of ${each.join(', ')}.`);
}
