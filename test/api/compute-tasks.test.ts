import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isFinished, computeTaskTransitions } from '#compute/compute-task-transitions.ts';
import { computeTaskStates } from '#compute/compute-task.entity.ts';
import { newOwnedId } from '#platform/ids.ts';
import { makePersona, signUpWithPersona } from '../support/personas.ts';
import { codesOf, startTestProduct, type Tenant, type TestProduct } from '../support/product.ts';
import { insertRows, seedPostings } from '../support/seed.ts';
import { connectAs } from '../support/subscribe.ts';
import { missingId, twinsOf, twinTraces } from '../support/twins.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());

interface Task {
  readonly id: string;
  readonly state: string;
  readonly attempt: number;
  readonly progress: number;
  readonly finishedAt: string | null;
  readonly error: string | null;
}

const fields = 'id kind state attempt progress createdAt finishedAt error';
const documents = {
  rescore: `mutation ($id: ID!) { rescore(personaId: $id) { ${fields} } }`,
  cancelTask: `mutation ($id: ID!) { cancelTask(id: $id) { ${fields} } }`,
  computeTask: `query ($id: ID!) { computeTask(id: $id) { ${fields} } }`,
  computeTasks: `query ($id: ID!, $states: [ComputeTaskState!]) {
    computeTasks(personaId: $id, filter: { states: $states }) { totalCount nodes { id } }
  }`,
  taskProgress: `subscription ($id: ID!) { taskProgress(id: $id) { id state progress } }`,
  // What tells the end is read whether it is asked for or not.
  bareProgress: `subscription ($id: ID!) { taskProgress(id: $id) { id } }`,
} as const;

const rescore = async (tenant: Tenant, id: string): Promise<Task> =>
  (await tenant.ask<{ rescore: Task }>(documents.rescore, { id })).rescore;
const taskOf = async (tenant: Tenant, id: string): Promise<Task> =>
  (await tenant.ask<{ computeTask: Task }>(documents.computeTask, { id })).computeTask;
const tick = (seconds: number): Date => (product.clock.now = new Date(product.clock.now.getTime() + seconds * 1000));

let tenants = 0;
const signUp = () => signUpWithPersona(product, `tasks-${(tenants += 1)}`, { skills: [{ skillName: 'SQL' }] });

/** A task that nobody has been told of, so that it waits for as long as a test wants. */
async function withWaiting(columns: object = {}) {
  const { tenant, persona } = await signUp();
  const id = newOwnedId(product.clock.now);
  const at = product.clock.now.toISOString();
  const task = {
    id,
    owner_id: tenant.userId,
    persona_id: persona.id,
    kind: 'RESCORE',
    state: 'QUEUED',
    attempt: 0,
    max_attempts: 3,
    run_after: at,
    parts_done: 0,
    parts_total: 0,
    created_at: at,
    ...columns,
  };
  await insertRows(product.database, 'compute_tasks', [task]);
  return { tenant, persona, id };
}

/** Has a task begun, as its message would. */
async function begin(id: string): Promise<void> {
  await product.database.query(
    `insert into outbox_messages (id, kind, subject_id, created_at, attempts, available_at) values ($1, 'TASK_QUEUED', $2, $3, 0, $3)`,
    [newOwnedId(product.clock.now), id, product.clock.now],
  );
  await product.matched();
}

describe('Mutation.rescore', () => {
  it('scores the matches of a persona anew, and finds those that it lacks', async () => {
    const { tenant, persona } = await signUp();
    await tenant.ask('mutation ($id: ID!) { updatePersona(id: $id, input: { minimumFitThreshold: 0 }) { id } }', {
      id: persona.id,
    });
    await product.matched();
    await seedPostings(product.database, 2);
    const queued = await rescore(tenant, persona.id);
    expect(queued).toEqual({
      id: queued.id,
      kind: 'RESCORE',
      state: 'QUEUED',
      attempt: 0,
      progress: 0,
      createdAt: product.clock.now.toISOString(),
      finishedAt: null,
      error: null,
    });
    await product.matched();
    expect(await taskOf(tenant, queued.id)).toEqual({
      ...queued,
      state: 'SUCCEEDED',
      attempt: 1,
      progress: 1,
      finishedAt: product.clock.now.toISOString(),
    });
    const matches = 'query ($id: ID!) { personaJobs(personaId: $id) { totalCount } }';
    expect(await tenant.ask(matches, { id: persona.id })).toEqual({ personaJobs: { totalCount: 2 } });
  });

  it('gives back the task that waits already, and makes another one once that has begun', async () => {
    const { tenant, persona } = await signUp();
    const both = `mutation ($id: ID!) { a: rescore(personaId: $id) { id } b: rescore(personaId: $id) { id } }`;
    const { a, b } = await tenant.ask<{ a: Task; b: Task }>(both, { id: persona.id });
    expect(b.id).toBe(a.id);
    await product.matched();
    tick(1);
    const later = await rescore(tenant, persona.id);
    expect(later.id).not.toBe(a.id);
    await product.matched();
    const list = (states: readonly string[] | null): Promise<unknown> =>
      tenant.ask(documents.computeTasks, { id: persona.id, states });
    expect(await list(null)).toEqual({ computeTasks: { totalCount: 2, nodes: [{ id: later.id }, { id: a.id }] } });
    expect(await list(['QUEUED', 'FAILED'])).toEqual({ computeTasks: { totalCount: 0, nodes: [] } });
  });
});

