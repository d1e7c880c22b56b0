import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { updateMany } from '#database/bulk.ts';
import { readColumns, readIds } from '#database/read-columns.ts';
import { ExtractedSkill } from '#job-pool/extracted-skill.entity.ts';
import { JobPosting } from '#job-pool/job-posting.entity.ts';
import { PersonaJob } from '#job-pool/persona-job.entity.ts';
import { Persona } from '#personas/persona.entity.ts';
import { linkMatches } from './link-matches.ts';
import { demandingThreshold, isEnough } from './may-reach.ts';
import { PersonaSkillKey } from './persona-skill-key.entity.ts';
import { readMatchers } from './read-inputs.ts';
import { readPostings } from './read-postings.ts';
import { holdPlan, holdPostings, type SurfacingLimits } from './surfacing.ts';

export interface PostingsPlan {
  /** Postings that had to be matched. */
  readonly postingIds: readonly string[];
  /** Whom they are to be held against, one pass for each part. */
  readonly parts: readonly (readonly string[])[];
  /** Postings that somebody is just changing: to be asked for again. */
  readonly busy: readonly string[];
}

/**
 * Looks for the personas that postings are to be held against, and notes that they were handed on: both commit together.
 * Those that were handed on as they are now are left out. On the system login, in the caller's transaction.
 */
export async function planPostings(
  em: EntityManager,
  postingIds: readonly string[],
  limits: SurfacingLimits,
): Promise<PostingsPlan> {
  // What passes of personas still link is linked once they let go of them.
  await holdPostings(em, postingIds, []);
  await holdPlan(em, 'exclusive');
  const ids = [...postingIds];
  const there = await em.find(JobPosting, { id: { $in: ids } }, { fields: ['id'], disableIdentityMap: true });
  const held = await em.find(
    JobPosting,
    { id: { $in: ids } },
    {
      fields: ['id', 'isActive', 'isQuarantined', 'foundFor', 'derivedHash', 'surfacedHash', 'requiredSkills'],
      lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE,
      disableIdentityMap: true,
    },
  );
  const due = held.filter(({ surfacedHash, derivedHash }) => surfacedHash !== derivedHash);
  const wanted = await wantedBy(em, due);
  await updateMany(
    em,
    JobPosting,
    // One that is closed or held back is matched anew once it is open to all.
    due.map(({ derivedHash, ...posting }) => ({
      id: posting.id,
      surfacedHash: isOpen(posting) || isFound(posting) ? derivedHash : null,
    })),
  );
  const taken = new Set(held.map(({ id }) => id));
  return {
    postingIds: due.map(({ id }) => id),
    parts: partsOf(wanted, limits),
    busy: there.map(({ id }) => id).filter((id) => !taken.has(id)),
  };
}

/** Scores postings for some personas. @returns how many pairs */
export async function matchPostings(
  em: EntityManager,
  { postingIds, personaIds, now }: Record<'postingIds' | 'personaIds', readonly string[]> & { readonly now: Date },
): Promise<number> {
  await holdPostings(em, postingIds, personaIds);
  const matchers = await readMatchers(em, personaIds);
  return linkMatches(em, { matchers, postings: await readPostings(em, postingIds), now });
}

type Due = Pick<JobPosting, 'id' | 'isActive' | 'isQuarantined' | 'foundFor' | 'requiredSkills'>;

const isOpen = ({ isActive, isQuarantined }: Pick<Due, 'isActive' | 'isQuarantined'>): boolean =>
  isActive && !isQuarantined;

/** By a key of somebody's, for whom it is open. */
const isFound = ({ isActive, foundFor }: Pick<Due, 'isActive' | 'foundFor'>): boolean => isActive && Boolean(foundFor);

/** By persona, how often it is to be looked at without being linked yet, for each posting; linked alone, it is empty. */
type Wanted = ReadonlyMap<string, readonly string[]>;

/** Whose threshold each posting may reach, found by index as `reachIndex` would, and whoever is linked with one. */
async function wantedBy(em: EntityManager, due: readonly Due[]): Promise<Wanted> {
  const wanted = new Map<string, string[]>();
  const want = (personaId: string, postingId?: string): void => {
    const known = wanted.get(personaId) ?? [];
    if (known.length === 0) wanted.set(personaId, known);
    if (postingId !== undefined) known.push(postingId);
  };
  const linked = new Set<string>();
  for (const { persona, posting } of await linksOf(em, due)) {
    linked.add(`${persona} ${posting}`);
    want(persona);
  }
  const found = [...(await candidatesOf(em, due.filter(isOpen))), ...(await ownPersonasOf(em, due.filter(isFound)))];
  for (const [posting, personas] of found)
    for (const persona of personas) if (!linked.has(`${persona} ${posting}`)) want(persona, posting);
  return wanted;
}

