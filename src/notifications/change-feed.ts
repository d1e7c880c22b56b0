import type { Watching } from '#authorization/operation-context.ts';
import { listen } from '#database/listen.ts';
import { isUuid } from '#platform/ids.ts';
import { changesChannel } from './tell-changes.ts';
import { Watch } from './watch.ts';

/** What changes in the database, whichever process changes it. */
export interface ChangeFeed {
  /** What changes of one thing from now on; to be returned when nobody reads it any more. */
  readonly watch: (...thing: Parameters<Watching>) => Watch;
  readonly stop: () => Promise<void>;
}

/**
 * Listens to changes, by one connection however many watch.
 * @param url direct connection URL of a login, for LISTEN
 */
export async function openChangeFeed(url: string): Promise<ChangeFeed> {
  const watches = new Map<string, Set<Watch>>();
  const listener = await listen({
    url,
    channel: changesChannel,
    onNotice: (payload) => {
      const [thing = '', ...ids] = payload.split(' ');
      const watching = watches.get(thing);
      // Whoever may connect may also notify: what is no id would fail whoever reads it.
      if (watching && ids.every(isUuid)) for (const watch of watching) watch.tell(ids);
    },
    // Anything may have changed while nobody listened.
    onGap: () => {
      for (const watch of [...watches.values()].flatMap((each) => [...each])) watch.tell([]);
    },
  });
  return {
    watch: ({ subject, of, toldAtOnce = [] }) => {
      const thing = `${subject}:${of}`;
      const same = watches.get(thing) ?? new Set();
      watches.set(thing, same);
      const watch = new Watch(() => {
        same.delete(watch);
        if (same.size === 0 && watches.get(thing) === same) watches.delete(thing);
      });
      same.add(watch);
      if (toldAtOnce.length > 0) watch.tell(toldAtOnce);
      return watch;
    },
    stop: async () => {
      await listener.stop();
      for (const watch of [...watches.values()].flatMap((each) => [...each])) await watch.return();
    },
  };
}
