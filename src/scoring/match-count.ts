import { IsolationLevel } from '@mikro-orm/core';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { OperationContext } from '#authorization/operation-context.ts';
import { sqlStateOf } from '#database/is-passing.ts';
import { limitStatements } from '#database/limit-statements.ts';
import { columnsOf, plainOf, type RowBranch } from '#database/row-branch.ts';
import { personaChangeRules } from '#personas/persona-input.ts';
import { Persona } from '#personas/persona.entity.ts';
import type { Skill } from '#personas/skill.entity.ts';
import type { WorkHistory } from '#personas/work-history.entity.ts';
import { Overloaded } from '#platform/errors.ts';
import { parseInput } from '#platform/parse-input.ts';
import { findCandidates } from './find-candidates.ts';
import { ruleOf, withDescriptions } from './read-custom-rules.ts';
import { readPostings } from './read-postings.ts';
import { judgeFor, scoredFields, scoredPersona, type Judge, type ScoredFields } from './read-inputs.ts';
import type { ScoredPersona } from './scored-inputs.ts';
import { inParts } from './surfacing.ts';

/** Says how many open postings of the pool reach a threshold of a persona that is given by its values alone. */
export type CountMatches = (persona: ScoredPersona, minimumFitThreshold: number) => Promise<number>;

const matchedBranch: RowBranch = {
  fields: [...scoredFields, 'minimumFitThreshold'],
  lists: {
    skills: { fields: ['skillName', 'skillType', 'proficiency'] },
    workHistories: { fields: ['jobTitle'] },
    customNonNegotiables: { fields: ['filterName', 'filterType', 'filterValue', 'filterField'] },
  },
};

/** What `matchedBranch` reads. */
interface ReadPersona extends ScoredFields {
  readonly minimumFitThreshold: number;
  readonly skills: readonly Pick<Skill, 'skillName' | 'skillType' | 'proficiency'>[];
  readonly workHistories: readonly Pick<WorkHistory, 'jobTitle'>[];
  readonly customNonNegotiables: readonly Parameters<typeof ruleOf>[0][];
}

interface MatchCountArguments {
  readonly personaId: string;
  readonly changes?: unknown;
}

/**
 * How many open postings would be matches of one of the viewer's personas if it were changed so; null where there is none
 * of that id. The persona is read as its owner, and what counts is handed its values.
 */
export async function matchCount(
  { rows }: OperationContext,
  { personaId, changes }: MatchCountArguments,
  countMatches: CountMatches,
): Promise<number | null> {
  const changed = parseInput(personaChangeRules, changes ?? {}, 'changes');
  const persona = await rows.findWith(Persona, personaId, columnsOf(matchedBranch));
  if (!persona) return null;
  const read = plainOf(rows, persona, matchedBranch) as unknown as ReadPersona;
  const { skills, workHistories, customNonNegotiables, minimumFitThreshold, ...fields } = { ...read, ...changed };
  const scored = scoredPersona(fields, {
    skills,
    jobTitles: workHistories.map(({ jobTitle }) => jobTitle),
    customRules: customNonNegotiables.map(ruleOf),
  });
  return countMatches(scored, minimumFitThreshold);
}

/** Postings that are held in memory at a time; between two such parts whoever else has something to do gets a turn. */
const postingsAtATime = 200;
/** SQLSTATE of a statement that took longer than it may. */
const queryCanceled = '57014';
/** The longest that a count may take, the wait for its turn included. */
const countMilliseconds = 15_000;

/**
 * Counts on the system login, from the shared pool alone. One count at a time, so that matching and mails keep their
 * connections however many people ask.
 * @returns a counter that throws Overloaded where a count takes too long
 */
export function matchCounter(orm: MikroORM, milliseconds = countMilliseconds): CountMatches {
  let last: Promise<unknown> = Promise.resolve();
  return (persona, minimumFitThreshold) => {
    const deadline = performance.now() + milliseconds;
    const count = last.then(() => countOnce(orm, judgeFor(persona, minimumFitThreshold), deadline));
    last = count.catch(() => undefined);
    return count;
  };
}

const countOnce = (orm: MikroORM, judge: Judge, deadline: number): Promise<number> =>
  orm.em.fork().transactional(
    async (forked) => {
      const em = forked as EntityManager;
      await limitStatements(em, millisecondsUntil(deadline));
      let count = 0;
      const candidates = await findCandidates(em, judge, null).catch(asOverloaded);
      for (const ids of inParts(candidates, postingsAtATime)) {
        millisecondsUntil(deadline);
        const postings = await withDescriptions(em, await readPostings(em, ids), [judge]);
        count += postings.filter(judge.isMatch).length;
        em.clear();
      }
      return count;
    },
    // One moment of the pool, in which nothing can be written.
    { readOnly: true, isolationLevel: IsolationLevel.REPEATABLE_READ },
  );

const tooLong = 'Counting takes too long at the moment. Try again later.';

/** @throws Overloaded where none are left */
function millisecondsUntil(deadline: number): number {
  const left = Math.ceil(deadline - performance.now());
  if (left <= 0) throw new Overloaded(tooLong);
  return left;
}

function asOverloaded(error: unknown): never {
  throw sqlStateOf(error) === queryCanceled ? new Overloaded(tooLong) : error;
}
