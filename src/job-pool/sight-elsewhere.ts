import type { EntityManager } from '@mikro-orm/postgresql';
import { insertMany, updateMany } from '#database/bulk.ts';
import { newSharedId } from '#platform/ids.ts';
import type { Elsewhere } from './find-duplicates.ts';
import type { Sweep } from './sweep.ts';
import { ghostColumns } from './ghost-score.ts';
import { JobPosting } from './job-posting.entity.ts';
import { mergeSightings } from './merge-sightings.ts';
import { postingColumns } from './posting-columns.ts';
import { PostingSighting } from './posting-sighting.entity.ts';
import type { DerivedPosting } from './raw-posting.ts';
import { replaceSkills } from './replace-skills.ts';
import { hashDerived, sourceFieldNames, sourceFieldsOf, type SourceFields } from './source-fields.ts';

interface Sighted {
  readonly posting: DerivedPosting;
  readonly derivedHash: string;
}

/**
 * Adds what another source has of stored postings, which are made anew of all that their sources say.
 * @returns ids of the postings that changed by it
 */
export async function addSightings(
  em: EntityManager,
  { sourceId, seenAt }: Sweep,
  sighted: readonly (Sighted & Elsewhere)[],
): Promise<readonly string[]> {
  const ids = sighted.map(({ postingId }) => postingId);
  await keepOwnSightings(em, ids);
  const rows = sighted.map(({ postingId, evidence, posting, derivedHash }) => ({
    id: newSharedId(),
    posting: postingId,
    source: sourceId,
    externalId: posting.externalId,
    derivedHash,
    fields: sourceFieldsOf(posting),
    evidence,
    mergedAt: seenAt,
    firstSeenAt: seenAt,
    lastSeenAt: seenAt,
  }));
  await insertMany(em, PostingSighting, rows);
  return remakePostings(em, ids, seenAt);
}

/** Changes what a source says of postings that others have too. @returns ids of the postings that changed by it */
export async function changeSightings(
  em: EntityManager,
  { seenAt }: Sweep,
  changed: readonly (Sighted & { readonly id: string; readonly postingId: string })[],
): Promise<readonly string[]> {
  const rows = changed.map(({ id, posting, derivedHash }) => ({ id, derivedHash, fields: sourceFieldsOf(posting) }));
  await updateMany(em, PostingSighting, rows);
  return remakePostings(
    em,
    changed.map(({ postingId }) => postingId),
    seenAt,
  );
}

/** Notes what a posting's one source says of it, before there is another one. */
export async function keepOwnSightings(em: EntityManager, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const noted = await em.find(PostingSighting, { posting: { $in: [...ids] } }, { disableIdentityMap: true });
  const isNoted = new Set(noted.map(({ posting }) => posting.id));
  const own = await em.find(
    JobPosting,
    { id: { $in: ids.filter((id) => !isNoted.has(id)) } },
    {
      fields: ['source', 'derivedHash', 'firstSeenAt', 'lastVerifiedAt', 'board', 'missingSince', ...sourceFieldNames],
      disableIdentityMap: true,
    },
  );
  const rows = own.map((posting) => ({
    id: newSharedId(),
    posting: posting.id,
    source: posting.source.id,
    externalId: posting.externalId,
    derivedHash: posting.derivedHash,
    fields: sourceFieldsOf(posting as unknown as SourceFields),
    evidence: null,
    firstSeenAt: posting.firstSeenAt,
    lastSeenAt: posting.lastVerifiedAt,
    board: posting.board,
    missingSince: posting.missingSince,
  }));
  await insertMany(em, PostingSighting, rows);
}

/** Makes postings anew of what their sources say. @returns ids of those that changed by it */
export async function remakePostings(em: EntityManager, ids: readonly string[], now: Date): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const sightings = await em.find(
    PostingSighting,
    { posting: { $in: [...ids] } },
    { fields: ['posting', 'fields', 'evidence'], orderBy: { firstSeenAt: 'asc', id: 'asc' }, disableIdentityMap: true },
  );
  const postings = await em.find(
    JobPosting,
    { id: { $in: [...ids] } },
    { fields: ['derivedHash', 'firstSeenAt', 'repostCount'], disableIdentityMap: true },
  );
  const ofPosting = Map.groupBy(sightings, ({ posting }) => posting.id);
  const merged = postings.flatMap(({ id, derivedHash, firstSeenAt, repostCount }) => {
    const [own, ...others] = (ofPosting.get(id) ?? []).toSorted((a, b) => Number(!!a.evidence) - Number(!!b.evidence));
    if (!own) return [];
    const posting = mergeSightings([own.fields, ...others.map(({ fields }) => fields)]);
    const hash = hashDerived(posting);
    return hash === derivedHash ? [] : [{ id, posting, hash, firstSeenAt, repostCount }];
  });
  const rows = merged.map(({ id, posting, hash, firstSeenAt, repostCount }) => ({
    id,
    ...postingColumns(posting),
    ...ghostColumns({ ...posting, firstSeenAt, repostCount }, now),
    derivedHash: hash,
    lastVerifiedAt: now,
    updatedAt: now,
  }));
  await updateMany(em, JobPosting, rows);
  await replaceSkills(
    em,
    merged.map(({ id, posting }) => ({ id, skills: posting.skills })),
  );
  return merged.map(({ id }) => id);
}
