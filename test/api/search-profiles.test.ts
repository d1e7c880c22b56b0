import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signUpWithPersona } from '../support/personas.ts';
import { codesOf, dataOf, startTestProduct, type Answer, type Tenant, type TestProduct } from '../support/product.ts';
import { missingId, twinsOf } from '../support/twins.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());

interface Profile {
  readonly fitSearches: readonly { readonly label: string }[];
  readonly stretchSearches: readonly { readonly label: string }[];
  readonly isStale: boolean;
  readonly generatedAt: string;
  readonly approvedAt: string | null;
}
type Sender = Pick<Tenant, 'send'>;

const fields = `
  fitSearches { label keywords titles remoteokTags location }
  stretchSearches { label keywords titles remoteokTags location }
  isStale generatedAt approvedAt`;
const generate = (sender: Sender, id: string): Promise<Answer> =>
  sender.send(`mutation ($id: ID!) { profile: generateSearchProfile(personaId: $id) { ${fields} } }`, { id });
const approve = (sender: Sender, id: string): Promise<Answer> =>
  sender.send(`mutation ($id: ID!) { profile: approveSearchProfile(personaId: $id) { ${fields} } }`, { id });
const update = (sender: Sender, id: string, input: object): Promise<Answer> =>
  sender.send(
    `mutation ($id: ID!, $input: UpdateSearchProfileInput!) {
      profile: updateSearchProfile(personaId: $id, input: $input) { ${fields} }
    }`,
    { id, input },
  );
const profileIn = (answer: Answer): Profile => dataOf<{ profile: Profile }>(answer).profile;
const profileOf = async (tenant: Tenant, id: string): Promise<Profile | null> =>
  (
    await tenant.ask<{ persona: { searchProfile: Profile | null } }>(
      `query ($id: ID!) { persona(id: $id) { searchProfile { ${fields} } } }`,
      { id },
    )
  ).persona.searchProfile;
const change = (tenant: Tenant, id: string, input: object) =>
  tenant.ask('mutation ($id: ID!, $input: UpdatePersonaInput!) { updatePersona(id: $id, input: $input) { id } }', {
    id,
    input,
  });

let tenants = 0;
const withPersona = async (input: object = {}) => {
  const { tenant, persona } = await signUpWithPersona(product, `searches-${(tenants += 1)}`, {
    currentRole: 'Nurse',
    homeCity: 'Bern',
    skills: [{ skillName: 'Triage' }],
    ...input,
  });
  return { tenant, id: persona.id };
};

const bucket = { label: 'Wards', keywords: ['Triage'], titles: ['Nurse'], remoteokTags: ['nurse'], location: null };

describe('Persona.searchProfile', () => {
  it('is derived when a persona is made, to be approved by its owner', async () => {
    const { tenant, id } = await withPersona();
    expect(await profileOf(tenant, id)).toEqual({
      fitSearches: [
        { label: 'Nurse', keywords: ['Triage'], titles: ['Nurse'], remoteokTags: ['triage'], location: 'Bern' },
      ],
      stretchSearches: [expect.objectContaining({ titles: ['Senior Nurse', 'Lead Nurse'] })],
      isStale: false,
      generatedAt: product.clock.now.toISOString(),
      approvedAt: null,
    });
  });

  it('goes stale with what it was derived from alone, is never derived anew unasked, and is right again once that is back', async () => {
    const { tenant, id } = await withPersona();
    const before = await profileOf(tenant, id);
    await change(tenant, id, { phone: '1', minimumFitThreshold: 70 });
    expect(await profileOf(tenant, id)).toEqual(before);
    await change(tenant, id, { homeCity: 'Basel' });
    expect(await profileOf(tenant, id)).toEqual({ ...before, isStale: true });
    await change(tenant, id, { homeCity: 'Bern' });
    expect(await profileOf(tenant, id)).toEqual(before);
    const { addSkill } = await tenant.ask<{ addSkill: { id: string } }>(
      'mutation ($id: ID!) { addSkill(personaId: $id, input: { skillName: "Surgery" }) { id } }',
      { id },
    );
    expect((await profileOf(tenant, id))?.isStale).toBe(true);
    await tenant.ask('mutation ($id: ID!) { removeSkill(id: $id) }', { id: addSkill.id });
    expect((await profileOf(tenant, id))?.isStale).toBe(false);
  });
});

