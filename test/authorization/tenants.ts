import type { JobPreview } from '#capture/job-ingest.entity.ts';
import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { withClient, type LoginUrls } from '#database/logins.ts';
import { READING_VERSION } from '#job-pool/read-posting-text.ts';
import { copyOf, createDatabase, type TestDatabase } from '../support/database.ts';
import { itemKinds, type Items } from './item-probes.ts';
import { startTestProduct, type Tenant, type TestProduct } from '../support/product.ts';

// Two tenants with rows in every table, on a database that tests copy, so that what one probe breaks no other sees.

/** A tenant whose every text says whose it is, with the ids of the rows that operations can name. */
export interface Owner extends Tenant {
  readonly persona: string;
  readonly skills: readonly [string, string];
  readonly items: Items;
  /** Three matches: the first is applied for, the others are free. */
  readonly personaJobs: readonly [string, string, string];
  readonly application: string;
  readonly task: string;
  readonly ingest: string;
  readonly narrowToken: string;
  readonly session: string;
  readonly passkey: string;
  readonly provider: string;
}

export interface Seed {
  readonly database: TestDatabase;
  readonly ada: Owner;
  readonly bob: Owner;
}

const postings = [1, 2, 3].map((n) => `5eed0000-0000-4000-8000-00000000000${n}`);
const reportedPosting = '5eed0000-0000-4000-8000-000000000004';
// Of no day after which a run is forgotten.
const runColumns = { state: 'FAILED', source_name: 'lever', asked_at: '2999-01-01T00:00:00Z' };
const taskColumns = { kind: 'RESCORE', state: 'QUEUED' };
const never = '2999-01-01T00:00:00Z';

/** Signs two tenants up by the API, and puts under them what the API does not make by itself. */
export async function seedTenants(): Promise<Seed> {
  const database = await createDatabase();
  const product = await startTestProduct({ urls: database.urls });
  try {
    const tenants = { ada: await product.signUp('ada'), bob: await product.signUp('bob') };
    const personas = {
      ada: await makePersona(tenants.ada, 'ada'),
      bob: await makePersona(tenants.bob, 'bob'),
    };
    await product.matched();
    const insert = rowInserter(database);
    const source = '5eed0000-0000-4000-8000-0000000000ff';
    await insert('job_sources', { id: source, source_name: 'a board', source_type: 'API' });
    for (const [n, id] of postings.entries()) {
      await insert('job_postings', {
        id,
        source_id: source,
        title: `Posting ${n}`,
        is_active: true,
        // As matching and housekeeping leave it: what they would do in between is no doing of a probe's.
        surfaced_hash: 'x',
        reading_version: READING_VERSION,
        ghost_due_at: never,
        check_due_at: never,
      });
      await insert('extracted_skills', { id: crypto.randomUUID(), job_posting_id: id, name: 'SQL', kind: 'HARD' });
    }
    // Closed, so that nobody is matched with it, and not for so long that it is purged; whoever is seeded has reported it.
    const reported = { id: reportedPosting, source_id: source, reading_version: READING_VERSION, updated_at: never };
    await insert('job_postings', reported);
    await insert('outbox_messages', { id: id('00', 9), kind: 'POSTING_CHANGED', available_at: never });
    const ada = await seedOwner(insert, tenants.ada, { name: 'ada', mark: 'ada0', ...personas.ada });
    const bob = await seedOwner(insert, tenants.bob, { name: 'bob', mark: 'b0b0', ...personas.bob });
    return { database, ada, bob };
  } finally {
    await product.stop();
  }
}

/** Of a posting that says next to nothing. */
const emptyPreview: JobPreview = {
  title: null,
  companyName: 'C',
  companyUrl: null,
  location: null,
  country: null,
  workModel: null,
  seniorityLevel: null,
  employmentType: null,
  salaryMin: null,
  salaryMax: null,
  salaryCurrency: null,
  descriptionHtml: '<p>D</p>',
  descriptionText: 'D',
  requirements: null,
  cultureText: null,
  yearsMin: null,
  yearsMax: null,
  postedDate: null,
  applicationDeadline: null,
  applyUrl: null,
  isIncomplete: false,
  skills: [],
};

type Insert = (table: string, values: Readonly<Record<string, unknown>>) => Promise<void>;
type Persona = Pick<Owner, 'persona' | 'skills' | 'session'>;

const id = (mark: string, n: number): string => `${mark.padEnd(8, '0')}-0000-7000-8000-${String(n).padStart(12, '0')}`;

