import type { OperationContext } from '#authorization/operation-context.ts';
import { textRatio } from '#job-pool/text-ratio.ts';
import { derivePosting } from '#job-pool/derive-posting.ts';
import { PersonaJob } from '#job-pool/persona-job.entity.ts';
import type { DerivedPosting, RawPosting } from '#job-pool/raw-posting.ts';
import { takeManualPosting } from '#job-pool/take-manual-posting.ts';
import { tellPersonaJob } from '#job-pool/tell-persona-jobs.ts';
import { tellRelay } from '#notifications/tell-relay.ts';
import { requirePersona } from '#personas/change-persona.ts';
import { assertCleanText } from '#platform/assert-clean-text.ts';
import { Conflict, InvalidInput } from '#platform/errors.ts';
import type { PostingChanges } from './posting-rules.ts';
import type { StoreSubmitted } from './store-submitted.ts';

export interface Kept {
  readonly personaId: string;
  /** As it was read, with what was said otherwise. */
  readonly raw: RawPosting;
  /** What was said outright: it holds, whatever the text says. */
  readonly stated: PostingChanges;
  /** Where that stands in the arguments. */
  readonly at: string;
}

/**
 * Keeps a posting that the viewer hands in: a row of its own in the pool, which nobody else sees, linked with the
 * persona, and matched like any other once this has committed.
 * @throws Conflict DUPLICATE_JOB where the persona has it already, RateLimited, ContentRejected
 */
export async function keepPosting(context: OperationContext, kept: Kept, store: StoreSubmitted): Promise<PersonaJob> {
  const { rows, now, newId } = context;
  const { title, companyName, location, descriptionHtml, descriptionText } = kept.raw;
  assertCleanText({ [kept.at]: { title, companyName, location, description: descriptionHtml ?? descriptionText } });
  assertCleanText({ [kept.at]: kept.stated });
  const posting = withStated(derivePosting(kept.raw), kept);
  const persona = await requirePersona(context, kept.personaId);
  await assertNew(context, persona.id, posting);
  await takeManualPosting(context);
  const postingId = await store(posting, { ownerId: persona.ownerId, now });
  const em = await rows.em();
  const personaJob = em.create(PersonaJob, {
    id: newId(),
    ownerId: persona.ownerId,
    persona,
    posting: postingId,
    status: 'DISCOVERED',
    isFavorite: false,
    failedNonNegotiables: [],
    warnings: [],
    isFiltered: false,
    isHidden: false,
    isCaptured: true,
    discoveredAt: now,
    version: 1,
  });
  await tellRelay(em, { id: newId(), ownerId: persona.ownerId, kind: 'POSTING_CHANGED', subjectId: postingId, now });
  await em.flush();
  await tellPersonaJob(em, personaJob);
  return personaJob;
}

function withStated(derived: DerivedPosting, { stated, at }: Kept): DerivedPosting {
  const { workModel, seniorityLevel, employmentType, salaryMin, salaryMax, salaryCurrency, skills } = stated;
  const outright = { workModel, seniorityLevel, employmentType, salaryMin, salaryMax, salaryCurrency, skills };
  const said = Object.fromEntries(Object.entries(outright).filter(([, value]) => value !== undefined));
  const posting = { ...derived, ...(said as Partial<DerivedPosting>) };
  if (posting.salaryMin !== null && posting.salaryMax !== null && posting.salaryMin > posting.salaryMax)
    throw new InvalidInput(`${at}.salaryMax`, 'This is less than the lowest pay.');
  return posting;
}

/** As alike as two sources have one posting. */
const sameText = 0.85;

/** Looks at what the persona has itself, and at nothing else of the pool. */
async function assertNew({ rows }: OperationContext, personaId: string, posting: DerivedPosting): Promise<void> {
  const { companyKey, titleKey, placeKey, boardKey, sourceUrl, applyUrl, descriptionText } = posting;
  const urls = [sourceUrl, applyUrl].filter((url) => url !== null);
  const em = await rows.em();
  const alike = await em.find(
    PersonaJob,
    {
      persona: personaId,
      posting: {
        $or: [
          { companyKey, titleKey, placeKey },
          ...(boardKey === null ? [] : [{ boardKey }]),
          ...(urls.length === 0 ? [] : [{ sourceUrl: { $in: urls } }, { applyUrl: { $in: urls } }]),
        ],
      },
    },
    { populate: ['posting', 'posting.descriptionText'], orderBy: { id: 'asc' } },
  );
  const isSame = ({ posting: other }: PersonaJob): boolean => {
    const { sourceUrl, applyUrl, boardKey: key, descriptionText: text } = other.unwrap();
    const sharesAddress =
      (key !== null && key === boardKey) || urls.some((url) => url === sourceUrl || url === applyUrl);
    return sharesAddress || text === descriptionText || textRatio(text ?? '', descriptionText) >= sameText;
  };
  const known = (alike as PersonaJob[]).find(isSame);
  if (known) throw new Conflict('DUPLICATE_JOB', 'This persona has this posting already.', { personaJobId: known.id });
}
