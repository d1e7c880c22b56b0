import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of a run of the proof by itself; within the suite there is none, and it is short. */
    proof: ProofRun;
  }
}

/** How a run of the proof was asked for. */
export interface ProofRun {
  readonly seed: number;
  /** How many operations the survey leaves to chance. */
  readonly operations: number;
  /** Goes on with further seeds for so long. */
  readonly minutes: number;
  /** Where its parts leave what they found, for the report. */
  readonly folder: string;
}

/** Longer than any part takes, however long it is asked for. */
export const aDay = 24 * 60 * 60_000;

/** What a part of the proof is to do: the run's own wishes, or enough for the suite. */
export function effort(): Omit<ProofRun, 'folder'> & { readonly folder: string | null } {
  const run: ProofRun | undefined = inject('proof');
  return run ?? { seed: 1, operations: 500, minutes: 0, folder: null };
}

/** Of mutants that differ little: all where the proof runs by itself, every tenth within the suite. */
export function sampled<Mutant>(mutants: readonly Mutant[]): readonly Mutant[] {
  const { folder, seed } = effort();
  return folder === null ? mutants.filter((_, index) => index % 10 === seed % 10) : mutants;
}
