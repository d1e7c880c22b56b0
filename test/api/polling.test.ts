import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOrm } from '#database/orm.ts';
import { createGuardedFetch, type GuardedFetch } from '#platform/guarded-fetch.ts';
import { entities } from '../../src/server/entities.ts';
import { samplePosting } from '../job-pool/sample-posting.ts';
import { adapters } from '#sources/adapters/adapters.ts';
import { documentedAnswers } from '../support/documented-answers.ts';
import { uncounted } from '../support/counters.ts';
import { memoryCounters } from '../support/memory-counters.ts';
import { makePersona } from '../support/personas.ts';
import { codesOf, dataOf, startTestProduct, type Tenant, type TestProduct } from '../support/product.ts';
import { until } from '../support/queue-up.ts';
import { sweepSource } from '../support/sweeps.ts';
import { twinsOf, twinTraces } from '../support/twins.ts';
import { startWebServer, type WebServer } from '../support/web-server.ts';

type Respond = (response: ServerResponse) => void;

const json =
  (body: unknown): Respond =>
  (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };
const status =
  (code: number, headers: Record<string, string> = {}): Respond =>
  (response) => {
    response.writeHead(code, headers);
    response.end();
  };

/** Answers once nothing that works by itself is in a transaction, and so never to whoever asks within one. */
const outsideTransactions =
  (respond: Respond): Respond =>
  (response) => {
    const isIdle = async (): Promise<boolean> => {
      const [open] = await product.database.query(
        `select from pg_stat_activity where usename = 'tenure_system' and datname = current_database() and xact_start is not null`,
      );
      return open === undefined || response.destroyed;
    };
    void until(isIdle).then(() => respond(response));
  };

/** What each host answers. */
const answers: Record<string, Respond> = {};
let site: WebServer;
let product: TestProduct;
let fetch: GuardedFetch;
/** The host whose answer is to take too long; others may take their time. */
let slow = '';
const sleep = async (): Promise<void> => undefined;

beforeAll(async () => {
  site = await startWebServer((request, response) => {
    (answers[(request.headers.host ?? '').split(':')[0] ?? ''] ?? status(404))(response);
  });
  const guarded = createGuardedFetch({
    resolve: async () => ['127.0.0.1'],
    mayConnect: (address, port) => address === '127.0.0.1' && port === site.port,
  });
  // The same guard, but for the local site in place of every host.
  fetch = (address, options) => {
    const url = new URL(address);
    url.protocol = 'http:';
    url.port = `${site.port}`;
    return guarded(url.href, { ...options, timeoutMs: url.hostname === slow ? 200 : 10_000 });
  };
  const counted = memoryCounters(() => product.clock.now.getTime());
  const counters = {
    ...uncounted,
    take: (key: string, limit: Parameters<typeof counted.take>[1]) =>
      (key.startsWith('source ') ? counted : uncounted).take(key, limit),
  };
  product = await startTestProduct({ polling: { fetch, sleep }, counters });
});
afterAll(async () => {
  await product.stop();
  await site.stop();
});

const pass = (minutes: number): void => {
  product.clock.now = new Date(product.clock.now.getTime() + minutes * 60_000);
};
/** Has everything asked that is due, and told of. */
async function poll(): Promise<void> {
  await product.polled();
  await product.matched();
  pass(2);
  await product.polled();
}
/** How often a host was asked since the last look. */
function asked(host: string): { url: string }[] {
  const requests = site.requests.filter(({ headers }) => String(headers['host']).startsWith(`${host}:`));
  site.requests.length = 0;
  return requests;
}

interface Run {
  readonly id: string;
  readonly source: { readonly id: string };
  readonly state: string;
  readonly found: number | null;
  readonly rejected: number | null;
  readonly repaired: number | null;
  readonly newMatches: number | null;
  readonly notInspected: number | null;
  readonly failure: string | null;
}
const fields = 'id source { id } state found rejected repaired newMatches notInspected failure askedAt finishedAt';
const refreshing = `mutation ($id: ID!) { refreshSources(personaId: $id) { ${fields} } }`;
const refresh = async (person: Person): Promise<Run[]> =>
  (await ask<{ refreshSources: Run[] }>(person, refreshing, { id: person.id })).refreshSources;
