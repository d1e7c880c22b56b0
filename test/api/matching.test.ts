import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import type { EntityManager } from '@mikro-orm/postgresql';
import { openOrm } from '#database/orm.ts';
import { renewScores } from '#scoring/renew-scores.ts';
import { scorerRelease } from '#scoring/score-match.ts';
import { matchPersona } from '#scoring/surface-persona.ts';
import { importPostings } from '#sources/import-postings.ts';
import { parseImport } from '#sources/parse-import.ts';
import { entities } from '../../src/server/entities.ts';
import { itemKind } from '../support/persona-items.ts';
import { until, waitingFor } from '../support/queue-up.ts';
import { startTestProduct, type Tenant, type TestProduct } from '../support/product.ts';

const fixture = readFileSync(new URL('../fixtures/postings-small.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const fields = `totalCount nodes {
  id fitScore stretchScore scoreStale failedNonNegotiables warnings version posting { title yearsMin }
  scoreDetails {
    summary strengths gaps stretchNotes scorerVersion similarityVersion
    fit { total label components { name value weight neutral } matchedSkills missingSkills }
    stretch { total label components { name value weight neutral } matchedSkills missingSkills }
  }
}`;
const updatePersona =
  'mutation ($id: ID!, $input: UpdatePersonaInput!) { updatePersona(id: $id, input: $input) { id } }';
const list = `query ($id: ID!, $all: Boolean) { personaJobs(personaId: $id, first: 100, filter: { includeFiltered: $all }) { ${fields} } }`;

interface Match {
  readonly id: string;
  readonly fitScore: number | null;
  readonly stretchScore: number | null;
  readonly warnings: readonly string[];
  readonly scoreStale: boolean;
  readonly failedNonNegotiables: readonly string[];
  readonly posting: { readonly title: string };
  readonly scoreDetails: {
    readonly summary: string;
    readonly fit: Explained;
    readonly stretch: Explained | null;
  } | null;
}

const stretchSkills = ({ scoreDetails }: Match): readonly string[] =>
  [...(scoreDetails?.stretch?.matchedSkills ?? []), ...(scoreDetails?.stretch?.missingSkills ?? [])].toSorted();

interface Explained {
  readonly total: number;
  readonly components: readonly { readonly name: string; readonly value: number; readonly weight: number }[];
  readonly matchedSkills: readonly string[];
  readonly missingSkills: readonly string[];
}

/** What puts equal fits into order: the title, and the fit before limits and rounding. */
function nearnessOf({ scoreDetails }: Match): number {
  const components = scoreDetails?.fit.components ?? [];
  const title = components.find(({ name }) => name === 'role_title')?.value ?? 0;
  return Math.round(50 * components.reduce((sum, { value, weight }) => sum + weight * value, title));
}

function expectNearestFirst(nodes: readonly Match[]): void {
  for (const equal of Map.groupBy(nodes, ({ fitScore }) => fitScore).values()) {
    const nearness = equal.map(nearnessOf);
    expect(nearness).toEqual(nearness.toSorted((a, b) => b - a));
  }
}

describe('matching', () => {
  let product: TestProduct;
  let ann: Tenant;
  beforeAll(async () => {
    product = await startTestProduct();
    ann = await product.signUp('ann');
    await importLines(fixture.slice(0, 20));
  });
  afterAll(() => product.stop());

  async function importLines(lines: readonly string[]): Promise<void> {
    const orm = await openOrm({ url: product.database.urls.system, entities, poolSize: 1 });
    try {
      const chunks = (async function* () {
        yield Buffer.from(lines.join('\n'));
      })();
      await importPostings(orm, parseImport(chunks, null), {
        sourceName: 'Ashby',
        now: product.clock.now,
        onProgress: () => undefined,
      });
    } finally {
      await orm.close();
    }
  }

  const makePersona = async (tenant: Tenant, input: object = {}): Promise<string> => {
    const made = await tenant.ask<{ createPersona: { id: string } }>(
      'mutation ($input: CreatePersonaInput!) { createPersona(input: $input) { id } }',
      {
        input: {
          fullName: 'Ann',
          email: 'ann@example.com',
          yearsExperience: 6,
          minimumFitThreshold: 0,
          skills: ['Python', 'SQL', 'React', 'Salesforce'].map((skillName) => ({ skillName })),
          ...input,
        },
      },
    );
    await product.matched();
    return made.createPersona.id;
  };
  const matchesOf = async (
    tenant: Tenant,
    id: string,
    all = false,
  ): Promise<{ totalCount: number; nodes: readonly Match[] }> =>
    (await tenant.ask<{ personaJobs: { totalCount: number; nodes: readonly Match[] } }>(list, { id, all })).personaJobs;

  it('links a new persona to every posting that passes its wishes, best first, each score explained', async () => {
    const { totalCount, nodes } = await matchesOf(ann, await makePersona(ann));
    expect(totalCount).toBe(20);
    const scores = nodes.map((match) => match.fitScore ?? -1);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(new Set(scores).size).toBeGreaterThan(1);
    expectNearestFirst(nodes);
    for (const { fitScore, stretchScore, scoreDetails } of nodes) {
      expect([scoreDetails?.fit.total, scoreDetails?.stretch?.total]).toEqual([fitScore, stretchScore]);
      expect(scoreDetails?.summary).not.toBe('');
      for (const part of [scoreDetails?.fit, scoreDetails?.stretch])
        expect(part?.components.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1);
    }
  });

  const byStretch = async (id: string): Promise<readonly Match[]> => {
    const query = `query ($id: ID!) { personaJobs(personaId: $id, first: 100, sort: STRETCH_DESC) { ${fields} } }`;
    return (await ann.ask<{ personaJobs: { nodes: readonly Match[] } }>(query, { id })).personaJobs.nodes;
  };

  it('scores anew by where the persona wants to go, best first', async () => {
    const id = await makePersona(ann, { currentRole: 'Account Executive' });
    const [wished] = (await byStretch(id)).slice(-1) as [Match];
    product.clock.now = new Date(product.clock.now.getTime() + 60_000);
    const targetRoles = [wished.posting.title];
    await ann.ask(updatePersona, { id, input: { targetRoles, targetSkills: ['Salesforce', 'basket weaving'] } });
    await product.matched();
    const after = await byStretch(id);
    const scores = after.map(({ stretchScore }) => Number(stretchScore));
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(after.find((match) => match.id === wished.id)).toMatchObject({
      fitScore: wished.fitScore,
      stretchScore: expect.toSatisfy((score: number) => score > Number(wished.stretchScore)),
      scoreDetails: {
        stretch: { components: [{ name: 'target_role', value: 100 }, {}, { name: 'trajectory' }] },
        stretchNotes: [expect.stringContaining(wished.posting.title)],
      },
    });
    for (const match of after) expect(stretchSkills(match)).toEqual(['Salesforce', 'basket weaving']);
  });

  it('counts the titles of jobs held, and scores anew when they change', async () => {
    const id = await makePersona(ann);
    const [{ posting } = { posting: { title: '' } }] = (await matchesOf(ann, id)).nodes;
    const titleScores = async (): Promise<readonly unknown[]> => {
      product.clock.now = new Date(product.clock.now.getTime() + 60_000);
      await product.matched();
      const { nodes } = await matchesOf(ann, id);
      expect(nodes.filter(({ scoreStale }) => scoreStale)).toEqual([]);
      const match = nodes.find((each) => each.posting.title === posting.title);
      return (match?.scoreDetails?.fit.components ?? []).flatMap(({ name, value }) =>
        name === 'role_title' ? [value] : [],
      );
    };
    const [before] = await titleScores();
    const job = itemKind('WorkHistory');
    const made = await job.make(ann, id, { jobTitle: 'Lighthouse keeper' });
    expect(await titleScores()).not.toEqual([100]);
    await job.update(ann, made.id, { jobTitle: posting.title });
    expect(await titleScores()).toEqual([100]);
    await job.remove(ann, made.id);
    expect(await titleScores()).toEqual([before]);
  });

  it('makes no match for a persona without skills, and unscores those of one that has lost hers', async () => {
    expect((await matchesOf(ann, await makePersona(ann, { skills: [] }), true)).totalCount).toBe(0);
    const id = await makePersona(ann, { skills: [{ skillName: 'Python' }] });
    const before = await matchesOf(ann, id);
    expect(before.totalCount).toBeGreaterThan(0);
    const { persona } = await ann.ask<{ persona: { skills: readonly { id: string }[] } }>(
      'query ($id: ID!) { persona(id: $id) { skills { id } } }',
      { id },
    );
    await ann.ask('mutation ($id: ID!) { removeSkill(id: $id) }', { id: persona.skills[0]?.id });
    await product.matched();
    const after = await matchesOf(ann, id);
    expect(after.totalCount).toBe(before.totalCount);
    for (const { fitScore, stretchScore, scoreDetails, warnings, failedNonNegotiables } of after.nodes) {
      expect([fitScore, stretchScore, scoreDetails, failedNonNegotiables]).toEqual([null, null, null, []]);
      expect(warnings).toContain('Not scored: this persona has no skills yet.');
    }
    await ann.ask('mutation ($id: ID!) { addSkill(personaId: $id, input: { skillName: "Python" }) { id } }', { id });
    await product.matched();
    expect((await matchesOf(ann, id)).nodes.map(({ fitScore }) => fitScore)).toEqual(
      before.nodes.map(({ fitScore }) => fitScore),
    );
  });

  it('renews what other rules have scored, once', async () => {
    const id = await makePersona(ann);
    const rows = () =>
      product.database.query(
        'select job_posting_id, inputs_hash, fit_score, stretch_score from persona_jobs where persona_id = $1 order by 1',
        [id],
      );
    const before = await rows();
    expect(before.length).toBeGreaterThan(0);
    // The release is noted as the product starts.
    expect(await product.database.query('select version from scorer_releases')).toEqual([{ version: scorerRelease() }]);
    const orm = await openOrm({ url: product.database.urls.system, entities, poolSize: 1 });
    const renew = (): Promise<boolean> => renewScores(orm, product.clock.now);
    try {
      expect(await renew()).toBe(false);
      await product.database.query(`insert into scorer_releases values ('another', $1)`, [
        new Date(product.clock.now.getTime() + 60_000),
      ]);
      await product.database.query(
        `update persona_jobs set inputs_hash = 'other', stretch_score = null where persona_id = $1`,
        [id],
      );
      expect([await renew(), await renew()]).toEqual([true, false]);
    } finally {
      await orm.close();
    }
    await product.matched();
    expect(await rows()).toEqual(before);
  });

  it('makes no link below the threshold or against a wish', async () => {
    const picky = await makePersona(ann, { minimumFitThreshold: 75 });
    for (const { fitScore } of (await matchesOf(ann, picky, true)).nodes) expect(fitScore).toBeGreaterThanOrEqual(75);
    const rich = await makePersona(ann, { minimumBaseSalary: 9_000_000 });
    for (const { failedNonNegotiables } of (await matchesOf(ann, rich, true)).nodes)
      expect(failedNonNegotiables).toEqual([]);
  });

  it('keeps a link that fails since the persona changed, shows it only on request, and takes it back', async () => {
    const id = await makePersona(ann);
    const before = await matchesOf(ann, id);
    product.clock.now = new Date(product.clock.now.getTime() + 60_000);
    await ann.ask(updatePersona, { id, input: { minimumBaseSalary: 9_000_000 } });
    product.clock.now = new Date(product.clock.now.getTime() + 1000);
    await product.matched();
    const failing = (await matchesOf(ann, id, true)).nodes.filter((match) => match.failedNonNegotiables.length > 0);
    expect(failing.length).toBeGreaterThan(0);
    for (const match of failing) expect([match.fitScore, match.scoreDetails]).toEqual([null, null]);
    const shown = await matchesOf(ann, id);
    expect(shown.totalCount).toBe(before.totalCount - failing.length);
    await ann.ask(updatePersona, { id, input: { minimumBaseSalary: null } });
    product.clock.now = new Date(product.clock.now.getTime() + 1000);
    await product.matched();
    expect((await matchesOf(ann, id)).totalCount).toBe(before.totalCount);
  });

  it('says that a score is stale from the moment its persona or posting changes until it is scored anew', async () => {
    const id = await makePersona(ann);
    expect((await matchesOf(ann, id)).nodes.some((match) => match.scoreStale)).toBe(false);
    product.clock.now = new Date(product.clock.now.getTime() + 60_000);
    // The same document changes and looks: the relay cannot have been there in between.
    const changed = await ann.ask<{ updatePersona: { id: string } }>(
      'mutation ($id: ID!) { updatePersona(id: $id, input: { yearsExperience: 2 }) { id } }',
      { id },
    );
    expect(changed.updatePersona.id).toBe(id);
    await product.database.query('update personas set updated_at = $1 where id = $2', [
      new Date(product.clock.now.getTime() + 60_000),
      id,
    ]);
    expect((await matchesOf(ann, id)).nodes.every((match) => match.scoreStale)).toBe(true);
    product.clock.now = new Date(product.clock.now.getTime() + 120_000);
    await ann.ask('mutation ($id: ID!) { updatePersona(id: $id, input: { yearsExperience: 3 }) { id } }', { id });
    await product.matched();
    expect((await matchesOf(ann, id)).nodes.some((match) => match.scoreStale)).toBe(false);
  });

  it('leaves scores whose inputs are the same alone, but for the time at which they were still right', async () => {
    const id = await makePersona(ann);
    const rows = (): Promise<object[]> =>
      product.database.query('select to_jsonb(p) - $2 as row from persona_jobs p where persona_id = $1 order by id', [
        id,
        'scored_at',
      ]);
    const before = await rows();
    expect(before.length).toBeGreaterThan(0);
    product.clock.now = new Date(product.clock.now.getTime() + 60_000);
    await ann.ask(updatePersona, { id, input: { phone: '1' } });
    await product.matched();
    expect(await rows()).toEqual(before);
    expect((await matchesOf(ann, id)).nodes.some((match) => match.scoreStale)).toBe(false);
    // The threshold is none of a score's inputs, yet it decides what is shown.
    await ann.ask(updatePersona, { id, input: { minimumFitThreshold: 100 } });
    await product.matched();
    expect((await matchesOf(ann, id)).totalCount).toBeLessThan(before.length);
  });

  it('lets no score of an older persona outlive that of the newer one, though two match at once', async () => {
    const { database, clock } = product;
    const id = await makePersona(ann);
    await database.query('delete from persona_jobs where persona_id = $1', [id]);
    const orm = await openOrm({ url: database.urls.system, entities, poolSize: 2 });
    const postingIds = (await database.query<{ id: string }>('select id from job_postings')).map((row) => row.id);
    const match = (then: () => Promise<unknown>): Promise<void> =>
      orm.em.fork().transactional(async (em) => {
        await matchPersona(em as EntityManager, { personaId: id, postingIds, now: clock.now });
        await then();
      });
    let second: Promise<void> | undefined;
    try {
      await match(async () => {
        await database.query('update personas set years_experience = 0 where id = $1', [id]);
        second = match(async () => undefined);
        await until(async () => (await waitingFor(database, 'system')) === 1);
      });
      await second;
    } finally {
      await orm.close();
    }
    const scores = (): Promise<object[]> =>
      database.query('select job_posting_id, inputs_hash from persona_jobs where persona_id = $1 order by 1', [id]);
    const left = await scores();
    expect(left.length).toBeGreaterThan(0);
    await database.query('delete from persona_jobs where persona_id = $1', [id]);
    await ann.ask('mutation ($id: ID!) { updatePersona(id: $id, input: { phone: "1" }) { id } }', { id });
    await product.matched();
    expect(left).toEqual(await scores());
  });

  it('links postings that arrive later, to every persona that they pass, and nobody sees another’s link', async () => {
    const bob = await product.signUp('bob');
    const own = await makePersona(ann);
    const other = await makePersona(bob, { remotePreference: 'REMOTE_ONLY' });
    const before = (await matchesOf(ann, own)).totalCount;
    await importLines(fixture.slice(20));
    await product.matched();
    expect((await matchesOf(ann, own)).totalCount).toBe(before + fixture.length - 20);
    const foreign = await ann.send(list, { id: other });
    expect(foreign.body).toEqual({ data: { personaJobs: null } });
    const [hers] = (await matchesOf(ann, own)).nodes;
    expect((await bob.send('query ($id: ID!) { personaJob(id: $id) { id } }', { id: hers?.id })).body).toEqual({
      data: { personaJob: null },
    });
  });

  it('scores again when a posting changes, in place', async () => {
    const id = await makePersona(ann);
    const before = await matchesOf(ann, id);
    product.clock.now = new Date(product.clock.now.getTime() + 60_000);
    await importLines(
      fixture.map((line) => JSON.stringify({ ...JSON.parse(line), title: 'Head of Nothing in Particular' })),
    );
    await product.matched();
    const after = await matchesOf(ann, id);
    expect(after.nodes.map((match) => match.id).toSorted()).toEqual(before.nodes.map((match) => match.id).toSorted());
    expect(
      after.nodes.every((match) => match.posting.title === 'Head of Nothing in Particular' && !match.scoreStale),
    ).toBe(true);
  });

  it('takes a posting that comes back under another id after a month for a repost', async () => {
    product.clock.now = new Date(product.clock.now.getTime() + 31 * 24 * 60 * 60 * 1000);
    const line = fixture.find((each) => JSON.parse(each).descriptionPlain.length > 1000) ?? '';
    await importLines([
      JSON.stringify({ ...JSON.parse(line), title: 'Head of Nothing in Particular', id: 'come-back' }),
    ]);
    const [row] = await product.database.query<{ repost_count: number; previous: number; evidence: { ratio: number } }>(
      `select repost_count, jsonb_array_length(previous_posting_ids) as previous, merge_evidence as evidence from job_postings where external_id = 'come-back'`,
    );
    expect(row?.repost_count).toBe(1);
    expect(row?.previous).toBe(1);
    expect(row?.evidence.ratio).toBeGreaterThanOrEqual(0.7);
  });

  it('drops the message of a persona that is gone, and tries one that fails again later without holding up the others', async () => {
    // The clock has left the tokens of the others behind.
    const carla = await product.signUp('carla');
    const id = await makePersona(carla);
    await carla.ask('mutation ($id: ID!) { updatePersona(id: $id, input: { phone: "1" }) { id } }', { id });
    await carla.ask('mutation ($id: ID!) { deletePersona(id: $id) }', { id });
    await product.matched();
    expect(await product.database.query('select id from outbox_messages')).toEqual([]);
    // A posting that no rule can score, which the table does not take by itself.
    await product.database.query('alter table job_postings drop constraint job_postings_years_check');
    await product.database.query(
      `update job_postings set years_min = 9, years_max = 1, surfaced_hash = null where external_id = 'come-back'`,
    );
    const posting = `(select id from job_postings where external_id = 'come-back')`;
    await product.database.query(
      `insert into outbox_messages (id, kind, subject_id, created_at, attempts, available_at) select gen_random_uuid(), 'POSTING_CHANGED', ${posting}, now(), 0, $1`,
      [product.clock.now],
    );
    await product.matched();
    expect(await product.database.query('select id from outbox_messages')).toEqual([]);
    const waiting = await product.database.query<{ state: string }>('select state from tenure_queue.job_common');
    expect(waiting.length).toBeGreaterThan(0);
    expect(new Set(waiting.map(({ state }) => state))).toEqual(new Set(['retry']));
    await product.database.query(
      `update job_postings set years_min = null, years_max = null where external_id = 'come-back'`,
    );
    expect((await matchesOf(carla, await makePersona(carla))).totalCount).toBe(fixture.length + 1);
  });
});
