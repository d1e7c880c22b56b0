import type { EntityManager } from '@mikro-orm/postgresql';
import { LRUCache } from 'lru-cache';
import { readColumns, readVersions } from '#database/read-columns.ts';
import { canonicalSkill } from '#job-pool/canonical-skill.ts';
import { ExtractedSkill } from '#job-pool/extracted-skill.entity.ts';
import { ghostWarning } from '#job-pool/ghost-score.ts';
import { JobPosting } from '#job-pool/job-posting.entity.ts';
import { readableNames } from '#job-pool/readable-text.ts';
import type { ScoredPosting } from './scored-inputs.ts';

/** What matching reads of a posting; the long texts stay in the database. */
const readFields = [
  'title',
  'companyName',
  'location',
  'workModel',
  'salaryMin',
  'salaryMax',
  'salaryCurrency',
  'yearsMin',
  'yearsMax',
  'isIncomplete',
  'country',
  'visaSponsorship',
  'industry',
  'travelPercent',
  'companySize',
  'eligibleCountries',
  'timeZones',
  'ghostScore',
] as const;

export interface ReadPosting extends ScoredPosting {
  readonly id: string;
  /** To all: neither closed nor held back. */
  readonly isOpen: boolean;
  /** By an admin: whoever was matched with it is to see it no more. */
  readonly isRejected: boolean;
  /** Whose alone it is, where it is open to one account. */
  readonly openTo: string | null;
}

interface Remembered {
  readonly version: string;
  readonly posting: ReadPosting;
}

/** Some tens of megabytes. Passes for many personas hold the same postings against one after the other. */
const mostRemembered = 20_000;

// By what stands for the database: a process may work on several.
const ofDatabase = new WeakMap<object, LRUCache<string, Remembered>>();

/**
 * Reads postings as they are now; those that are gone are left out. One that is as it was last time is not read again, and
 * neither is what rules have made of its title. Whoever changes skills of a posting changes its row in the same transaction.
 */
export async function readPostings(em: EntityManager, postingIds: readonly string[]): Promise<readonly ReadPosting[]> {
  const known = rememberedOf(em);
  // Before what they are versions of: what is written in between is read again the next time.
  const versions = await readVersions(em, JobPosting, postingIds);
  const current = new Map<string, ReadPosting>();
  for (const [id, version] of versions) {
    const last = known.get(id);
    if (last?.version === version) current.set(id, last.posting);
  }
  const changed = [...versions.keys()].filter((id) => !current.has(id));
  for (const posting of await readAnew(em, changed)) {
    current.set(posting.id, posting);
    known.set(posting.id, { version: versions.get(posting.id) ?? '', posting });
  }
  return [...current.values()];
}

function rememberedOf(em: EntityManager): LRUCache<string, Remembered> {
  const database = em.getDriver();
  const known = ofDatabase.get(database) ?? new LRUCache<string, Remembered>({ max: mostRemembered });
  ofDatabase.set(database, known);
  return known;
}

async function readAnew(em: EntityManager, postingIds: readonly string[]): Promise<readonly ReadPosting[]> {
  if (postingIds.length === 0) return [];
  const ids = [...postingIds];
  const postings = await em.find(
    JobPosting,
    // Of one that turned out to be another, matches are scored with that one.
    { id: { $in: ids }, mergedIntoId: null },
    { fields: ['id', 'isActive', 'isQuarantined', 'foundFor', 'rejectedAt', ...readFields] },
  );
  const skills = await readColumns(em, ExtractedSkill, {
    columns: ['posting', 'name', 'kind', 'required', 'years'],
    where: { posting: { $in: ids } },
  });
  const byPosting = Map.groupBy(skills, ({ posting }) => posting);
  return postings.map((posting) => ({
    ...(posting as unknown as ReadPosting),
    isOpen: posting.isActive && !posting.isQuarantined,
    isRejected: Boolean(posting.rejectedAt),
    openTo: posting.isActive ? (posting.foundFor ?? null) : null,
    ...readableNames(posting as unknown as ReadPosting),
    descriptionText: null,
    isLikelyGhost: (posting.ghostScore ?? 0) >= ghostWarning,
    skills: (byPosting.get(posting.id) ?? []).map(({ name, kind, required, years }) => ({
      key: canonicalSkill(name),
      name,
      kind,
      required,
      years: years ?? null,
    })),
  }));
}
