import type { ApolloCache, Reference } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { forgetMatches } from '../matches/match-cache.ts';
import type { ListChanges, ListKind, ListPlace } from './list-kind.ts';
import { forgetCompleteness } from './persona-cache.ts';
import { useReorder } from './use-reorder.ts';

type Change = (before: readonly Reference[], read: (reference: Reference) => unknown) => readonly Reference[];

/** The changes of a list, each saved by itself and kept in the cache. */
export function useListChanges<Values extends object>(
  kind: ListKind<Values>,
  { personaId, parentId }: ListPlace,
): ListChanges<Values> {
  const [add, adding] = useMutation(kind.add);
  const [update, updating] = useMutation(kind.update);
  const [remove, removing] = useMutation(kind.remove);
  const [reorder, reordering] = useMutation(kind.reorder);
  const inTurn = useReorder((ids) =>
    reorder({
      variables: { parentId, ids: [...ids] },
      update: (cache) =>
        changeList(cache, { kind, parentId }, (before, read) =>
          before.toSorted((one, other) => ids.indexOf(String(read(one))) - ids.indexOf(String(read(other)))),
        ),
    }),
  );

  const keep = (cache: ApolloCache, change?: Change) => {
    if (change) changeList(cache, { kind, parentId }, change);
    forgetCompleteness(cache, personaId);
    if (kind.isMatched) forgetMatches(cache);
  };
  return {
    ...inTurn,
    list: `${kind.typename}:${parentId}`,
    add: (input: Values) =>
      add({
        variables: { parentId, input },
        update: (cache, { data }) => {
          const added = data?.added;
          if (added) keep(cache, (before) => [...before, { __ref: `${kind.typename}:${added.id}` }]);
        },
      }),
    update: (id: string, input: Values) => update({ variables: { id, input }, update: (cache) => keep(cache) }),
    remove: (id: string) =>
      remove({
        variables: { id },
        update: (cache) => keep(cache, (before, read) => before.filter((reference) => read(reference) !== id)),
      }),
    saving: { loading: adding.loading || updating.loading, error: adding.error ?? updating.error },
    removing,
    reordering,
    forget: () => [adding, updating, removing, reordering].forEach(({ reset }) => reset()),
  };
}

interface KeptList<Values extends object> {
  readonly kind: ListKind<Values>;
  readonly parentId: string;
}

function changeList<Values extends object>(
  cache: ApolloCache,
  { kind: { parent, field }, parentId }: KeptList<Values>,
  change: Change,
): void {
  cache.modify<Record<string, readonly Reference[]>>({
    id: `${parent}:${parentId}`,
    fields: { [field]: (before, { readField }) => change(before, (reference) => readField('id', reference)) },
  });
}
