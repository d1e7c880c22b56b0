import { ApolloLink, makeVar } from '@apollo/client';
import { useReactiveVar } from '@apollo/client/react';
import { useEffect, useEffectEvent, useRef } from 'react';
import { finalize, tap } from 'rxjs';
import { parseProblem } from './problem.ts';

/** Whether the server answers, as far as this page knows. */
export const isReachable = makeVar(true);

const firstWaitMs = 1_000;
const longestWaitMs = 10_000;
const patienceMs = 5_000;
const longestAnswerMs = 8_000;
let search: Promise<void> | undefined;

/** Looks whether the server answers, and if it does not, again and again until it does. */
export function lookForServer(): Promise<void> {
  search ??= lookOn(firstWaitMs).finally(() => {
    search = undefined;
  });
  return search;
}

async function lookOn(waitMs: number): Promise<void> {
  const isHere = await answers();
  isReachable(isHere);
  if (isHere) return;
  await rest(waitMs);
  await lookOn(Math.min(waitMs * 2, longestWaitMs));
}

const answers = (): Promise<boolean> =>
  fetch('/readyz', { cache: 'no-store', signal: AbortSignal.timeout(patienceMs) }).then(
    ({ ok }) => ok,
    () => false,
  );

/** Waits for so long, or until the browser is back on line. */
const rest = (waitMs: number): Promise<void> =>
  new Promise((resolve) => {
    const goOn = () => {
      clearTimeout(timer);
      window.removeEventListener('online', goOn);
      resolve();
    };
    const timer = setTimeout(goOn, waitMs);
    window.addEventListener('online', goOn);
  });

/** Looks for the server where an operation did not come through to it, or waits for long. */
export const reachabilityLink = new ApolloLink((operation, forward) => {
  const timer = setTimeout(() => void lookForServer(), longestAnswerMs);
  return forward(operation).pipe(
    tap({
      error: (error) => {
        if (parseProblem(error).code === 'NETWORK') void lookForServer();
      },
    }),
    finalize(() => clearTimeout(timer)),
  );
});

/** Does something whenever the server is there again after it was not. */
export function useServerReturn(act: () => void): void {
  const isHere = useReactiveVar(isReachable);
  const wasHere = useRef(isHere);
  const goOn = useEffectEvent(act);
  useEffect(() => {
    if (isHere && !wasHere.current) goOn();
    wasHere.current = isHere;
  }, [isHere]);
}
