import type { EntityManager } from '@mikro-orm/postgresql';
import { insertMany } from '../../src/database/bulk.ts';
import { canonicalSkill } from '../../src/job-pool/canonical-skill.ts';
import { ExtractedSkill } from '../../src/job-pool/extracted-skill.entity.ts';
import { ghostColumns } from '../../src/job-pool/ghost-score.ts';
import { JobPosting } from '../../src/job-pool/job-posting.entity.ts';
import type { DerivedPosting } from '../../src/job-pool/raw-posting.ts';
import { requiredSkillsOf } from '../../src/job-pool/replace-skills.ts';
import { READING_VERSION } from '../../src/job-pool/read-posting-text.ts';
import { storePostings } from '../../src/job-pool/store-postings.ts';
import { OutboxMessage } from '../../src/notifications/outbox-message.entity.ts';
import { newPartId, newSharedId } from '../../src/platform/ids.ts';
import { sweep } from './pool.ts';

/** Ways of storing a batch of postings. */
export const storerNames = ['store', 'upsert-all', 'insert', 'upsert'] as const;
export type StorerName = (typeof storerNames)[number];

type Storer = (em: EntityManager, batch: readonly DerivedPosting[]) => Promise<unknown>;

export const storerTitles: Readonly<Record<StorerName, string>> = {
  store: "the import's own: known ones, reposts, postings, skills, messages",
  'upsert-all': 'em.upsertMany of the same postings, em.insertMany of their skills and messages',
  insert: 'postings alone, as the import inserts them',
  upsert: 'em.upsertMany of the postings alone',
};

export const storers: Readonly<Record<StorerName, Storer>> = {
  store: (em, batch) => storePostings(em, sweep, batch),
  'upsert-all': async (em, batch) => {
    const postings = batch.map(postingRow);
    await upsertPostings(em, postings);
    // Always new: the login may not even change a skill that is there.
    await em.insertMany(ExtractedSkill, postings.flatMap(skillRows));
    await em.insertMany(OutboxMessage, postings.map(messageRow));
  },
  insert: (em, batch) => insertMany(em, JobPosting, batch.map(postingRow).map(columnsOf)),
  upsert: (em, batch) => upsertPostings(em, batch.map(postingRow)),
};

const upsertPostings = (em: EntityManager, rows: readonly PostingRow[]): Promise<unknown> =>
  em.upsertMany(JobPosting, rows.map(columnsOf), {
    onConflictFields: ['source', 'externalId'],
    onConflictExcludeFields: ['id', 'createdAt', 'firstSeenAt'],
  });

type PostingRow = ReturnType<typeof postingRow>;

const postingRow = (posting: DerivedPosting) => ({
  ...posting,
  id: newSharedId(),
  source: sweep.sourceId,
  ...ghostColumns({ ...posting, firstSeenAt: sweep.seenAt, repostCount: 0 }, sweep.seenAt),
  derivedHash: posting.descriptionHash,
  requiredSkills: requiredSkillsOf(posting.skills),
  readingVersion: READING_VERSION,
  firstSeenAt: sweep.seenAt,
  lastVerifiedAt: sweep.seenAt,
  isActive: true,
  repostCount: 0,
  previousPostingIds: [],
  mergeEvidence: null,
  createdAt: sweep.seenAt,
  updatedAt: sweep.seenAt,
});

const columnsOf = ({ skills: _skills, ...columns }: PostingRow) => columns;

const skillRows = ({ id, skills }: PostingRow) =>
  skills.map((skill) => ({
    id: newPartId(id),
    posting: id,
    ...skill,
    skillKey: canonicalSkill(skill.name),
  }));

const messageRow = ({ id }: PostingRow) => ({
  id: newSharedId(),
  ownerId: null,
  kind: 'POSTING_CHANGED' as const,
  subjectId: id,
  createdAt: sweep.seenAt,
  attempts: 0,
  availableAt: sweep.seenAt,
});
