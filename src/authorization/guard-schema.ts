import { defaultFieldResolver, type GraphQLSchema } from 'graphql';
import type { IMiddlewareFunction } from 'graphql-middleware';
import type { OperationContext } from './operation-context.ts';
import type { FieldPolicy, Policy } from './policy.ts';
import { resolveReferences } from './resolve-references.ts';
import { applyMiddleware, deny, rule, shield } from './shield.ts';
import { tripwire } from './tripwire.ts';
import { refusal } from './viewer.ts';

type Resolve = (parent: unknown, args: unknown, context: unknown, info: unknown) => unknown;
type Wrap = (resolve: Resolve, parent: unknown, args: unknown, context: never, info: unknown) => unknown;

/** Tests take one wall down at a time; the product never passes this. */
export interface Wall1 {
  readonly isUp: boolean;
}

const shielded = Symbol('tenure.shielded');

/**
 * Puts wall 1 around a schema: a shield rule at each coordinate that the way to it does not already imply, the lookup
 * of referred ids before resolvers that take any, and the tripwire behind edges that yield owned rows. Leaves that need
 * none of these stay untouched, so that they cost nothing.
 * @throws Error where the schema has a shield already, or where a guard did not take
 */
export function guardSchema(schema: GraphQLSchema, policy: Policy, { isUp }: Wall1 = { isUp: true }): GraphQLSchema {
  if (schema.extensions[shielded as unknown as string])
    throw new Error('The schema has a shield already; one is enough.');
  const guards = shieldRules(schema, policy);
  const middleware: Record<string, Record<string, IMiddlewareFunction>> = {};
  const guarded: string[] = [];
  for (const field of policy.fields.values()) {
    const [typeName = '', fieldName = ''] = field.coordinate.split('.');
    const layers = [
      ...(isUp && !policy.isImplied(field.coordinate) ? [guards[typeName]?.[fieldName] as unknown as Wrap] : []),
      // Resolvers expect their ids resolved, so the lookup stays; with the wall down it merely stops judging.
      ...(field.references.length > 0 ? [resolveReferences(field, policy, isUp)] : []),
      ...(isUp && field.yieldsOwned.length > 0 ? [tripwire(field, policy)] : []),
    ];
    if (layers.length === 0) continue;
    guarded.push(field.coordinate);
    (middleware[typeName] ??= {})[fieldName] = compose(layers) as unknown as IMiddlewareFunction;
  }
  const result = applyMiddleware(schema, middleware);
  assertGuarded(result, guarded);
  Object.assign(result, { extensions: { ...result.extensions, [shielded]: true } });
  return result;
}

/** Runs the first layer around the second, and so on down to the resolver. */
const compose =
  (layers: readonly Wrap[]): Wrap =>
  (resolve, parent, args, context, info) =>
    layers.reduceRight<Resolve>(
      (inner, layer) => (row, given, ctx, details) => layer(inner, row, given, ctx as never, details),
      resolve,
    )(parent, args, context, info);

function shieldRules(schema: GraphQLSchema, policy: Policy) {
  const tree: Record<string, Record<string, ReturnType<typeof guardRule>>> = {};
  for (const field of policy.fields.values()) {
    const [typeName = '', fieldName = ''] = field.coordinate.split('.');
    (tree[typeName] ??= {})[fieldName] = guardRule(field);
  }
  const generator = shield(tree, { fallbackRule: deny, allowExternalErrors: true });
  return generator.generate(schema) as Record<string, Record<string, unknown>>;
}

// Every rule has a name of its own and is never cached: a cached verdict outlives the viewer it was reached for.
const guardRule = (field: FieldPolicy) =>
  rule(field.coordinate, { cache: 'no_cache' })((_parent, _args, context: OperationContext) => {
    return refusal(field.requires, context.viewer) ?? true;
  });

function assertGuarded(schema: GraphQLSchema, coordinates: readonly string[]): void {
  for (const coordinate of coordinates) {
    const [typeName = '', fieldName = ''] = coordinate.split('.');
    const type = schema.getType(typeName);
    const resolve = type && 'getFields' in type ? type.getFields()[fieldName] : undefined;
    const isBare = !resolve || !('resolve' in resolve) || !resolve.resolve || resolve.resolve === defaultFieldResolver;
    if (isBare) throw new Error(`${coordinate}: its guard did not take; the schema must not be served.`);
  }
}