describe('a task', () => {
  it('moves as its table says, and not on from its end', () => {
    expect(computeTaskStates.filter(isFinished)).toEqual(['SUCCEEDED', 'FAILED', 'CANCELED']);
    expect(computeTaskTransitions.allowed('QUEUED')).toEqual(['LEASED', 'CANCELED']);
  });

  it('is given up while it waits, again without effect, and not when it is finished', async () => {
    const { tenant, id } = await withWaiting();
    const cancel = (): Promise<unknown> => tenant.ask(documents.cancelTask, { id });
    const cancelled = { cancelTask: { id, state: 'CANCELED', finishedAt: product.clock.now.toISOString() } };
    expect(await cancel()).toMatchObject(cancelled);
    tick(1);
    expect(await cancel()).toMatchObject(cancelled);
    await begin(id);
    expect(await taskOf(tenant, id)).toMatchObject({ state: 'CANCELED', attempt: 0 });
    const done = await withWaiting({ state: 'SUCCEEDED' });
    const refused = await done.tenant.send(documents.cancelTask, { id: done.id });
    expect(refused.body.errors?.[0]?.extensions).toMatchObject({
      code: 'INVALID_TRANSITION',
      from: 'SUCCEEDED',
      to: 'CANCELED',
      allowed: [],
    });
  });

  it('that fails waits for longer each time, and fails for good at the third', async () => {
    const { tenant, id } = await withWaiting();
    // A posting that no rule can score, which the table does not take by itself.
    await product.database.query('alter table job_postings drop constraint job_postings_years_check');
    const [posting] = await seedPostings(product.database, 1, () => ({ years_min: 9, years_max: 1 }));
    await begin(id);
    expect(await taskOf(tenant, id)).toMatchObject({ state: 'QUEUED', attempt: 1, error: expect.any(String) });
    tick(9);
    await product.matched();
    expect(await taskOf(tenant, id)).toMatchObject({ state: 'QUEUED', attempt: 1 });
    tick(1);
    await product.matched();
    expect(await taskOf(tenant, id)).toMatchObject({ state: 'QUEUED', attempt: 2 });
    tick(20);
    await product.matched();
    expect(await taskOf(tenant, id)).toMatchObject({
      state: 'FAILED',
      attempt: 3,
      finishedAt: product.clock.now.toISOString(),
      error: expect.any(String),
    });
    await product.database.query('delete from job_postings where id = $1', [posting]);
  });

  it('goes with its persona', async () => {
    const { tenant, persona, id } = await withWaiting();
    await tenant.ask('mutation ($id: ID!) { deletePersona(id: $id) }', { id: persona.id });
    expect(await tenant.ask(documents.computeTask, { id })).toEqual({ computeTask: null });
    await begin(id);
    expect(await product.database.query('select id from outbox_messages where subject_id = $1', [id])).toEqual([]);
  });
});

describe('Subscription.taskProgress', () => {
  it('tells how a task stands, then of each step, and ends with it', async () => {
    const { tenant, id } = await withWaiting();
    const connection = connectAs(product, tenant);
    const subscribed = await connection.subscribe(documents.taskProgress, { id });
    expect(await subscribed.next()).toEqual({ data: { taskProgress: { id, state: 'QUEUED', progress: 0 } } });
    await begin(id);
    expect(await subscribed.ended).toBeUndefined();
    expect(subscribed.answers.at(-1)).toEqual({ data: { taskProgress: { id, state: 'SUCCEEDED', progress: 1 } } });
    const late = await connection.subscribe(documents.bareProgress, { id });
    expect(await late.ended).toBeUndefined();
    expect(late.answers).toEqual([{ data: { taskProgress: { id } } }]);
    await connection.close();
  });

  it('ends with NOT_FOUND for a task that is gone, and alike for one of somebody else', async () => {
    const { tenant, persona, id } = await withWaiting();
    const connection = connectAs(product, tenant);
    const subscribed = await connection.subscribe(documents.taskProgress, { id });
    await subscribed.next();
    await tenant.ask('mutation ($id: ID!) { deletePersona(id: $id) }', { id: persona.id });
    await begin(id);
    await subscribed.ended;
    expect(subscribed.answers.at(-1)?.errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
    const other = await withWaiting();
    const answers = [];
    for (const each of twinsOf(other.id)) {
      const refused = await connection.subscribe(documents.taskProgress, { id: each });
      await refused.ended;
      answers.push(refused.answers);
    }
    expect(answers[0]?.[0]?.errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
    for (const each of answers) expect(each).toEqual(answers[0]);
    await connection.close();
  });
});

describe('a task of somebody else', () => {
  const { taskProgress: _one, bareProgress: _other, ...asked } = documents;
  it.each(Object.entries(asked))('cannot be told from none by %s, nor changed', async (name, document) => {
    const { tenant, persona, id } = await withWaiting();
    const stranger = await product.signUp(`stranger-${name.toLowerCase()}`);
    await makePersona(stranger);
    const before = await taskOf(tenant, id);
    const [foreign, ...others] = await twinTraces(product, stranger, {
      document,
      ids: twinsOf(name === 'rescore' || name === 'computeTasks' ? persona.id : id),
      variables: (each) => ({ id: each }),
    });
    expect(foreign?.text).toContain(document.startsWith('query') ? `{"data":{"${name}":null}}` : 'NOT_FOUND');
    for (const other of others) expect(other).toEqual(foreign);
    expect(await taskOf(tenant, id)).toEqual(before);
    expect(codesOf(await product.send(document, { id: missingId }))).toEqual(['UNAUTHENTICATED']);
  });
});
