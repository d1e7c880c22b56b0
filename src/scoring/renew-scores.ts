import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { lockUntilCommit } from '#database/advisory-lock.ts';
import { insertMany } from '#database/bulk.ts';
import { readColumns } from '#database/read-columns.ts';
import { OutboxMessage } from '#notifications/outbox-message.entity.ts';
import { canonicalSkill } from '#job-pool/canonical-skill.ts';
import { ExtractedSkill } from '#job-pool/extracted-skill.entity.ts';
import { Persona } from '#personas/persona.entity.ts';
import { newSharedId } from '#platform/ids.ts';
import { scorerRelease } from './score-match.ts';
import { ScorerRelease } from './scorer-release.entity.ts';

const renewalLock = 7_396_003;

/**
 * Has every persona matched anew where its scores were made by other rules than these, as after an upgrade. That and the
 * new release are noted in one transaction, so that it happens once however many instances start, and whatever they are
 * killed by. On the system login. @returns whether it did
 */
export const renewScores = (orm: MikroORM, now: Date): Promise<boolean> =>
  orm.em.fork().transactional(async (em) => {
    await lockUntilCommit(em as EntityManager, renewalLock);
    const [latest] = await em.find(ScorerRelease, {}, { orderBy: { since: 'desc' }, limit: 1 });
    const version = scorerRelease();
    if (latest?.version === version) return false;
    // Later than the latest also where a clock was set back, else every start would take the rules for new.
    const since = new Date(Math.max(now.getTime(), (latest?.since.getTime() ?? 0) + 1));
    // Known already where an older release ran in between.
    if ((await em.nativeUpdate(ScorerRelease, { version }, { since })) === 0)
      await insertMany(em as EntityManager, ScorerRelease, [{ version, since }]);
    await renewKeys(em as EntityManager);
    const personas = await em.find(Persona, {}, { fields: ['id'], disableIdentityMap: true });
    await insertMany(
      em as EntityManager,
      OutboxMessage,
      personas.map(({ id }) => ({
        id: newSharedId(),
        ownerId: null,
        kind: 'PERSONA_CHANGED',
        subjectId: id,
        createdAt: now,
        attempts: 0,
        availableAt: now,
      })),
    );
    return true;
  });

/** Files the skills of postings by the keys of these rules; those of personas are filed as they are matched. */
async function renewKeys(em: EntityManager): Promise<void> {
  const filed = await readColumns(em, ExtractedSkill, { columns: ['name', 'skillKey'], isDistinct: true });
  for (const { name, skillKey } of filed) {
    const key = canonicalSkill(name);
    if (key !== skillKey) await em.nativeUpdate(ExtractedSkill, { name }, { skillKey: key });
  }
}
