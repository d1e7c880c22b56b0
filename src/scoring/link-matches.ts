import { setImmediate as others } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import { insertMissing, setColumn, type BulkRow } from '#database/bulk.ts';
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
    { fields: ['persona', 'posting', 'inputsHash', 'isFiltered', 'isCaptured', 'version'] },
  );
  const changed = new ChangedPersonaJobs();
  const fresh: BulkRow[] = [];
  const unchanged: string[] = [];
  let pairs = 0;
  for (const { matcher, posting, linked } of pairsOf(matchers, postings, links as unknown as PersonaJob[])) {
    pairs += 1;
    if (pairs % pairsAtATime === 0) await others();
    if (!linked && !matcher.isMatch(posting)) continue;
    const { persona } = matcher;
    const scored = scoredColumns(matcher.match(posting), { linked, threshold: persona.minimumFitThreshold, now });
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

interface Pair {
  readonly matcher: Matcher;
  readonly posting: ReadPosting;
  readonly linked?: PersonaJob;
}

/** Of each persona what it is linked with, then the candidates among what is open. */
function* pairsOf(
  matchers: readonly Matcher[],
  postings: readonly ReadPosting[],
  links: readonly PersonaJob[],
): Generator<Pair> {
  const byId = new Map(postings.map((posting) => [posting.id, posting]));
  const candidatesFor = reachIndex(postings.filter(({ isOpen }) => isOpen));
  const byPersona = Map.groupBy(links, ({ persona }) => persona.id);
  for (const matcher of matchers) {
    const known = new Map(byPersona.get(matcher.persona.id)?.map((linked) => [linked.posting.id, linked]));
    for (const [id, linked] of known) {
      const posting = byId.get(id);
      if (posting) yield { matcher, posting, linked };
    }
    for (const posting of candidatesFor(matcher)) if (!known.has(posting.id)) yield { matcher, posting };
  }
}

type Scored = ReturnType<typeof scoredColumns>;

const isSame = (linked: PersonaJob, scored: Scored): boolean =>
  linked.inputsHash === scored.inputsHash && linked.isFiltered === scored.isFiltered;

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
  readonly linked: PersonaJob | undefined;
  readonly threshold: number;
  readonly now: Date;
}

const scoredColumns = (match: Match, { linked, threshold, now }: Scoring) => ({
  fitScore: match.fitScore,
  stretchScore: match.stretchScore,
  scoreDetails: match.scoreDetails,
  failedNonNegotiables: [...match.failedNonNegotiables],
  warnings: [...match.warnings],
  isFiltered: !linked?.isCaptured && isFiltered(match, threshold),
  scoredAt: now,
  inputsHash: match.inputsHash,
});