const runsOf = async (person: Person): Promise<Run[]> =>
  (
    await ask<{ sourceRuns: { nodes: Run[] } }>(
      person,
      `query ($id: ID!) { sourceRuns(personaId: $id, first: 100) { totalCount nodes { ${fields} } } }`,
      { id: person.id },
    )
  ).sourceRuns.nodes;
/** The latest run of a source. */
const runOf = async (person: Person, source: string): Promise<Run | undefined> =>
  (await runsOf(person)).find((run) => run.source.id === source);
const turn = (person: Person, source: string, enabled: boolean) =>
  ask(
    person,
    'mutation ($id: ID!, $source: ID!, $enabled: Boolean!) { setSourcePreference(personaId: $id, sourceId: $source, enabled: $enabled) { id } }',
    { id: person.id, source, enabled },
  );
const titlesOf = async (person: Person): Promise<string[]> =>
  (
    await ask<{ personaJobs: { nodes: { posting: { title: string } }[] } }>(
      person,
      'query ($id: ID!) { personaJobs(personaId: $id) { nodes { posting { title } } } }',
      { id: person.id },
    )
  ).personaJobs.nodes.map(({ posting }) => posting.title);

interface Person {
  readonly tenant: Tenant;
  readonly id: string;
}

const signedIn = new Map<Tenant, { readonly headers: Record<string, string>; readonly until: number }>();
/** As the tenant's `ask`, however much time has passed. */
async function ask<T>({ tenant }: Pick<Person, 'tenant'>, query: string, variables: object = {}): Promise<T> {
  const at = product.clock.now.getTime();
  let known = signedIn.get(tenant);
  if (!known || known.until <= at) {
    const { email, password } = tenant;
    const { login } = dataOf<{ login: { tokens: { accessToken: string } } }>(
      await product.send(
        'mutation ($input: LoginInput!) { login(input: $input) { ... on AuthSession { tokens { accessToken } } } }',
        { input: { email, password } },
      ),
    );
    known = { headers: { authorization: `Bearer ${login.tokens.accessToken}` }, until: at + 600_000 };
    signedIn.set(tenant, known);
  }
  return dataOf<T>(await product.send(query, variables, known.headers));
}
let people = 0;
/** Somebody whom every posting may do for, and for whom these sources alone are asked. */
async function personWith(sources: readonly string[], input: object = {}): Promise<Person> {
  const tenant = await product.signUp(`person-${(people += 1)}`);
  const { id } = await makePersona(tenant, {
    minimumFitThreshold: 0,
    pollingFrequency: 'MANUAL_ONLY',
    skills: [{ skillName: 'Python' }],
    ...input,
  });
  const usual = ['ashby', 'greenhouse', 'lever', 'recruitee', 'personio', 'teamtailor', 'jsonld', 'rss', 'jsonfeed'];
  for (const source of usual) if (!sources.includes(source)) await turn({ tenant, id }, source, false);
  for (const source of sources) await turn({ tenant, id }, source, true);
  await product.matched();
  return { tenant, id };
}

const remotive = 'remotive.com';
const remotiveJob = (id: number, title: string) => ({
  ...(documentedAnswers['remotive'] as { jobs: object[] }).jobs[0],
  id,
  url: `https://remotive.com/remote-jobs/all-others/${id}`,
  title,
});

