import {
  getNamedType,
  isAbstractType,
  isObjectType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

/** The object types a schema declares, introspection's own left out. */
export const objectTypes = (schema: GraphQLSchema): GraphQLObjectType[] =>
  Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) && !type.name.startsWith('__'),
  ) as GraphQLObjectType[];

/** Query, Mutation and Subscription, as far as the schema has them. */
export const rootTypes = (schema: GraphQLSchema): GraphQLObjectType[] =>
  [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter((type) => isObjectType(type));

/** The object types a field of this type may yield: itself, or the members of its union or interface. */
export function memberTypes(schema: GraphQLSchema, type: GraphQLOutputType): readonly GraphQLObjectType[] {
  const named = getNamedType(type);
  if (isObjectType(named)) return [named];
  return isAbstractType(named) ? schema.getPossibleTypes(named) : [];
}

/** Every object type that some selection can come to, roots included. */
export function reachableTypes(schema: GraphQLSchema): ReadonlySet<GraphQLObjectType> {
  const reached = new Set<GraphQLObjectType>();
  const visit = (type: GraphQLObjectType): void => {
    if (reached.has(type)) return;
    reached.add(type);
    for (const field of Object.values(type.getFields())) memberTypes(schema, field.type).forEach(visit);
  };
  rootTypes(schema).forEach(visit);
  return reached;
}
