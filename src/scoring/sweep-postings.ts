import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { notify } from '#database/notify.ts';
import { readIdsOfDiffering } from '#database/read-columns.ts';
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
    const missed = await readIdsOfDiffering(em, JobPosting, {
      columns: ['surfacedHash', 'derivedHash'],
      where: { isActive: true, $or: [{ isQuarantined: false }, { foundFor: { $ne: null } }] },
      limit: postingsAtATime,
    });
    if (missed.length === 0) return 0;
    await askForPostings(em, work, { postingIds: missed, now });
    await notify(em, relayChannel);
    return missed.length;
  });
