import { readFileSync } from 'node:fs';
import type { MikroORM } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOrm } from '#database/orm.ts';
import { noteFailedCheck } from '#job-pool/posting-presence.ts';
import type { RawPosting } from '#job-pool/raw-posting.ts';
import type { ImportSummary } from '#sources/import-postings.ts';
import { entities } from '../../src/server/entities.ts';
import { samplePosting } from '../job-pool/sample-posting.ts';
import { makePersona } from '../support/personas.ts';
import { startTestProduct, type Tenant, type TestProduct } from '../support/product.ts';
import { sweepSource } from '../support/sweeps.ts';

let now = new Date('2025-11-03T09:00:00.000Z');
const pass = (hours: number): void => {
  now = new Date(now.getTime() + hours * 3_600_000);
};

let product: TestProduct;
let system: MikroORM;
let ada: Tenant;
let persona: { readonly id: string };
beforeAll(async () => {
  product = await startTestProduct();
  system = await openOrm({ url: product.database.urls.system, entities, poolSize: 2 });
  ada = await product.signUp('ada');
  persona = await makePersona(ada, { minimumFitThreshold: 0, skills: [{ skillName: 'Python' }] });
});
afterAll(async () => {
  await system.close();
  await product.stop();
});

const posting = (name: string, fields: Partial<RawPosting> = {}): RawPosting =>
  samplePosting({
    externalId: name,
    title: `Python ${name}`,
    companyName: 'Acme',
    descriptionText: `Requirements\n\n- Python, and what a ${name} needs. `.repeat(9),
    ...fields,
  });

interface Look {
  readonly board?: string;
  readonly source?: string;
  readonly isWhole?: boolean;
  readonly seenIds?: readonly string[];
}
/** A sweep of a whole board, unless it says otherwise. */
const sweep = (postings: readonly RawPosting[], look: Look = {}): Promise<ImportSummary> => {
  const { board: name = 'acme', source = 'Boards', isWhole = true, seenIds = [] } = look;
  return sweepSource(system, { source, now, postings, board: { name, isWhole, seenIds } });
};

interface Match {
  readonly id: string;
  readonly isFavorite: boolean;
  readonly posting: { readonly title: string; readonly isActive: boolean };
}
/** Ada's matches once everything is matched, by title. */
async function matches(): Promise<Readonly<Record<string, Match>>> {
  const signedInAt = product.clock.now;
  product.clock.now = now;
  await product.matched();
  product.clock.now = signedInAt;
  const { personaJobs } = await ada.ask<{ personaJobs: { nodes: readonly Match[] } }>(
    `query ($id: ID!) { personaJobs(personaId: $id, first: 100, filter: { includeFiltered: true }) { nodes {
      id isFavorite posting { title isActive } } } }`,
    { id: persona.id },
  );
  return Object.fromEntries(personaJobs.nodes.map((each) => [each.posting.title.replace('Python ', ''), each]));
}
const openTitles = async (): Promise<readonly string[]> =>
  Object.entries(await matches())
    .flatMap(([title, each]) => (each.posting.isActive ? [title] : []))
    .toSorted();

