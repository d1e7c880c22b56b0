import { defaultFieldResolver, type GraphQLSchema } from 'graphql';
import { fieldAt, fieldNameOf, typeNameOf } from './coordinates.ts';
import { refusedDecision } from './decision-trace.ts';
import { assertOpeningsGuarded, guardOpenings } from './guard-openings.ts';
import type { FieldPolicy, Policy } from './policy.ts';
import { resolveEachReference } from './resolve-each-reference.ts';
import { resolveReferences } from './resolve-references.ts';
import { compose, type Layer, type ResolverCall } from './resolver-layer.ts';
import { applyMiddleware, deny, rule, shield, type IMiddlewareFunction } from './shield.ts';
import { tripwire } from './tripwire.ts';
import { isFull, refusalNow } from './viewer.ts';

/** Tests take one wall down at a time; the product never passes this. */
export interface Wall1 {
  readonly isUp: boolean;
}

// A string, because graphql-js drops symbols when a schema is built from another one.
const shielded = 'tenure.shielded';

/**
 * Puts wall 1 around a schema: a shield rule at each coordinate that the way to it does not already imply, the lookup
 * of referred ids before resolvers that take any, and the tripwire behind edges that yield owned rows. Leaves that need
 * none of these stay untouched, so that they cost nothing. Subscriptions pass rule and lookup when they are opened, and
 * all three at each event.
 * @throws Error where the schema has a shield already, or where a guard did not take
 */
export function guardSchema(schema: GraphQLSchema, policy: Policy, wall: Wall1 = { isUp: true }): GraphQLSchema {
  if (schema.extensions[shielded]) throw new Error('The schema has a shield already; one is enough.');
  const rules = shieldRules(schema, policy);
  const middleware: Record<string, Record<string, IMiddlewareFunction>> = {};
  const guarded: string[] = [];
  const guardOf = ({ coordinate }: FieldPolicy): Layer | undefined =>
    policy.isImplied(coordinate) ? undefined : guardAt(rules, policy, coordinate);
  for (const field of policy.fields.values()) {
    const { coordinate } = field;
    const layers = wall.isUp ? layersOf(field, policy, guardOf(field)) : wallDown(field, policy);
    if (layers.length === 0) continue;
    guarded.push(coordinate);
    (middleware[typeNameOf(coordinate)] ??= {})[fieldNameOf(coordinate)] = compose(layers) as IMiddlewareFunction;
  }
  const opened = guardOpenings(schema, (coordinate) => {
    const field = policy.fields.get(coordinate);
    if (!field) throw new Error(`${coordinate}: has no policy; the schema must not be served.`);
    return wall.isUp ? openingLayersOf(field, policy, guardOf(field)) : wallDown(field, policy);
  });
  const result = applyMiddleware(opened.schema, middleware);
  assertGuarded(result, guarded);
  assertOpeningsGuarded(result, opened.openings);
  Object.assign(result, { extensions: { ...result.extensions, [shielded]: true } });
  return result;
}

const layersOf = (field: FieldPolicy, policy: Policy, guard: Layer | undefined): readonly Layer[] => [
  ...(guard ? [guard] : []),
  // Outside the lookup: what a query reads along with it is looked at only once its ids are found.
  ...(field.yieldsOwned.length > 0 ? [tripwire(field, policy)] : []),
  ...lookUpOf(field, policy, true),
];

const lookUpOf = (field: FieldPolicy, policy: Policy, judges: boolean): readonly Layer[] => {
  const [reference] = field.references;
  if (!reference) return [];
  return [
    reference.each
      ? resolveEachReference({ field, reference, policy }, judges)
      : resolveReferences(field, policy, judges),
  ];
};

/** What opens yields no row yet, which a tripwire could look at. */
const openingLayersOf = (field: FieldPolicy, policy: Policy, guard: Layer | undefined): readonly Layer[] =>
  layersOf({ ...field, yieldsOwned: [] }, policy, guard);

/** Resolvers expect their ids resolved, so the lookup stays; it merely stops judging. */
const wallDown = (field: FieldPolicy, policy: Policy): readonly Layer[] => lookUpOf(field, policy, false);

type Rules = Record<string, Record<string, Layer>>;

function guardAt(rules: Rules, policy: Policy, coordinate: string): Layer | undefined {
  const own = rules[typeNameOf(coordinate)]?.[fieldNameOf(coordinate)];
  if (!own) return undefined;
  const guard = compose([own, errorsOnly]);
  if (!policy.isStandingImplied(coordinate)) return guard;
  // A rule is a promise, and lists have thousands of such edges: who comes by a session has shown all that it asks.
  return (resolve, ...call) => (isFull(call[2].viewer) ? resolve(...call) : guard(resolve, ...call));
}

/** Shield hands on what a resolver throws by returning it, which is an error to GraphQL only if it is an Error; else it would be data. */
const errorsOnly: Layer = async (resolve, ...call) => {
  try {
    return await resolve(...call);
  } catch (thrown) {
    throw thrown instanceof Error ? thrown : new Error('A resolver threw what is no error.', { cause: thrown });
  }
};

function shieldRules(schema: GraphQLSchema, policy: Policy): Rules {
  const tree: Record<string, Record<string, ReturnType<typeof guardRule>>> = {};
  for (const field of policy.fields.values()) {
    const { coordinate } = field;
    (tree[typeNameOf(coordinate)] ??= {})[fieldNameOf(coordinate)] = guardRule(field);
  }
  const generator = shield(tree, { fallbackRule: deny, allowExternalErrors: true });
  return generator.generate(schema) as Rules;
}

// Every rule has a name of its own and is never cached: a cached verdict outlives the viewer it was reached for.
const guardRule = (field: FieldPolicy) =>
  rule(field.coordinate, { cache: 'no_cache' })((...[, , context]: ResolverCall) => {
    const error = refusalNow(field, context.viewer, context.now);
    if (error) context.trace?.(refusedDecision(field, 'shield', context.viewer));
    return error ?? true;
  });

function assertGuarded(schema: GraphQLSchema, coordinates: readonly string[]): void {
  for (const coordinate of coordinates) {
    const resolve = fieldAt(schema, coordinate)?.resolve;
    if (!resolve || resolve === defaultFieldResolver)
      throw new Error(`${coordinate}: its guard did not take; the schema must not be served.`);
  }
}
