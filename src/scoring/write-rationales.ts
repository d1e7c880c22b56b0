import { LockMode } from '@mikro-orm/core';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import { setColumn } from '#database/bulk.ts';
import { JobPosting } from '#job-pool/job-posting.entity.ts';
import { PersonaJob } from '#job-pool/persona-job.entity.ts';
import { tellPersonaJob } from '#job-pool/tell-persona-jobs.ts';
import { LanguageModelFailure, type AskLanguageModel } from '#platform/language-model.ts';
import { leastFit, rationalePrompt, readRationale, type RationaleQuestion } from './rationale-prompt.ts';

/** Where it is said that a sentence was asked for. */
export const rationaleChannel = 'tenure_rationales';

/** Longer than an answer may take, so that nobody asks a second time meanwhile. */
const leaseSeconds = 300;
const atATime = 4;

export interface RationaleWork {
  /** Of the system login. */
  readonly orm: MikroORM;
  readonly now: () => Date;
  readonly log: Logger;
  readonly ask: AskLanguageModel;
}

/** Whether a match is worth a sentence: one that passes, well enough. */
export const isWorthRationale = ({ fitScore, scoreDetails }: Pick<PersonaJob, 'fitScore' | 'scoreDetails'>): boolean =>
  (fitScore ?? 0) >= leastFit && Boolean(scoreDetails);

/**
 * Writes the sentences that were asked for, a few at a time. Each is claimed for a while in a transaction of its own, the
 * model is asked while none is open, and what it says is kept only beside the score that it was told of.
 * @returns how many were claimed
 */
export async function writeRationales(work: RationaleWork): Promise<number> {
  const claimed = await claim(work);
  await Promise.all(
    claimed.map((personaJob) =>
      settle(work, personaJob).catch((error: unknown) =>
        work.log.error({ err: error, personaJobId: personaJob.id }, 'rationale not settled; it is tried again'),
      ),
    ),
  );
  return claimed.length;
}

const claim = ({ orm, now }: RationaleWork): Promise<PersonaJob[]> =>
  orm.em.fork().transactional(async (em) => {
    const at = now();
    const claimed = await em.find(
      PersonaJob,
      { rationaleDueAt: { $lte: at } },
      {
        orderBy: { rationaleDueAt: 'asc', id: 'asc' },
        limit: atATime,
        lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE,
      },
    );
    const value = new Date(at.getTime() + leaseSeconds * 1000);
    await setColumn(em as EntityManager, PersonaJob, {
      ids: claimed.map(({ id }) => id),
      property: 'rationaleDueAt',
      value,
    });
    return claimed;
  });

async function settle(work: RationaleWork, personaJob: PersonaJob): Promise<void> {
  const rationale = await ask(work, personaJob);
  await work.orm.em.fork().transactional(async (em) => {
    const current = await em.findOne(PersonaJob, { id: personaJob.id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!current) return;
    if (current.inputsHash !== personaJob.inputsHash) {
      // What was said is of a score that is gone; of the new one it is asked again.
      current.rationaleDueAt = isWorthRationale(current) ? work.now() : null;
      return;
    }
    current.rationaleDueAt = null;
    if (rationale !== null && current.scoreDetails) current.scoreDetails = { ...current.scoreDetails, rationale };
    await em.flush();
    await tellPersonaJob(em as EntityManager, current);
  });
}

/** The model's sentence; null where there is none to show, and the plain words stay alone. */
async function ask({ orm, log, ask: askModel }: RationaleWork, personaJob: PersonaJob): Promise<string | null> {
  const question = await questionOf(orm, personaJob);
  if (!question) return null;
  const told = { personaJobId: personaJob.id };
  try {
    const rationale = readRationale(await askModel(rationalePrompt(question)), question);
    if (rationale === null) log.warn(told, 'the language model gave no sentence to show');
    return rationale;
  } catch (error) {
    if (!(error instanceof LanguageModelFailure)) throw error;
    log.warn({ ...told, reason: error.reason }, 'the language model gave no answer');
    return null;
  }
}

async function questionOf(orm: MikroORM, personaJob: PersonaJob): Promise<RationaleQuestion | null> {
  const {
    scoreDetails,
    posting: { id },
  } = personaJob;
  if (!scoreDetails || !isWorthRationale(personaJob)) return null;
  const posting = await orm.em.fork().findOne(JobPosting, { id }, { fields: ['title', 'descriptionText'] });
  return posting && { posting, scoreDetails };
}