describe('refreshSources', () => {
  it('asks once for everybody, tells no sooner than after two minutes, and does not multiply', async () => {
    const jobs = [remotiveJob(1, 'Remote Baker'), remotiveJob(2, 'Remote Brewer')];
    answers[remotive] = outsideTransactions(json({ jobs }));
    const [ada, bob] = [await personWith(['remotive']), await personWith(['remotive'])];
    const [first] = await refresh(ada);
    expect(await refresh(ada)).toEqual([first]);
    expect(first).toMatchObject({ source: { id: 'remotive' }, state: 'WAITING', found: null, finishedAt: null });
    await product.polled();
    expect(await runOf(ada, 'remotive')).toEqual(first);
    await refresh(bob);
    await poll();
    expect(asked(remotive)).toHaveLength(1);
    const told = { state: 'SUCCEEDED', found: 2, newMatches: 2, notInspected: 0, failure: null };
    for (const person of [ada, bob]) {
      expect(await runOf(person, 'remotive')).toMatchObject(told);
      expect((await titlesOf(person)).toSorted()).toEqual(['Remote Baker', 'Remote Brewer']);
      expect(await refresh(person)).toEqual(await runsOf(person));
    }
    // A list that is fresh enough is not asked for again.
    pass(60);
    await refresh(ada);
    await poll();
    expect(asked(remotive)).toEqual([]);
    expect(await runOf(ada, 'remotive')).toMatchObject({ ...told, newMatches: 0 });
  });

  it('asks no source more often than it allows, failures and all', async () => {
    const ada = await personWith(['remotive']);
    answers[remotive] = status(500);
    pass(25 * 60);
    for (const _ of [1, 2, 3]) {
      await refresh(ada);
      await poll();
      pass(3 * 60);
    }
    expect(asked(remotive)).toHaveLength(4);
    expect(await runOf(ada, 'remotive')).toMatchObject({
      state: 'FAILED',
      found: 0,
      failure: 'It may not be asked more often for now.',
    });
    pass(25 * 60);
  });

  it('is nobody’s but the owner’s, and tells nothing of others', async () => {
    const [ada, bob] = [await personWith(['arbeitnow']), await personWith([])];
    await refresh(ada);
    const twin = { ids: twinsOf(ada.id), variables: (id: string) => ({ id }) };
    const listing = 'query ($id: ID!) { sourceRuns(personaId: $id) { totalCount nodes { id } } }';
    for (const document of [refreshing, listing]) {
      const traces = await twinTraces(product, bob.tenant, { document, ...twin });
      expect(new Set(traces.map((trace) => JSON.stringify(trace))).size).toBe(1);
      expect(codesOf(await product.send(document, { id: ada.id }))).toEqual(['UNAUTHENTICATED']);
    }
    expect(codesOf(await bob.tenant.send(refreshing, { id: ada.id }))).toEqual(['NOT_FOUND']);
    expect((await bob.tenant.send(listing, { id: ada.id })).body).toEqual({ data: { sourceRuns: null } });
  });
});

