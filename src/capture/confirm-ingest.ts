import type { OperationContext } from '#authorization/operation-context.ts';
import { PersonaJob } from '#job-pool/persona-job.entity.ts';
import type { RawPosting } from '#job-pool/raw-posting.ts';
import { plainTextToHtml } from '#job-pool/sanitize-html.ts';
import { InvalidInput, NotFound } from '#platform/errors.ts';
import { parseInput } from '#platform/parse-input.ts';
import { jobIngestTransitions, standingOf } from './job-ingest-transitions.ts';
import { JobIngest, type JobPreview } from './job-ingest.entity.ts';
import { keepPosting } from './keep-posting.ts';
import { payOf, postingChangeRules, type PostingChanges } from './posting-rules.ts';
import type { StoreSubmitted } from './store-submitted.ts';

/**
 * Keeps what was handed in, with what is said otherwise of it; kept already, its match is given back.
 * @throws NotFound, IllegalTransition where there is nothing to keep, InvalidInput where title or company are missing
 */
export async function confirmIngest(
  context: OperationContext,
  { id, changes }: { readonly id: string; readonly changes?: unknown },
  store: StoreSubmitted,
): Promise<PersonaJob> {
  const stated = parseInput(postingChangeRules, changes ?? {}, 'changes');
  const { rows, now } = context;
  const ingest = await rows.lock(JobIngest, id);
  if (!ingest) throw new NotFound();
  const kept = ingest.personaJob && (await rows.lock(PersonaJob, ingest.personaJob.id));
  if (kept) return kept;
  jobIngestTransitions.assert(standingOf(ingest, now), 'CONFIRMED');
  if (!ingest.preview) throw new NotFound();
  const raw = rawOf(ingest, ingest.preview, stated);
  const personaJob = await keepPosting(context, { personaId: ingest.persona.id, raw, stated, at: 'changes' }, store);
  const em = await rows.em();
  em.assign(ingest, { state: 'CONFIRMED', personaJob, input: null, preview: null });
  await em.flush();
  return personaJob;
}

/** What was read, as if a source had said it, and over it what its owner says. */
function rawOf({ id, input }: JobIngest, preview: JobPreview, stated: PostingChanges): RawPosting {
  const { description, skills: _skills, seniorityLevel: _level, ...said } = stated;
  const all = { ...preview, ...said };
  const text = description ?? (isPlain(preview) ? preview.descriptionText : null);
  return {
    ...all,
    ...namesOf(all),
    ...placesOf(all),
    externalId: id,
    isRemote: null,
    descriptionHtml: text === null ? preview.descriptionHtml : null,
    descriptionText: text,
    sourceUrl: input?.url ?? null,
    pay: payOf(all),
  };
}

function namesOf({ title, companyName }: Pick<JobPreview, 'title' | 'companyName'>) {
  if (!title) throw new InvalidInput('changes.title', 'The posting does not say it: give its title.');
  if (!companyName) throw new InvalidInput('changes.companyName', 'The posting does not say it: give the company.');
  return { title, companyName };
}

function placesOf({ location: all }: Pick<JobPreview, 'location'>) {
  const [location = null, ...secondaryLocations] = all?.split('; ') ?? [];
  return { location, secondaryLocations };
}

/** Whether it was read of a text, which is kept to the letter, and not of mark-up. */
const isPlain = ({ descriptionText, descriptionHtml }: JobPreview): boolean =>
  plainTextToHtml(descriptionText) === descriptionHtml;
