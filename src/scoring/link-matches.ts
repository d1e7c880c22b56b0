import { setImmediate as others } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import { insertMissing, setColumn, type BulkRow } from '#database/bulk.ts';
import { PersonaJob } from '#job-pool/persona-job.entity.ts';
import { ChangedPersonaJobs } from '#job-pool/tell-persona-jobs.ts';
import type { Persona } from '#personas/persona.entity.ts';
import { newOwnedId } from '#platform/ids.ts';
import { mayReach } from './may-reach.ts';
import type { Matcher, ReadPosting } from './read-inputs.ts';
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
    {
      persona: { $in: matchers.map(({ persona }) => persona.id) },
      posting: { $in: postings.map((posting) => posting.id) },
    },
    // The explanations are long, and only written here.
    { fields: ['persona', 'posting', 'inputsHash', 'isFiltered', 'version'] },
  );
  const known = new Map(links.map((each) => [keyOf(each.persona.id, each.posting.id), each as unknown as PersonaJob]));
  const changed = new ChangedPersonaJobs();
  const fresh: BulkRow[] = [];
  const unchanged: string[] = [];
  let pairs = 0;
  for (const { matcher, posting, linked } of candidates(matchers, postings, known)) {
    pairs += 1;
    if (pairs % pairsAtATime === 0) await others();
    if (!linked && !matcher.isMatch(posting)) continue;
    const { persona } = matcher;
    const scored = scoredColumns(matcher.match(posting), persona.minimumFitThreshold, now);
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

const keyOf = (personaId: string, postingId: string): string => `${personaId} ${postingId}`;

function* candidates(
  matchers: readonly Matcher[],
  postings: readonly ReadPosting[],
  known: ReadonlyMap<string, PersonaJob>,
) {
  for (const matcher of matchers)
    for (const posting of postings) {
      const linked = known.get(keyOf(matcher.persona.id, posting.id));
      if (linked || (posting.isActive && mayReach(matcher, posting.skills))) yield { matcher, posting, linked };
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
  discoveredAt: scored.scoredAt,
  version: 1,
  ...scored,
});

/** Whether a posting stays away. What is not scored for want of skills has failed nothing. */
const isFiltered = ({ fitScore, failedNonNegotiables }: Match, threshold: number): boolean =>
  failedNonNegotiables.length > 0 || (fitScore !== null && fitScore < threshold);

const scoredColumns = (match: Match, threshold: number, now: Date) => ({
  fitScore: match.fitScore,
  stretchScore: match.stretchScore,
  scoreDetails: match.scoreDetails,
  failedNonNegotiables: [...match.failedNonNegotiables],
  warnings: [...match.warnings],
  isFiltered: isFiltered(match, threshold),
  scoredAt: now,
  inputsHash: match.inputsHash,
});