describe('a poll', () => {
  const greenhouse = 'boards-api.greenhouse.io';
  const board = (...titles: string[]) =>
    json({
      jobs: titles.map((title, id) => ({
        id: id + 1,
        title,
        absolute_url: `https://boards.greenhouse.io/acme/jobs/${id + 1}`,
        company_name: 'Acme',
        content: 'We bake.',
      })),
    });
  let ada: Person;
  let unknown: Run | undefined;
  beforeAll(async () => {
    ada = await personWith(['greenhouse', 'arbeitnow']);
    answers['www.arbeitnow.com'] = json(documentedAnswers['arbeitnow']);
    await refreshed();
    unknown = await runOf(ada, 'greenhouse');
    answers[greenhouse] = board('Oven Builder');
    const system = await openOrm({ url: product.database.urls.system, entities, poolSize: 1 });
    await sweepSource(system, {
      source: 'Greenhouse',
      now: product.clock.now,
      postings: [samplePosting({ externalId: '1', title: 'Oven Builder' })],
      board: { name: 'acme', isWhole: true, seenIds: [] },
    });
    await system.close();
  });
  const refreshed = async (): Promise<Run | undefined> => {
    pass(25 * 60);
    site.requests.length = 0;
    await refresh(ada);
    await poll();
    return runOf(ada, 'greenhouse');
  };
  const isOpen = async (): Promise<unknown> =>
    (await product.database.query(`select is_active, missing_since from job_postings where title = 'Oven Builder'`))[0];

  it('reads the boards that the pool knows', async () => {
    expect(unknown).toMatchObject({
      state: 'SKIPPED',
      failure: 'No board of it is known here yet: import one.',
    });
    expect(await refreshed()).toMatchObject({ state: 'SUCCEEDED', found: 1, failure: null });
    expect(asked(greenhouse)).toHaveLength(1);
  });

  it.each<[string, Respond, object]>([
    ['has nothing new', status(304), { state: 'FAILED', failure: 'It does not answer as it should (304).' }],
    ['fails', status(500), { state: 'FAILED', failure: 'It does not answer as it should (500).' }],
    [
      'answers with a page',
      (response) => response.end('<!doctype html><title>Wait</title>'),
      { state: 'FAILED', failure: 'Its answer is a web page, not JSON.' },
    ],
    [
      'leads inside',
      status(302, { location: 'http://169.254.169.254/latest/meta-data' }),
      { state: 'FAILED', failure: expect.stringContaining('no address of a page') },
    ],
    [
      'drips',
      (response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.write('{"jobs":');
      },
      { state: 'FAILED', failure: expect.stringContaining('too long to answer') },
    ],
    [
      'sends 100 MB',
      (response) => response.writeHead(200, { 'content-length': 100_000_000 }).write('{"jobs":'),
      { state: 'FAILED', failure: expect.stringContaining('too large') },
    ],
    [
      'sends a bomb',
      (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(34_000_000))),
      { state: 'FAILED', failure: expect.stringContaining('too large') },
    ],
    [
      'sends what is no UTF-8',
      (response) => response.end(Buffer.from([0x7b, 0x22, 0xe4, 0xff])),
      { state: 'FAILED', failure: 'Its answer is not text in its own encoding.' },
    ],
    ['shows an empty board', board(), { state: 'SUCCEEDED', found: 0, failure: null }],
  ])('closes nothing, and stops nobody else, where a source %s', async (...[what, answer, told]) => {
    answers[greenhouse] = answer;
    slow = what === 'drips' ? greenhouse : '';
    expect(await refreshed()).toMatchObject(told);
    slow = '';
    expect(await isOpen()).toEqual({ is_active: true, missing_since: null });
    expect(await runOf(ada, 'arbeitnow')).toMatchObject({ state: 'SUCCEEDED', found: 1 });
  });

  it('takes what it can of a board, and counts what it could not take, or not as it stands', async () => {
    const job = (id: number, fields: object = {}) => ({
      id,
      title: 'Oven Builder',
      absolute_url: `https://boards.greenhouse.io/acme/jobs/${id}`,
      company_name: 'Acme',
      content: 'We bake.',
      ...fields,
    });
    answers[greenhouse] = json({ jobs: [job(1, { first_published: 'yesterday' }), job(1), job(7, { title: '' })] });
    expect(await refreshed()).toMatchObject({
      state: 'PARTIAL',
      found: 3,
      rejected: 2,
      repaired: 1,
      failure: '1 of 3 are no postings.',
    });
    expect(product.log.filter((line) => line.includes('postings of a source rejected'))).toEqual([
      expect.stringContaining('id: stands in the answer twice'),
    ]);
  });

  it('is over where its postings cannot be stored, and not begun again at once', async () => {
    answers[greenhouse] = board('Oven Builder', 'Oven Keeper');
    await product.database.query(
      `alter table job_postings add constraint broken check (title <> 'Oven Keeper') not valid`,
    );
    expect(await refreshed()).toMatchObject({ state: 'FAILED', failure: 'Its postings could not be stored.' });
    await product.database.query('alter table job_postings drop constraint broken');
    expect(asked(greenhouse)).toHaveLength(1);
  });

  it('leaves a source alone for as long as it asks for, also after the process has ended', async () => {
    answers[greenhouse] = status(429, { 'retry-after': '7200' });
    const left = { state: 'FAILED', failure: 'It asks to be left alone for a while.' };
    expect(await refreshed()).toMatchObject(left);
    expect(asked(greenhouse)).toHaveLength(1);
    pass(60);
    await refresh(ada);
    await poll();
    expect(await runOf(ada, 'greenhouse')).toMatchObject(left);
    expect(asked(greenhouse)).toEqual([]);
    answers[greenhouse] = board('Oven Builder');
    pass(61);
    await refresh(ada);
    await poll();
    expect(await runOf(ada, 'greenhouse')).toMatchObject({ state: 'SUCCEEDED', found: 1 });
  });

  it('is made once by two instances', async () => {
    const before = await personWith([]);
    await product.database.query('delete from user_source_preferences where persona_id = $1', [before.id]);
    const beside = { ...product.database, drop: async () => undefined };
    const other = await startTestProduct({ polling: { fetch, sleep }, now: () => product.clock.now }, beside);
    pass(25 * 60);
    site.requests.length = 0;
    await refresh(ada);
    await Promise.all([product.polled(), other.polled()]);
    pass(2);
    await Promise.all([product.polled(), other.polled()]);
    expect(asked(greenhouse)).toHaveLength(1);
    expect(await runOf(ada, 'greenhouse')).toMatchObject({ state: 'SUCCEEDED' });
    // Personas from before there were preferences have got theirs as it started.
    const [{ count } = {}] = await product.database.query(
      'select count(*)::int as count from user_source_preferences where persona_id = $1',
      [before.id],
    );
    expect(count).toBe(adapters.length);
    await other.stop();
  });

  it('comes as often as its persona wants', async () => {
    const bob = await personWith(['hackernews'], { pollingFrequency: 'DAILY' });
    const change = (pollingFrequency: string) =>
      ask(bob, 'mutation ($id: ID!, $input: UpdatePersonaInput!) { updatePersona(id: $id, input: $input) { id } }', {
        id: bob.id,
        input: { pollingFrequency },
      });
    const times = async (): Promise<number> =>
      (await runsOf(bob)).filter(({ source }) => source.id === 'hackernews').length;
    await poll();
    expect(await times()).toBe(1);
    pass(12 * 60);
    await poll();
    expect(await times()).toBe(1);
    await change('TWICE_DAILY');
    await poll();
    expect(await times()).toBe(2);
    await change('MANUAL_ONLY');
    pass(8 * 24 * 60);
    await poll();
    expect(await times()).toBe(2);
    await product.purged();
    expect(await times()).toBe(2);
    pass(23 * 24 * 60);
    await product.purged();
    expect(await runsOf(bob)).toEqual([]);
  });

  it('reads all boards of a source but the one that is out of order, which comes last', async () => {
    const system = await openOrm({ url: product.database.urls.system, entities, poolSize: 1 });
    await sweepSource(system, {
      source: 'Greenhouse',
      now: product.clock.now,
      postings: [samplePosting({ externalId: '2', title: 'Oven Cleaner' })],
      board: { name: 'zebra', isWhole: true, seenIds: [] },
    });
    await system.close();
    answers[greenhouse] = (response) => {
      const isOf = (name: string): boolean => response.req.url?.includes(`/${name}/`) === true;
      (isOf('zebra') ? board() : status(500))(response);
    };
    expect(await refreshed()).toMatchObject({ state: 'FAILED', found: 0 });
    const again = async (minutes: number): Promise<string[]> => {
      pass(minutes);
      await refresh(ada);
      await poll();
      return [...new Set(asked(greenhouse).map(({ url }) => url.split('/')[3] ?? ''))];
    };
    asked(greenhouse);
    expect(await again(15)).toEqual(['zebra', 'acme']);
    expect(await runOf(ada, 'greenhouse')).toMatchObject({
      state: 'PARTIAL',
      failure: 'It does not answer as it should (500).',
    });
    // The wait begins anew, since the source has answered.
    expect(await again(15)).toEqual(['acme']);
  });
});

