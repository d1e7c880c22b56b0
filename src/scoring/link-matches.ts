import { setImmediate as others } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import { insertMissing, setColumn, type BulkRow } from '#database/bulk.ts';
import { readColumns } from '#database/read-columns.ts';
import { JobReport } from '#job-pool/job-report.entity.ts';
import { PersonaJob } from '#job-pool/persona-job.entity.ts';
import { ChangedPersonaJobs } from '#job-pool/tell-persona-jobs.ts';
import type { Persona } from '#personas/persona.entity.ts';
import { newOwnedId } from '#platform/ids.ts';
import { reachIndex } from './may-reach.ts';
import type { Matcher } from './read-inputs.ts';
import type { ReadPosting } from './read-postings.ts';
import { withDescriptions } from './read-custom-rules.ts';
import type { Match } from './score-match.ts';

export interface Linking {
  readonly matchers: readonly Matcher[];
  readonly postings: readonly ReadPosting[];
  readonly now: Date;
}

/** As many pairs as are scored before whoever else has something to do in this process gets a turn. */
const pairsAtATime = 200;

/**
 * Brings the links between these personas and postings up to date: scores those there are, and makes those that pass, of
 * candidates. Tells of what it adds and changes. @returns how many pairs it scored
 */
export async function linkMatches(em: EntityManager, { matchers, postings: read, now }: Linking): Promise<number> {
  if (read.length === 0 || matchers.length === 0) return 0;
  const postings = await withDescriptions(em, read, matchers);
  const links = await em.find(
    PersonaJob,
    { ...ownedBy(matchers), posting: { $in: postings.map((posting) => posting.id) } },
    // The explanations are long, and only written here.
    { fields: ['persona', 'posting', 'inputsHash', 'isFiltered', 'isHidden', 'isCaptured', 'version'] },
  );
  const reported = await readReported(em, matchers, postings);
  const changed = new ChangedPersonaJobs();
  const fresh: BulkRow[] = [];
  const unchanged: string[] = [];
  let pairs = 0;
  for (const pair of pairsOf(matchers, postings, { links: links as unknown as PersonaJob[], reported })) {
    const { matcher, posting, linked } = pair;
    pairs += 1;
    if (pairs % pairsAtATime === 0) await others();
    if (!linked && !matcher.isMatch(posting)) continue;
    const { persona } = matcher;
    const scored = scoredColumns(matcher.match(posting), { pair, threshold: persona.minimumFitThreshold, now });
    if (!linked) fresh.push(freshLink(persona, posting, scored));
    else if (isSame(linked, scored)) unchanged.push(linked.id);
    else changed.add(persona.id, Object.assign(linked, scored).id);
  }
  fresh.forEach(({ persona, id }) => changed.add(String(persona), String(id)));
  await insertMissing(em, PersonaJob, fresh);
  await em.flush();
  // That they are still right is noted past the unit of work, which would tell of a new version where nothing changed.
  await setColumn(em, PersonaJob, { ids: unchanged, property: 'scoredAt', value: now });
  await changed.tell(em);
  em.clear();
  return pairs;
}

/** With its owner, one persona's links are found by index; of many, the postings' links are fewer. */
const ownedBy = (matchers: readonly Matcher[]) => {
  const [one, another] = matchers.map(({ persona }) => persona);
  if (one && !another) return { ownerId: one.ownerId, persona: one.id };
  return { persona: { $in: matchers.map(({ persona }) => persona.id) } };
};

const reportOf = (ownerId: string, postingId: string): string => `${ownerId} ${postingId}`;

/** What the owners of these personas have reported of these postings, whatever admins made of it: they see it no more. */
async function readReported(
  em: EntityManager,
  matchers: readonly Matcher[],
  postings: readonly ReadPosting[],
): Promise<ReadonlySet<string>> {
  const reports = await readColumns(em, JobReport, {
    columns: ['ownerId', 'posting'],
    where: {
      posting: { $in: postings.map(({ id }) => id) },
      ownerId: { $in: [...new Set(matchers.map(({ persona }) => persona.ownerId))] },
    },
  });
  return new Set(reports.map(({ ownerId, posting }) => reportOf(ownerId, posting)));
}

interface Pair {
  readonly matcher: Matcher;
  readonly posting: ReadPosting;
  readonly linked?: PersonaJob;
  /** By the persona's owner, who wants to see it no more. */
  readonly isReported: boolean;
}

interface Known {
  readonly links: readonly PersonaJob[];
  readonly reported: ReadonlySet<string>;
}

/** Of each persona what it is linked with, then the candidates among what is open. */
function* pairsOf(
  matchers: readonly Matcher[],
  postings: readonly ReadPosting[],
  { links, reported }: Known,
): Generator<Pair> {
  const byId = new Map(postings.map((posting) => [posting.id, posting]));
  const candidatesFor = reachIndex(postings.filter(({ isOpen }) => isOpen));
  const ownOf = Map.groupBy(postings, ({ openTo }) => openTo);
  const byPersona = Map.groupBy(links, ({ persona }) => persona.id);
  for (const matcher of matchers) {
    const { id: personaId, ownerId } = matcher.persona;
    const known = new Map(byPersona.get(personaId)?.map((linked) => [linked.posting.id, linked]));
    const isReported = (id: string): boolean => reported.has(reportOf(ownerId, id));
    for (const [id, linked] of known) {
      const posting = byId.get(id);
      if (posting) yield { matcher, posting, linked, isReported: isReported(id) };
    }
    const own = reachIndex(ownOf.get(ownerId) ?? [])(matcher);
    for (const posting of [...own, ...candidatesFor(matcher)])
      if (!known.has(posting.id) && !isReported(posting.id)) yield { matcher, posting, isReported: false };
  }
}

type Scored = ReturnType<typeof scoredColumns>;

const isSame = (linked: PersonaJob, scored: Scored): boolean =>
  linked.inputsHash === scored.inputsHash &&
  linked.isFiltered === scored.isFiltered &&
  linked.isHidden === scored.isHidden;

const freshLink = (persona: Persona, posting: ReadPosting, scored: Scored): BulkRow => ({
  id: newOwnedId(scored.scoredAt),
  ownerId: persona.ownerId,
  persona: persona.id,
  posting: posting.id,
  status: 'DISCOVERED',
  isFavorite: false,
  isCaptured: false,
  discoveredAt: scored.scoredAt,
  version: 1,
  ...scored,
});

/** Whether a posting stays away. What is not scored for want of skills has failed nothing. */
const isFiltered = ({ fitScore, failedNonNegotiables }: Match, threshold: number): boolean =>
  failedNonNegotiables.length > 0 || (fitScore !== null && fitScore < threshold);

interface Scoring {
  readonly pair: Pair;
  readonly threshold: number;
  readonly now: Date;
}

/** Whether not even a list on request shows it. Whoever handed a posting in keeps it, though an admin rejects it. */
const isHidden = ({ posting, linked, isReported }: Pair): boolean =>
  isReported || (posting.isRejected && !linked?.isCaptured);

const scoredColumns = (match: Match, { pair, threshold, now }: Scoring) => ({
  fitScore: match.fitScore,
  fitNearness: match.fitNearness,
  stretchScore: match.stretchScore,
  scoreDetails: match.scoreDetails,
  failedNonNegotiables: [...match.failedNonNegotiables],
  warnings: [...match.warnings],
  isFiltered: isHidden(pair) || (!pair.linked?.isCaptured && isFiltered(match, threshold)),
  isHidden: isHidden(pair),
  scoredAt: now,
  inputsHash: match.inputsHash,
});
