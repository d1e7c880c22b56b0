import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useMemo, useState } from 'react';
import { words } from '../words/matches.ts';
import { dismiss, favor, recordApplication, type MatchStanding } from './match-mutations.ts';

/** What was done, or refused, with what can be done about it. */
export interface Notice {
  readonly text: string;
  readonly error?: unknown;
  readonly undo?: () => void;
  readonly retry?: () => void;
  /** A match to record an application for, once its employer's page was opened. */
  readonly applied?: MatchStanding;
  /** The application that was recorded. */
  readonly applicationId?: string | undefined;
}

/** What can be done with matches. */
export interface MatchActions {
  readonly dismiss: (matches: readonly MatchStanding[], dismissed: boolean) => void;
  readonly favor: (matches: readonly MatchStanding[], favorite: boolean) => void;
  readonly apply: (match: MatchStanding, applyUrl: string | null) => void;
  readonly recordApplied: (match: MatchStanding) => void;
  /** Takes the notice away. */
  readonly settle: () => void;
  readonly undo: () => void;
}

/** What can be done with matches, and the notice of what became of it. What was done last can be undone, and so on back. */
export function useMatchActions(): { readonly actions: MatchActions; readonly notice: Notice | undefined } {
  const client = useApolloClient();
  const [notice, setNotice] = useState<Notice>();
  const actions = useMemo(() => createActions(client, setNotice), [client]);
  return { actions, notice };
}

function createActions(client: ApolloClient, say: (notice: Notice | undefined) => void): MatchActions {
  const done: (() => void)[] = [];
  const undo = () => done.pop()?.();

  const run = async ({ change, matches, to, isUndo = false }: Step) => {
    if (matches.length === 0) return;
    const answer = change(client, matches, to);
    // Not before the answer: of two requests at once the server may take the second one first.
    const takeBack = () =>
      void answer
        .then(({ succeeded }) => {
          const changed = matches.filter(({ id }) => succeeded.includes(id));
          return run({ change, matches: changed, to: !to, isUndo: true });
        })
        .catch(() => undefined);
    if (!isUndo) done.push(takeBack);
    const { text, refusal } = describe({ change, matches, to });
    say({ text, ...(!isUndo && { undo }) });
    try {
      const { failed } = await answer;
      if (failed.length > 0) say({ text: words.done.partly(text, failed.length), undo });
    } catch (error) {
      if (done.includes(takeBack)) done.splice(done.indexOf(takeBack), 1);
      say({ text: refusal, error, retry: () => void run({ change, matches, to, isUndo }) });
    }
  };
  const recordApplied = async (match: MatchStanding) => {
    const text = words.done.applied(match.posting.title);
    say({ text });
    try {
      say({ text, applicationId: await recordApplication(client, match.id) });
    } catch (error) {
      say({ text: words.done.notApplied(match.posting.title), error, retry: () => void recordApplied(match) });
    }
  };

  return {
    // What is so already is left out: undoing this must not change it.
    dismiss: (matches, to) =>
      void run({ change: dismiss, matches: matches.filter(({ status }) => (status === 'DISMISSED') !== to), to }),
    favor: (matches, to) =>
      void run({ change: favor, matches: matches.filter(({ isFavorite }) => isFavorite !== to), to }),
    apply: (match, applyUrl) => {
      if (applyUrl) window.open(applyUrl, '_blank', 'noopener,noreferrer');
      say({ text: match.posting.title, applied: match });
    },
    recordApplied: (match) => void recordApplied(match),
    settle: () => say(undefined),
    undo,
  };
}

interface Step {
  readonly change: typeof dismiss | typeof favor;
  readonly matches: readonly MatchStanding[];
  readonly to: boolean;
  readonly isUndo?: boolean;
}

/** What a step did, and that it did not. */
function describe({ change, matches, to }: Step): { readonly text: string; readonly refusal: string } {
  const [only] = matches;
  const what = only && matches.length === 1 ? only.posting.title : words.done.matches(matches.length);
  const [did, didNot] = (change === dismiss ? dismissed : favored)[to ? 'on' : 'off'];
  return { text: did(what), refusal: didNot(what) };
}

const dismissed = {
  on: [words.done.dismissed, words.done.notDismissed],
  off: [words.done.restored, words.done.notRestored],
} as const;
const favored = {
  on: [words.done.favoured, words.done.notFavoured],
  off: [words.done.unfavoured, words.done.notUnfavoured],
} as const;
