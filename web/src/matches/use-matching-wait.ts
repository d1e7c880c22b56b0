import { useEffect, useState } from 'react';

const patienceMs = 60_000;

/**
 * Decides how long to ask for matches that the server is still making.
 *
 * `progress` names what has arrived so far: as long as it changes, asking goes on; after a minute without a change it
 * stops until `resume`.
 */
export function useMatchingWait(isUnderWay: boolean, progress: string) {
  const [stalledAt, setStalledAt] = useState<string>();
  const isWaiting = isUnderWay && stalledAt !== progress;

  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setTimeout(() => setStalledAt(progress), patienceMs);
    return () => clearTimeout(timer);
  }, [isWaiting, progress]);

  return { isWaiting, hasStalled: isUnderWay && !isWaiting, resume: () => setStalledAt(undefined) };
}
