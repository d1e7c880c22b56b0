import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGuardedFetch, type GuardedFetch } from '#platform/guarded-fetch.ts';
import { signUpWithPersona } from '../support/personas.ts';
import { codesOf, startTestProduct, type Tenant, type TestProduct } from '../support/product.ts';
import { connectAs } from '../support/subscribe.ts';
import { twinsOf, twinTraces } from '../support/twins.ts';
import { startWebServer, type WebServer } from '../support/web-server.ts';

const posting = `Senior Data Engineer

Company: Quiet Harbour Analytics
Location: Lisbon, Portugal

What you will do
- Build pipelines in Python and SQL that ten teams rely on every day, and keep them honest.
- Run Kafka and Airflow on AWS with two colleagues who have done so for years.

What we look for
- 5+ years of experience with Python and PostgreSQL.
- A salary of EUR 70,000 - 85,000 a year is paid, hybrid, from our office in Lisbon.`;

/** Pages by their paths; the rest is not there. */
const pages: Record<string, { readonly status?: number; readonly type?: string; readonly body: string | Buffer }> = {
  '/posting': {
    body: `<html><head><title>Data Engineer at Acme | Jobs</title><script>steal()</script></head><body><nav>Home</nav>
      <main><h1>Data Engineer</h1><p>${posting.replaceAll('\n', '<br>')}</p><img src=x onerror=steal()></main>
      <footer>Imprint</footer></body></html>`,
  },
  '/stated': {
    body: `<title>Careers</title><script type="application/ld+json">${JSON.stringify({
      '@context': 'https://schema.org',
      '@type': 'JobPosting',
      title: 'Harbour Pilot',
      description: `<p>${posting}</p>`,
      datePosted: '2025-10-01',
      hiringOrganization: { '@type': 'Organization', name: 'Port of Calm' },
    })}</script><p>Cookies, please.</p>`,
  },
  '/latin': {
    type: 'text/html; charset=iso-8859-1',
    body: Buffer.from(`<title>Verk\u00e4ufer</title><p>${posting}</p>`, 'latin1'),
  },
  '/broken': {
    body: Buffer.concat([Buffer.from(`<title>Broken</title><p>${posting} `), Buffer.from([0xff, 0xfe, 0xc3])]),
  },
  '/short': { body: '<p>Nothing here.</p>' },
  '/picture': { type: 'image/png', body: 'not a page' },
  '/gone': { status: 410, body: 'gone' },
};

/** Answers of boards' own interfaces. */
const boards: Readonly<Record<string, unknown>> = {
  'https://boards-api.greenhouse.io/v1/boards/acme/jobs/7': {
    id: 7,
    title: 'Lighthouse Keeper',
    company_name: 'Acme Coast',
    location: { name: 'Lisbon, Portugal' },
    absolute_url: 'https://job-boards.greenhouse.io/acme/jobs/7',
    content: `&lt;p&gt;${posting}&lt;/p&gt;`,
  },
  'https://api.ashbyhq.com/posting-api/job-board/acme?includeCompensation=true': { jobs: [] },
};
const askedBoards: unknown[] = [];
/** What they wait for before they answer. */
let answering = Promise.resolve();
/** Told once one is asked. */
let onAsked = (): void => undefined;

let site: WebServer;
let product: TestProduct;
let tenant: Tenant;
let personaId: string;

beforeAll(async () => {
  site = await startWebServer((request, response) => {
    const page = pages[request.url ?? ''];
    response.writeHead(page?.status ?? (page ? 200 : 404), { 'content-type': page?.type ?? 'text/html' });
    response.end(page?.body);
  });
  const fetchHere = createGuardedFetch({
    resolve: async (hostname) => (hostname === 'jobs.example' ? ['127.0.0.1'] : ['10.0.0.1']),
    mayConnect: (address) => address === '127.0.0.1',
  });
  const fetchPage: GuardedFetch = async (url, options) => {
    const board = boards[url];
    if (board === undefined) return fetchHere(url, options);
    askedBoards.push(options);
    onAsked();
    await answering;
    return { status: 200, headers: new Headers(), body: Buffer.from(JSON.stringify(board)), url };
  };
  product = await startTestProduct({ fetchPage });
  ({
    tenant,
    persona: { id: personaId },
  } = await signUpWithPersona(product, 'ada', { skills: [{ skillName: 'Python' }] }));
});

afterAll(async () => {
  await product.stop();
  await site.stop();
});

