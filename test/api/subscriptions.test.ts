import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase } from '../support/database.ts';
import { defaultLimits } from '#scoring/surfacing.ts';
import { defaultSurfacing } from '../../src/server/start-surfacing.ts';
import { codesOf, startTestProduct, testPassword, type Tenant, type TestProduct } from '../support/product.ts';
import { seedPostings } from '../support/seed.ts';
import { connect, connectAs, type Connection, type ConnectOptions, type Subscribed } from '../support/subscribe.ts';
import { countStatements } from '../support/statement-counts.ts';
import { statementsOf, twinsOf } from '../support/twins.ts';
import { setFavorite, signUpWatched, watchDocument, type Watched } from '../support/watched.ts';

let product: TestProduct;
let ada: Watched;
let bob: Watched;
const connections: Connection[] = [];
beforeAll(async () => {
  // More postings in a pass than a change names one by one.
  const surfacing = { ...defaultSurfacing, limits: { ...defaultLimits, postings: 100 } };
  product = await startTestProduct({ surfacing });
  ada = await signUpWatched(product, 'ada');
  bob = await signUpWatched(product, 'bob');
});
afterEach(async () => {
  for (const connection of connections.splice(0)) await connection.close();
});
afterAll(() => product.stop());

const keep = (connection: Connection): Connection => {
  connections.push(connection);
  return connection;
};
const open = (tenant: Pick<Tenant, 'headers'>, on: TestProduct = product): Connection => keep(connectAs(on, tenant));
const watch = ({ tenant, personaId }: Watched, on: TestProduct = product): Promise<Subscribed> =>
  open(tenant, on).subscribe(watchDocument, { id: personaId });
const changed = async (subscribed: Subscribed): Promise<unknown> => {
  const { data, errors } = await subscribed.next();
  expect(errors).toBeUndefined();
  return (data as { personaJobsChanged: unknown }).personaJobsChanged;
};
const isFavoriteOf = async (watched: Watched): Promise<boolean> => {
  const [row] = await product.database.query<{ is_favorite: boolean }>(
    'select is_favorite from persona_jobs where id = $1',
    [watched.matchId],
  );
  return row?.is_favorite ?? false;
};
/** Changes the match for sure. @returns what it is now */
const toggle = async (watched: Watched): Promise<boolean> => {
  const favorite = !(await isFavoriteOf(watched));
  expect(codesOf(await setFavorite(watched, favorite))).toEqual([]);
  return favorite;
};

