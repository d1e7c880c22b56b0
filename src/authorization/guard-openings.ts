import { MapperKind, mapSchema } from '@graphql-tools/utils';
import { isObjectType, type GraphQLSchema } from 'graphql';
import { PolicyError } from './policy.ts';
import { compose, type Layer, type Resolve } from './resolver-layer.ts';

export interface GuardedOpenings {
  readonly schema: GraphQLSchema;
  /** What each subscription field opens with now, by coordinate. */
  readonly openings: ReadonlyMap<string, unknown>;
}

/**
 * Puts layers around what opens each subscription. Middleware is put around one function of a field: around the resolver
 * of its events, so that whoever opens it would be asked nothing; or, without such a resolver, around its opening, so
 * that nobody would look at its events.
 * @throws PolicyError naming each field that lacks one of the two
 */
export function guardOpenings(
  schema: GraphQLSchema,
  layersOf: (coordinate: string) => readonly Layer[],
): GuardedOpenings {
  const openings = new Map<string, unknown>();
  const faults: string[] = [];
  const guarded = mapSchema(schema, {
    [MapperKind.SUBSCRIPTION_ROOT_FIELD]: (field, fieldName, typeName) => {
      const coordinate = `${typeName}.${fieldName}`;
      const { subscribe, resolve } = field;
      if (!subscribe) faults.push(`${coordinate}: nothing opens it; give it a subscribe`);
      if (!resolve)
        faults.push(`${coordinate}: its events have no resolver that a guard could stand before; give it one`);
      if (!subscribe || !resolve) return undefined;
      const layer = compose(layersOf(coordinate));
      const opening: Resolve = (...call) => layer(subscribe as Resolve, ...call);
      openings.set(coordinate, opening);
      return { ...field, subscribe: opening as typeof subscribe };
    },
  });
  if (faults.length > 0) throw new PolicyError(faults);
  return { schema: guarded, openings };
}

/** @throws Error where a subscription opens by anything but its guarded opening */
export function assertOpeningsGuarded(schema: GraphQLSchema, openings: GuardedOpenings['openings']): void {
  const type = schema.getSubscriptionType();
  if (!isObjectType(type)) return;
  for (const { name, subscribe } of Object.values(type.getFields())) {
    const coordinate = `${type.name}.${name}`;
    if (!subscribe || subscribe !== openings.get(coordinate))
      throw new Error(`${coordinate}: the guard of its opening did not take; the schema must not be served.`);
  }
}
