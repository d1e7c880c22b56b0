import { createServer } from 'node:net';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findRunning, openDataFolder } from '#database/embedded-postgres.ts';
import { withClient } from '#database/logins.ts';
import { dataOf, post } from '../support/product.ts';
import { run, temporaryFolder, type Program } from '../support/process.ts';

const jwtSecret = 'a:0123456789abcdef0123456789abcdef';
const production = {
  NODE_ENV: 'production',
  JWT_SECRETS: jwtSecret,
  ENCRYPTION_KEYS: jwtSecret,
  CORS_ORIGINS: 'https://jobs.example.org',
  SMTP_URL: 'smtp://localhost:1',
  MAIL_FROM: 'no-reply@jobs.example.org',
};
const folder = temporaryFolder();
// More accounts than one address opens within an hour.
const manyAccounts = 'register:IP=50/1h';
const start = (environment: Record<string, string> = {}): Program =>
  run('src/main.ts', [], { PORT: '0', TENURE_DATA_DIR: folder.path, RATE_LIMITS: manyAccounts, ...environment });
const address = async (program: Program): Promise<string> =>
  (await program.printed(/Tenure is ready: (http:\S+)/))[1] ?? '';

// Up to seven programs, one after the other.
vi.setConfig({ testTimeout: 90_000 });

/** Sends operations to a server, signed in or not. */
const askerOf =
  (url: string, token = '') =>
  async <T>(query: string, variables: object = {}): Promise<T> =>
    dataOf<T>(
      await post(
        `${url}/graphql`,
        JSON.stringify({ query, variables }),
        token ? { authorization: `Bearer ${token}` } : {},
      ),
    );

const login =
  'mutation ($input: LoginInput!) { login(input: $input) { ... on AuthSession { tokens { accessToken } } } }';
type Login = { readonly login: { readonly tokens: { readonly accessToken: string } } };

const ranked = `{ personas { id fullName } }`;
const list = `query ($id: ID!) { personaJobs(personaId: $id, first: 10) {
  totalCount nodes { fitScore scoreDetails { summary } posting { title attribution { url } } }
} }`;
type List = {
  readonly personaJobs: {
    readonly totalCount: number;
    readonly nodes: readonly {
      fitScore: number;
      scoreDetails: { summary: string };
      posting: { attribution: { url: string } };
    }[];
  };
};