const fields = `id state url failure createdAt expiresAt preview {
  title companyName location workModel seniorityLevel salaryMin salaryMax salaryCurrency descriptionHtml descriptionText
  skills { name kind required years } yearsMin applyUrl isIncomplete
}`;
const documents = {
  ingestJob: `mutation ($id: ID!, $input: IngestJobInput!) { ingestJob(personaId: $id, input: $input) { ${fields} } }`,
  jobIngest: `query ($id: ID!) { jobIngest(id: $id) { ${fields} } }`,
  ingestProgress: `subscription ($id: ID!) { ingestProgress(id: $id) { state preview { title } } }`,
  bareProgress: `subscription ($id: ID!) { ingestProgress(id: $id) { id } }`,
};

interface Ingest {
  readonly id: string;
  readonly state: string;
  readonly failure: string | null;
  readonly preview: Readonly<Record<string, unknown>> | null;
}

const handIn = async (input: object): Promise<Ingest> =>
  (await tenant.ask<{ ingestJob: Ingest }>(documents.ingestJob, { id: personaId, input })).ingestJob;

const look = async (id: string): Promise<Ingest> =>
  (await tenant.ask<{ jobIngest: Ingest }>(documents.jobIngest, { id })).jobIngest;

/** Hands a posting in and waits until it is read. */
async function read(input: object): Promise<Ingest> {
  const { id } = await handIn(input);
  await product.ingested();
  return look(id);
}

const pageAt = (path: string): string => `http://jobs.example:${site.port}${path}`;

