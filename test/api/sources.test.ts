import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSecretBox } from '#platform/secret-box.ts';
import { keyPlace } from '#sources/sealed-keys.ts';
import { signUpWithPersona } from '../support/personas.ts';
import { codesOf, startTestProduct, testKey, type Answer, type Tenant, type TestProduct } from '../support/product.ts';
import { missingId, twinsOf, twinTraces } from '../support/twins.ts';

let product: TestProduct;
let ada: Tenant;
let bob: Tenant;
let adasPersona: string;
let bobsPersona: string;

beforeAll(async () => {
  const fetch = (): never => {
    throw new Error('Nothing is to be asked.');
  };
  product = await startTestProduct({ polling: { isOn: false, fetch } });
  const [first, second] = [await signUpWithPersona(product, 'ada'), await signUpWithPersona(product, 'bob')];
  [ada, adasPersona, bob, bobsPersona] = [first.tenant, first.persona.id, second.tenant, second.persona.id];
});
afterAll(() => product.stop());

interface Source {
  readonly id: string;
  readonly needsKey: boolean;
  readonly isOnByDefault: boolean;
}

const sourcesOf = async (tenant: Tenant): Promise<ReadonlyMap<string, Source>> => {
  const { jobSources } = await tenant.ask<{ jobSources: Source[] }>(
    '{ jobSources { id label askedBy needsKey keyForm isOnByDefault offBecause attribution } }',
  );
  return new Map(jobSources.map((source) => [source.id, source]));
};

const preferencesOf = async (tenant: Tenant, id: string): Promise<ReadonlyMap<string, boolean>> => {
  const { persona } = await tenant.ask<{
    persona: { sourcePreferences: { source: { id: string }; enabled: boolean }[] };
  }>('query ($id: ID!) { persona(id: $id) { sourcePreferences { source { id } enabled } } }', { id });
  return new Map(persona.sourcePreferences.map(({ source, enabled }) => [source.id, enabled]));
};

const prefer = `mutation ($id: ID!, $source: ID!, $enabled: Boolean!) {
  setSourcePreference(personaId: $id, sourceId: $source, enabled: $enabled) { source { id label } enabled } }`;
const giveKey = (sender: Pick<Tenant, 'send'>, source: string, key: string | null): Promise<Answer> =>
  sender.send(
    'mutation ($source: ID!, $key: String) { setSourceKey(sourceId: $source, key: $key) { source { id } } }',
    {
      source,
      key,
    },
  );

const keysOf = async (tenant: Tenant): Promise<unknown[]> =>
  (await tenant.ask<{ sourceKeys: unknown[] }>('{ sourceKeys { source { id } createdAt } }')).sourceKeys;

describe('jobSources', () => {
  it('tells what each source is, what it wants, and why it is off', async () => {
    const sources = await sourcesOf(ada);
    expect(sources.get('greenhouse')).toEqual({
      id: 'greenhouse',
      label: 'Greenhouse',
      askedBy: 'board token',
      needsKey: false,
      keyForm: null,
      isOnByDefault: true,
      offBecause: null,
      attribution: null,
    });
    expect(sources.get('adzuna')).toMatchObject({
      needsKey: true,
      keyForm: 'application id, colon, application key',
      isOnByDefault: false,
      attribution: 'Jobs by Adzuna',
    });
    expect(sources.get('smartrecruiters')).toMatchObject({ offBecause: expect.stringContaining('robots.txt') });
    for (const query of ['{ jobSources { id } }', '{ sourceKeys { id } }'])
      expect(codesOf(await product.send(query))).toEqual(['UNAUTHENTICATED']);
  });
});

describe('setSourcePreference', () => {
  it('begins with what is usual, and changes one source of one persona', async () => {
    const usual = await preferencesOf(ada, adasPersona);
    const sources = await sourcesOf(ada);
    expect([...usual]).toEqual([...sources.values()].map(({ id, isOnByDefault }) => [id, isOnByDefault]));
    const answers = [true, true, false].map((enabled) => ({ enabled, source: { id: 'remotive', label: 'Remotive' } }));
    for (const setSourcePreference of answers)
      expect(
        await ada.ask(prefer, { id: adasPersona, source: 'remotive', enabled: setSourcePreference.enabled }),
      ).toEqual({ setSourcePreference });
    await ada.ask(prefer, { id: adasPersona, source: 'lever', enabled: false });
    expect(await preferencesOf(ada, adasPersona)).toEqual(new Map([...usual, ['lever', false]]));
    expect(await preferencesOf(bob, bobsPersona)).toEqual(usual);
  });

  it('gives back the one that is missing of a persona from before there were any', async () => {
    await product.database.query('delete from user_source_preferences where persona_id = $1', [bobsPersona]);
    await bob.ask(prefer, { id: bobsPersona, source: 'lever', enabled: true });
    expect(await preferencesOf(bob, bobsPersona)).toEqual(new Map([['lever', true]]));
  });

  it('knows nothing of personas of others, and of no other sources', async () => {
    const variables = (id: string) => ({ id, source: 'lever', enabled: false });
    const traces = await twinTraces(product, ada, { document: prefer, ids: twinsOf(bobsPersona), variables });
    expect(new Set(traces.map((trace) => JSON.stringify(trace))).size).toBe(1);
    expect(traces[0]?.text).toContain('NOT_FOUND');
    for (const source of ['oven', '', missingId])
      expect(codesOf(await ada.send(prefer, { id: adasPersona, source, enabled: true }))).toEqual(['NOT_FOUND']);
    expect(codesOf(await product.send(prefer, variables(adasPersona)))).toEqual(['UNAUTHENTICATED']);
  });
});

