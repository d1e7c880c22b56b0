import { isObjectType, type GraphQLField, type GraphQLSchema } from 'graphql';

/** The type that a coordinate is of, such as `Query` of `Query.personas`. */
export const typeNameOf = (coordinate: string): string => coordinate.replace(/\..*$/s, '');

/** The field that it names; empty for a type's own. */
export const fieldNameOf = (coordinate: string): string => coordinate.replace(/^[^.]*\.?/s, '');

/** The field at a coordinate; undefined where there is none. */
export function fieldAt(schema: GraphQLSchema, coordinate: string): GraphQLField<unknown, unknown> | undefined {
  const type = schema.getType(typeNameOf(coordinate));
  return isObjectType(type) ? type.getFields()[fieldNameOf(coordinate)] : undefined;
}
