import { useState } from 'react';

/**
 * Runs what takes several steps, each of which may fail: whether it is under way, and what went wrong.
 * @param steps rejects with what is to be shown
 */
export function useSteps(steps: () => Promise<void>) {
  const [state, setState] = useState<{ readonly loading: boolean; readonly error?: unknown }>({ loading: false });
  const run = async () => {
    setState({ loading: true });
    try {
      await steps();
      setState({ loading: false });
    } catch (error) {
      setState({ loading: false, error });
    }
  };
  return { ...state, run: () => void run(), reset: () => setState({ loading: false }) };
}
