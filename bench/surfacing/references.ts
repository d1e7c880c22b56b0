import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { Client } from 'pg';
import { readMatchers } from '../../src/scoring/read-inputs.ts';
import { readPostings } from '../../src/scoring/read-postings.ts';

const postingsAtATime = 500;

/**
 * How many pairs there are of an open posting and a persona that has half of the hard skills it requires: each is to be
 * looked at, once.
 */
export async function countCandidates(admin: Client): Promise<number> {
  const { rows: postings } = await admin.query<{ required: number }>(
    'select required_skills as required from job_postings where is_active order by id',
  );
  const { rows: skills } = await admin.query<{ key: string; postings: number[] }>(
    `with numbered as (select id as posting_id, row_number() over (order by id)::int - 1 as number from job_postings where is_active)
     select skill_key as key, array_agg(number) as postings from extracted_skills join numbered on posting_id = job_posting_id
     where required and kind = 'HARD' group by 1`,
  );
  const { rows: personas } = await admin.query<{ keys: string[] }>(
    'select array_agg(skill_key) as keys from persona_skill_keys group by persona_id',
  );
  const asking = new Map(skills.map(({ key, postings: numbers }) => [key, numbers]));
  const required = postings.map((posting) => posting.required);
  return personas.reduce((sum, { keys }) => sum + countFor(keys, required, asking), 0);
}

function countFor(
  keys: readonly string[],
  required: readonly number[],
  asking: ReadonlyMap<string, readonly number[]>,
): number {
  const known = new Uint16Array(required.length);
  for (const key of keys) for (const number of asking.get(key) ?? []) known[number] = (known[number] ?? 0) + 1;
  return required.filter((count, number) => 2 * (known[number] ?? 0) >= count).length;
}

/** Scores every pair of a sample of personas one by one. @returns in how many the links differ from that */
export async function countSkipped(admin: Client, orm: MikroORM, sample: number): Promise<number> {
  const idsOf = async (sql: string, values: readonly unknown[] = []): Promise<string[]> =>
    (await admin.query<{ id: string }>(sql, [...values])).rows.map(({ id }) => id);
  const personas = await idsOf('select id from personas order by md5(id::text) limit $1', [sample]);
  const matchers = await readMatchers(orm.em.fork() as EntityManager, personas);
  const linked = new Set(
    await idsOf(
      `select persona_id || ' ' || job_posting_id as id from persona_jobs where persona_id = any($1) and not is_filtered`,
      [personas],
    ),
  );
  let missing = 0;
  const ids = await idsOf('select id from job_postings');
  for (let at = 0; at < ids.length; at += postingsAtATime) {
    const postings = await readPostings(orm.em.fork() as EntityManager, ids.slice(at, at + postingsAtATime));
    missing += matchers
      .flatMap((matcher) => postings.map((posting) => [matcher, posting] as const))
      .filter(([{ persona, match }, posting]) => {
        const { fitScore } = match(posting);
        const isDue = fitScore !== null && fitScore >= persona.minimumFitThreshold;
        return isDue !== linked.delete(`${persona.id} ${posting.id}`);
      }).length;
  }
  return missing + linked.size;
}
