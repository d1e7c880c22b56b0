import type { EntityManager } from '@mikro-orm/postgresql';
import { insertMissing, setColumn, type BulkRow } from '#database/bulk.ts';
import { lockUntilCommit } from '#database/advisory-lock.ts';
import { canonicalSkill } from '#job-pool/canonical-skill.ts';
import { ExtractedSkill } from '#job-pool/extracted-skill.entity.ts';
import { ghostWarning } from '#job-pool/ghost-score.ts';
import { JobPosting } from '#job-pool/job-posting.entity.ts';
import { PersonaJob } from '#job-pool/persona-job.entity.ts';
import { ChangedPersonaJobs } from '#job-pool/tell-persona-jobs.ts';
import { Persona } from '#personas/persona.entity.ts';
import { Skill } from '#personas/skill.entity.ts';
import { WorkHistory } from '#personas/work-history.entity.ts';
import { newOwnedId } from '#platform/ids.ts';
import { prepareMatcher, type Match } from './score-match.ts';
import type { ScoredPersona, ScoredPosting } from './scored-inputs.ts';

const matchingLock = 7_396_002;

/** Postings held in memory at a time. */
const postingsAtATime = 1_000;
const personasAtATime = 200;

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

/**
 * Scores every open posting for personas that were made or changed. One that is gone by now has nothing to match. Runs
 * in the caller's transaction, on the system login.
 */
export async function matchPersonas(em: EntityManager, personaIds: readonly string[], now: Date): Promise<void> {
  await takeTurn(em);
  for (const id of personaIds) await matchPersona(em, id, now);
}

async function matchPersona(em: EntityManager, personaId: string, now: Date): Promise<void> {
  const persona = await em.findOne(Persona, { id: personaId });
  if (!persona) return;
  const matchers = await prepare(em, [persona]);
  const changed = new ChangedPersonaJobs();
  for await (const postings of openPostings(em)) await link(em, { matchers, postings, changed, now });
  // Closed postings are out of the scan, yet the scores of their links must not stay those of the persona before.
  const closed = await em.find(
    PersonaJob,
    { persona: personaId, posting: { isActive: false } },
    { fields: ['posting'] },
  );
  const postings = await readPostings(
    em,
    closed.map((personaJob) => personaJob.posting.id),
  );
  await link(em, { matchers, postings, changed, now });
  await changed.tell(em);
}

/** Scores postings for every persona, after they arrived or changed; in the caller's transaction as well. */
export async function matchPostings(em: EntityManager, postingIds: readonly string[], now: Date): Promise<void> {
  await takeTurn(em);
  const postings = await readPostings(em, postingIds);
  const changed = new ChangedPersonaJobs();
  for await (const personas of allPersonas(em))
    await link(em, { matchers: await prepare(em, personas), postings, changed, now });
  await changed.tell(em);
}

/**
 * Waits until no other transaction matches, and keeps others waiting until this one ends. Whoever has read a persona or
 * posting before it changed, and writes after it was scored anew, would leave the old score for good.
 */
const takeTurn = (em: EntityManager): Promise<void> => lockUntilCommit(em, matchingLock);

interface Matcher {
  readonly persona: Persona;
  readonly match: (posting: ScoredPosting) => Match;
}

interface ReadPosting extends ScoredPosting {
  readonly id: string;
  readonly isActive: boolean;
}

async function prepare(em: EntityManager, personas: readonly Persona[]): Promise<readonly Matcher[]> {
  const ofThese = { persona: { $in: personas.map((persona) => persona.id) } };
  const skills = Map.groupBy(await em.find(Skill, ofThese), (skill) => skill.persona.id);
  const jobs = await em.find(WorkHistory, ofThese, { fields: ['persona', 'jobTitle'] });
  const titles = Map.groupBy(jobs, (job) => job.persona.id);
  return personas.map((persona) => ({
    persona,
    match: prepareMatcher(
      scoredPersona(persona, {
        skills: skills.get(persona.id) ?? [],
        jobTitles: (titles.get(persona.id) ?? []).map(({ jobTitle }) => jobTitle),
      }),
    ),
  }));
}

interface Held {
  readonly skills: readonly Skill[];
  readonly jobTitles: readonly string[];
}

function scoredPersona(persona: Persona, { skills, jobTitles }: Held): ScoredPersona {
  return {
    ...persona,
    yearsExperience: persona.yearsExperience ?? null,
    minimumBaseSalary: persona.minimumBaseSalary ?? null,
    titles: [...new Set([...(persona.currentRole ? [persona.currentRole] : []), ...jobTitles])],
    currentRole: persona.currentRole ?? null,
    targetSkills: persona.targetSkills.map((name) => ({ key: canonicalSkill(name), name })),
    skills: skills.map(({ skillName: name, skillType: kind, proficiency }) => ({
      key: canonicalSkill(name),
      name,
      kind,
      proficiency,
    })),
  };
}

