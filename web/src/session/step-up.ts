import { makeVar } from '@apollo/client';

/** An operation waits for the password. */
interface StepUpQuestion {
  /** Whether the account has proven once more who it is. */
  readonly answer: (isProven: boolean) => void;
}

/** What the dialog asks for, if anything. */
export const stepUpQuestion = makeVar<StepUpQuestion | undefined>(undefined);

/** Asks whoever is signed in for the password; false when they would rather not. */
export const askForStepUp = () =>
  new Promise<boolean>((resolve) => {
    stepUpQuestion({
      answer: (isProven) => {
        stepUpQuestion(undefined);
        resolve(isProven);
      },
    });
  });
