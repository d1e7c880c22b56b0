import { raw } from '@mikro-orm/core';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { notify } from '#database/notify.ts';
import { JobPosting } from '#job-pool/job-posting.entity.ts';
import { relayChannel } from '#notifications/tell-relay.ts';
import { askForPostings, type PostingsWork } from './postings-workers.ts';

/** As many as are asked for at once; the rest is found by the next sweep, as those will be handed on by then. */
const postingsAtATime = 20_000;

/**
 * Asks for every open posting that was never handed to matching, or is another since: whatever no message told of. What
 * waits already is asked for a second time, which costs a look. @returns how many
 */
export const sweepPostings = (orm: MikroORM, work: PostingsWork, now: Date): Promise<number> =>
  orm.em.fork().transactional(async (forked) => {
    const em = forked as EntityManager;
    const missed = await em
      .createQueryBuilder(JobPosting, 'p')
      .select('p.id')
      .where({ isActive: true, [raw('surfaced_hash is distinct from derived_hash')]: [] })
      .limit(postingsAtATime)
      .execute<{ id: string }[]>();
    if (missed.length === 0) return 0;
    await askForPostings(em, work, { postingIds: missed.map(({ id }) => id), now });
    await notify(em, relayChannel);
    return missed.length;
  });