describe('a source with a key', () => {
  const adzuna = 'api.adzuna.com';
  const giveKey = (person: Person, key: string | null) =>
    ask(person, 'mutation ($key: String) { setSourceKey(sourceId: "adzuna", key: $key) { id } }', { key });
  const approve = (person: Person) =>
    ask(person, 'mutation ($id: ID!) { approveSearchProfile(personaId: $id) { id } }', { id: person.id });
  const seeker = { currentRole: 'Baker', homeCity: 'Berlin', homeCountry: 'Germany' };
  const next = async (...all: Person[]): Promise<void> => {
    pass(61);
    site.requests.length = 0;
    for (const person of all) await refresh(person);
    await poll();
  };

  it('is asked by its owner’s key for what they look for, and shows what it finds to nobody else', async () => {
    answers[adzuna] = json(documentedAnswers['adzuna']);
    const [ada, bob, carol] = [
      await personWith(['adzuna'], seeker),
      await personWith(['adzuna'], seeker),
      await personWith([]),
    ];
    await giveKey(ada, 'adas-id:adas-key');
    await next(ada, bob);
    expect(await runOf(ada, 'adzuna')).toMatchObject({ state: 'SKIPPED', failure: expect.stringContaining('approve') });
    expect(await runOf(bob, 'adzuna')).toMatchObject({ state: 'SKIPPED', failure: expect.stringContaining('key') });
    expect(asked(adzuna)).toEqual([]);

    for (const person of [ada, bob]) await approve(person);
    await next(ada, bob);
    const requests = asked(adzuna).map(({ url }) => new URL(url, 'http://x'));
    expect(requests[0]?.pathname).toBe('/v1/api/jobs/de/search/1');
    const asks = requests.map(({ searchParams }) =>
      ['app_id', 'app_key', 'what', 'where'].map((name) => searchParams.get(name)),
    );
    expect(asks).toContainEqual(['adas-id', 'adas-key', 'Baker', 'Berlin']);
    expect(new Set(asks.map(([id]) => id))).toEqual(new Set(['adas-id']));
    expect(await runOf(ada, 'adzuna')).toMatchObject({ state: 'SUCCEEDED', newMatches: 1 });
    expect(await runOf(bob, 'adzuna')).toMatchObject({ state: 'SKIPPED' });
    const found = async (person: Person): Promise<number> =>
      (await titlesOf(person)).filter((title) => title === 'Baker').length;
    const before = { bob: await found(bob), carol: await found(carol) };
    expect(await found(ada)).toBe(before.bob + 1);

    // Another persona of hers finds it too, and nobody else's.
    const { createPersona: second } = await ask<{ createPersona: { id: string } }>(
      ada,
      'mutation ($input: CreatePersonaInput!) { createPersona(input: $input) { id } }',
      {
        input: {
          fullName: 'Ada',
          email: ada.tenant.email,
          minimumFitThreshold: 0,
          pollingFrequency: 'MANUAL_ONLY',
          skills: [{ skillName: 'Bread' }],
        },
      },
    );
    await product.matched();
    expect(await found({ tenant: ada.tenant, id: second.id })).toBe(await found(ada));

    await giveKey(bob, 'bobs-id:bobs-key');
    await next(bob);
    expect(new Set(asked(adzuna).map(({ url }) => new URL(url, 'http://x').searchParams.get('app_id')))).toEqual(
      new Set(['bobs-id']),
    );
    expect(await found(bob)).toBe(before.bob + 1);
    expect(await found(carol)).toBe(before.carol);
    expect(await found(ada)).toBe(before.bob + 1);
    expect(product.log.join()).not.toMatch(/adas-key|bobs-key/);

    await giveKey(ada, null);
    await next(ada);
    expect(asked(adzuna)).toEqual([]);
  });
});