describe('Mutation.generateSearchProfile', () => {
  it('derives the searches anew, in place of those edited and approved', async () => {
    const { tenant, id } = await withPersona();
    await update(tenant, id, { fitSearches: [bucket] });
    await approve(tenant, id);
    await change(tenant, id, { currentRole: 'Midwife' });
    const generated = profileIn(await generate(tenant, id));
    expect(generated).toMatchObject({ fitSearches: [{ label: 'Midwife' }], isStale: false, approvedAt: null });
    expect(profileIn(await generate(tenant, id))).toEqual(generated);
    expect(await profileOf(tenant, id)).toEqual(generated);
  });

  it('makes the first ones of a persona from before, which until then has none to change or approve', async () => {
    const { tenant, id } = await withPersona();
    await product.database.query(`delete from search_profiles where persona_id = '${id}'`);
    expect(await profileOf(tenant, id)).toBeNull();
    await change(tenant, id, { homeCity: 'Basel' });
    expect(codesOf(await approve(tenant, id))).toEqual(['NOT_FOUND']);
    expect(codesOf(await update(tenant, id, { fitSearches: [] }))).toEqual(['NOT_FOUND']);
    expect(profileIn(await generate(tenant, id)).fitSearches).toEqual([expect.objectContaining({ location: 'Basel' })]);
    expect(await profileOf(tenant, id)).not.toBeNull();
  });
});

describe('Mutation.updateSearchProfile', () => {
  it('changes the list that is given and asks for approval again', async () => {
    const { tenant, id } = await withPersona();
    const before = await profileOf(tenant, id);
    await approve(tenant, id);
    const edited = profileIn(await update(tenant, id, { fitSearches: [{ label: ' Wards ' }, bucket] }));
    const bare = { label: 'Wards', keywords: [], titles: [], remoteokTags: [], location: null };
    expect(edited).toEqual({ ...before, fitSearches: [bare, bucket] });
    expect(await profileOf(tenant, id)).toEqual(edited);
  });

  it.each([
    ['fitSearches', null, ''],
    ['fitSearches', Array.from({ length: 16 }, () => bucket), ''],
    ['stretchSearches', [{ ...bucket, label: ' ' }], '.0.label'],
    ['stretchSearches', [bucket, { ...bucket, label: 'a'.repeat(121) }], '.1.label'],
    ['fitSearches', [{ ...bucket, label: '\ud800' }], '.0.label'],
    ['fitSearches', [{ ...bucket, keywords: Array(31).fill('a') }], '.0.keywords'],
    ['fitSearches', [{ ...bucket, keywords: ['a'.repeat(101)] }], '.0.keywords.0'],
    ['fitSearches', [{ ...bucket, titles: ['a'.repeat(201)] }], '.0.titles.0'],
    ['fitSearches', [{ ...bucket, remoteokTags: ['a b'] }], '.0.remoteokTags.0'],
    ['fitSearches', [{ ...bucket, remoteokTags: ['a'.repeat(61)] }], '.0.remoteokTags.0'],
    ['fitSearches', [{ ...bucket, location: 'a'.repeat(121) }], '.0.location'],
  ])('refuses bad %s by name and changes nothing', async (list, value, at) => {
    const { tenant, id } = await withPersona();
    const before = await profileOf(tenant, id);
    const answer = await update(tenant, id, { [list]: value });
    expect(answer.body.errors?.map(({ extensions }) => extensions)).toEqual([
      { code: 'BAD_USER_INPUT', field: `input.${list}${at}` },
    ]);
    expect(await profileOf(tenant, id)).toEqual(before);
  });

  it('knows no other fields, staleness least of all', async () => {
    const { tenant, id } = await withPersona();
    for (const input of [{ isStale: false }, { fitSearches: [{ ...bucket, weight: 1 }] }])
      expect(codesOf(await update(tenant, id, input))).toEqual(['BAD_USER_INPUT']);
  });
});

describe('Mutation.approveSearchProfile', () => {
  it('notes when they were approved, once', async () => {
    const { tenant, id } = await withPersona();
    const approvedAt = product.clock.now.toISOString();
    expect(profileIn(await approve(tenant, id)).approvedAt).toBe(approvedAt);
    product.clock.now = new Date(product.clock.now.getTime() + 60_000);
    expect(profileIn(await approve(tenant, id)).approvedAt).toBe(approvedAt);
  });
});

describe('every change of searches', () => {
  it.each([
    ['generateSearchProfile', generate],
    ['approveSearchProfile', approve],
    ['updateSearchProfile', (sender: Sender, id: string) => update(sender, id, { fitSearches: [] })],
  ])('is for the owner alone: %s', async (_name, ask) => {
    const owner = await withPersona();
    const before = await profileOf(owner.tenant, owner.id);
    const other = await withPersona();
    const answers = await Promise.all(twinsOf(owner.id).map((id) => ask(other.tenant, id)));
    expect(answers.map(codesOf)).toEqual(answers.map(() => ['NOT_FOUND']));
    expect(codesOf(await ask(product, missingId))).toEqual(['UNAUTHENTICATED']);
    expect(await profileOf(owner.tenant, owner.id)).toEqual(before);
  });
});
