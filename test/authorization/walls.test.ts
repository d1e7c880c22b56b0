import { graphql, type ExecutionResult } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ownerMetadata } from '#authorization/orm-hooks.ts';
import { anonymous } from '#authorization/viewer.ts';
import { openOrm } from '#database/orm.ts';
import { Rows } from '#database/rows.ts';
import { Unauthenticated } from '#platform/errors.ts';
import { domainResolvers } from '../../src/server/domain-resolvers.ts';
import { buildSchema, compileSchema } from '../../src/server/build-schema.ts';
import { entities } from '../../src/server/entities.ts';
import { typeDefinitions } from '../../src/server/type-definitions.ts';
import { startTestProduct, type Tenant, type TestProduct } from '../support/product.ts';
import { currentTestName, report } from '../proof/report.ts';
import { statementsOf } from '../support/twins.ts';
import {
  allOf,
  askTwins,
  carefulTwins,
  countProbes,
  edgeProbes,
  listProbes,
  outcomes as outcomesOf,
  type Probe,
  readingProbe,
  readingTwins,
  reorderTwin,
  sceneOf,
  selfProbe,
  watchingTwins,
  writingProbe,
  writingTwins,
  type Scene,
} from './probes.ts';
import {
  createProbeLogin,
  linkAcrossOwners,
  makeKeysPlain,
  seedTenants,
  serve,
  type Dirty,
  type ProbeLogin,
  type Seed,
  type Standing,
  type Walled,
} from './tenants.ts';
import { copyOf } from '../support/database.ts';
import { tableMetadata } from '../../src/server/schema-orm.ts';
import { ownedTables } from '../proof/owned-rows.ts';

const compiled = compileSchema();
const { policy } = compiled;
const tables = ownedTables({ compiled, metadata: tableMetadata() }).map(({ table }) => table);

const reads = readingTwins.map(readingProbe);
const writes = [reorderTwin, ...writingTwins].map(writingProbe);
const careful = [...carefulTwins.map(writingProbe), selfProbe];

/** As the migrations make it. */
let clean: Seed;
/** Its keys leave the owner out: what stands of wall 3 there is the row policies. */
let plain: Seed;
/** The same, with rows linked across the two owners. */
let linked: Seed;
let dirty: Dirty;
let probe: ProbeLogin;
const open: Walled[] = [];

beforeAll(async () => {
  [clean, probe] = await Promise.all([seedTenants(), createProbeLogin()]);
  plain = { ...clean, database: await copyOf(clean.database) };
  await makeKeysPlain(plain.database);
  linked = { ...clean, database: await copyOf(plain.database) };
  dirty = await linkAcrossOwners(linked);
});
afterAll(async () => {
  for (const served of open) await served.stop();
  for (const { database } of [linked, plain, clean]) await database.drop();
  await probe.drop();
});

/** What became of each probe, by the walls that stood. */
const stopped = new Map<string, Map<string, string>>();
afterAll(() =>
  report({
    name: 'one wall at a time',
    claim: 'Each wall stops by itself what it claims to stop; with none, every probe leaks.',
    counts: { probes: stopped.size },
    findings: [...stopped].map(([what, by]) => ({
      what,
      outcome: [...by].map(([walls, outcome]) => `${walls}: ${outcome}`).join('; '),
      // Some wall must hold it, or it is no probe of any.
      isGood: [...by.values()].includes('held'),
    })),
  }),
);

async function outcomes(probes: readonly Probe[], on: Scene): Promise<Awaited<ReturnType<typeof outcomesOf>>> {
  const found = await outcomesOf(probes, on);
  const [walls = ''] = currentTestName().split(' > ');
  for (const [what, outcome] of Object.entries(found))
    stopped.set(what, (stopped.get(what) ?? new Map<string, string>()).set(walls, outcome));
  return found;
}