/** By posting, all personas of whoever found it by a key of theirs. */
async function ownPersonasOf(
  em: EntityManager,
  found: readonly Due[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (found.length === 0) return new Map();
  const owners = [...new Set(found.flatMap(({ foundFor }) => foundFor ?? []))];
  const personas = await readColumns(em, Persona, { columns: ['id', 'ownerId'], where: { ownerId: { $in: owners } } });
  const byOwner = Map.groupBy(personas, ({ ownerId }) => ownerId);
  return new Map(found.map(({ id, foundFor }) => [id, (byOwner.get(foundFor ?? '') ?? []).map((each) => each.id)]));
}

async function linksOf(em: EntityManager, due: readonly Due[]) {
  if (due.length === 0) return [];
  const where = { posting: { $in: due.map(({ id }) => id) } };
  return readColumns(em, PersonaJob, { columns: ['persona', 'posting'], where });
}

async function candidatesOf(em: EntityManager, open: readonly Due[]): Promise<ReadonlyMap<string, Iterable<string>>> {
  if (open.length === 0) return new Map();
  const easy = await easyPersonas(em);
  const everybody = open.some(({ requiredSkills }) => requiredSkills === 0) ? await filedPersonas(em) : [];
  const sharing = await countShared(em, open);
  return new Map(
    open.map(({ id, requiredSkills }): readonly [string, Iterable<string>] => {
      if (requiredSkills === 0) return [id, everybody];
      const enough = [...(sharing.get(id) ?? [])].flatMap(([persona, known]) =>
        isEnough(known, requiredSkills) ? [persona] : [],
      );
      return [id, new Set([...easy, ...enough])];
    }),
  );
}

/** Whoever has skills, as far as they were filed: others find what was handed on before. */
async function filedPersonas(em: EntityManager, among?: readonly string[]): Promise<readonly string[]> {
  const where = among ? { persona: { $in: [...among] } } : {};
  const rows = await readColumns(em, PersonaSkillKey, { columns: ['persona'], where, isDistinct: true });
  return rows.map(({ persona }) => persona);
}

async function easyPersonas(em: EntityManager): Promise<readonly string[]> {
  const below = await readIds(em, Persona, { minimumFitThreshold: { $lt: demandingThreshold } });
  return below.length > 0 ? filedPersonas(em, below) : [];
}

/** By posting, how many of its required skills each persona has that has any. */
async function countShared(
  em: EntityManager,
  open: readonly Due[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  const required = await readColumns(em, ExtractedSkill, {
    columns: ['posting', 'skillKey'],
    where: { posting: { $in: open.map(({ id }) => id) }, required: true, kind: 'HARD' },
  });
  const keys = [...new Set(required.map(({ skillKey }) => skillKey))];
  const filed = await readColumns(em, PersonaSkillKey, {
    columns: ['persona', 'skillKey'],
    where: { skillKey: { $in: keys } },
  });
  const havingKey = Map.groupBy(filed, ({ skillKey }) => skillKey);
  const counts = new Map<string, Map<string, number>>();
  for (const { posting, skillKey } of required) {
    const known = counts.get(posting) ?? new Map<string, number>();
    counts.set(posting, known);
    for (const { persona } of havingKey.get(skillKey) ?? []) known.set(persona, (known.get(persona) ?? 0) + 1);
  }
  return counts;
}

/** Parts that keep to both limits, personas in the order of their ids. */
function partsOf(wanted: Wanted, { personas, unlinked }: SurfacingLimits): readonly (readonly string[])[] {
  const parts: string[][] = [];
  let part: string[] = [];
  let looked = new Map<string, number>();
  for (const [personaId, postingIds] of [...wanted].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    if (part.length >= personas || postingIds.some((id) => (looked.get(id) ?? 0) >= unlinked)) {
      parts.push(part);
      part = [];
      looked = new Map();
    }
    part.push(personaId);
    for (const id of postingIds) looked.set(id, (looked.get(id) ?? 0) + 1);
  }
  return part.length > 0 ? [...parts, part] : parts;
}
