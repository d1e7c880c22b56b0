import { LockMode } from '@mikro-orm/core';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { JobPosting } from '#job-pool/job-posting.entity.ts';
import { PersonaJob } from '#job-pool/persona-job.entity.ts';
import { tellPersonaJob } from '#job-pool/tell-persona-jobs.ts';
import { askForWords, wordDue, type WordingWork } from '#notifications/wording.ts';
import { leastFit, rationalePrompt, readRationale, type RationaleQuestion } from './rationale-prompt.ts';

/** Whether a match is worth a sentence: one that passes, well enough. */
export const isWorthRationale = ({ fitScore, scoreDetails }: Pick<PersonaJob, 'fitScore' | 'scoreDetails'>): boolean =>
  (fitScore ?? 0) >= leastFit && Boolean(scoreDetails);

/**
 * Writes the sentences that were asked for. What the model says is kept only beside the score that it was told of.
 * @returns how many were claimed
 */
export const writeRationales = (work: WordingWork): Promise<number> =>
  wordDue(work, { entity: PersonaJob, property: 'rationaleDueAt' }, (personaJob) => settle(work, personaJob));

async function settle(work: WordingWork, personaJob: PersonaJob): Promise<void> {
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

async function ask(work: WordingWork, personaJob: PersonaJob): Promise<string | null> {
  const question = await questionOf(work.orm, personaJob);
  if (!question) return null;
  const read = (answer: string): string | null => readRationale(answer, question);
  return askForWords(work, { id: personaJob.id, prompt: rationalePrompt(question), read });
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