describe('a posting that its board does not show any more', () => {
  it('closes at the second look that misses it, a day later, and opens again as the same match', async () => {
    const [stays, goes] = [posting('stayer'), posting('goer')];
    await sweep([stays, goes]);
    const before = (await matches())['goer'] as Match;
    await ada.ask('mutation ($id: ID!) { setFavorite(id: $id, favorite: true) { id } }', { id: before.id });
    pass(24);
    expect(await sweep([stays])).toMatchObject({ closed: 0 });
    pass(1);
    expect(await sweep([stays])).toMatchObject({ closed: 0 });
    expect(await openTitles()).toEqual(['goer', 'stayer']);
    pass(23);
    expect(await sweep([stays])).toMatchObject({ closed: 1 });
    pass(24);
    expect(await sweep([stays])).toMatchObject({ closed: 0 });
    expect(await openTitles()).toEqual(['stayer']);
    expect((await matches())['goer']).toMatchObject({ id: before.id, isFavorite: true });
    pass(24);
    expect(await sweep([stays, goes])).toMatchObject({ reopened: 1, added: 0, closed: 0 });
    expect((await matches())['goer']).toEqual({ ...before, isFavorite: true });
  });

  it('stays open where it was missed but once, also once in every two looks', async () => {
    const [one, two] = [posting('one'), posting('two')];
    const look = { board: 'gaps' };
    await sweep([one, two], look);
    for (let times = 0; times < 3; times += 1) {
      pass(24);
      expect(await sweep([one], look)).toMatchObject({ closed: 0 });
      pass(24);
      expect(await sweep([one, two], look)).toMatchObject({ closed: 0, reopened: 0 });
    }
    expect(await openTitles()).toContain('two');
  });

  it.each<readonly [string, readonly RawPosting[], Look]>([
    ['that answers nothing', [], {}],
    ['of which a part could not be read', [posting('first')], { isWhole: false }],
    ['that names it, though nothing of it could be read', [posting('first')], { seenIds: ['second'] }],
  ])('stays open on a board %s', async (name, found, look) => {
    const board = `board ${name}`;
    const source = `Source ${name}`;
    await sweep([posting('first'), posting('second')], { board, source });
    for (let times = 0; times < 3; times += 1) {
      pass(24);
      expect(await sweep(found, { ...look, board, source })).toMatchObject({ closed: 0 });
    }
  });

  it('is nothing that another board of its source, another source or a file could miss', async () => {
    await sweep([posting('alone')], { board: 'here' });
    for (let times = 0; times < 2; times += 1) {
      pass(24);
      await sweep([posting('elsewhere')], { board: 'there' });
      await sweep([posting('another')], { board: 'here', source: 'Others' });
      await sweepSource(system, { source: 'Boards', now, postings: [posting('filed')] });
    }
    expect(await openTitles()).toContain('alone');
  });

  it('stays open while another source has it, and closes with the last of them', async () => {
    const [here, there] = [posting('double'), posting('double', { externalId: 'their double' })];
    const [ours, theirs] = [{ board: 'ours' }, { board: 'theirs', source: 'Others' }];
    const rest = posting('rest');
    await sweep([here, rest], ours);
    expect(await sweep([there, posting('their rest')], theirs)).toMatchObject({ merged: 1 });
    for (let times = 0; times < 3; times += 1) {
      pass(24);
      expect(await sweep([rest], ours)).toMatchObject({ closed: 0 });
      await sweep([there, posting('their rest')], theirs);
    }
    pass(24);
    expect(await sweep([posting('their rest')], theirs)).toMatchObject({ closed: 0 });
    pass(24);
    expect(await sweep([posting('their rest')], theirs)).toMatchObject({ closed: 1 });
    expect(await openTitles()).not.toContain('double');
    pass(24);
    expect(await sweep([there, posting('their rest')], theirs)).toMatchObject({ reopened: 1 });
  });

  it('closes when its own page was gone twice, a day apart', async () => {
    await sweep([posting('checked')], { board: 'checks' });
    const [row] = await product.database.query<{ id: string }>(
      `select id from job_postings where external_id = 'checked'`,
    );
    const check = (): Promise<number> =>
      system.em.fork().transactional((em) => noteFailedCheck(em as never, row?.id ?? '', now));
    expect(await check()).toBe(0);
    pass(1);
    expect(await check()).toBe(0);
    pass(23);
    expect(await check()).toBe(1);
    expect(await openTitles()).not.toContain('checked');
  });
});

describe('a posting whose deadline has passed', () => {
  it('closes the day after, stays closed while its board still shows it, and opens when the deadline moves', async () => {
    const due = posting('due', { applicationDeadline: now.toISOString().slice(0, 10) });
    const look = { board: 'deadlines' };
    await sweep([due], look);
    const refresh = async (): Promise<void> => {
      const signedInAt = product.clock.now;
      product.clock.now = now;
      await product.refreshed();
      product.clock.now = signedInAt;
    };
    await refresh();
    expect(await openTitles()).toContain('due');
    pass(24);
    await refresh();
    expect(await openTitles()).not.toContain('due');
    expect(await sweep([due], look)).toMatchObject({ reopened: 0 });
    await refresh();
    expect(await openTitles()).not.toContain('due');
    expect(await sweep([{ ...due, applicationDeadline: '2030-01-01' }], look)).toMatchObject({ reopened: 1 });
    expect(await openTitles()).toContain('due');
  });
});

const text = 'Requirements\n\n- Python, and nothing else that anybody could ask of you here. '.repeat(5);

