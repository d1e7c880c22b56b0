import * as fc from 'fast-check';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { Page, PageArguments } from '#database/keyset.ts';
import type { ReadPath } from '#database/planned-reads.ts';
import { Rows } from '#database/rows.ts';
import { listPersonaJobs } from '#job-pool/persona-job-list.ts';
import type { PersonaJob } from '#job-pool/persona-job.entity.ts';
import { newOwnedId } from '#platform/ids.ts';
import type { PersonaJobSort as Sort } from '#platform/resolver-types.generated.ts';
import { openAppOrm, openReadPath } from '../support/app-orm.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { insertRows, seedMatches, seedPostings } from '../support/seed.ts';

const ownerId = newOwnedId(new Date('2025-01-01T00:00:00.000Z'));
const personaId = newOwnedId(new Date('2025-01-01T00:00:01.000Z'));

let database: TestDatabase;
let orm: MikroORM;
let path: ReadPath;
beforeAll(async () => {
  database = await createDatabase();
  orm = await openAppOrm(database);
  path = openReadPath(database, orm);
  const made = { created_at: '2025-01-01T00:00:00Z', updated_at: '2025-01-01T00:00:00Z' };
  await insertRows(database, 'users', [{ id: ownerId, email: 'ada@example.com', roles: ['USER'], ...made }]);
  await insertRows(database, 'personas', [{ ...persona, ...made }]);
});
afterAll(async () => {
  await path.pool.close();
  await orm.close();
  await database.drop();
});

const persona = {
  id: personaId,
  owner_id: ownerId,
  full_name: 'Ada',
  email: 'ada@example.com',
  phone: '',
  home_city: '',
  home_state: '',
  home_country: '',
  target_roles: [],
  target_skills: [],
  stretch_appetite: 'MEDIUM',
  salary_currency: 'USD',
  commutable_cities: [],
  remote_preference: 'NO_PREFERENCE',
  relocation_open: false,
  relocation_cities: [],
  visa_sponsorship_required: false,
  industry_exclusions: [],
  company_size_preference: 'NO_PREFERENCE',
  max_travel_percent: 'ANY',
  minimum_fit_threshold: 50,
  auto_draft_threshold: 90,
  polling_frequency: 'DAILY',
  onboarding_complete: false,
};

/** A match by what lists are sorted by; few values, so that many rows tie. */
interface Sorted {
  readonly fit: number | null;
  readonly nearness?: number | null;
  readonly stretch: number | null;
  readonly discovered: string;
  readonly posted: string | null;
  readonly salary: number | null;
}

const few = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const sorted: fc.Arbitrary<Sorted> = fc.record({
  fit: few(null, 0, 50, 100),
  nearness: few(null, 0, 5000),
  stretch: few(null, 0, 100),
  discovered: few('2025-01-01T00:00:00.000Z', '2025-01-01T00:00:00.001Z', '2025-06-01T12:00:00.000Z'),
  posted: few(null, '2024-12-31', '2025-01-01'),
  salary: few(null, 0, 90_000, 2_147_483_647),
});

const sorts = {
  FIT_DESC: ({ fit, nearness = null }) => [fit, nearness],
  STRETCH_DESC: ({ stretch }) => [stretch],
  DISCOVERED_DESC: ({ discovered }) => [discovered],
  POSTED_DESC: ({ posted }) => [posted],
  SALARY_DESC: ({ salary }) => [salary],
} as const satisfies Record<Sort, (row: Sorted) => readonly (number | string | null)[]>;

/** Replaces the persona's matches. @returns their ids in the order of one big sort: greatest first, without a value last, ties by id */
async function seed(rows: readonly Sorted[], sort: Sort): Promise<readonly string[]> {
  await database.query('delete from persona_jobs');
  const at = (index: number): Partial<Sorted> => rows[index] ?? {};
  const postingIds = await seedPostings(database, rows.length, (index) => ({
    posted_date: at(index).posted,
    salary_max: at(index).salary,
  }));
  const ids = await seedMatches(
    database,
    postingIds.map((postingId, index) => ({
      ownerId,
      personaId,
      postingId,
      columns: {
        fit_score: at(index).fit,
        fit_nearness: at(index).nearness ?? null,
        stretch_score: at(index).stretch,
        discovered_at: at(index).discovered,
      },
    })),
  );
  const keyed = rows.map((row, index): readonly (number | string | null)[] => [...sorts[sort](row), ids[index] ?? '']);
  const compare = (a: number | string | null, b: number | string | null): number => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return a < b ? 1 : a > b ? -1 : 0;
  };
  return keyed
    .toSorted((a, b) => a.reduce<number>((order, key, at) => order || compare(key, b[at] ?? null), 0))
    .map((keys) => String(keys.at(-1)));
}

async function pageOf(sort: Sort, page: PageArguments): Promise<Page<PersonaJob>> {
  const rows = new Rows(orm, { ownerId, readOnly: true, path });
  return listPersonaJobs({ rows } as never, { personaId, sort, ...page });
}

const idsOf = ({ nodes }: Page<PersonaJob>): readonly string[] => nodes.map(({ id }) => id);

