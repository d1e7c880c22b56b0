import type { Limit, RateCounters, Taken } from '#database/rate-counters.ts';

interface Window {
  used: number;
  readonly endsAt: number;
}

/**
 * Counts as the product's counters promise to, without a store.
 * @param now milliseconds
 * @param turn awaited before each step, so that a schedule decides whose is next
 */
export function memoryCounters(
  now: () => number,
  turn: (step: string) => Promise<void> = async () => undefined,
): RateCounters {
  const windows = new Map<string, Window>();
  const windowOf = (key: string): Window | null => {
    const found = windows.get(key);
    return found && found.endsAt > now() ? found : null;
  };
  const take = async (key: string, { max, windowSeconds }: Limit): Promise<Taken> => {
    await turn('take');
    const window = windowOf(key) ?? { used: 0, endsAt: now() + windowSeconds * 1000 };
    windows.set(key, window);
    const isOver = window.used >= max;
    if (!isOver) window.used += 1;
    let isHeld = !isOver;
    return {
      waitSeconds: isOver ? Math.ceil((window.endsAt - now()) / 1000) : null,
      isLast: !isOver && window.used === max,
      giveBack: async () => {
        await turn('give back');
        if (isHeld && windowOf(key) === window) window.used -= 1;
        if (window.used === 0 && windows.get(key) === window) windows.delete(key);
        isHeld = false;
      },
    };
  };
  return {
    take,
    count: async (key) => {
      await turn('count');
      return windowOf(key)?.used ?? 0;
    },
    useUp: async (key, { max, windowSeconds }) => {
      await turn('use up');
      windows.set(key, { used: max, endsAt: now() + windowSeconds * 1000 });
    },
    clear: async (key) => {
      await turn('clear');
      windows.delete(key);
    },
  };
}
