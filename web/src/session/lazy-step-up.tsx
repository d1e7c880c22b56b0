import { useReactiveVar } from '@apollo/client/react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { stepUpQuestion } from './step-up.ts';

const StepUpDialog = lazy(() => import('./step-up-dialog.tsx').then((m) => ({ default: m.StepUpDialog })));

/** The dialog that asks for a proof of who it is, from the first time that an operation waits for one. */
export function LazyStepUp() {
  const isAsked = useReactiveVar(stepUpQuestion) !== undefined;
  const [isNeeded, need] = useState(isAsked);
  if (isAsked && !isNeeded) need(true);

  // Whoever leaves the account's pages answers nothing any more.
  useEffect(() => () => stepUpQuestion()?.answer(false), []);

  return <Suspense fallback={null}>{isNeeded && <StepUpDialog />}</Suspense>;
}
