import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { notify } from '#database/notify.ts';
import { relayChannel } from '#notifications/tell-relay.ts';
import { closeOverdue } from './posting-presence.ts';
import { releaseExpired } from './quarantine.ts';
import { refreshGhostScores } from './refresh-ghost-scores.ts';
import { rereadPostings } from './reread-postings.ts';

/**
 * Brings the pool up to date: postings whose deadline has passed, those that were handed in a week ago, those whose words
 * older rules have read, then ghost scores that are a day old. Batch by batch, each in a transaction of its own that wakes
 * matching, until nothing is due or it is told to stop.
 * @returns how many postings were looked at
 */
export async function refreshPool(orm: MikroORM, now: Date, isStopped: () => boolean): Promise<number> {
  let total = 0;
  for (const refresh of [closeOverdue, releaseExpired, rereadPostings, refreshGhostScores])
    for (let count = -1; count !== 0 && !isStopped(); total += count)
      count = await orm.em.fork().transactional(async (em) => {
        const looked = await refresh(em as EntityManager, now);
        if (looked > 0) await notify(em as EntityManager, relayChannel);
        return looked;
      });
  return total;
}
