import { z } from 'zod';
import type { OperationContext } from '#authorization/operation-context.ts';
import { notify } from '#database/notify.ts';
import { requirePersona } from '#personas/change-persona.ts';
import { requiredText, text } from '#personas/text-rules.ts';
import { Conflict } from '#platform/errors.ts';
import { parseInput } from '#platform/parse-input.ts';
import { JobIngest } from './job-ingest.entity.ts';

/** Where it is said that something was handed in. */
export const ingestsChannel = 'tenure_ingests';

const lifetimeMinutes = 15;
const mostWaiting = 50;
const mostText = 50_000;

const rules = z
  .object({
    text: requiredText(mostText).nullish().default(null),
    url: text(1000)
      .pipe(z.url({ protocol: /^https?$/, error: 'This must be a web address.' }))
      .nullish()
      .default(null),
    title: text(255).nullish().default(null),
    selection: text(mostText).nullish().default(null),
  })
  .refine(({ text, url }) => text !== null || url !== null, {
    path: ['text'],
    message: 'Give the text of a posting, or the address of its page.',
  });

/**
 * Takes in a posting to be read. Nothing of the pool is looked at, so that neither the answer nor its time says what is
 * there already. @throws NotFound, Conflict where too much waits to be confirmed
 */
export async function ingestJob(context: OperationContext, personaId: string, input: unknown): Promise<JobIngest> {
  const given = parseInput(rules, input, 'input');
  const { now, newId, rows } = context;
  const persona = await requirePersona(context, personaId);
  const em = await rows.em();
  const waiting = await em.count(JobIngest, { state: { $in: ['PROCESSING', 'READY'] }, expiresAt: { $gt: now } });
  if (waiting >= mostWaiting)
    throw new Conflict('QUOTA_EXCEEDED', `There are ${mostWaiting} postings that you have not looked at yet.`);
  const ingest = em.create(JobIngest, {
    id: newId(),
    ownerId: persona.ownerId,
    persona,
    state: 'PROCESSING',
    input: given,
    workDueAt: now,
    attempts: 0,
    createdAt: now,
    expiresAt: new Date(now.getTime() + lifetimeMinutes * 60_000),
  });
  await em.flush();
  await notify(em, ingestsChannel);
  return ingest;
}
