import { afterAll, beforeAll, expect, test } from 'vitest';
import { codesOf } from '../support/product.ts';
import { aDay } from './effort.ts';
import { report } from './report.ts';
import {
  actBusily,
  everything,
  startPair,
  tellingRequests,
  type Deed,
  type Pair,
  type Requests,
} from './through-the-pool.ts';
import type { World } from './world.ts';

const addJob = `mutation ($id: ID!, $input: AddJobInput!) {
  addJob(personaId: $id, input: $input) { status fitScore posting { title companyName location ghostScore repostCount isActive } }
}`;
const ingestJob =
  'mutation ($id: ID!, $input: IngestJobInput!) { ingestJob(personaId: $id, input: $input) { id state } }';
const jobIngest = `query ($id: ID!) {
  jobIngest(id: $id) { state failure preview { title companyName location descriptionText isIncomplete skills { name } } }
}`;
const confirmIngest = `mutation ($id: ID!) {
  confirmIngest(id: $id) { status posting { title companyName ghostScore repostCount isActive } }
}`;

const description = `We keep the harbour of a small town running, and look for somebody who pilots ships at night.

What we ask for
- Five years at sea and a licence, Python for the tide tables, and PostgreSQL for the log book of the port.`;
const posting = { title: 'Harbour Pilot', companyName: 'Port of Calm', description, location: 'Lisbon, Portugal' };
const text = `Lock Keeper\n\nCompany: ${posting.companyName}\nLocation: ${posting.location}\n\n${description}`;

const first = (world: World, name: 'ada' | 'bob', type: string): string =>
  (name === 'ada' ? world.ids.own : world.ids.foreign).get(type)?.[0] ?? '';

async function handIn(world: World): Promise<void> {
  const id = first(world, 'bob', 'Persona');
  const { ingestJob: handed } = await world.bob.ask<{ ingestJob: { id: string } }>(ingestJob, { id, input: { text } });
  await world.product.ingested();
  await world.bob.ask(confirmIngest, { id: handed.id });
}

/** Matches of Bob's whose posting Ada has too. */
async function shared({ database, ada, bob }: World): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    `select b.id from persona_jobs b join persona_jobs a using (job_posting_id) where a.owner_id = $1 and b.owner_id = $2`,
    [ada.userId, bob.userId],
  );
  return rows.map(({ id }) => id);
}

/** What Bob does of what Ada has or will have. */
const busily: readonly Deed[] = [
  (world) => world.bob.ask(addJob, { id: first(world, 'bob', 'Persona'), input: posting }),
  handIn,
  async (world) => {
    const ids = await shared(world);
    expect(ids).not.toEqual([]);
    for (const id of ids)
      await world.bob.ask('mutation ($id: ID!) { setFavorite(id: $id, favorite: true) { isFavorite } }', { id });
  },
  // As much as he may.
  async (world) => {
    const id = first(world, 'bob', 'Persona');
    const codes: unknown[] = [];
    for (let nth = 0; nth < 20; nth += 1) {
      const input = { ...posting, title: `Harbour Pilot ${nth}`, description: `${description} Berth ${nth}.` };
      codes.push(...codesOf(await world.bob.send(addJob, { id, input })));
    }
    expect(codes).toContain('RATE_LIMITED');
  },
];

/** Takes his personas away with all that is theirs. */
async function leave(world: World): Promise<void> {
  for (const id of world.ids.foreign.get('Persona') ?? [])
    await world.bob.ask('mutation ($id: ID!) { deletePersona(id: $id) }', { id });
}

/** What Ada then does with the same. */
async function* handsInToo(world: World): Requests {
  const id = first(world, 'ada', 'Persona');
  yield { document: addJob, variables: { id, input: posting } };
  const { ingestJob: handed } = (yield {
    document: ingestJob,
    variables: { id, input: { text } },
  }) as {
    ingestJob: { id: string };
  };
  yield { document: jobIngest, variables: { id: handed.id } };
  yield { document: confirmIngest, variables: { id: handed.id } };
  yield* everything(world);
}

let pair: Pair;
beforeAll(async () => {
  pair = await startPair();
}, aDay);
afterAll(() => Promise.all(Object.values(pair).map(({ world }) => world.stop())));

test(
  'whatever Bob does of the pool, Ada is told the same, also when she does it too',
  async () => {
    const telling = {
      'before he does anything': await tellingRequests(pair, everything),
      'when he has been busy': (await actBusily(pair, busily), await tellingRequests(pair, handsInToo)),
      'when he has taken his away': (await actBusily(pair, [leave]), await tellingRequests(pair, handsInToo)),
    };
    const found = Object.entries(telling).flatMap(([when, requests]) => requests.map((each) => `${when}: ${each}`));
    report({
      name: 'through the pool',
      claim: 'What a tenant does of the pool tells another nothing, who may do the same with the same posting.',
      counts: { deeds: busily.length + 1, telling: found.length },
      findings: found.map((what) => ({ what, outcome: 'told', isGood: false })),
    });
    expect(found).toEqual([]);
  },
  aDay,
);

test(
  'what did tell would be heard',
  async () => {
    await actBusily(pair, [({ database, ada }) => database.query(countsReaders, [ada.userId])]);
    const told = await tellingRequests(pair, everything);
    expect(told.join()).toContain('personaJobs(');
    expect(told.join()).toContain('application(');
  },
  aDay,
);

/** As if a posting told how many have it. */
const countsReaders = `update job_postings set repost_count = repost_count + 1
  where id in (select job_posting_id from persona_jobs where owner_id = $1)`;