interface Step {
  readonly ids: readonly string[];
  /** Where the next page begins; null after the last. */
  readonly next: string | null;
  /** Whether there is anything on the side one comes from. */
  readonly hasBehind: boolean;
}

async function stepForwards(sort: Sort, size: number, after: string | null): Promise<Step> {
  const page = await pageOf(sort, { first: size, after });
  const { hasNextPage, hasPreviousPage, endCursor } = page.pageInfo;
  return { ids: idsOf(page), next: hasNextPage ? endCursor : null, hasBehind: hasPreviousPage };
}

/** The same in a mirror: what comes first is the last. */
async function stepBackwards(sort: Sort, size: number, before: string | null): Promise<Step> {
  const page = await pageOf(sort, { last: size, before });
  const { hasNextPage, hasPreviousPage, startCursor } = page.pageInfo;
  return { ids: idsOf(page).toReversed(), next: hasPreviousPage ? startCursor : null, hasBehind: hasNextPage };
}

/** All pages one after the other, from one end to the other. */
async function walk(step: typeof stepForwards, sort: Sort, size: number): Promise<readonly string[]> {
  const seen: string[] = [];
  for (let cursor: string | null = null; ;) {
    const { ids, next, hasBehind }: Step = await step(sort, size, cursor);
    expect(hasBehind).toBe(cursor !== null);
    seen.push(...ids);
    if (next === null) return seen;
    expect(ids).toHaveLength(size);
    cursor = next;
  }
}

const sortNames = Object.keys(sorts) as Sort[];

describe('a list in pages', () => {
  it.each(sortNames)('visits every row once, in the order of one big sort, in both directions: %s', async (sort) => {
    await fc.assert(
      fc.asyncProperty(fc.array(sorted, { maxLength: 24 }), fc.integer({ min: 1, max: 9 }), async (rows, size) => {
        const expected = await seed(rows, sort);
        expect(await walk(stepForwards, sort, size)).toEqual(expected);
        expect(await walk(stepBackwards, sort, size)).toEqual(expected.toReversed());
      }),
      { numRuns: 25 },
    );
  });

  it.each(sortNames)('falls apart at any cursor into what is before it and what is after: %s', async (sort) => {
    await fc.assert(
      fc.asyncProperty(fc.array(sorted, { minLength: 1, maxLength: 12 }), fc.nat(), async (rows, choice) => {
        const expected = await seed(rows, sort);
        const { edges } = await pageOf(sort, { first: 100 });
        const at = choice % edges.length;
        const cursor = edges[at]?.cursor ?? null;
        expect(idsOf(await pageOf(sort, { last: 100, before: cursor }))).toEqual(expected.slice(0, at));
        expect(idsOf(await pageOf(sort, { first: 100, after: cursor }))).toEqual(expected.slice(at + 1));
      }),
      { numRuns: 15 },
    );
  });

  it('goes on where it was although the row of its cursor is gone and others have come', async () => {
    const row = { fit: 50, stretch: 50, discovered: '2025-01-01T00:00:00.000Z', posted: null, salary: null };
    const [first, second, ...rest] = await seed([row, row, row, row], 'FIT_DESC');
    const { pageInfo } = await pageOf('FIT_DESC', { first: 2 });
    await database.query('delete from persona_jobs where id = $1', [second]);
    await database.query('update persona_jobs set fit_score = 100 where id = $1', [first]);
    expect(idsOf(await pageOf('FIT_DESC', { first: 10, after: pageInfo.endCursor }))).toEqual(rest);
  });

  it.each([
    ['FIT_DESC', 'persona_jobs_ranked_idx'],
    ['STRETCH_DESC', 'persona_jobs_stretch_idx'],
  ] as const)(
    'begins in the middle of the index of a ranked list, with row policies in force: %s',
    async (sort, index) => {
      const row = { fit: 50, stretch: 50, discovered: '2025-01-01T00:00:00.000Z', posted: null, salary: null };
      await seed([row, row, row], sort);
      const { pageInfo } = await pageOf(sort, { first: 1 });
      const send = vi.spyOn(path.pool, 'send');
      await pageOf(sort, { first: 1, after: pageInfo.endCursor });
      const statements = send.mock.calls.flatMap(([sent]) => sent);
      send.mockRestore();
      const page = statements.find(({ statement: { text } }) => text.endsWith(' limit 2'));
      const asApp = new Client(database.urls.app);
      await asApp.connect();
      await asApp.query('begin');
      await asApp.query(`select set_config('app.owner_id', $1, true)`, [ownerId]);
      // A list this short would be sorted, or read from anywhere.
      for (const way of ['sort', 'seqscan', 'bitmapscan']) await asApp.query(`set local enable_${way} = off`);
      const { rows } = await asApp.query<{ 'QUERY PLAN': string }>(`explain ${page?.statement.text}`, [
        ...(page?.values ?? []),
      ]);
      await asApp.end();
      const plan = rows.map((line) => line['QUERY PLAN']).join('\n');
      expect(plan).toContain(`Index Scan using ${index} `);
      expect(plan).toMatch(/Index Cond: .*ROW\(CASE WHEN .* < ROW\(/);
    },
  );
});
