import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgeCompleteness, onboardingSteps } from '#personas/completeness.ts';
import { itemKind } from '../support/persona-items.ts';
import { makePersona } from '../support/personas.ts';
import { codesOf, startTestProduct, type Answer, type Tenant, type TestProduct } from '../support/product.ts';

let product: TestProduct;
let tenant: Tenant;
beforeAll(async () => {
  product = await startTestProduct();
  tenant = await product.signUp('onboarding');
});
afterAll(() => product.stop());

const job = itemKind('WorkHistory');
const bullet = itemKind('Bullet');

interface SetUp {
  readonly onboardingComplete: boolean;
  readonly completeness: { readonly percent: number; readonly missing: readonly string[] };
}
const setUp = 'onboardingComplete completeness { percent missing }';
const setUpOf = async (id: string): Promise<SetUp> =>
  (await tenant.ask<{ persona: SetUp }>(`query ($id: ID!) { persona(id: $id) { ${setUp} } }`, { id })).persona;
const update = (id: string, input: object): Promise<Answer> =>
  tenant.send(
    `mutation ($id: ID!, $input: UpdatePersonaInput!) { updatePersona(id: $id, input: $input) { ${setUp} } }`,
    {
      id,
      input,
    },
  );

const addJob = 'Add a job that you hold or held.';
const addBullet = 'Say what you did in each job, in at least one bullet.';
const addSkill = 'Add a skill.';
const nameCities = 'Name the cities you can work in, or wish for remote work only.';

describe('Persona.completeness', () => {
  it('tells what is missing until nothing is, and then the set-up can be finished', async () => {
    const { id } = await makePersona(tenant);
    expect(await setUpOf(id)).toEqual({
      onboardingComplete: false,
      completeness: { percent: 0, missing: [addJob, addBullet, addSkill, nameCities] },
    });
    const made = await job.make(tenant, id);
    await tenant.ask('mutation ($id: ID!) { addSkill(personaId: $id, input: { skillName: "COBOL" }) { id } }', { id });
    const bare = 'Say what you did, in at least one bullet, as Programmer at US Navy.';
    expect((await setUpOf(id)).completeness).toEqual({ percent: 50, missing: [bare, nameCities] });

    const early = await update(id, { onboardingComplete: true, remotePreference: 'HYBRID_OK' });
    expect(early.body.errors?.[0]).toMatchObject({
      message: `Not finished yet. ${bare} ${nameCities}`,
      extensions: { code: 'BAD_USER_INPUT', field: 'input.onboardingComplete' },
    });
    expect((await setUpOf(id)).onboardingComplete).toBe(false);

    const { id: bulletId } = await bullet.make(tenant, made.id);
    // What the same change says counts.
    const finished = await update(id, { onboardingComplete: true, commutableCities: ['Arlington'] });
    const whole = { onboardingComplete: true, completeness: { percent: 100, missing: [] } };
    expect(finished.body.data).toEqual({ updatePersona: whole });
    expect(await setUpOf(id)).toEqual(whole);

    await bullet.remove(tenant, bulletId);
    expect(codesOf(await update(id, { onboardingComplete: true, homeCity: 'Bern' }))).toEqual([]);
    expect(await setUpOf(id)).toEqual({ onboardingComplete: true, completeness: { percent: 75, missing: [bare] } });
  });

  it('asks for every bullet, and for cities unless all work is to be remote', () => {
    const jobs = [
      { called: 'A at B', bullets: 1 },
      { called: 'C at D', bullets: 0 },
      { called: 'E at F', bullets: 0 },
    ];
    const given = { jobs, skills: 1, commutableCities: [], remotePreference: 'REMOTE_ONLY' };
    expect(judgeCompleteness(given)).toEqual({
      percent: 75,
      missing: ['Say what you did, in at least one bullet, as C at D, as E at F.'],
    });
    expect(judgeCompleteness({ ...given, jobs: jobs.slice(0, 1), commutableCities: ['Bern'] }).missing).toEqual([]);
  });
});

describe('Persona.onboardingStep', () => {
  it('is one of the steps, or what was written before there were any', async () => {
    const { id } = await makePersona(tenant);
    const stepOf = async (): Promise<unknown> =>
      (
        await tenant.ask<{ persona: { onboardingStep: unknown } }>(
          'query ($id: ID!) { persona(id: $id) { onboardingStep } }',
          { id },
        )
      ).persona.onboardingStep;
    for (const onboardingStep of [...onboardingSteps, null]) {
      expect(codesOf(await update(id, { onboardingStep }))).toEqual([]);
      expect(await stepOf()).toBe(onboardingStep);
    }
    await product.database.query("update personas set onboarding_step = 'Step 2' where id = $1", [id]);
    expect(await stepOf()).toBe('Step 2');
    const answer = await update(id, { onboardingStep: 'Step 2' });
    expect(answer.body.errors?.[0]).toMatchObject({
      message: `Name a step: ${onboardingSteps.join(', ')}.`,
      extensions: { code: 'BAD_USER_INPUT', field: 'input.onboardingStep' },
    });
  });
});
