import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState, type Dispatch, type SetStateAction } from 'react';
import { useNavigate } from 'react-router';
import type { MatchCardFragment } from '../generated/graphql.ts';
import { afterPaint } from '../shell/after-paint.ts';
import { focusList } from './focus-list.ts';
import { matchViews, type MatchViewName } from './match-views.ts';
import type { MatchActions } from './use-match-actions.ts';
import { useKeys } from './use-keys.ts';

const restMs = 120;

interface TriageOptions {
  readonly matches: readonly MatchCardFragment[];
  readonly view: MatchViewName;
  readonly actions: MatchActions;
  /** The match that was looked at before, for whoever comes back. */
  readonly startAt: string | undefined;
  readonly listSearch: string;
  readonly onHelp: () => void;
}

/** The match that keys are about. */
export interface Current {
  readonly id: string | undefined;
  /** Whether it is to have the focus. */
  readonly takesFocus: boolean;
}

export type Triage = ReturnType<typeof useTriage>;

/** Goes through a list by keys or by buttons: which match is looked at, which are selected, and what is done with them. */
export function useTriage({ matches, view, actions, startAt, listSearch, onHelp }: TriageOptions) {
  const [current, setCurrent] = useState<Current>({ id: startAt, takesFocus: startAt !== undefined });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const navigate = useNavigate();
  const index = matches.findIndex(({ id }) => id === current.id);
  const match = matches[index];
  const goTo = (target: MatchCardFragment | undefined) => target && setCurrent({ id: target.id, takesFocus: true });

  /** What leaves the list by what is done gives its place to the next one, which is shown before anything is done. */
  const change = (target: MatchCardFragment, after: Partial<MatchCardFragment>, act: () => void) => {
    if (matchViews[view].holds({ ...target, ...after })) return act();
    const at = matches.indexOf(target);
    goTo(matches[at + 1] ?? matches[at - 1]);
    afterPaint(act);
  };
  const dismiss = (target: MatchCardFragment) => {
    if (target.status === 'APPLIED') return;
    const isDismissed = target.status !== 'DISMISSED';
    change(target, { status: isDismissed ? 'DISMISSED' : 'DISCOVERED' }, () => actions.dismiss([target], isDismissed));
  };
  const favor = (target: MatchCardFragment) => {
    const isFavorite = !target.isFavorite;
    change(target, { isFavorite }, () => actions.favor([target], isFavorite));
  };
  const select = (id: string) =>
    setSelected((all) => {
      const next = new Set(all);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const bulk = bulkOf({ matches, view, selected, setSelected, actions });

  usePrefetch([match, matches[index + 1]]);
  const isBulk = bulk.count > 0;
  useKeys({
    j: () => goTo(matches[index + 1]),
    k: () => goTo(matches[index - 1]),
    o: match && (() => void navigate(match.id, { state: { list: listSearch } })),
    e: isBulk ? bulk.dismiss : match && (() => dismiss(match)),
    s: isBulk ? bulk.favor : match && (() => favor(match)),
    a: match && (() => actions.apply(match, match.posting.applyUrl)),
    x: match && (() => select(match.id)),
    z: actions.undo,
    '?': onHelp,
  });

  return { current, setCurrent, selected, select, dismiss, favor, bulk };
}

interface BulkOptions extends Pick<TriageOptions, 'matches' | 'view' | 'actions'> {
  readonly selected: ReadonlySet<string>;
  readonly setSelected: Dispatch<SetStateAction<ReadonlySet<string>>>;
}

/** As many as the server takes at once. */
const mostSelected = 100;

/** What is done with all selected matches that are still in the list. */
function bulkOf({ matches, view, selected, setSelected, actions }: BulkOptions) {
  const chosen = matches.filter(({ id }) => selected.has(id)).slice(0, mostSelected);
  const finish = () => {
    setSelected(new Set());
    focusList();
  };
  return {
    count: chosen.length,
    dismiss: () => {
      actions.dismiss(
        chosen.filter(({ status }) => status !== 'APPLIED'),
        view !== 'dismissed',
      );
      finish();
    },
    favor: () => {
      actions.favor(chosen, view !== 'favourites');
      finish();
    },
    selectAll: () => setSelected(new Set(matches.slice(0, mostSelected).map(({ id }) => id))),
    clear: finish,
  };
}

/** Asks for what is likely to be opened next, once somebody has rested on a match. */
function usePrefetch(likely: readonly (MatchCardFragment | undefined)[]): void {
  const client = useApolloClient();
  const ids = likely.flatMap((match) => (match ? [match.id] : [])).join();
  useEffect(() => {
    const timer = setTimeout(() => {
      const prefetch = import('./match-document.ts').then((m) =>
        m.prefetchMatches(client, ids.split(',').filter(Boolean)),
      );
      void prefetch.catch(() => undefined);
    }, restMs);
    return () => clearTimeout(timer);
  }, [client, ids]);
}