describe('Subscription.personaJobsChanged', () => {
  it('tells of a match that was changed, as it is then, by one flight', async () => {
    const subscribed = await watch(ada);
    const isFavorite = await toggle(ada);
    expect(await changed(subscribed)).toEqual({
      id: ada.matchId,
      isFavorite,
      status: 'DISCOVERED',
      version: expect.any(Number),
      posting: { title: "ada's posting" },
    });
    const { flights } = await countStatements(product, async () => {
      await product.database.query(`select pg_notify('tenure_changes', $1)`, [
        `PERSONA_JOBS:${ada.personaId} ${ada.matchId}`,
      ]);
      await changed(subscribed);
    });
    expect(flights).toBe(1);
  });

  it('tells of every way to change a match', async () => {
    const zoe = await signUpWatched(product, 'zoe');
    const subscribed = await watch(zoe);
    const set = 'mutation ($id: ID!, $to: PersonaJobStatus!) { setPersonaJobStatus(id: $id, status: $to) { id } }';
    await zoe.tenant.ask(set, { id: zoe.matchId, to: 'DISMISSED' });
    expect(await changed(subscribed)).toMatchObject({ id: zoe.matchId, status: 'DISMISSED' });
    await zoe.tenant.ask(set, { id: zoe.matchId, to: 'DISCOVERED' });
    expect(await changed(subscribed)).toMatchObject({ status: 'DISCOVERED' });
    const both = `mutation ($id: ID!) { setFavorite(id: $id, favorite: true) { id }
      createApplication(input: { personaJobId: $id }) { id } }`;
    await zoe.tenant.ask(both, { id: zoe.matchId });
    expect(await changed(subscribed)).toMatchObject({ isFavorite: true, status: 'APPLIED' });
    await toggle(zoe);
    // Both changes of the one transaction were told once: the next is that of the next transaction.
    expect(await changed(subscribed)).toMatchObject({ isFavorite: false, status: 'APPLIED' });
  });

  it('tells nothing of a mutation that changes nothing, and nothing of one that fails', async () => {
    const subscribed = await watch(ada);
    await setFavorite(ada, await isFavoriteOf(ada));
    const failing = `mutation ($id: ID!) { setPersonaJobStatus(id: $id, status: DISMISSED) { id }
      createApplication(input: { personaJobId: $id, appliedAt: "2099-01-01T00:00:00Z" }) { id } }`;
    expect(codesOf(await ada.tenant.send(failing, { id: ada.matchId }))).toEqual(['BAD_USER_INPUT']);
    const isFavorite = await toggle(ada);
    expect(await changed(subscribed)).toMatchObject({ isFavorite, status: 'DISCOVERED' });
  });

  it('tells every device of an account', async () => {
    const { email } = ada.tenant;
    const login = `mutation ($input: LoginInput!) { login(input: $input) { ... on AuthSession { tokens { accessToken } } } }`;
    const { body } = await product.send(login, { input: { email, password: testPassword } });
    const { accessToken } = (body.data as { login: { tokens: { accessToken: string } } }).login.tokens;
    const phone = { headers: { authorization: `Bearer ${accessToken}` } };
    const onDesk = await watch(ada);
    const onPhone = await open(phone).subscribe(watchDocument, { id: ada.personaId });
    const isFavorite = await toggle(ada);
    for (const subscribed of [onDesk, onPhone]) expect(await changed(subscribed)).toMatchObject({ isFavorite });
  });

  it('carries several subscriptions on one connection, of the same persona too', async () => {
    const connection = open(ada.tenant);
    const first = await connection.subscribe(watchDocument, { id: ada.personaId });
    const second = await connection.subscribe(
      `subscription ($id: ID!) { it: personaJobsChanged(personaId: $id) { id } }`,
      {
        id: ada.personaId,
      },
    );
    await toggle(ada);
    expect(await changed(first)).toMatchObject({ id: ada.matchId });
    expect(await second.next()).toEqual({ data: { it: { id: ada.matchId } } });
    second.end();
    await second.ended;
    await toggle(ada);
    expect(await changed(first)).toMatchObject({ id: ada.matchId });
  });

  it('tells what matching adds one by one, and of very many at once that they are many', async () => {
    const pat = await signUpWatched(product, 'pat');
    const subscribed = await watch(pat);
    const rematch = async (threshold: number): Promise<void> => {
      await pat.tenant.ask(
        'mutation ($id: ID!, $input: UpdatePersonaInput!) { updatePersona(id: $id, input: $input) { id } }',
        { id: pat.personaId, input: { minimumFitThreshold: threshold } },
      );
      await product.matched();
    };
    // Without any skill nothing is matched.
    await pat.tenant.ask('mutation ($id: ID!) { addSkill(personaId: $id, input: { skillName: "SQL" }) { id } }', {
      id: pat.personaId,
    });
    await rematch(0);
    let told: unknown;
    do {
      told = await changed(subscribed);
      expect(told).not.toBeNull();
    } while (!JSON.stringify(told).includes("ada's posting"));
    await seedPostings(product.database, 60);
    await rematch(1);
    do told = await changed(subscribed);
    while (told !== null);
  });

  it('ends when the persona is deleted', async () => {
    const eve = await signUpWatched(product, 'eve');
    const subscribed = await watch(eve);
    await eve.tenant.ask('mutation ($id: ID!) { deletePersona(id: $id) }', { id: eve.personaId });
    expect(await subscribed.next()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
    expect(await subscribed.ended).toBeUndefined();
  });

  it('is not carried by HTTP', async () => {
    const answer = await ada.tenant.send(watchDocument, { id: ada.personaId });
    expect([answer.status, codesOf(answer)]).toEqual([400, ['GRAPHQL_VALIDATION_FAILED']]);
    expect(answer.body.errors?.[0]?.message).toContain('graphql-transport-ws');
  });
});

describe('who may not watch', () => {
  it('learns nothing by which ids: foreign, missing and malformed ones end it alike, after the same statements', async () => {
    const traces: unknown[] = [];
    for (const id of twinsOf(bob.personaId)) {
      let subscribed: Subscribed | undefined;
      const connection = open(ada.tenant);
      const statements = await statementsOf(product, async () => {
        subscribed = await connection.subscribe(watchDocument, { id });
        await subscribed.ended;
      });
      traces.push([statements.filter((each) => !isPoll(each)), subscribed?.answers]);
    }
    const [first, ...others] = traces;
    for (const other of others) expect(other).toEqual(first);
    expect(first).toEqual([
      expect.any(Array),
      [
        {
          errors: [
            {
              message: 'Not found.',
              locations: [{ line: 2, column: 3 }],
              path: ['personaJobsChanged'],
              extensions: { code: 'NOT_FOUND' },
            },
          ],
        },
      ],
    ]);
  });

  it('never hears of what changes for somebody else', async () => {
    const connection = open(ada.tenant);
    const own = await connection.subscribe(watchDocument, { id: ada.personaId });
    const foreign = await connection.subscribe(watchDocument, { id: bob.personaId });
    for (const _ of [1, 2, 3]) await toggle(bob);
    await toggle(ada);
    expect(await changed(own)).toMatchObject({ id: ada.matchId });
    expect(own.answers).toHaveLength(1);
    expect(JSON.stringify([own.answers, foreign.answers])).not.toMatch(new RegExp(`bob|${bob.matchId}`));
  });

  it('is shown no row of somebody else, though a word should name one', async () => {
    const subscribed = await watch(ada);
    const say = (matchId: string): Promise<unknown> =>
      product.database.query(`select pg_notify('tenure_changes', $1)`, [`PERSONA_JOBS:${ada.personaId} ${matchId}`]);
    await say(bob.matchId);
    await say('no id at all');
    await say(ada.matchId);
    expect(await changed(subscribed)).toMatchObject({ id: ada.matchId });
    expect(JSON.stringify(subscribed.answers)).not.toContain('bob');
  });

  const anonymous: readonly (readonly [string, () => ConnectOptions, object])[] = [
    ['no token', () => ({}), { code: 'UNAUTHENTICATED' }],
    ['another scheme', () => ({ params: { authorization: 'Basic YTpi' } }), { code: 'UNAUTHENTICATED' }],
    ['a garbled token', () => ({ params: { authorization: 'Bearer x.y.z' } }), { code: 'UNAUTHENTICATED' }],
    ['no text for a token', () => ({ params: { authorization: 5 } }), { code: 'UNAUTHENTICATED' }],
    ['a page without cookies', () => ({ headers: { origin: product.url } }), { code: 'UNAUTHENTICATED' }],
    ['the header of the handshake alone', () => ({ headers: ada.tenant.headers }), { code: 'UNAUTHENTICATED' }],
    [
      'a refresh cookie alone',
      () => ({ headers: { origin: product.url, cookie: `tenure-refresh-${product.port}=x` } }),
      { code: 'UNAUTHENTICATED', reason: 'TOKEN_EXPIRED' },
    ],
  ];
  it.each(anonymous)('is told to sign in: with %s', async (_what, options, extensions) => {
    const subscribed = await keep(connect(product, options())).subscribe(watchDocument, { id: ada.personaId });
    expect(await subscribed.ended).toBeUndefined();
    expect(subscribed.answers).toEqual([{ errors: [expect.objectContaining({ extensions })] }]);
  });
});

/** The look at the sessions of all connections, which comes when it comes. */
const isPoll = (statement: string): boolean => /from "sessions" as .* in \(/.test(statement);

describe('several processes on one database', () => {
  it('hear of what happens at the other', async () => {
    const other = await startTestProduct({ urls: product.database.urls });
    try {
      const subscribed = await watch(ada, other);
      const isFavorite = await toggle(ada);
      expect(await changed(subscribed)).toMatchObject({ id: ada.matchId, isFavorite });
    } finally {
      await other.stop();
    }
  });
});

describe('a listener that lost its connection', () => {
  it('says that something may have been missed, and listens again', async () => {
    const subscribed = await watch(ada);
    const killed = await product.database.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where query like 'listen "tenure_changes"' and usename = 'tenure_app' and datname = current_database()`,
    );
    expect(killed).toHaveLength(1);
    expect(await changed(subscribed)).toBeNull();
    const isFavorite = await toggle(ada);
    expect(await changed(subscribed)).toMatchObject({ isFavorite });
  });
});

describe('a product with a replica', () => {
  it('reads what changed where it changed: the copy may not know of it yet', async () => {
    const replica = await createDatabase();
    const { urls } = product.database;
    const other = await startTestProduct({ urls: { ...urls, replica: replica.urls.app } });
    try {
      const subscribed = await watch(ada, other);
      const isFavorite = await toggle(ada);
      expect(await changed(subscribed)).toMatchObject({ isFavorite });
    } finally {
      await other.stop();
      await replica.drop();
    }
  });
});