describe('Mutation.ingestJob', () => {
  it('answers at once, and what was read of a text follows', async () => {
    const handed = await handIn({ text: posting });
    expect(handed).toEqual({
      id: handed.id,
      state: 'PROCESSING',
      url: null,
      failure: null,
      createdAt: product.clock.now.toISOString(),
      expiresAt: new Date(product.clock.now.getTime() + 900_000).toISOString(),
      preview: null,
    });
    await product.ingested();
    const { state, preview } = await look(handed.id);
    expect(state).toBe('READY');
    expect(preview).toMatchObject({
      title: 'Senior Data Engineer',
      companyName: 'Quiet Harbour Analytics',
      location: 'Lisbon, Portugal',
      seniorityLevel: 'SENIOR',
      salaryMin: 70_000,
      salaryMax: 85_000,
      salaryCurrency: 'EUR',
      descriptionText: posting,
      yearsMin: 5,
      isIncomplete: false,
    });
    expect(preview?.['skills']).toEqual(
      expect.arrayContaining([{ name: 'Python', kind: 'HARD', required: true, years: 5 }]),
    );
  });

  it('reads a page, and nothing that runs or stands around', async () => {
    const { state, preview } = await read({ url: pageAt('/posting') });
    expect(state).toBe('READY');
    expect(preview).toMatchObject({ title: 'Data Engineer', companyName: 'Quiet Harbour Analytics' });
    expect(preview?.['applyUrl']).toBe(pageAt('/posting'));
    expect(JSON.stringify(preview)).not.toMatch(/steal|onerror|<img|Imprint|Home/);
    expect(await read({ url: pageAt('/latin') })).toMatchObject({
      state: 'READY',
      preview: { title: 'Verk\u00e4ufer' },
    });
    expect(await read({ url: pageAt('/broken') })).toMatchObject({ state: 'READY', preview: { title: 'Broken' } });
  });

  it('believes what a page says for machines before what it shows', async () => {
    const { preview } = await read({ url: pageAt('/stated') });
    expect(preview).toMatchObject({ title: 'Harbour Pilot', companyName: 'Port of Calm', yearsMin: 5 });
  });

  it('reads a posting of a public board by the board\u2019s interface, within the limits of a page', async () => {
    const { state, preview } = await read({ url: 'https://boards.greenhouse.io/acme/jobs/7?gh_src=x' });
    expect(state).toBe('READY');
    expect(preview).toMatchObject({
      title: 'Lighthouse Keeper',
      companyName: 'Acme Coast',
      location: 'Lisbon, Portugal',
      applyUrl: 'https://job-boards.greenhouse.io/acme/jobs/7',
    });
    expect(askedBoards).toEqual([
      expect.objectContaining({
        allowedHosts: ['boards-api.greenhouse.io'],
        maxBytes: 2_000_000,
        timeoutMs: 10_000,
      }),
    ]);
  });

  it('reads what is marked on a page where the page does not say by itself what its posting is', async () => {
    const marked = { title: 'Analyst at Bay | In', selection: posting };
    for (const url of ['https://www.linkedin.com/jobs/1', pageAt('/gone'), pageAt('/posting')])
      expect(await read({ ...marked, url })).toMatchObject({ state: 'READY', url, preview: { title: 'Analyst' } });
    expect(site.requests.filter(({ url }) => url === '/posting')).toHaveLength(2);
    expect(await read({ ...marked, url: pageAt('/stated') })).toMatchObject({ preview: { title: 'Harbour Pilot' } });
    expect(await read({ ...marked, text: 'Cook wanted', url: pageAt('/missing') })).toMatchObject({
      preview: { descriptionText: 'Cook wanted' },
    });
    expect(site.requests.map(({ url }) => url)).not.toContain('/missing');
  });

  it.each([
    [pageAt, '/gone', 'The page cannot be read: it answers 410.'],
    [pageAt, '/missing', 'The page cannot be read: it answers 404.'],
    [pageAt, '/short', 'The page says too little to be a posting: mark it there, or paste its text.'],
    [pageAt, '/picture', 'The page says too little to be a posting: mark it there, or paste its text.'],
    [String, 'http://inside.example/', 'The page cannot be reached.'],
    [
      String,
      'https://jobs.ashbyhq.com/acme',
      'This is a board of postings, and none has this address: open the one you mean, and hand that in.',
    ],
    [
      String,
      'http://169.254.169.254/latest/meta-data/',
      'This is no address of a page: it must begin with http:// or https:// and name a host.',
    ],
    [
      String,
      'https://de.indeed.com/viewjob?jk=1',
      'This site lets no program read its pages: mark the posting there, or paste its text.',
    ],
  ])('says why it could not read %o%s', async (urlOf, path, failure) => {
    expect(await read({ url: urlOf(path) })).toMatchObject({ state: 'FAILED', failure, preview: null });
  });

  it.each([
    ['input.text', {}],
    ['input.text', { text: '  ' }],
    ['input.text', { text: 'a'.repeat(50_001) }],
    ['input.text', { text: 'a\0b' }],
    ['input.url', { url: 'file:///etc/passwd' }],
    ['input.url', { url: 'javascript:alert(1)' }],
    ['input.url', { url: `https://example.com/${'a'.repeat(1000)}` }],
    ['input.selection', { url: 'https://example.com', selection: 'a'.repeat(50_001) }],
  ])('refuses %s of %o', async (field, input) => {
    const answer = await tenant.send(documents.ingestJob, { id: personaId, input });
    expect(answer.body.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });

  it('needs a sign-in, and a token for handing in, which sees nothing else', async () => {
    const variables = { id: personaId, input: { text: posting } };
    expect(codesOf(await product.send(documents.ingestJob, variables))).toEqual(['UNAUTHENTICATED']);
    const { createAccessToken } = await tenant.ask<{ createAccessToken: { token: string } }>(
      `mutation { createAccessToken(input: { label: "Bookmark", scopes: [JOBS_CAPTURE], expiresAt: "2025-12-01T00:00:00Z" }) { token } }`,
    );
    const headers = { authorization: `Bearer ${createAccessToken.token}` };
    const { body } = await product.send(documents.ingestJob, variables, headers);
    expect(body.data).toMatchObject({ ingestJob: { state: 'PROCESSING' } });
    const jobs = 'query ($id: ID!) { personaJobs(personaId: $id) { totalCount } }';
    expect(codesOf(await product.send(jobs, { id: personaId }, headers))).toEqual(['FORBIDDEN']);
  });

  it('says nothing of what others have or have not', async () => {
    const { tenant: bob } = await signUpWithPersona(product, 'bob');
    const { id } = await handIn({ text: posting });
    const [foreignIngest, ...others] = [
      ...(await twinTraces(product, bob, {
        document: documents.jobIngest,
        ids: twinsOf(id),
        variables: (each) => ({ id: each }),
      })),
    ];
    expect(foreignIngest?.text).toBe('{"data":{"jobIngest":null}}\n');
    for (const other of others) expect(other).toEqual(foreignIngest);
    const [foreign, ...rest] = await twinTraces(product, bob, {
      document: documents.ingestJob,
      ids: twinsOf(personaId),
      variables: (each) => ({ id: each, input: { text: posting } }),
    });
    expect(foreign?.text).toContain('NOT_FOUND');
    for (const other of rest) expect(other).toEqual(foreign);
  });

  it('throws away what nobody has come for, as soon as it runs out and for good within the hour', async () => {
    const ready = await read({ text: posting });
    const runOut = (hours: number): Promise<unknown> =>
      product.database.query('update job_ingests set expires_at = $1', [
        new Date(product.clock.now.getTime() - hours * 3_600_000),
      ]);
    await runOut(0);
    expect(await look(ready.id)).toMatchObject({ state: 'EXPIRED', preview: null });
    await product.purged();
    const rows = await product.database.query('select state, input, preview from job_ingests where id = $1', [
      ready.id,
    ]);
    expect(rows).toEqual([{ state: 'EXPIRED', input: null, preview: null }]);
    await runOut(25);
    await product.purged();
    expect(await product.database.query('select from job_ingests')).toEqual([]);
  });

  it('gives up on what was begun three times, and takes in no more than fifty at a time', async () => {
    const stuck = await handIn({ text: posting });
    await product.ingested();
    await product.database.query(
      `update job_ingests set state = 'PROCESSING', preview = null, attempts = 3, work_due_at = $2 where id = $1`,
      [stuck.id, product.clock.now],
    );
    await product.ingested();
    expect(await look(stuck.id)).toMatchObject({ state: 'FAILED', failure: 'The posting cannot be read.' });
    for (let count = 0; count < 50; count += 1) await handIn({ text: posting });
    const { body } = await tenant.send(documents.ingestJob, { id: personaId, input: { text: posting } });
    expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', reason: 'QUOTA_EXCEEDED' });
  });
});

describe('Subscription.ingestProgress', () => {
  const url = 'https://boards.greenhouse.io/acme/jobs/7';
  /** Hands in a posting that is being read, until it is let go. */
  async function handInSlowly(by: Tenant, persona: string) {
    const { promise, resolve: letGo } = Promise.withResolvers<void>();
    answering = promise;
    const asked = Promise.withResolvers<void>();
    onAsked = asked.resolve;
    const answer = await by.ask<{ ingestJob: Ingest }>(documents.ingestJob, { id: persona, input: { url } });
    await asked.promise;
    return { id: answer.ingestJob.id, letGo };
  }

  it('tells how it stands, then that it is read, and ends; to a token for handing in as well', async () => {
    const carol = await signUpWithPersona(product, 'carol');
    const { createAccessToken } = await carol.tenant.ask<{ createAccessToken: { token: string } }>(
      `mutation { createAccessToken(input: { label: "Bookmark", scopes: [JOBS_CAPTURE], expiresAt: "2025-12-01T00:00:00Z" }) { token } }`,
    );
    const connections = [
      connectAs(product, carol.tenant),
      connectAs(product, { headers: { authorization: `Bearer ${createAccessToken.token}` } }),
    ];
    const { id, letGo } = await handInSlowly(carol.tenant, carol.persona.id);
    const all = await Promise.all(connections.map((each) => each.subscribe(documents.ingestProgress, { id })));
    for (const subscribed of all)
      expect(await subscribed.next()).toEqual({ data: { ingestProgress: { state: 'PROCESSING', preview: null } } });
    letGo();
    for (const subscribed of all) {
      expect(await subscribed.ended).toBeUndefined();
      expect(subscribed.answers.slice(1)).toEqual([
        { data: { ingestProgress: { state: 'READY', preview: { title: 'Lighthouse Keeper' } } } },
      ]);
    }
    const late = await connections[0]?.subscribe(documents.bareProgress, { id });
    expect(await late?.ended).toBeUndefined();
    expect(late?.answers).toEqual([{ data: { ingestProgress: { id } } }]);
    await Promise.all(connections.map((each) => each.close()));
  });

  it('ends with NOT_FOUND for what is gone with its persona, and alike for what is somebody else\u2019s', async () => {
    const dora = await signUpWithPersona(product, 'dora');
    const eve = await signUpWithPersona(product, 'eve');
    const connection = connectAs(product, dora.tenant);
    const { id, letGo } = await handInSlowly(dora.tenant, dora.persona.id);
    const subscribed = await connection.subscribe(documents.ingestProgress, { id });
    await subscribed.next();
    await dora.tenant.ask('mutation ($id: ID!) { deletePersona(id: $id) }', { id: dora.persona.id });
    letGo();
    await subscribed.ended;
    expect(subscribed.answers.at(-1)?.errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
    const other = await handInSlowly(eve.tenant, eve.persona.id);
    other.letGo();
    const answers = [];
    for (const each of twinsOf(other.id)) {
      const refused = await connection.subscribe(documents.ingestProgress, { id: each });
      await refused.ended;
      answers.push(refused.answers);
    }
    expect(answers[0]?.[0]?.errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
    for (const each of answers) expect(each).toEqual(answers[0]);
    await connection.close();
  });
});
