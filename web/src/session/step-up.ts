import { makeVar } from '@apollo/client';

/** An operation waits for a proof of who asks. */
interface StepUpQuestion {
  /** What the account can prove it by, in the server's words. */
  readonly methods: readonly string[];
  /** Whether the account has proven once more who it is. */
  readonly answer: (isProven: boolean) => void;
}

/** What the dialog asks for, if anything. */
export const stepUpQuestion = makeVar<StepUpQuestion | undefined>(undefined);

/** Asks whoever is signed in to prove it by one of these methods; false when they would rather not. */
export const askForStepUp = (methods: readonly string[]) =>
  new Promise<boolean>((resolve) => {
    stepUpQuestion({
      methods,
      answer: (isProven) => {
        stepUpQuestion(undefined);
        resolve(isProven);
      },
    });
  });
