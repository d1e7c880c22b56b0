import { IllegalTransition } from './errors.ts';

/** The legal moves of one status field. */
export interface Transitions<State extends string> {
  /** States that may follow; none where `from` is final. */
  allowed(from: State): readonly State[];
  /** Passes legal moves and throws IllegalTransition, which names the legal ones, on any other; staying is no move. */
  assert(from: State, to: State): void;
}

/** Makes transitions of a table that names every state once, with the states that may follow it. */
export function defineTransitions<State extends string>(
  table: Readonly<Record<State, readonly NoInfer<State>[]>>,
): Transitions<State> {
  const allowed = (from: State): readonly State[] => table[from];
  return {
    allowed,
    assert(from, to) {
      if (!allowed(from).includes(to)) throw new IllegalTransition(from, to, allowed(from));
    },
  };
}
