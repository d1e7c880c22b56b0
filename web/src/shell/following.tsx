import { lazy, Suspense, type ComponentType } from 'react';
import { loadScript } from '../api/load-script.ts';

const longestWaitMs = 1_000;

/**
 * A part of pages that follows once the browser has nothing else to do, or after a second: what a page is for comes first.
 * The page goes on without it where it cannot be had.
 */
export function following<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const Part = lazy(async () => {
    await idle();
    return { default: await loadScript(load).catch(() => Nothing) };
  });
  return function Following(props: P) {
    return (
      <Suspense fallback={null}>
        <Part {...props} />
      </Suspense>
    );
  };
}

const Nothing = () => null;

const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: longestWaitMs });
    else setTimeout(resolve, longestWaitMs);
  });
