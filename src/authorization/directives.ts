import { getDirectiveExtensions } from '@graphql-tools/utils';
import type { GraphQLSchema } from 'graphql';

/** The arguments of one application of a directive, by name. */
export type Directive = Readonly<Record<string, unknown>>;
/** What can carry directives: a type, field, argument, input field or value of an enum. */
export type Directed = Parameters<typeof getDirectiveExtensions>[0] & object;

type ByName = Readonly<Record<string, readonly Directive[] | undefined>>;

// Compiling and checking ask for each of a dozen names at every place of the schema, and to read one is to read them all.
const read = new WeakMap<object, ByName>();

/** The applications of a directive at a place of a schema, in order; none where it does not stand. */
export function directivesAt(schema: GraphQLSchema, place: Directed, name: string): readonly Directive[] {
  const known = read.get(place) ?? (getDirectiveExtensions(place, schema) as ByName);
  read.set(place, known);
  return known[name] ?? [];
}