async function makePersona(tenant: Tenant, name: string): Promise<Persona> {
  const skills = ['SQL', 'Tact'].map((skillName) => ({ skillName: `${name}'s ${skillName}` }));
  const { createPersona: made } = await tenant.ask<{ createPersona: { id: string; skills: { id: string }[] } }>(
    'mutation ($input: CreatePersonaInput!) { createPersona(input: $input) { id skills { id } } }',
    { input: { fullName: `${name}'s persona`, email: tenant.email, skills } },
  );
  const { mySessions } = await tenant.ask<{ mySessions: { id: string }[] }>('{ mySessions { id } }');
  const [first, second] = made.skills;
  const [session] = mySessions;
  if (!first || !second || !session) throw new Error('The persona was not made as asked.');
  return { persona: made.id, skills: [first.id, second.id], session: session.id };
}

async function seedOwner(
  insert: Insert,
  tenant: Tenant,
  { name, mark, ...persona }: Persona & { readonly name: string; readonly mark: string },
): Promise<Owner> {
  const own = { owner_id: tenant.userId };
  const personaJobs = [id(mark, 1), id(mark, 2), id(mark, 3)] as const;
  for (const [n, each] of personaJobs.entries())
    await insert('persona_jobs', {
      ...own,
      id: each,
      persona_id: persona.persona,
      job_posting_id: postings[n],
      status: n === 0 ? 'APPLIED' : 'DISCOVERED',
      fit_score: 50 + n,
      warnings: JSON.stringify([`${name}'s warning`]),
    });
  const items = Object.fromEntries(
    itemKinds.map(({ type }, at) => [type, [id(mark, 70 + 2 * at), id(mark, 71 + 2 * at)]]),
  ) as unknown as Items;
  for (const kind of itemKinds)
    for (const each of items[kind.type]) {
      const parent = 'isOfJob' in kind ? { work_history_id: items.WorkHistory[0] } : { persona_id: persona.persona };
      await insert(kind.table, { ...own, ...parent, ...kind.columns, id: each, [kind.text]: `${name}'s ${kind.type}` });
    }
  await insert('voice_profiles', { ...own, id: id(mark, 36), persona_id: persona.persona, tone: `${name}'s tone` });
  const application = id(mark, 10);
  await insert('applications', {
    ...own,
    id: application,
    persona_id: persona.persona,
    persona_job_id: personaJobs[0],
    job_posting_id: postings[0],
    status: 'APPLIED',
    notes: `${name}'s notes`,
    snapshot: JSON.stringify({
      title: 'T',
      companyName: 'C',
      description: 'D',
      capturedAt: '2025-01-01T00:00:00.000Z',
    }),
  });
  const event = { ...own, id: id(mark, 20), application_id: application, event_type: 'APPLIED' };
  await insert('timeline_events', { ...event, description: `${name}'s event` });
  await insert('outbox_messages', { ...own, id: id(mark, 30), kind: 'PERSONA_CHANGED', available_at: never });
  const task = id(mark, 35);
  await insert('compute_tasks', {
    ...own,
    ...taskColumns,
    id: task,
    persona_id: persona.persona,
    error: `${name}'s task`,
  });
  const ingest = id(mark, 37);
  await insert('job_ingests', {
    ...own,
    id: ingest,
    persona_id: persona.persona,
    state: 'READY',
    failure: `${name}'s ingest`,
    preview: JSON.stringify({ ...emptyPreview, title: `${name}'s title` }),
    expires_at: never,
  });
  // Those of more than a day ago are purged when the product starts.
  await insert('manual_postings', { ...own, id: id(mark, 38), created_at: never });
  await insert('source_keys', { ...own, id: id(mark, 39), source_name: 'adzuna' });
  await insert('job_reports', {
    ...own,
    id: id(mark, 42),
    job_posting_id: reportedPosting,
    reason: `${name}'s report`,
  });
  await insert('source_runs', {
    ...own,
    ...runColumns,
    id: id(mark, 41),
    persona_id: persona.persona,
    failure: `${name}'s run`,
  });
  const link = { ...own, id: id(mark, 40), kind: 'RESET_PASSWORD', email: tenant.email };
  await insert('one_time_tokens', { ...link, expires_at: never });
  await insert('known_devices', { ...own, id: id(mark, 50), token_hash: name, expires_at: never });
  await insert('totp_factors', { ...own, id: id(mark, 60) });
  await insert('backup_code_sets', { ...own, id: id(mark, 61), code_hashes: [] });
  const [passkey, provider, narrowToken] = [id(mark, 62), id(mark, 63), id(mark, 64)];
  await insert('passkeys', { ...own, id: passkey, credential_id: name, transports: [] });
  await insert('provider_identities', { ...own, id: provider, subject: name });
  await insert('access_tokens', {
    ...own,
    id: narrowToken,
    scopes: ['JOBS_READ'],
    token_hash: name,
    expires_at: never,
  });
  return { ...tenant, ...persona, items, personaJobs, application, task, ingest, passkey, provider, narrowToken };
}

/**
 * Links rows across the two owners, as keys that leave the owner out allow: the first six hang Bob's rows on Ada's, the
 * others Ada's on Bob's. For databases whose keys are plain.
 */