describe('npm start', () => {
  let server: Program;
  let url: string;
  beforeAll(async () => {
    server = start();
    url = await address(server);
    // The sign-in follows the address.
    await server.printed(/How|To start empty/);
  });
  afterAll(async () => {
    server.process.kill('SIGTERM');
    await server.ended;
    folder.remove();
  });

  const demo = (): { email: string; password: string } => {
    const [, email = '', password = ''] = /Demo sign-in:\s+(\S+), password (\S+)/.exec(server.output()) ?? [];
    return { email, password };
  };
  const signIn = async (): Promise<string> =>
    (await askerOf(url)<Login>(login, { input: demo() })).login.tokens.accessToken;

  const query = async (sql: string): Promise<unknown[]> => {
    const postgres = await findRunning(folder.path);
    const password = encodeURIComponent(postgres?.password ?? '');
    const admin = `postgres://${postgres?.superuser}:${password}@${postgres?.host}:${postgres?.port}/tenure`;
    return withClient(admin, async (client) => (await client.query(sql)).rows);
  };
  /** What sign-ins leave behind. */
  const traces = (): Promise<unknown[]> =>
    query(`select (select count(*) from sessions) as sessions, (select count(*) from audit_events) as events,
      (select coalesce(sum(points), 0) from rate_counters) as counted`);

  it('shows the demo account ranked real postings with reasons for both personas', async () => {
    const token = await signIn();
    const { personas } = await askerOf(url, token)<{ personas: { id: string }[] }>(ranked, {});
    expect(personas).toHaveLength(2);
    for (const { id } of personas) {
      const { personaJobs } = await askerOf(url, token)<List>(list, { id });
      expect(personaJobs.totalCount).toBeGreaterThan(10);
      const scores = personaJobs.nodes.map((node) => node.fitScore);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      for (const node of personaJobs.nodes) {
        expect(node.scoreDetails.summary).not.toBe('');
        expect(node.posting.attribution.url).toMatch(/^https:\/\/jobs\.ashbyhq\.com\//);
      }
    }
  });

  it('shows a second account nothing of the first one', async () => {
    const input = { email: 'second@example.com', password: 'correct horse 1!' };
    const register = 'mutation ($input: RegisterInput!) { register(input: $input) { tokens { accessToken } } }';
    const { register: second } = await askerOf(url)<{ register: { tokens: { accessToken: string } } }>(register, {
      input,
    });
    const { personas } = await askerOf(url, await signIn())<{ personas: { id: string }[] }>(ranked);
    const token = second.tokens.accessToken;
    expect(await askerOf(url, token)(ranked, {})).toEqual({ personas: [] });
    expect(await askerOf(url, token)(list, { id: personas[0]?.id })).toEqual({ personaJobs: null });
  });

  it('prints mails with their links, since nobody is told to send them', async () => {
    const register = 'mutation ($input: RegisterInput!) { register(input: $input) { user { id } } }';
    await askerOf(url)(register, { input: { email: 'mailed@example.com', password: 'correct horse 1!' } });
    const [, link = ''] = await server.printed(/\nmail to mailed@example\.com: [^]*?\n(\S+\/verify-email#token=\S+)\n/);
    expect(new URL(link).origin).toBe(url);
    const verify = 'mutation ($token: String!) { verifyEmail(token: $token) { emailVerified } }';
    const token = link.slice(link.indexOf('=') + 1);
    expect(await askerOf(url)(verify, { token })).toEqual({ verifyEmail: { emailVerified: true } });
  });

  it('keeps what people typed out of the database’s log, though their statements fail', async () => {
    const input = { email: 'taken-address@example.com', password: 'correct horse 1!' };
    const register = 'mutation ($input: RegisterInput!) { register(input: $input) { user { id } } }';
    await askerOf(url)(register, { input });
    const again = await post(`${url}/graphql`, JSON.stringify({ query: register, variables: { input } }));
    expect(again.body.errors?.[0]?.extensions).toEqual({ code: 'CONFLICT', reason: 'EMAIL_TAKEN' });
    const log = readFileSync(join(folder.path, 'postgres.log'), 'utf8');
    expect(log).toContain('duplicate key value violates unique constraint');
    expect(log).not.toContain('taken-address');
  });

  it('serves the client for every path that is none of its own, and the playground', async () => {
    for (const path of ['/', '/personas/x/jobs/y']) {
      const page = await fetch(url + path, { headers: { accept: 'text/html' } });
      expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      expect(await page.text()).toContain('<div id="root">');
      expect(page.headers.get('content-security-policy')).not.toContain('unsafe');
    }
    const playground = await fetch(`${url}/graphql`, { headers: { accept: 'text/html' } });
    expect(await playground.text()).toContain('graphiql');
  });

  it('refuses a second start on the same folder with one sentence', async () => {
    const second = start();
    expect(await second.ended).toBe(1);
    expect(second.output().trim().split('\n')).toHaveLength(1);
    expect(second.output()).toContain(folder.path);
  });

  it('imports beside the running server, which then matches what came', async () => {
    const file = join(folder.path, 'one.jsonl');
    writeFileSync(
      file,
      `${JSON.stringify({
        id: 'import-beside',
        company: 'acme',
        title: 'Backend Engineer',
        location: 'Remote',
        isRemote: true,
        isListed: true,
        publishedAt: '2025-10-01T00:00:00Z',
        jobUrl: 'https://jobs.ashbyhq.com/acme/import-beside',
        descriptionPlain: 'We need Python and PostgreSQL. '.repeat(20),
      })}\n`,
    );
    const importing = run('src/server/import-command.ts', [file], { TENURE_DATA_DIR: folder.path });
    expect(await importing.ended).toBe(0);
    expect(importing.output()).toMatch(/new\s+1\n/);
    const again = run('src/server/import-command.ts', [file], { TENURE_DATA_DIR: folder.path });
    expect(await again.ended).toBe(0);
    expect(again.output()).toMatch(/new\s+0\nupdated\s+0\nunchanged\s+1\n/);
  });

  it('starts again by itself after kill -9, with everything that was committed', async () => {
    server.process.kill('SIGKILL');
    await server.ended;
    server = start();
    url = await address(server);
    await server.printed(/To start empty/);
    const { personas } = await askerOf(url, await signIn())<{ personas: { id: string }[] }>(ranked);
    expect(personas).toHaveLength(2);
  });

  it('keeps the demo’s password from start to start and makes no second demo', async () => {
    const before = [demo(), await traces()];
    server.process.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    server = start();
    url = await address(server);
    await server.printed(/To start empty/);
    // Who starts it a hundred times a day has signed in not once.
    expect([demo(), await traces()]).toEqual(before);
    expect(server.output()).not.toContain('Preparing the demo');
  });

  it('tells no sign-in of a demo whose password is another one now', async () => {
    await query(`update credentials set secret_hash = 'another' from users
      where users.id = credentials.owner_id and email = 'demo@example.com'`);
    server.process.kill('SIGTERM');
    await server.ended;
    server = start();
    url = await address(server);
    server.process.kill('SIGTERM');
    await server.ended;
    expect(server.output()).not.toContain('Demo sign-in');
  });
});

describe('npm start with something in its way', () => {
  const other = temporaryFolder();
  afterAll(() => other.remove());

  it.each([
    ['PORT', 'PORT=4001'],
    ['METRICS_PORT', 'METRICS_PORT=9465'],
  ])('names a port that is in use and how to choose another: %s', async (setting, choice) => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await once(blocker, 'listening');
    const bound = blocker.address();
    const port = typeof bound === 'object' && bound ? bound.port : 0;
    const program = start({ [setting]: String(port), TENURE_DATA_DIR: other.path, DEMO: '0' });
    expect(await program.ended).toBe(1);
    expect(program.output()).toContain(`Port ${port} is in use`);
    expect(program.output()).toContain(`another: ${choice}`);
    blocker.close();
  });

  it('stops its database too when it is told to stop while it starts', async () => {
    const fresh = temporaryFolder();
    const program = start({ TENURE_DATA_DIR: fresh.path });
    await program.printed(/Preparing the demo/);
    program.process.kill('SIGTERM');
    expect(await program.ended).toBe(0);
    expect(await findRunning(fresh.path)).toBeNull();
    expect(readdirSync(fresh.path, { recursive: true })).not.toContain('postgres/postmaster.pid');
    fresh.remove();
  });

  it.each<[string, Record<string, string>]>([
    ['others could reach it', { HOST: '0.0.0.0' }],
    ['a proxy stands in front', { TRUSTED_PROXIES: '1' }],
    ['it is production', production],
  ])('makes no demo where %s', async (_where, environment) => {
    const program = start({ TENURE_DATA_DIR: other.path, ...environment });
    await program.printed(/Tenure is ready/);
    expect(program.output()).not.toContain('Preparing the demo');
    program.process.kill('SIGTERM');
    expect(await program.ended).toBe(0);
    expect(program.output()).not.toContain('Demo sign-in');
  });

  it('tells what to do about a folder that is a file', async () => {
    const file = join(other.path, 'a-file');
    writeFileSync(file, '');
    const program = start({ TENURE_DATA_DIR: file });
    expect(await program.ended).toBe(1);
    expect(program.output().trim().split('\n')).toHaveLength(1);
    expect(program.output()).toContain('a-file');
  });

  it('tells what to do about a database that is not there, and about settings that are wrong', async () => {
    const nowhere = 'postgres://tenure_app:x@127.0.0.1:1/tenure';
    const urls = {
      DATABASE_URL: nowhere,
      DATABASE_IDENTITY_URL: nowhere,
      DATABASE_STAFF_URL: nowhere,
      DATABASE_SYSTEM_URL: nowhere,
    };
    const unreachable = start({ ...urls, JWT_SECRETS: jwtSecret, ENCRYPTION_KEYS: jwtSecret });
    expect(await unreachable.ended).toBe(1);
    expect(unreachable.output()).toContain('The database cannot be reached');
    const wrong = start({ PORT: 'many', DEMO: '2' });
    expect(await wrong.ended).toBe(1);
    expect(wrong.output()).toMatch(/Settings to correct:\n {2}PORT: .*\n {2}DEMO: /);
  });
});

describe('npm run migrate on a server of one’s own', () => {
  const own = temporaryFolder();
  const cluster = temporaryFolder();
  afterAll(() => {
    own.remove();
    cluster.remove();
  });

  it('makes the logins, keeps their settings in the named file, and npm start runs with them', async () => {
    const postgres = await openDataFolder({ folder: cluster.path, isDurable: false, log: () => undefined });
    try {
      // A database that is yet to be made.
      const admin = `postgres://postgres:${encodeURIComponent(postgres.password)}@127.0.0.1:${postgres.port}/jobs`;
      const file = join(own.path, 'tenure.env');
      const migrate = (): Program =>
        run('src/server/migrate-command.ts', ['--write-env', file], { DATABASE_ADMIN_URL: admin });
      expect(await migrate().ended).toBe(0);
      const kept = readFileSync(file, 'utf8');
      expect(await migrate().ended).toBe(0);
      expect(readFileSync(file, 'utf8')).toBe(kept);
      const [settings = '', key = ''] = kept.split(/^(?=ENCRYPTION_KEYS=)/m);
      writeFileSync(file, settings);
      expect(await migrate().ended).toBe(0);
      const [restored = '', another = ''] = readFileSync(file, 'utf8').split(/^(?=ENCRYPTION_KEYS=)/m);
      expect(restored).toBe(settings);
      expect(another).toHaveLength(key.length);
      expect(another).not.toBe(key);
      const environment = Object.fromEntries(
        kept
          .trim()
          .split('\n')
          .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
      );
      const program = start({ ...environment, TENURE_DATA_DIR: own.path });
      await program.printed(/Tenure is ready/);
      program.process.kill('SIGTERM');
      expect(await program.ended).toBe(0);
      const asAdmin = start({ ...environment, DATABASE_URL: admin, TENURE_DATA_DIR: own.path });
      expect(await asAdmin.ended).toBe(1);
      expect(asAdmin.output()).toContain('DATABASE_URL: connects as postgres; write the URL of tenure_app');
      const importing = run('src/server/import-command.ts', ['none.jsonl'], { ...environment, DATABASE_URL: admin });
      expect(await importing.ended).toBe(1);
      expect(importing.output()).toContain('DATABASE_URL: connects as postgres');
      await withClient(admin, (client) => client.query('grant truncate on personas to tenure_app'));
      const loosened = start({ ...environment, TENURE_DATA_DIR: own.path });
      expect(await loosened.ended).toBe(1);
      expect(loosened.output()).toContain('personas tenure_app TRUNCATE: granted, but the schema does not say so');
    } finally {
      await postgres.stop();
    }
  });
});

describe('npm run migrate', () => {
  it('tells how to write it when it is written otherwise', async () => {
    const program = run('src/server/migrate-command.ts', ['--dry'], {});
    expect(await program.ended).toBe(1);
    expect(program.output()).toMatch(/^Write one of\n {2}npm run migrate /);
    expect(program.output()).not.toContain('    at ');
  });
});