interface Linking {
  readonly matchers: readonly Matcher[];
  readonly postings: readonly ReadPosting[];
  /** Takes what this adds and changes. */
  readonly changed: ChangedPersonaJobs;
  readonly now: Date;
}

/** Brings the links between these personas and postings up to date: scores those there are, makes those that pass. */
async function link(em: EntityManager, { matchers, postings, changed, now }: Linking): Promise<void> {
  if (postings.length === 0) return;
  const links = await em.find(PersonaJob, {
    persona: { $in: matchers.map(({ persona }) => persona.id) },
    posting: { $in: postings.map((posting) => posting.id) },
  });
  const known = new Map(links.map((each) => [`${each.persona.id} ${each.posting.id}`, each]));
  const fresh: BulkRow[] = [];
  const unchanged: string[] = [];
  for (const { persona, match } of matchers)
    for (const posting of postings) {
      const linked = known.get(`${persona.id} ${posting.id}`);
      if (!linked && !posting.isActive) continue;
      const scored = scoredColumns(match(posting), persona.minimumFitThreshold, now);
      if (linked && isSame(linked, scored)) unchanged.push(linked.id);
      else if (linked) changed.add(persona.id, Object.assign(linked, scored).id);
      else if (isMatch(scored)) fresh.push(freshLink(persona, posting, scored));
    }
  fresh.forEach(({ persona, id }) => changed.add(String(persona), String(id)));
  await insertMissing(em, PersonaJob, fresh);
  await em.flush();
  // That they are still right is noted past the unit of work, which would tell of a new version where nothing changed.
  await setColumn(em, PersonaJob, { ids: unchanged, property: 'scoredAt', value: now });
  em.clear();
}

type Scored = ReturnType<typeof scoredColumns>;

const isSame = (linked: PersonaJob, scored: Scored): boolean =>
  linked.inputsHash === scored.inputsHash && linked.isFiltered === scored.isFiltered;

const isMatch = ({ fitScore, isFiltered }: Scored): boolean => fitScore !== null && !isFiltered;

const freshLink = (persona: Persona, posting: ReadPosting, scored: Scored): BulkRow => ({
  id: newOwnedId(scored.scoredAt),
  ownerId: persona.ownerId,
  persona: persona.id,
  posting: posting.id,
  status: 'DISCOVERED',
  isFavorite: false,
  discoveredAt: scored.scoredAt,
  version: 1,
  ...scored,
});

const scoredColumns = (
  { fitScore, stretchScore, failedNonNegotiables, warnings, scoreDetails, inputsHash }: Match,
  threshold: number,
  now: Date,
) => ({
  fitScore,
  stretchScore,
  scoreDetails,
  failedNonNegotiables: [...failedNonNegotiables],
  warnings: [...warnings],
  // What is not scored for want of skills has failed nothing.
  isFiltered: failedNonNegotiables.length > 0 || (fitScore !== null && fitScore < threshold),
  scoredAt: now,
  inputsHash,
});

async function* openPostings(em: EntityManager): AsyncGenerator<readonly ReadPosting[]> {
  for (let after = ''; ;) {
    const ids = await em.find(
      JobPosting,
      { isActive: true, ...(after === '' ? {} : { id: { $gt: after } }) },
      { fields: ['id'], orderBy: { id: 'asc' }, limit: postingsAtATime },
    );
    if (ids.length === 0) return;
    after = ids.at(-1)?.id ?? after;
    yield await readPostings(
      em,
      ids.map((posting) => posting.id),
    );
  }
}

async function readPostings(em: EntityManager, ids: readonly string[]): Promise<readonly ReadPosting[]> {
  if (ids.length === 0) return [];
  const [postings, skills] = [
    await em.find(JobPosting, { id: { $in: [...ids] } }, { fields: ['id', 'isActive', ...readFields] }),
    await em.find(ExtractedSkill, { posting: { $in: [...ids] } }),
  ];
  const byPosting = Map.groupBy(skills, (skill) => skill.posting.id);
  return postings.map((posting) => ({
    ...(posting as unknown as ReadPosting),
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

async function* allPersonas(em: EntityManager): AsyncGenerator<readonly Persona[]> {
  for (let after = ''; ;) {
    const personas = await em.find(Persona, after === '' ? {} : { id: { $gt: after } }, {
      orderBy: { id: 'asc' },
      limit: personasAtATime,
    });
    if (personas.length === 0) return;
    after = personas.at(-1)?.id ?? after;
    yield personas;
  }
}
