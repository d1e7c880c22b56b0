import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectAs, type Connection, type Subscribed } from '../support/subscribe.ts';
import { missingId } from '../support/twins.ts';
import { watchingTwins, type Twin } from './probes.ts';
import {
  createProbeLogin,
  makeKeysPlain,
  seedTenants,
  serve,
  type Owner,
  type ProbeLogin,
  type Seed,
  type Standing,
  type Walled,
} from './tenants.ts';
import { copyOf } from '../support/database.ts';

// What Ada could hear of Bob's by subscribing, if nothing stopped her: each wall alone.

let clean: Seed;
/** Its keys leave the owner out. */
let plain: Seed;
let probe: ProbeLogin;
const open: Walled[] = [];
const connections: Connection[] = [];
beforeAll(async () => {
  [clean, probe] = await Promise.all([seedTenants(), createProbeLogin()]);
  plain = { ...clean, database: await copyOf(clean.database) };
  await makeKeysPlain(plain.database);
});
afterAll(async () => {
  for (const connection of connections) await connection.close();
  for (const served of open) await served.stop();
  for (const { database } of [plain, clean]) await database.drop();
  await probe.drop();
});

async function start(seed: Seed, standing: Standing): Promise<Walled> {
  const served = await serve(seed, standing, probe);
  open.push(served);
  return served;
}

const connectionOf = ({ product }: Walled, owner: Owner): Connection => {
  const connection = connectAs(product, owner);
  connections.push(connection);
  return connection;
};

const favorite = 'mutation ($id: ID!, $favorite: Boolean!) { setFavorite(id: $id, favorite: $favorite) { id } }';
let isFavorite = false;
/** Changes a match of each, first Bob's. */
async function changeBoth(served: Walled): Promise<void> {
  const { ada, bob } = clean;
  isFavorite = !isFavorite;
  for (const owner of [bob, ada]) {
    const answer = await served.as(owner).send(favorite, { id: owner.personaJobs[1], favorite: isFavorite });
    expect(answer.body.errors).toBeUndefined();
  }
}

const [matches] = watchingTwins as readonly [Twin];

/** What Ada is told who subscribes by this id, until she has been told of two changes of her own matches. */
async function heard(served: Walled, { document }: Twin, id: string): Promise<Subscribed> {
  const connection = connectionOf(served, clean.ada);
  const own = await connection.subscribe(matches.document, { id: clean.ada.persona });
  const foreign = await connection.subscribe(document, { id });
  for (const _ of [1, 2]) {
    await changeBoth(served);
    expect(JSON.stringify(await own.next())).toContain("ada's warning");
  }
  return foreign;
}

const say = ({ database }: Walled, persona: string, ids: readonly string[]): Promise<unknown> =>
  database.query(`select pg_notify('tenure_changes', $1)`, [[`PERSONA_JOBS:${persona}`, ...ids].join(' ')]);
const alarms = ({ product }: Walled): number => product.log.filter((line) => line.includes('"alarm":true')).length;

describe.each([
  ['wall 1', { wall1: true, wall2: false, wall3: false }],
  ['wall 2', { wall1: false, wall2: true, wall3: false }],
  ['wall 3', { wall1: false, wall2: false, wall3: true }],
])('%s alone', (_wall, standing: Standing) => {
  let served: Walled;
  beforeAll(async () => {
    served = await start(standing.wall3 ? clean : plain, standing);
  });

  test.each(watchingTwins)(
    'ends a subscription by a foreign id as by a missing or malformed one: $what',
    async (twin) => {
      const told: unknown[] = [];
      for (const id of [twin.foreign(clean.bob), missingId, 'no-id-at-all']) {
        const { answers, ended } = await heard(served, twin, id);
        expect(await ended).toBeUndefined();
        told.push(answers);
      }
      const [first, ...others] = told;
      expect(first).toMatchObject([{ errors: [{ message: 'Not found.', extensions: { code: 'NOT_FOUND' } }] }]);
      for (const other of others) expect(other).toEqual(first);
    },
  );

  test('shows no foreign row at an event, though it is told of as one of her own', async () => {
    const { ada, bob } = clean;
    const own = await connectionOf(served, ada).subscribe(matches.document, { id: ada.persona });
    const before = alarms(served);
    await say(served, ada.persona, [bob.personaJobs[1]]);
    await say(served, ada.persona, [ada.personaJobs[1]]);
    expect(JSON.stringify(await own.next())).toContain("ada's warning");
    expect(own.answers).toHaveLength(1);
    // One for each subscription that is open by then.
    expect(alarms(served) > before).toBe(standing.wall1);
  });
});

describe('with every wall down', () => {
  test('all of it is heard: each of these can fail', async () => {
    const served = await start(plain, { wall1: false, wall2: false, wall3: false });
    const { ada, bob } = clean;
    for (const twin of watchingTwins) {
      const foreign = await heard(served, twin, twin.foreign(bob));
      expect(JSON.stringify(await foreign.next())).toContain("bob's");
    }
    const own = await connectionOf(served, ada).subscribe(matches.document, { id: ada.persona });
    await say(served, ada.persona, [bob.personaJobs[1]]);
    expect(JSON.stringify(await own.next())).toContain("bob's warning");
  });
});