export async function linkAcrossOwners({ database, ada, bob }: Seed): Promise<Dirty> {
  const insert = rowInserter(database);
  const dirty: Dirty = {
    applicationOfBobsPersona: id('ada1', 1),
    applicationOfBobsMatch: id('ada1', 2),
    matchOfBobsPersona: id('ada1', 3),
    taskOfBobsPersona: id('ada1', 4),
    ingestOfBobsPersona: id('ada1', 5),
    ingestOfBobsMatch: id('ada1', 6),
  };
  const snapshot = JSON.stringify({
    title: 'T',
    companyName: 'C',
    description: 'D',
    capturedAt: '2025-01-01T00:00:00.000Z',
  });
  const ofBob = { owner_id: bob.userId };
  const ofAda = { owner_id: ada.userId };
  const application = { job_posting_id: postings[0], status: 'APPLIED', snapshot };
  await insert('skills', {
    ...ofBob,
    id: id('b0b1', 1),
    persona_id: ada.persona,
    skill_name: "bob's linked skill",
    skill_type: 'HARD',
    proficiency: 'EXPERT',
  });
  for (const [at, kind] of itemKinds.entries()) {
    const parent = 'isOfJob' in kind ? { work_history_id: ada.items.WorkHistory[0] } : { persona_id: ada.persona };
    const linked = { ...ofBob, ...parent, ...kind.columns, [kind.text]: `bob's linked ${kind.type}` };
    await insert(kind.table, { ...linked, id: id('b0b1', 70 + at) });
  }
  // In place of her own, since one persona shows one.
  await database.query(`delete from voice_profiles where persona_id = $1`, [ada.persona]);
  await insert('voice_profiles', { ...ofBob, id: id('b0b1', 7), persona_id: ada.persona, tone: "bob's linked tone" });
  await database.query(`delete from search_profiles where persona_id = $1`, [ada.persona]);
  const search = { label: "bob's linked search", keywords: [], titles: [], remoteokTags: [], location: null };
  await insert('search_profiles', {
    ...ofBob,
    id: id('b0b1', 6),
    persona_id: ada.persona,
    fit_searches: JSON.stringify([search]),
  });
  await insert('user_source_preferences', {
    ...ofBob,
    id: id('b0b1', 8),
    persona_id: ada.persona,
    source_name: "bob's source",
  });
  await insert('source_runs', { ...ofBob, ...runColumns, id: id('b0b1', 9), persona_id: ada.persona });
  await insert('persona_jobs', {
    ...ofBob,
    id: id('b0b1', 2),
    persona_id: ada.persona,
    job_posting_id: postings[0],
    status: 'DISCOVERED',
    fit_score: 99,
  });
  await insert('timeline_events', {
    ...ofBob,
    id: id('b0b1', 3),
    application_id: ada.application,
    event_type: 'APPLIED',
    description: "bob's linked event",
  });
  await insert('applications', {
    ...ofBob,
    ...application,
    id: id('b0b1', 4),
    persona_id: ada.persona,
    persona_job_id: ada.personaJobs[1],
    notes: "bob's linked notes",
  });
  const task = { ...taskColumns, error: 'linked' };
  await insert('compute_tasks', { ...ofBob, ...task, id: id('b0b1', 5), persona_id: ada.persona });
  await insert('compute_tasks', { ...ofAda, ...task, id: dirty.taskOfBobsPersona, persona_id: bob.persona });
  const ingest = { ...ofAda, state: 'CONFIRMED', expires_at: never };
  await insert('job_ingests', { ...ingest, id: dirty.ingestOfBobsPersona, persona_id: bob.persona });
  await insert('job_ingests', {
    ...ingest,
    id: dirty.ingestOfBobsMatch,
    persona_id: ada.persona,
    persona_job_id: bob.personaJobs[0],
  });
  await insert('applications', {
    ...ofAda,
    ...application,
    id: dirty.applicationOfBobsPersona,
    persona_id: bob.persona,
  });
  await insert('applications', {
    ...ofAda,
    ...application,
    id: dirty.applicationOfBobsMatch,
    persona_id: ada.persona,
    persona_job_id: bob.personaJobs[1],
  });
  await insert('persona_jobs', {
    ...ofAda,
    id: dirty.matchOfBobsPersona,
    persona_id: bob.persona,
    job_posting_id: postings[0],
    status: 'DISCOVERED',
    fit_score: 10,
  });
  return dirty;
}

/** Ids of Ada's rows that lead to Bob's. */
export interface Dirty {
  readonly applicationOfBobsPersona: string;
  readonly applicationOfBobsMatch: string;
  readonly matchOfBobsPersona: string;
  readonly taskOfBobsPersona: string;
  readonly ingestOfBobsPersona: string;
  readonly ingestOfBobsMatch: string;
}

