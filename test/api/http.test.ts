import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDatabaseProxy, type DatabaseProxy } from '../support/database-proxy.ts';
import { makePersona } from '../support/personas.ts';
import { codesOf, post, startTestProduct, type Answer, type Tenant, type TestProduct } from '../support/product.ts';
import { sendRaw } from '../support/raw-http.ts';
import { until } from '../support/queue-up.ts';
import { statementsOf } from '../support/twins.ts';

let product: TestProduct;
let tenant: Tenant;
beforeAll(async () => {
  product = await startTestProduct();
  tenant = await product.signUp('ada');
});
afterAll(() => product.stop());

const postTo = (path: string, body: string, headers = {}): Promise<Answer> =>
  post(`${product.url}${path}`, body, { ...tenant.headers, ...headers });
const get = (path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  fetch(`${product.url}${path}`, { headers });
const json = (query: string): string => JSON.stringify({ query });
const withVariables = (variables: unknown): string => JSON.stringify({ query: '{ me { id } }', variables });
const withHash = '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"0"}}}';
const deep = (levels: number): string => {
  const names = Array.from({ length: levels - 2 }, (_, index) => (index % 2 === 0 ? 'application' : 'personaJob'));
  return `{ personaJob(id: "x") { ${names.map((name) => `${name} { `).join('')} id ${'} '.repeat(names.length)} } }`;
};
const wide = (aliases: number): string =>
  `{ ${Array.from({ length: aliases }, (_, index) => `a${index}: me { id }`).join(' ')} }`;
const stillServes = async (): Promise<boolean> =>
  (await tenant.ask<{ me: { email: string } }>('{ me { email } }')).me.email === tenant.email;

describe('a body that cannot be served', () => {
  it.each([
    ['of 10 MB', withVariables({ x: 'a'.repeat(10_000_000) }), { status: 413, code: 'BAD_REQUEST' }],
    ['that ends early', '{"query": "{ me', { status: 400, code: 'BAD_REQUEST' }],
    ['that is no object', '"{ me { id } }"', { status: 400, code: 'BAD_REQUEST' }],
    ['that is a batch', `[${json('{ me { id } }')}]`, { status: 400, code: 'BAD_REQUEST' }],
    ['that is empty', '', { status: 400, code: 'BAD_REQUEST' }],
    ['without a document', '{}', { status: 400, code: 'BAD_REQUEST' }],
    ['with variables that are text', withVariables('{}'), { status: 400, code: 'BAD_REQUEST' }],
    ['that is no GraphQL', json('{ me { id }'), { status: 400, code: 'GRAPHQL_PARSE_FAILED' }],
    ['that asks for nobody', json('{ nobody { id } }'), { status: 400, code: 'GRAPHQL_VALIDATION_FAILED' }],
    ['that lacks an argument', json('{ persona { id } }'), { status: 400, code: 'GRAPHQL_VALIDATION_FAILED' }],
    [
      'that subscribes if a variable says so',
      json('subscription ($no: Boolean!) { personaJobsChanged(personaId: "x") @skip(if: $no) { id } }'),
      { status: 400, code: 'GRAPHQL_VALIDATION_FAILED' },
    ],
    ['that subscribes', json('subscription { me { id } }'), { status: 400, code: 'GRAPHQL_VALIDATION_FAILED' }],
    [
      'of two operations',
      json('query A { me { id } } query B { me { id } }'),
      { status: 400, code: 'OPERATION_RESOLUTION_FAILURE' },
    ],
    [
      'of more than 5,000 tokens',
      json(`{ ${'me { id } '.repeat(1250)} }`),
      { status: 400, code: 'GRAPHQL_PARSE_FAILED' },
    ],
    ['of 17 levels', json(deep(17)), { status: 400, code: 'GRAPHQL_VALIDATION_FAILED' }],
    ['of 61 aliases', json(wide(61)), { status: 400, code: 'GRAPHQL_VALIDATION_FAILED' }],
    ['that is a hash', withHash, { status: 200, code: 'PERSISTED_QUERY_NOT_FOUND' }],
  ])('is refused in so many words: one %s', async (_what, body, { status, code }) => {
    const answer = await postTo('/graphql', body);
    expect([answer.status, codesOf(answer)[0]]).toEqual([status, code]);
    expect(answer.body.errors?.[0]?.message).toMatch(/\w+/);
    expect(answer.body).not.toHaveProperty('data');
    expect(await stillServes()).toBe(true);
  });

  it('is served just below these limits', async () => {
    for (const document of [deep(16), wide(60)]) expect(codesOf(await postTo('/graphql', json(document)))).toEqual([]);
    expect(codesOf(await postTo('/graphql', withVariables({ x: 'a'.repeat(999_000) })))).toEqual([]);
  });

  it.each([
    ['text/plain', 400],
    ['application/x-www-form-urlencoded', 400],
    ['multipart/form-data', 400],
    ['application/xml', 400],
    ['application/json; charset=ebcdic', 415],
    ['nonsense', 400],
  ])('is refused by its content type: %s', async (type, status) => {
    const answer = await postTo('/graphql', json('{ me { id } }'), { 'content-type': type });
    expect([answer.status, codesOf(answer)]).toEqual([status, ['BAD_REQUEST']]);
  });

  it('is refused by an encoding that nobody knows', async () => {
    const answer = await postTo('/graphql', json('{ me { id } }'), { 'content-encoding': 'rot13' });
    expect([answer.status, codesOf(answer)]).toEqual([415, ['BAD_REQUEST']]);
  });

  it('is answered at once although its fragments spread each other without end in sight', async () => {
    const bomb = Array.from({ length: 6 }, (_, n) => `fragment F${n} on User { ${`...F${n + 1} `.repeat(50)} }`).join(
      ' ',
    );
    const answer = await postTo('/graphql', json(`{ me { ...F0 } } ${bomb} fragment F6 on User { email }`));
    expect(answer.body.data).toEqual({ me: { email: tenant.email } });
  });

  it('is refused if its fragments spread each other in a ring', async () => {
    const ring = 'fragment A on User { ...B } fragment B on User { ...A }';
    expect(codesOf(await postTo('/graphql', json(`{ me { ...A } } ${ring}`)))).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });

  it('names as many wrong variables as anybody reads, not all of ten thousand', async () => {
    const skills = Array.from({ length: 10_000 }, () => ({ skillName: 1 }));
    const query = 'mutation ($input: CreatePersonaInput!) { createPersona(input: $input) { id } }';
    const answer = await tenant.send(query, { input: { fullName: 'Ada', email: tenant.email, skills } });
    expect(answer.status).toBe(400);
    expect(answer.body.errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', field: 'input.skills.0.skillName' });
    expect(answer.body.errors?.length).toBeLessThan(50);
  });
});

describe('a document that was asked before', () => {
  const one = 'query One($id: ID!) { persona(id: $id) { id } me { email } }';
  const two = 'query A { me { email } } query B($id: ID!) { persona(id: $id) { id } }';
  const id = { id: 'x' };

  it.each<[string, Readonly<Record<string, unknown>>, (Readonly<Record<string, string>> | undefined)?]>([
    ['with its variables', { query: one, variables: id }],
    ['by its name', { query: one, operationName: 'One', variables: id }],
    ['by one of its names', { query: two, operationName: 'B', variables: id }],
    ['by neither of its names', { query: two, operationName: 'C' }],
    ['by no name where one is needed', { query: two }],
    ['by an empty name', { query: one, operationName: '', variables: id }],
    ['by a name that is none', { query: one, operationName: 1, variables: id }],
    ['without a variable', { query: one }],
    ['with a variable that is wrong', { query: one, variables: { id: [] } }],
    ['with variables that are a list', { query: one, variables: [] }],
    ['with variables that are null', { query: '{ me { email } }', variables: null }],
    ['with extensions', { query: one, variables: id, extensions: { a: 1 } }],
    ['that is refused', { query: '{ me { email } }' }, { authorization: 'Bearer none' }],
    ['for any media type', { query: one, variables: id }, { accept: '*/*' }],
    ['for JSON', { query: one, variables: id }, { accept: 'application/json' }],
    ['for GraphQL', { query: one, variables: id }, { accept: 'application/graphql-response+json' }],
    ['as Apollo Client asks', { query: one }, { accept: 'application/graphql-response+json,application/json;q=0.9' }],
    [
      'for JSON rather than GraphQL',
      { query: one },
      { accept: 'application/graphql-response+json;q=0.1,application/json' },
    ],
    ['for nothing that there is', { query: one, variables: id }, { accept: 'text/plain' }],
  ])('is answered as it was then: %s', async (what, body, headers = {}) => {
    const query = `${String(body['query'])} # ${what}`;
    const ask = async (): Promise<readonly unknown[]> => {
      const answer = await postTo('/graphql', JSON.stringify({ ...body, query }), headers);
      const { 'x-request-id': requestId, date, ...others } = Object.fromEntries(answer.headers);
      expect(requestId).toBeDefined();
      expect(date).toBeDefined();
      return [answer.status, others, answer.text];
    };
    // New by its comment, so that Apollo answers it the first time.
    const first = await ask();
    expect(await ask()).toEqual(first);
    expect(await ask()).toEqual(first);
  });
});

describe('a wrong value in a variable', () => {
  const create = 'createPersona(input: $i) { id }';
  const someone = { fullName: 'Ada', email: 'ada@example.com' };

  it.each([
    ['as a whole', `mutation ($i: CreatePersonaInput!) { ${create} }`, { i: { ...someone, email: 7 } }, 'input.email'],
    [
      'with a field missing',
      `mutation ($i: CreatePersonaInput!) { ${create} }`,
      { i: { fullName: 'Ada' } },
      'input.email',
    ],
    [
      'deep inside',
      `mutation ($i: CreatePersonaInput!) { ${create} }`,
      { i: { ...someone, skills: [{ skillName: 7 }] } },
      'input.skills.0.skillName',
    ],
    [
      'within an object of the document',
      'mutation ($e: String!) { createPersona(input: { fullName: "Ada", email: $e }) { id } }',
      { e: 7 },
      'input.email',
    ],
    [
      'within a list of the document',
      'mutation ($s: SkillInput!) { createPersona(input: { fullName: "A", email: "a@example.com", skills: [{ skillName: "Go" }, $s] }) { id } }',
      { s: { skillName: 7 } },
      'input.skills.1.skillName',
    ],
    [
      'within a fragment',
      'query ($n: Int) { personas { id } ...F } fragment F on Query { personaJobs(personaId: "x", first: $n) { totalCount } }',
      { n: 'many' },
      'first',
    ],
  ])('%s is named from the argument down, whatever the client calls the variable', async (...args) => {
    const [, query, variables, field] = args;
    const answer = await tenant.send(query, variables);
    expect(answer.body.errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT', field }]);
  });

  it('is named by the operation that runs, not by another with a variable of that name', async () => {
    const query = `query Other($i: Int) { personaJobs(personaId: "x", first: $i) { totalCount } }
      mutation Create($i: CreatePersonaInput!) { ${create} }`;
    const body = JSON.stringify({ query, operationName: 'Create', variables: { i: { ...someone, email: 7 } } });
    const answer = await postTo('/graphql', body);
    expect(answer.body.errors?.map(({ extensions }) => extensions['field'])).toEqual(['input.email']);
  });
});

describe('a variable', () => {
  const query = 'query ($id: ID!, $first: Int) { personaJobs(personaId: $id, first: $first) { totalCount } }';

  it.each([
    ['that is missing', {}, 'personaId'],
    ['that may not be null', { id: null }, 'personaId'],
    ['of the wrong type', { id: 'x', first: 'many' }, 'first'],
    ['out of range', { id: 'x', first: 2 ** 31 }, 'first'],
  ])('%s is named by the argument that it feeds', async (_what, variables, field) => {
    const answer = await tenant.send(query, variables);
    expect(answer.status).toBe(400);
    expect(answer.body.errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT', field }]);
  });

  it('that nobody declared is nobody’s business', async () => {
    expect(codesOf(await tenant.send('{ me { id } }', { unknown: 1 }))).toEqual([]);
  });
});

describe('GET /graphql', () => {
  const path = `/graphql?query=${encodeURIComponent('{ me { email } }')}`;

  it('answers a query with the preflight header', async () => {
    const response = await get(path, { ...tenant.headers, 'apollo-require-preflight': '1' });
    expect([response.status, await response.json()]).toEqual([200, { data: { me: { email: tenant.email } } }]);
  });

  it('refuses one without it, since any page may make a browser send it', async () => {
    const response = await get(path, tenant.headers);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('apollo-require-preflight');
  });

  it('refuses mutations', async () => {
    const headers = { ...tenant.headers, 'apollo-require-preflight': '1' };
    const response = await get(`/graphql?query=${encodeURIComponent('mutation { logout }')}`, headers);
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    expect(await stillServes()).toBe(true);
  });

  it('is the playground for a browser: all of it from here, and with the preflight header in what it sends', async () => {
    const response = await get('/graphql', { accept: 'text/html' });
    const page = await response.text();
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(page).toContain('"apollo-require-preflight":"true"');
    expect(page).toContain('"credentials":"same-origin"');
    expect(page.match(/<(?:script|link|iframe)\b[^>]*\b(?:src|href)="(?!data:)[^"]*"/g)).toBeNull();
    expect(response.headers.get('content-security-policy')).not.toMatch(/https?:|\*/);
  });
});

describe('the paths', () => {
  it.each(['/', '/personas/some-id', '/%E0%A4%A'])('show the client to a browser: %s', async (path) => {
    const response = await get(path, { accept: 'text/html' });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(response.headers.get('cache-control')).toBe('no-cache');
  });

  it.each([
    ['GET', '/nothing', 'application/json'],
    ['GET', '/assets/gone.js', '*/*'],
    ['POST', '/nothing', 'text/html'],
    ['DELETE', '/', '*/*'],
  ])('are not there otherwise: %s %s', async (method, path, accept) => {
    const response = await fetch(`${product.url}${path}`, { method, headers: { accept } });
    expect([response.status, await response.json()]).toMatchObject([
      404,
      { errors: [{ extensions: { code: 'NOT_FOUND' } }] },
    ]);
  });

  it('lead nowhere outside the client’s folder', async () => {
    for (const path of ['/../package.json', '/..%2f..%2fpackage.json', '/assets/..%2f..%2f..%2fpackage.json']) {
      const answer = await sendRaw(product.port, [
        `GET ${path} HTTP/1.1`,
        'host: localhost',
        'accept: application/json',
      ]);
      expect(answer).not.toContain('"dependencies"');
    }
  });

  it('tell whether the process and its database are there', async () => {
    for (const path of ['/healthz', '/readyz']) {
      const response = await get(path);
      expect([response.status, await response.json()]).toEqual([200, { ok: true }]);
    }
  });

  it('tell that the migrations of this code have not all run', async () => {
    const { database } = product;
    const [taken] = await database.query<{ id: number; name: string }>(
      'update mikro_orm_migrations set name = $1 where id = (select max(id) from mikro_orm_migrations) returning id, (select name from mikro_orm_migrations order by id desc limit 1) as name',
      ['Migration19990101000000_older'],
    );
    expect([(await get('/healthz')).status, (await get('/readyz')).status]).toEqual([200, 503]);
    await database.query('update mikro_orm_migrations set name = $1 where id = $2', [taken?.name, taken?.id]);
    expect((await get('/readyz')).status).toBe(200);
    // Newer code has migrated while this one still runs.
    const newer = 'Migration29990101000000_newer';
    await database.query('insert into mikro_orm_migrations (name, executed_at) values ($1, now())', [newer]);
    expect((await get('/readyz')).status).toBe(200);
    await database.query('delete from mikro_orm_migrations where name = $1', [newer]);
  });

  it.each(['tenure_app', 'tenure_identity'])('tell that %s cannot connect', async (login) => {
    const { database } = product;
    await database.query(`revoke connect on database ${database.name} from ${login}`);
    await database.query('select pg_terminate_backend(pid) from pg_stat_activity where usename = $1 and datname = $2', [
      login,
      database.name,
    ]);
    await until(async () => (await get('/readyz')).status === 503);
    await database.query(`grant connect on database ${database.name} to ${login}`);
    await until(async () => (await get('/readyz')).status === 200);
    expect(await stillServes()).toBe(true);
  });

  it('take a request without a Host, as HTTP/1.0 has it', async () => {
    const lines = ['POST /graphql HTTP/1.0', 'content-type: application/json'];
    expect(await sendRaw(product.port, lines, json('{ __typename }'))).toContain('{"data":{"__typename":"Query"}}');
  });
});

describe('every answer', () => {
  const paths = ['/', '/graphql', '/nothing', '/healthz'];

  it('has an id of its own', async () => {
    const ids = await Promise.all(paths.map(async (path) => (await get(path)).headers.get('x-request-id')));
    expect(new Set(ids).size).toBe(paths.length);
    for (const id of ids) expect(id).toMatch(/^[\da-f-]{36}$/);
  });

  it('tells browsers to be strict', async () => {
    const { headers } = await get('/', { accept: 'text/html' });
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'self';img-src 'self' data:;object-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none'",
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('strict-transport-security')).toContain('max-age=31536000');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('of the API is kept by no cache', async () => {
    expect((await tenant.send('{ me { id } }')).headers.get('cache-control')).toBe('no-store');
  });

  it('that is an internal error names its request and nothing else, and the log has the rest', async () => {
    const own = await product.signUp('broken');
    await makePersona(own, { professionalSummary: 'a secret between us' });
    await product.database.query('alter table skills rename to skills_away');
    const answer = await own.send('{ personas { id skills { id } } }');
    await product.database.query('alter table skills_away rename to skills');
    const requestId = answer.headers.get('x-request-id');
    expect(answer.body.errors?.[0]?.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', requestId });
    expect(answer.text).not.toMatch(/relation|select|node_modules/);
    const lines = product.log.filter((line) => line.includes(requestId ?? '-') && line.includes('operation failed'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('does not exist');
    expect(product.log.join('')).not.toContain('a secret between us');
  });
});

describe('other origins', () => {
  const preflight = (origin: string): Promise<Response> =>
    fetch(`${product.url}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type,authorization',
      },
    });

  it('that are allowed may ask, with cookies', async () => {
    for (const name of ['localhost', '127.0.0.1']) {
      const origin = `http://${name}:${product.port}`;
      const { status, headers } = await preflight(origin);
      expect([
        status,
        headers.get('access-control-allow-origin'),
        headers.get('access-control-allow-credentials'),
      ]).toEqual([204, origin, 'true']);
      expect(headers.get('vary')).toContain('Origin');
    }
  });

  it.each(['https://evil.example.com', 'null', 'http://localhost:1', 'https://localhost'])(
    'that are not allowed are told nothing: %s',
    async (origin) => {
      expect((await preflight(origin)).headers.get('access-control-allow-origin')).toBeNull();
      const answer = await tenant.send('{ me { id } }', {}, { origin });
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    },
  );
});

describe('a database that goes away', () => {
  let proxy: DatabaseProxy;
  let shaken: TestProduct;
  let own: Tenant;
  let readyAtFirst: number;
  beforeAll(async () => {
    shaken = await startTestProduct(async (database) => {
      proxy = await startDatabaseProxy(database.adminUrl);
      const { app, identity, staff, system } = database.urls;
      return {
        urls: {
          app: proxy.through(app),
          identity: proxy.through(identity),
          staff: proxy.through(staff),
          system: proxy.through(system),
        },
      };
    });
    readyAtFirst = await status('/readyz');
    own = await shaken.signUp('shaken');
    await makePersona(own);
  });
  afterAll(() => shaken.stop());

  const status = async (path: string): Promise<number> => (await fetch(`${shaken.url}${path}`)).status;

  it('is there before anybody has signed in', () => expect(readyAtFirst).toBe(200));

  it('is told clearly, and all is well once it is back', async () => {
    await proxy.cut();
    const accept = { accept: 'application/graphql-response+json' };
    for (const answer of [
      await own.send('{ personas { id } }', {}, accept),
      await own.send('mutation { createPersona(input: { fullName: "A", email: "a@example.com" }) { id } }', {}, accept),
      await shaken.send(
        'mutation { login(input: { email: "a@example.com", password: "1" }) { __typename } }',
        {},
        accept,
      ),
    ]) {
      expect([answer.status, codesOf(answer), answer.body.data]).toEqual([503, ['OVERLOADED'], null]);
      expect(answer.body.errors?.[0]?.message).toBe('The database does not answer at the moment. Try again soon.');
    }
    expect((await own.send('{ personas { id } }')).status).toBe(200);
    expect([await status('/healthz'), await status('/readyz'), await status('/')]).toEqual([200, 503, 200]);
    expect(shaken.log.filter((line) => line.includes('database unavailable'))).not.toEqual([]);
    expect((await shaken.send('{ __typename }')).body.data).toEqual({ __typename: 'Query' });

    await proxy.mend();
    expect(await own.ask('{ personas { fullName } }')).toEqual({ personas: [{ fullName: 'Ada Lovelace' }] });
    expect(await status('/readyz')).toBe(200);
    const { id } = await makePersona(own);
    await until(
      async () => (await shaken.database.query('select from outbox_messages where subject_id = $1', [id])).length === 0,
    );
    expect(await statementsOf(shaken, () => own.ask('{ me { id } }'))).not.toEqual([]);
  });
});