async function scene(seed: Seed, standing: Standing): Promise<Scene> {
  const served = await serve(seed, standing, probe);
  open.push(served);
  return sceneOf(served, seed, { dirty, tables });
}
/** The edges that alarms were raised at. */
const alarms = ({ served }: Scene): number =>
  new Set(
    served.product.log.flatMap((line) => (line.includes('"alarm":true') ? /"coordinate":"[^"]*"/.exec(line) : [])),
  ).size;

test('both tenants have rows in every table that has owners', async () => {
  for (const table of tables) {
    const key = table === 'users' ? 'id' : 'owner_id';
    const owners = await clean.database.query<{ owner: string }>(
      `select distinct ${key} as owner from ${table} where ${key} is not null`,
    );
    expect([table, owners.map(({ owner }) => owner).toSorted()]).toEqual([
      table,
      [clean.ada.userId, clean.bob.userId].toSorted(),
    ]);
  }
});

test('every argument that names rows and every edge that yields owned ones has its probe', () => {
  const fields = [...policy.fields.values()];
  // Staff find the rows of all: what they may do is theirs by another login (test/administration).
  const named = fields
    .filter(({ references, runsAs }) => references.length > 0 && runsAs !== 'STAFF')
    .map(({ coordinate }) => coordinate.split('.')[1]);
  const twins = [...readingTwins, ...watchingTwins, ...writingTwins, ...carefulTwins, reorderTwin];
  const tried = twins.map(({ what }) => what.split(',')[0]);
  expect([...new Set(tried)].toSorted()).toEqual(named.toSorted());
  const edges = fields.filter(
    ({ yieldsOwned, coordinate }) => yieldsOwned.length > 0 && !/^(Query|Mutation|Subscription)\./.test(coordinate),
  );
  // They yield whoever has just signed in, and what the viewer asks of themselves: no id leads there.
  const toOneself = ['AuthSession.user', 'RegisterPayload.user', 'AuditEventConnection.nodes', 'AuditEventEdge.node'];
  expect([...edgeProbes.map(({ what }) => what), ...toOneself].toSorted()).toEqual(
    edges.map(({ coordinate }) => coordinate).toSorted(),
  );
});

describe('with every wall down', () => {
  const standing = { wall1: false, wall2: false, wall3: false };

  test('every probe leaks: each of them can fail', async () => {
    const all = await scene(linked, standing);
    for (const probes of [edgeProbes, listProbes, countProbes])
      expect(await outcomes(probes, all)).toEqual(allOf(probes, 'leaked'));
    const bare = await scene(plain, standing);
    for (const probes of [reads, writes]) expect(await outcomes(probes, bare)).toEqual(allOf(probes, 'leaked'));
  });

  test('what resolvers hold by themselves is held still', async () => {
    expect(await outcomes(careful, await scene(plain, standing))).toEqual(allOf(careful, 'held'));
  });
});

describe('wall 1 alone', () => {
  const standing = { wall1: true, wall2: false, wall3: false };
  let onPlain: Scene;
  let onLinked: Scene;
  beforeAll(async () => {
    onPlain = await scene(plain, standing);
    onLinked = await scene(linked, standing);
  });

  test('holds ids in arguments, reading and writing', async () => {
    for (const probes of [reads, writes, careful])
      expect(await outcomes(probes, onPlain)).toEqual(allOf(probes, 'held'));
    expect(alarms(onPlain)).toBe(0);
  });

  test('answers null in queries and NOT_FOUND in mutations, alike for foreign, missing and malformed', async () => {
    for (const twin of readingTwins) {
      const { foreign } = await askTwins(onPlain, twin);
      expect(foreign.trim()).toBe(JSON.stringify({ data: { [twin.what]: null } }));
    }
    for (const twin of [reorderTwin, ...writingTwins, ...carefulTwins]) {
      const { foreign } = await askTwins(onPlain, twin);
      const ofEach = { data: { [twin.what]: { succeeded: [], failed: [{ code: 'NOT_FOUND' }] } } };
      const ofAll = { data: null, errors: [{ extensions: { code: 'NOT_FOUND' } }] };
      expect(JSON.parse(foreign)).toMatchObject(twin.what.startsWith('bulk') ? ofEach : ofAll);
    }
  });

  test('holds rows that would leave an edge, and raises the alarm', async () => {
    expect(await outcomes(edgeProbes, onLinked)).toEqual(allOf(edgeProbes, 'held'));
    expect(alarms(onLinked)).toBe(edgeProbes.length);
  });

  test('takes back a mutation that would have yielded a foreign row', async () => {
    const id = dirty.matchOfBobsPersona;
    const favorite = 'mutation ($id: ID!) { setFavorite(id: $id, favorite: true) { id persona { fullName } } }';
    const { body } = await onLinked.served.as(clean.ada).send(favorite, { id });
    expect(body).toMatchObject({ data: null, errors: [{ extensions: { code: 'NOT_FOUND' } }] });
    const rows = await onLinked.served.database.query('select is_favorite from persona_jobs where id = $1', [id]);
    expect(rows).toEqual([{ is_favorite: false }]);
  });

  test('drops foreign rows from lists, but cannot keep them out of counts, pages and cursors', async () => {
    expect(await outcomes(listProbes, onLinked)).toEqual(allOf(listProbes, 'held'));
    expect(await outcomes(countProbes, onLinked)).toEqual(allOf(countProbes, 'leaked'));
  });
});

describe('wall 2 alone', () => {
  const standing = { wall1: false, wall2: true, wall3: false };

  test('holds arguments and writes', async () => {
    const alone = await scene(plain, standing);
    for (const probes of [reads, writes, careful]) expect(await outcomes(probes, alone)).toEqual(allOf(probes, 'held'));
  });

  test('holds edges, lists and counts', async () => {
    const alone = await scene(linked, standing);
    for (const probes of [edgeProbes, listProbes, countProbes])
      expect(await outcomes(probes, alone)).toEqual(allOf(probes, 'held'));
  });
});

describe('wall 3 alone', () => {
  const standing = { wall1: false, wall2: false, wall3: true };

  test('holds arguments and writes', async () => {
    const alone = await scene(clean, standing);
    for (const probes of [reads, careful, writes]) expect(await outcomes(probes, alone)).toEqual(allOf(probes, 'held'));
  });

  test('holds edges, lists and counts by its row policies, though its keys be plain', async () => {
    const alone = await scene(linked, standing);
    for (const probes of [edgeProbes, listProbes, countProbes])
      expect(await outcomes(probes, alone)).toEqual(allOf(probes, 'held'));
  });

  test('leaves no room for rows linked across owners while its keys hold the owner, not even past the policies', async () => {
    const copy = { ...clean, database: await copyOf(clean.database) };
    try {
      await expect(linkAcrossOwners(copy)).rejects.toMatchObject({ code: '23503' });
    } finally {
      await copy.database.drop();
    }
  });
});

describe('what the viewer alone decides', () => {
  const staffOnly = `extend type Query { audit: String @auth(requires: ADMIN) }
    extend type Mutation { audit: Boolean @auth(requires: ADMIN) }`;
  let product: TestProduct;
  let ada: Tenant;
  beforeAll(async () => {
    product = await startTestProduct({ compiled: compileSchema([...typeDefinitions(), staffOnly]) });
    ada = await product.signUp('ada');
  });
  afterAll(() => product.stop());

  test('costs the anonymous no statement', async () => {
    const done = await statementsOf(product, async () => {
      const { status, body } = await product.send('{ personas { id } }');
      expect([status, body]).toMatchObject([
        200,
        { errors: [{ path: ['personas'], extensions: { code: 'UNAUTHENTICATED' } }] },
      ]);
    });
    expect(done).toEqual([]);
  });

  test('reads nothing but the session of a member who lacks the role', async () => {
    const refused = [
      '{ audit }',
      'mutation { audit }',
      'mutation { createPersona(input: { fullName: "A", email: "a@example.com" }) { id } audit }',
    ];
    for (const document of refused) {
      const done = await statementsOf(product, async () => {
        const { body } = await ada.send(document);
        expect(body).toMatchObject({ errors: [{ path: ['audit'], extensions: { code: 'FORBIDDEN' } }] });
        expect(body).not.toHaveProperty('data');
      });
      expect(done.filter((statement) => / (from|into) "/.test(statement))).toEqual([
        expect.stringContaining('from "sessions"'),
      ]);
    }
  });

  test('is decided a second time by the shield, and by no other wall', async () => {
    const asked = async (wall: 'wall 1' | 'wall 2' | 'wall 3'): Promise<ExecutionResult> => {
      const orm = await openOrm({
        url: product.database.urls.app,
        entities,
        onMetadata: ownerMetadata(policy, { filter: wall === 'wall 2' }),
      });
      const schema = buildSchema(compileSchema(), [...orm.getMetadata().getAll().values()], {
        resolvers: domainResolvers,
        wall1: { isUp: wall === 'wall 1' },
      });
      const rows = new Rows(orm, { ownerId: null, readOnly: true });
      try {
        return await graphql({ schema, source: '{ personas { id } }', contextValue: { viewer: anonymous, rows } });
      } finally {
        await rows.finish('rollback');
        await orm.close();
      }
    };
    expect((await asked('wall 1')).errors?.[0]?.originalError).toBeInstanceOf(Unauthenticated);
    expect(await asked('wall 2')).toEqual({ data: { personas: [] } });
    expect(await asked('wall 3')).toEqual({ data: { personas: [] } });
  });
});