/** Inserts a row past every wall; a column that must have a value and is not given gets a plain one of its type. */
function rowInserter({ query }: TestDatabase): Insert {
  return async (table, values) => {
    const columns = await query<{ name: string; type: string }>(
      `select column_name as name, data_type as type from information_schema.columns
       where table_schema = 'public' and table_name = $1 and is_nullable = 'NO' and column_default is null`,
      [table],
    );
    const plain = columns.flatMap(({ name, type }) => (name in values ? [] : [[name, plainValue(type)] as const]));
    const row = Object.entries({ ...Object.fromEntries(plain), ...values });
    const places = row.map((_, at) => `$${at + 1}`).join(', ');
    await query(
      `insert into ${table} (${row.map(([name]) => name).join(', ')}) values (${places})`,
      row.map(([, value]) => value),
    );
  };
}

function plainValue(type: string): unknown {
  switch (type) {
    case 'boolean':
      return false;
    case 'integer':
    case 'bigint':
      return 0;
    case 'uuid':
      return crypto.randomUUID();
    case 'jsonb':
      return '[]';
    case 'date':
      return '2025-01-01';
    case 'timestamp with time zone':
      return '2025-01-01T00:00:00Z';
    default:
      return 'x';
  }
}

/** Puts keys of one column where there are composite ones: what would stand if nobody had thought of owners. */
export async function makeKeysPlain({ query }: TestDatabase): Promise<number> {
  const keys = await query<{ table: string; name: string; column: string; target: string }>(
    `select conrelid::regclass::text as table, conname::text as name, confrelid::regclass::text as target,
            (select attname::text from pg_attribute where attrelid = conrelid and attnum = conkey[2]) as column
     from pg_constraint where contype = 'f' and cardinality(conkey) > 1`,
  );
  for (const { table, name, column, target } of keys)
    await query(
      `alter table ${table} drop constraint ${name},
         add constraint ${name} foreign key (${column}) references ${target} (id) on delete cascade`,
    );
  return keys.length;
}

export interface ProbeLogin {
  /** URL of the login on one database, where it may do everything with every row. */
  readonly on: (database: TestDatabase) => Promise<string>;
  readonly drop: () => Promise<void>;
}

/** A login above row security: takes wall 3 down. Boot refuses such a login; only tests make one. */
export async function createProbeLogin(): Promise<ProbeLogin> {
  const role = `tenure_probe_${randomBytes(6).toString('hex')}`;
  const server = inject('adminUrl');
  await withClient(server, (client) => client.query(`create role ${role} login bypassrls password '${role}'`));
  return {
    on: async (database) => {
      await database.query(
        `grant connect on database ${database.name} to ${role};
         grant usage on schema public to ${role};
         grant select, insert, update, delete on all tables in schema public to ${role}`,
      );
      const url = new URL(database.adminUrl);
      url.username = role;
      url.password = role;
      return url.href;
    },
    // After the databases are gone nothing depends on it any more.
    drop: () => withClient(server, async (client) => void (await client.query(`drop role ${role}`))),
  };
}

export interface Standing {
  readonly wall1: boolean;
  readonly wall2: boolean;
  readonly wall3: boolean;
}

export interface Walled {
  readonly product: TestProduct;
  readonly database: TestDatabase;
  readonly appUrl: string;
  /** The tenants as clients of this product. */
  readonly as: (owner: Owner) => Pick<Tenant, 'send'>;
  readonly stop: () => Promise<void>;
}

/** Serves a copy of a database with some of the walls down. */
export async function serve(seed: Seed, standing: Standing, probe: ProbeLogin): Promise<Walled> {
  const database = await copyOf(seed.database);
  const appUrl = standing.wall3 ? database.urls.app : await probe.on(database);
  const urls: LoginUrls = { ...database.urls, app: appUrl };
  const product = await startTestProduct({
    urls,
    walls: { wall1: { isUp: standing.wall1 }, wall2: { isUp: standing.wall2 } },
  });
  return {
    product,
    database,
    appUrl,
    as: (owner) => ({ send: (query, variables) => product.send(query, variables, owner.headers) }),
    stop: async () => {
      await product.stop();
      await database.drop();
    },
  };
}

/** Everything of an owner that is in the database, whoever could see it. */
export async function rowsOf(database: TestDatabase, tables: readonly string[], ownerId: string): Promise<string> {
  const texts = await Promise.all(
    tables.map(async (table) => {
      const key = table === 'users' ? 'id' : 'owner_id';
      const rows = await database.query<{ row: string }>(
        `select t::text as row from ${table} t where ${key} = $1 order by id`,
        [ownerId],
      );
      return `${table}: ${rows.map(({ row }) => row).join(' ')}`;
    }),
  );
  return texts.join('\n');
}
