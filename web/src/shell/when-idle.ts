const longestWaitMs = 1_000;

/** Loads something once the browser has nothing else to do, or after a second: what a page is for comes first. */
export async function whenIdle<T>(load: () => Promise<T>): Promise<T> {
  await new Promise<void>((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: longestWaitMs });
    else setTimeout(resolve, longestWaitMs);
  });
  return load();
}
