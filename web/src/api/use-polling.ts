import { useEffect } from 'react';

interface Pollable {
  readonly startPolling: (intervalMs: number) => void;
  readonly stopPolling: () => void;
}

/** Asks a query again every so often while something is under way; without an interval, not. */
export function usePolling({ startPolling, stopPolling }: Pollable, intervalMs: number | undefined): void {
  useEffect(() => {
    if (intervalMs !== undefined) startPolling(intervalMs);
    return stopPolling;
  }, [intervalMs, startPolling, stopPolling]);
}
