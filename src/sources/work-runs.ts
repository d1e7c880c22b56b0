import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { claimDue } from '#database/claim-due.ts';
import { PersonaJob } from '#job-pool/persona-job.entity.ts';
import { Persona } from '#personas/persona.entity.ts';
import { SearchProfile } from '#personas/search-profile.entity.ts';
import { adapterOf } from './adapters/adapters.ts';
import type { SourceAdapter } from './adapters/source-adapter.ts';
import { boardsFor } from './boards-for.ts';
import { answerKeyOf, pollBoards, type AskedBy, type PollWork } from './poll-source.ts';
import { keyPlace } from './sealed-keys.ts';
import { SourceAnswer } from './source-answer.entity.ts';
import { SourceKey } from './source-key.entity.ts';
import { sourceRunTransitions } from './source-run-transitions.ts';
import { SourceRun } from './source-run.entity.ts';

/**
 * A run is told of no sooner, so that how long it takes does not say whether somebody else asked the same before; by then
 * what was found is mostly matched.
 */
const leastMinutes = 2;
const secondsUntilAnotherTry = 10;

/** Works on runs that wait, a few at a time, beside each other. @returns how many were claimed */
export async function workRuns(work: PollWork): Promise<number> {
  const claimed = await claimDue(work.orm, { entity: SourceRun, property: 'workDueAt', now: work.now() });
  await Promise.all(
    claimed.map((run) =>
      workRun(work, run).catch((error: unknown) => {
        if (work.signal.aborted) return;
        work.log.error({ err: error, runId: run.id }, 'source not asked; it is tried again');
      }),
    ),
  );
  return claimed.length;
}

async function workRun(work: PollWork, run: SourceRun): Promise<void> {
  const asked = await prepare(work, run);
  if ('skipped' in asked) return settle(work, run, { state: 'SKIPPED', failure: asked.skipped });
  const polled = await pollBoards(work, asked.by, asked.boards);
  const now = work.now().getTime();
  if (polled === 'BUSY') return putOff(work, run, now + secondsUntilAnotherTry * 1000);
  const earliest = run.askedAt.getTime() + leastMinutes * 60_000;
  if (now < earliest) return putOff(work, run, earliest);
  return settle(work, run, await resultOf(work, run, asked));
}

interface Asked {
  readonly by: AskedBy;
  readonly boards: readonly string[];
}

async function prepare(work: PollWork, run: SourceRun): Promise<Asked | { readonly skipped: string }> {
  if (!work.isOn) return { skipped: 'No source is asked by this installation.' };
  const source = adapterOf(run.sourceName);
  if (!source) return { skipped: 'There is no such source any more.' };
  const em = work.orm.em.fork() as EntityManager;
  const persona = await em.findOne(Persona, { id: run.persona.id });
  if (!persona) return { skipped: 'Its persona is gone.' };
  const profile = await em.findOne(SearchProfile, { persona: persona.id });
  const key = source.key ? await keyOf(em, work, { source, run }) : null;
  if (key && 'skipped' in key) return key;
  const wanted = await boardsFor(em, source, { persona, profile });
  return 'skipped' in wanted ? wanted : { by: { source, key }, boards: wanted.boards };
}

/** The key of the run's owner, and of nobody else. */
async function keyOf(
  em: EntityManager,
  { box }: PollWork,
  { source, run: { ownerId } }: { readonly source: SourceAdapter; readonly run: SourceRun },
): Promise<NonNullable<AskedBy['key']> | { readonly skipped: string }> {
  const row = await em.findOne(SourceKey, { ownerId, sourceName: source.name });
  if (!row) return { skipped: 'It is asked with a key of your own: give it yours.' };
  const opened = box.open(row.sealedKey, keyPlace(row));
  if (!opened) return { skipped: 'Your key cannot be read any more: give it again.' };
  return { id: row.id, ownerId, secret: opened.secret };
}

type Result = Partial<Pick<SourceRun, 'found' | 'rejected' | 'repaired' | 'newMatches' | 'notInspected' | 'failure'>> &
  Pick<SourceRun, 'state'>;

const mostReasons = 3;

async function resultOf({ orm }: PollWork, run: SourceRun, { by, boards }: Asked): Promise<Result> {
  const em = orm.em.fork();
  const keys = boards.map((board) => answerKeyOf(by, board));
  const answers = await em.find(SourceAnswer, { answerKey: { $in: keys } });
  const sum = (count: (answer: SourceAnswer) => number): number =>
    answers.reduce((total, answer) => total + count(answer), 0);
  const reasons = new Set(answers.flatMap(({ failure }) => failure ?? []));
  if (answers.length < keys.length) reasons.add('It asks to be left alone for a while.');
  const isWhole = answers.length === keys.length && answers.every(({ state }) => state === 'COMPLETE');
  const isNothing = answers.every(({ state }) => state === 'FAILED');
  return {
    state: isWhole ? 'SUCCEEDED' : isNothing ? 'FAILED' : 'PARTIAL',
    found: sum(({ found }) => found),
    rejected: sum(({ rejected }) => rejected),
    repaired: sum(({ repaired }) => repaired),
    notInspected: sum(({ notInspected }) => notInspected),
    newMatches: await em.count(PersonaJob, {
      persona: run.persona.id,
      discoveredAt: { $gte: run.askedAt },
      posting: { source: { sourceName: by.source.label } },
    }),
    failure: [...reasons].slice(0, mostReasons).join(' ').slice(0, 500) || null,
  };
}

const settle = ({ orm, now }: PollWork, { id }: SourceRun, result: Result): Promise<void> =>
  orm.em.fork().transactional(async (em) => {
    const run = await em.findOne(SourceRun, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    // Somebody else was quicker, or its persona is gone.
    if (run?.state !== 'WAITING') return;
    sourceRunTransitions.assert(run.state, result.state);
    em.assign(run, { ...result, finishedAt: now(), workDueAt: null });
  });

const putOff = async ({ orm }: PollWork, { id }: SourceRun, until: number): Promise<void> => {
  await orm.em.fork().nativeUpdate(SourceRun, { id, state: 'WAITING' }, { workDueAt: new Date(until) });
};