describe('setSourceKey', () => {
  const rows = () =>
    product.database.query<{ id: string; ownerId: string; sealed: string }>(
      `select id, owner_id as "ownerId", sealed_key as sealed from source_keys order by id`,
    );

  it('keeps a key of its owner’s that nobody reads again, and forgets it', async () => {
    const key = 'abc123:0123456789abcdef';
    expect((await giveKey(ada, 'adzuna', 'old:key')).body.data).toEqual({
      setSourceKey: { source: { id: 'adzuna' } },
    });
    await giveKey(ada, 'adzuna', ` ${key} `);
    expect(await keysOf(ada)).toEqual([{ source: { id: 'adzuna' }, createdAt: '2025-11-03T09:00:00.000Z' }]);
    expect(await keysOf(bob)).toEqual([]);
    const [row, ...others] = await rows();
    if (!row) throw new Error('The key is not kept.');
    expect(others).toEqual([]);
    expect(JSON.stringify(row)).not.toContain('0123456789');
    const box = createSecretBox([testKey]);
    expect(box.open(row.sealed, keyPlace(row))?.secret).toBe(key);
    expect(box.open(row.sealed, keyPlace({ ...row, ownerId: bob.userId }))).toBeNull();
    expect(product.log.join()).not.toContain('0123456789abcdef');
    await giveKey(bob, 'adzuna', null);
    expect(await rows()).toHaveLength(1);
    for (const _ of [1, 2]) expect((await giveKey(ada, 'adzuna', null)).body.data).toEqual({ setSourceKey: null });
    expect(await rows()).toEqual([]);
  });

  it('keeps one where several are given at once', async () => {
    const answers = await Promise.all(['a:1', 'b:2', 'c:3'].map((key) => giveKey(ada, 'adzuna', key)));
    expect(answers.flatMap(codesOf)).toEqual([]);
    expect(await rows()).toHaveLength(1);
    await giveKey(ada, 'adzuna', null);
  });

  it.each([
    ['adzuna', 'no colon'],
    ['adzuna', ''],
    ['usajobs', 'nobody:key'],
    ['usajobs', 'ada@example.com:a\r\nhost: b'],
    ['lever', 'a:b'],
  ])('refuses what is no key of %s: %j', async (source, key) => {
    const answer = await giveKey(ada, source, key);
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    expect(answer.body.errors?.[0]?.extensions).toMatchObject({ field: 'key' });
  });

  it('is nobody’s who is not signed in, and of no other sources', async () => {
    expect(codesOf(await giveKey(product, 'adzuna', 'a:b'))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await giveKey(ada, 'oven', 'a:b'))).toEqual(['NOT_FOUND']);
  });
});

describe('a product that polls nothing', () => {
  it('says so to whoever has sources asked', async () => {
    const runs = 'id source { id } state failure finishedAt';
    const { refreshSources } = await ada.ask<{ refreshSources: { id: string; state: string }[] }>(
      `mutation ($id: ID!) { refreshSources(personaId: $id) { ${runs} } }`,
      { id: adasPersona },
    );
    expect(new Set(refreshSources.map(({ state }) => state))).toEqual(new Set(['WAITING']));
    await product.polled();
    const { sourceRuns } = await ada.ask<{ sourceRuns: { nodes: object[] } }>(
      `query ($id: ID!) { sourceRuns(personaId: $id, first: 100) { nodes { ${runs} } } }`,
      { id: adasPersona },
    );
    // What was asked for, and nothing by the persona's daily wish.
    expect(sourceRuns.nodes).toHaveLength(refreshSources.length);
    for (const run of sourceRuns.nodes)
      expect(run).toMatchObject({ state: 'SKIPPED', failure: 'No source is asked by this installation.' });
    // Nothing was asked, so whoever has put right what was in the way need not wait.
    const again = await ada.ask<{ refreshSources: { id: string; state: string }[] }>(
      `mutation ($id: ID!) { refreshSources(personaId: $id) { id state } }`,
      { id: adasPersona },
    );
    expect(new Set(again.refreshSources.map(({ state }) => state))).toEqual(new Set(['WAITING']));
  });
});
