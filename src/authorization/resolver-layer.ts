import type { OperationContext } from './operation-context.ts';

/** What graphql-js calls a resolver with. */
export type ResolverCall = [parent: unknown, args: unknown, context: OperationContext, info: unknown];
export type Resolve = (...call: ResolverCall) => unknown;

/** Something around a resolver: it decides whether the resolver is called, with what, and what becomes of its answer. */
export type Layer = (resolve: Resolve, ...call: ResolverCall) => unknown;

/** Runs the first layer around the second, and so on down to the resolver. */
export const compose =
  (layers: readonly Layer[]): Layer =>
  (resolve, ...call) =>
    layers.reduceRight<Resolve>(
      (inner, layer) =>
        (...given) =>
          layer(inner, ...given),
      resolve,
    )(...call);

/** Whether a resolver's info belongs to a mutation. */
export const isMutation = (info: unknown): boolean => kindOf(info) === 'mutation';

/** Whether a resolver's info belongs to a subscription. */
export const isSubscription = (info: unknown): boolean => kindOf(info) === 'subscription';

const kindOf = (info: unknown): unknown =>
  (info as { readonly operation?: { readonly operation?: unknown } } | undefined)?.operation?.operation;
