import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestProduct, type Answer, type TestProduct } from '../support/product.ts';
import { seedSearch, type Search } from '../support/search.ts';
import { connectAs } from '../support/subscribe.ts';
import { startPooler } from './pgbouncer.ts';

const poolSize = 3;
const opened = new AsyncDisposableStack();
let direct: TestProduct;
let pooled: TestProduct;
let searches: readonly Search[];
/** What each query of each tenant answers without a pooler. */
const expected = new Map<string, unknown>();
let connectionsBefore: number;
beforeAll(async () => {
  direct = await startTestProduct();
  opened.defer(direct.stop);
  searches = [await seedSearch(direct, 'ada', 12), await seedSearch(direct, 'bob', 5)];
  for (const { search, query } of mixed(1))
    expected.set(search.personaId + query, (await ask(direct, search, query)).body);
  connectionsBefore = await connections();
  const { urls } = direct.database;
  const pooler = await startPooler({ urls: [urls.app], poolSize });
  opened.defer(pooler.stop);
  pooled = await startTestProduct({ urls: { ...urls, app: pooler.through(urls.app), listen: urls.app } });
  opened.defer(pooled.stop);
});
afterAll(() => opened.disposeAsync());

const queries = [
  '{ me { id email hasPassword } }',
  '{ mySessions { id current } personas { id fullName skills { skillName } } }',
  'query ($a: ID!, $b: ID!) { a: persona(id: $a) { fullName } b: persona(id: $b) { fullName } }',
  `query ($a: ID!) { personaJobs(personaId: $a, sort: POSTED_DESC, first: 3, filter: { search: "engineer" }) {
    totalCount pageInfo { endCursor } nodes { id fitScore posting { title skills { name } } application { status } } } }`,
  `query ($b: ID!) { applications(personaId: $b, last: 2) {
    totalCount edges { cursor node { id timeline { description } personaJob { id scoreStale } } } } }`,
];

const ask = (product: TestProduct, search: Search, query: string): Promise<Answer> =>
  product.send(query, { a: searches[0]?.personaId, b: searches[1]?.personaId }, search.tenant.headers);

/** How many the app login has open, by whatever way. */
async function connections(): Promise<number> {
  const open = `select from pg_stat_activity where usename = 'tenure_app' and datname = current_database()`;
  return (await direct.database.query(open)).length;
}

/** Every query of every tenant, again and again, in an order that mixes them. */
const mixed = (times: number): { readonly search: Search; readonly query: string }[] =>
  Array.from({ length: times }, () => queries.flatMap((query) => searches.map((search) => ({ search, query })))).flat();

const favour = 'mutation ($id: ID!) { setFavorite(id: $id, favorite: true) { id isFavorite } }';

describe('behind PgBouncer in transaction mode', () => {
  // First, before statements without names are all that is left.
  it('changes of two tenants succeed from the first on', async () => {
    const marked = Array.from({ length: 10 }, () =>
      searches.flatMap(({ tenant, matchIds }) => matchIds.slice(0, 3).map((id) => ({ tenant, id }))),
    ).flat();
    const answers = await Promise.all(marked.map(({ tenant, id }) => pooled.send(favour, { id }, tenant.headers)));
    expect(answers.map(({ body }) => body)).toEqual(
      marked.map(({ id }) => ({ data: { setFavorite: { id, isFavorite: true } } })),
    );
  });

  it('queries of two tenants answer as they do without it', async () => {
    const rounds = mixed(30);
    const answers = await Promise.all(rounds.map(({ search, query }) => ask(pooled, search, query)));
    for (const [at, { search, query }] of rounds.entries())
      expect(answers[at]?.body).toEqual(expected.get(search.personaId + query));
  });

  it('prepared statements are given up with one warning', async () => {
    await Promise.all(mixed(10).map(({ search, query }) => ask(pooled, search, query)));
    const warnings = pooled.log.filter((line) => line.includes('A pooler in front of the database'));
    expect(warnings).toHaveLength(1);
  });

  it('mutations and queries mix without seeing what is another’s', async () => {
    const rounds = Array.from({ length: 60 }, (_, at) => at);
    const renamed =
      'mutation ($id: ID!, $name: String!) { updatePersona(id: $id, input: { fullName: $name }) { fullName } }';
    const answers = await Promise.all(
      rounds.map(async (at) => {
        const search = searches[at % 2];
        if (!search) throw new Error('There are two.');
        const own = (name: string) => `${search.tenant.email} ${name}`;
        if (at % 3 > 0) return [search, await ask(pooled, search, '{ personas { fullName } }')] as const;
        const variables = { id: search.personaId, name: own(`${at}`) };
        return [search, await pooled.send(renamed, variables, search.tenant.headers)] as const;
      }),
    );
    for (const [search, { body }] of answers) {
      expect(body.errors).toBeUndefined();
      const names = JSON.stringify(body.data).match(/"fullName":"[^"]+"/g) ?? [];
      for (const name of names)
        expect(name).toMatch(new RegExp(`"(?:${search.tenant.email} \\d+|Persona of .*|Empty)"$`));
      const others = searches.filter((each) => each !== search).map(({ tenant }) => tenant.email);
      for (const other of others) expect(JSON.stringify(body.data)).not.toContain(other);
    }
  });

  it('subscriptions hear of changes by a connection of their own', async () => {
    const [search] = searches;
    const [id] = search?.matchIds ?? [];
    if (!search || id === undefined) throw new Error('There is a match.');
    const connection = connectAs(pooled, search.tenant);
    opened.defer(connection.close);
    const subscribed = await connection.subscribe(
      'subscription ($id: ID!) { personaJobsChanged(personaId: $id) { id isFavorite } }',
      { id: search.personaId },
    );
    const unfavour = 'mutation ($id: ID!) { setFavorite(id: $id, favorite: false) { id } }';
    await pooled.send(unfavour, { id }, search.tenant.headers);
    expect(await subscribed.next()).toEqual({ data: { personaJobsChanged: { id, isFavorite: false } } });
  });

  it('all of it but that went through as many connections as the pooler has', async () => {
    const added = (await connections()) - connectionsBefore - 1;
    expect(added).toBeGreaterThan(0);
    expect(added).toBeLessThanOrEqual(poolSize);
  });
});
