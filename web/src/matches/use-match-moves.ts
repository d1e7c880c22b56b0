import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useMemo, useRef, useState } from 'react';
import { focusCard, type CardFocus } from '../board/card-focus.ts';
import type { MatchCardFragment } from '../generated/graphql.ts';
import { words } from '../words/match-board.ts';
import { findNext, type BoardOf } from './match-columns.ts';
import { columnOf, matchViews, type MatchViewName, type Standing } from './match-views.ts';
import { applyFor, explainRefusal, moveMatch, standingIn } from './move-match.ts';

/** What became of a move, with what can be done about it. */
export interface MoveNotice {
  readonly text: string;
  readonly error?: unknown;
  readonly isRefused?: boolean;
  readonly undo?: () => void;
  readonly retry?: () => void;
  /** The application that was recorded. */
  readonly applicationId?: string | undefined;
}

interface MoveState {
  readonly notice?: MoveNotice;
  /** The match of which it is asked whether its employer has an application. */
  readonly asked?: MatchCardFragment | undefined;
  /** The matches whose moves are still to be answered. */
  readonly saving: ReadonlySet<string>;
}

export type MatchMoves = ReturnType<typeof useMatchMoves>;

/** Moving matches over a board: what is asked about a move, what is being saved, what became of it, and the way back. */
export function useMatchMoves(board: BoardOf) {
  const client = useApolloClient();
  const [state, setState] = useState<MoveState>({ saving: new Set() });
  const focus: CardFocus = useRef<string>(undefined);
  // A board of other matches is another board.
  const [own] = useState(board);
  const actions = useMemo(
    () => createMoves({ client, board: own, focus, change: (next) => setState((now) => ({ ...now, ...next })) }),
    [client, own],
  );
  return { ...state, ...actions, focus };
}

interface Scene {
  readonly client: ApolloClient;
  readonly board: BoardOf;
  readonly focus: CardFocus;
  readonly change: (next: Partial<MoveState>) => void;
}

interface Step {
  readonly match: MatchCardFragment;
  readonly to: Standing;
  /** It is taken back, to before this one. */
  readonly undoes?: { readonly next: string | undefined };
}

function createMoves({ client, board, focus, change }: Scene) {
  const done: (() => void)[] = [];
  const undo = () => done.pop()?.();
  const saving = new Set<string>();
  const say = (notice: MoveNotice) => change({ notice });
  /** Has a card follow to where it comes to stand; as long as that is not answered it stays there. */
  const save = async <Answer>(id: string, answer: Promise<Answer>): Promise<Answer> => {
    saving.add(id);
    change({ saving: new Set(saving) });
    try {
      return await answer;
    } catch (error) {
      requestAnimationFrame(() => focusLostCard(id));
      throw error;
    } finally {
      saving.delete(id);
      change({ saving: new Set(saving) });
    }
  };

  const run = async (step: Step) => {
    const { match, to, undoes } = step;
    const isUndo = undoes !== undefined;
    const { id, posting, status, isFavorite } = match;
    focus.current = id;
    const undoneBy = { next: findNext(client.cache, board, id) };
    const answer = moveMatch(client, { board, match, to, ...undoes });
    const back = { match: { ...match, ...to }, to: { status, isFavorite }, undoes: undoneBy };
    // Not before the answer: of two requests at once the server may take the second one first.
    const takeBack = () => void answer.then(() => run(back)).catch(() => undefined);
    if (!isUndo) done.push(takeBack);
    const text = words.done[isUndo ? 'back' : 'moved'](matchViews[columnOf(to)].label, posting.title);
    say({ text, ...(!isUndo && { undo }) });
    try {
      await save(id, answer);
    } catch (error) {
      if (done.includes(takeBack)) done.splice(done.indexOf(takeBack), 1);
      say({ text: words.done.notMoved(posting.title), error, retry: () => void run(step) });
    }
  };
  const apply = async (match: MatchCardFragment) => {
    const { id, posting } = match;
    focus.current = id;
    const text = words.done.applied(posting.title);
    change({ asked: undefined, notice: { text } });
    try {
      say({ text, applicationId: await save(id, applyFor(client, board, match)) });
    } catch (error) {
      say({ text: words.done.notApplied(posting.title), error, retry: () => void apply(match) });
    }
  };

  return {
    /** Moves a match to a column, asks first where there is no way back, or says why it cannot go there. */
    move: (match: MatchCardFragment, to: MatchViewName) => {
      if (columnOf(match) === to) return;
      const refusal = explainRefusal(match, to);
      if (refusal) say({ text: words.done.refused(match.posting.title, refusal.full), isRefused: true });
      else if (to === 'applied') change({ asked: match });
      else void run({ match, to: standingIn(to, match) });
    },
    apply: (match: MatchCardFragment) => void apply(match),
    cancel: ({ id }: MatchCardFragment) => {
      change({ asked: undefined });
      requestAnimationFrame(() => focusLostCard(id));
    },
    undo,
    isBusy: () => saving.size > 0,
  };
}

/** Gives the focus to a card that had it, unless somebody has gone on to something else. */
function focusLostCard(id: string): void {
  if (document.activeElement === null || document.activeElement === document.body) focusCard(id);
}
