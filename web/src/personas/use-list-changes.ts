import type { ApolloCache, Reference } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { useRef, useState } from 'react';
import { forgetMatches } from '../matches/match-cache.ts';
import type { ListKind, ListPlace } from './list-kind.ts';

type Change = (before: readonly Reference[], read: (reference: Reference) => unknown) => readonly Reference[];

/** The changes of a list, each saved by itself and kept in the cache. */
export function useListChanges<Values extends object>(kind: ListKind<Values>, { personaId, parentId }: ListPlace) {
  const [add, adding] = useMutation(kind.add);
  const [update, updating] = useMutation(kind.update);
  const [remove, removing] = useMutation(kind.remove);
  const { order, reorder, reordering } = useReorder(kind, parentId);

  const keep = (cache: ApolloCache, change?: Change) => {
    if (change) changeList(cache, { kind, parentId }, change);
    cache.modify({ id: `Persona:${personaId}`, fields: { completeness: (_value, { DELETE }) => DELETE } });
    if (kind.isMatched) forgetMatches(cache);
  };
  return {
    /** The ids in the order last wished for, while it is being saved. */
    order,
    reorder,
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
    /** Of the form that is open, of the question whether to remove, and of the list. */
    saving: { loading: adding.loading || updating.loading, error: adding.error ?? updating.error },
    removing,
    reordering,
    forget: () => [adding, updating, removing].forEach(({ reset }) => reset()),
  };
}

/** Saves orders one after the other: of two that are under way at once, the earlier could win. */
function useReorder<Values extends object>(kind: ListKind<Values>, parentId: string) {
  const [order, setOrder] = useState<readonly string[]>();
  const [save, reordering] = useMutation(kind.reorder);
  const latest = useRef<readonly string[]>(undefined);
  const isSaving = useRef(false);

  const saveLatest = async (): Promise<void> => {
    const ids = latest.current;
    if (!ids) return;
    await save({
      variables: { parentId, ids: [...ids] },
      update: (cache) =>
        changeList(cache, { kind, parentId }, (before, read) =>
          before.toSorted((one, other) => ids.indexOf(String(read(one))) - ids.indexOf(String(read(other)))),
        ),
    });
    if (latest.current !== ids) await saveLatest();
  };
  const reorder = (ids: readonly string[]) => {
    latest.current = ids;
    setOrder(ids);
    if (isSaving.current) return;
    isSaving.current = true;
    void saveLatest()
      // What fails is told by the mutation's own error.
      .catch(() => undefined)
      .finally(() => {
        isSaving.current = false;
        latest.current = undefined;
        setOrder(undefined);
      });
  };
  return { order, reorder, reordering };
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