describe('a posting under a new id', () => {
  const openings = (name: string, ids: readonly string[]): readonly RawPosting[] =>
    ids.map((id) => posting(`${name} ${id}`, { title: `Python ${name}`, descriptionText: text }));
  const chain = async (name: string, id: string): Promise<unknown> => {
    const [row] = await product.database.query<{ count: number; told: number; previous: readonly string[] }>(
      `select p.repost_count as count, (p.ghost_signals->>'repostCount')::int as told,
         (select coalesce(array_agg(right(e.external_id, 1)), '{}') from job_postings e
          where p.previous_posting_ids ? e.id::text) as previous
       from job_postings p where p.external_id = $1`,
      [`${name} ${id}`],
    );
    return row && [row.count, row.told, row.previous];
  };
  const daily = async (name: string, looks: readonly string[]): Promise<void> => {
    for (const shown of looks) {
      await sweep([...openings(name, [...shown]), posting(`${name} rest`)], { board: name });
      pass(24);
    }
  };

  it.each<readonly [string, readonly string[], readonly [count: number, told: number, previous: readonly string[]]]>([
    ['reposts what the same sweep misses, once that has closed', ['a', 'b', 'b'], [1, 1, ['a']]],
    ['reposts what was missed the day before', ['a', '', 'b'], [1, 1, ['a']]],
    ['reposts what had closed', ['a', '', '', 'b'], [1, 1, ['a']]],
    ['reposts nothing while the other may be back', ['a', 'b'], [0, 0, []]],
    ['reposts nothing that it stood beside', ['a', 'ab', 'b', 'b'], [0, 0, []]],
    ['reposts nothing that is there again', ['a', 'b', 'b', 'ab'], [0, 0, []]],
    ['reposts nothing that was there again', ['a', 'b', 'b', 'ab', 'b', 'b'], [0, 0, []]],
    ['reposts nothing that another one reposts', ['a', '', '', 'c', 'bc', 'bc'], [0, 0, []]],
    ['keeps of its chain what has not come back', ['a', '', '', 'c', '', 'b', 'b', 'ab'], [1, 1, ['c']]],
  ])('%s', async (name, looks, expected) => {
    await daily(name, looks);
    expect(await chain(name, 'b')).toEqual(expected);
  });

  it('is of a chain that whoever applied to the earlier one is told of', async () => {
    await daily('chained', ['a']);
    const { id } = (await matches())['chained'] as Match;
    await ada.ask('mutation ($id: ID!) { createApplication(input: { personaJobId: $id }) { id } }', { id });
    await daily('chained', ['b', 'b']);
    await matches();
    const { personaJobs } = await ada.ask<{ personaJobs: { nodes: readonly { readonly priorAttempt: unknown }[] } }>(
      `query ($id: ID!) { personaJobs(personaId: $id, filter: { search: "chained", active: true }) { nodes {
        priorAttempt { outcome } } } }`,
      { id: persona.id },
    );
    expect(personaJobs.nodes).toContainEqual({ priorAttempt: { outcome: null } });
  });
});

describe('four boards as they were on 22 days', () => {
  const rows = readFileSync(new URL('../fixtures/boards-by-day.tsv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t') as [string, string, string, string, string]);

  it('are in the pool as they were: what two looks miss is gone, and what comes back is the same', async () => {
    let before: Match | undefined;
    const boards = [...Map.groupBy(rows, ([board]) => board)];
    const events: string[] = [];
    let open = new Set<string>();
    for (let day = 0; day < 22; day += 1) {
      for (const [board, own] of boards) {
        const shown = own.filter(([, , , , days]) => days[day] === '#');
        await sweep(
          shown.map(([companyName, id, title, location]) =>
            posting(id, { companyName, title, location, descriptionText: text }),
          ),
          { board, source: 'Snapshots' },
        );
      }
      const now = await product.database.query<{ external_id: string; is_active: boolean }>(
        `select external_id, is_active from job_postings
         where source_id = (select id from job_sources where source_name = 'Snapshots')`,
      );
      const [opened, closed] = [now.filter((row) => row.is_active), now.filter((row) => !row.is_active)];
      events.push(
        ...closed.flatMap(({ external_id: id }) => (open.has(id) ? [`${day}: ${id} closed`] : [])).toSorted(),
      );
      const known = new Set(rows.flatMap(([, id, , , days]) => (days.slice(0, day).includes('#') ? [id] : [])));
      events.push(
        ...opened.flatMap(({ external_id: id }) => (known.has(id) && !open.has(id) ? [`${day}: ${id} opened`] : [])),
      );
      open = new Set(opened.map(({ external_id: id }) => id));
      if (day === 4) before = (await matches())['WordPress Developer'];
      pass(24);
    }
    expect(events).toEqual([
      '8: 6122176004 closed',
      '11: 7599845003 closed',
      '11: 7601485003 closed',
      '12: 7599809003 closed',
      '12: 7599819003 closed',
      '12: 7959738 closed',
      '13: 6123433004 closed',
      '14: 8045155 closed',
      '18: 6126490004 closed',
      '18: 6555232003 closed',
      '18: 8045155 opened',
    ]);
    expect(before).toMatchObject({ posting: { isActive: true } });
    expect((await matches())['WordPress Developer']).toEqual(before);
    const reposts = `select external_id from job_postings where repost_count = 1 and company_name = 'rhombuspower'`;
    expect(await product.database.query(reposts)).toEqual([{ external_id: '7819836003' }]);
  });
});
