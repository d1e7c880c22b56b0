import type { ScoredPosting } from './scored-inputs.ts';

/**
 * What is computed of a posting alone, remembered for as long as that very object lives: a pass holds each posting against
 * many personas.
 */
export function oncePerPosting<Result>(
  compute: (posting: ScoredPosting) => Result,
): (posting: ScoredPosting) => Result {
  const known = new WeakMap<ScoredPosting, { readonly result: Result }>();
  return (posting) => {
    const found = known.get(posting) ?? { result: compute(posting) };
    known.set(posting, found);
    return found.result;
  };
}
