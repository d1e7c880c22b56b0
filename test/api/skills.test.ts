import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePersona, signUpWithPersona } from '../support/personas.ts';
import { codesOf, dataOf, startTestProduct, type Answer, type Tenant, type TestProduct } from '../support/product.ts';
import { queueUp } from '../support/queue-up.ts';
import { missingId } from '../support/twins.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());

interface Skill {
  readonly id: string;
  readonly skillName: string;
  readonly displayOrder: number;
}

const skillFields = 'id skillName skillType category proficiency yearsUsed lastUsed displayOrder';
type Sender = Pick<Tenant, 'send'>;

const addSkill = (sender: Sender, personaId: string, input: object): Promise<Answer> =>
  sender.send(
    `mutation ($personaId: ID!, $input: SkillInput!) { addSkill(personaId: $personaId, input: $input) { ${skillFields} } }`,
    { personaId, input },
  );
const updateSkill = (sender: Sender, id: string, input: object): Promise<Answer> =>
  sender.send(
    `mutation ($id: ID!, $input: UpdateSkillInput!) { updateSkill(id: $id, input: $input) { ${skillFields} } }`,
    { id, input },
  );
const removeSkill = (sender: Sender, id: string): Promise<Answer> =>
  sender.send('mutation ($id: ID!) { removeSkill(id: $id) }', { id });
const reorderSkills = (sender: Sender, parentId: string, ids: readonly string[]): Promise<Answer> =>
  sender.send(
    'mutation ($parentId: ID!, $ids: [ID!]!) { reorderSkills(parentId: $parentId, ids: $ids) { id displayOrder } }',
    { parentId, ids },
  );
const skillsOf = async (tenant: Tenant, id: string): Promise<readonly Skill[]> =>
  (
    await tenant.ask<{ persona: { skills: Skill[] } }>(
      `query ($id: ID!) { persona(id: $id) { skills { ${skillFields} } } }`,
      { id },
    )
  ).persona.skills;
const namesOf = async (tenant: Tenant, id: string): Promise<readonly string[]> =>
  (await skillsOf(tenant, id)).map(({ skillName }) => skillName);
const badInputOf = ({ body }: Answer) =>
  (body.errors ?? []).map(({ extensions }) => [extensions['code'], extensions['field']]);

let tenants = 0;
const withSkills = (...names: readonly string[]) =>
  signUpWithPersona(product, `skills-${(tenants += 1)}`, { skills: names.map((skillName) => ({ skillName })) });

describe('Mutation.addSkill', () => {
  it('adds at the end and fills in what is left out', async () => {
    const { tenant, persona } = await withSkills('Rust');
    const { addSkill: added } = dataOf<{ addSkill: Skill }>(
      await addSkill(tenant, persona.id, { skillName: ' Go ', proficiency: 'EXPERT', lastUsed: '2019' }),
    );
    expect(added).toMatchObject({
      skillName: 'Go',
      skillType: 'HARD',
      category: 'Domain Knowledge',
      proficiency: 'EXPERT',
      yearsUsed: null,
      lastUsed: '2019',
      displayOrder: 1,
    });
    expect(await skillsOf(tenant, persona.id)).toEqual([expect.objectContaining({ skillName: 'Rust' }), added]);
  });

  it('refuses a name that is there, in whatever case', async () => {
    const { tenant, persona } = await withSkills('Rust');
    const answer = await addSkill(tenant, persona.id, { skillName: 'RUST' });
    expect(answer.body.errors?.[0]?.extensions).toEqual({ code: 'CONFLICT', reason: 'DUPLICATE_NAME' });
    expect(await namesOf(tenant, persona.id)).toEqual(['Rust']);
  });

  it('lets two personas have the same skill', async () => {
    const { tenant, persona } = await withSkills('Rust');
    const other = await withSkills();
    expect(codesOf(await addSkill(other.tenant, other.persona.id, { skillName: 'Rust' }))).toEqual([]);
    expect(await namesOf(tenant, persona.id)).toEqual(['Rust']);
  });

  it('adds one of twenty equal ones that come at once, and all of twenty different ones', async () => {
    const { tenant, persona } = await withSkills();
    const inputs = Array.from({ length: 20 }, (_, index) => ({ skillName: `Skill ${index}` }));
    const same = await Promise.all(inputs.map(() => addSkill(tenant, persona.id, { skillName: 'Rust' })));
    expect(same.map(codesOf).filter((codes) => codes.length === 0)).toHaveLength(1);
    expect(new Set(same.flatMap(codesOf))).toEqual(new Set(['CONFLICT']));
    await Promise.all(inputs.map((input) => addSkill(tenant, persona.id, input)));
    const skills = await skillsOf(tenant, persona.id);
    expect(skills.map(({ displayOrder }) => displayOrder)).toEqual([...skills.keys()]);
    expect(skills).toHaveLength(21);
  });

  it('stops at two hundred, also when several come at once', async () => {
    const names = Array.from({ length: 198 }, (_, index) => `Skill ${index}`);
    const { tenant, persona } = await withSkills(...names);
    const answers = await Promise.all(
      ['A', 'B', 'C', 'D'].map((skillName) => addSkill(tenant, persona.id, { skillName })),
    );
    expect(answers.map(codesOf).toSorted()).toEqual([[], [], ['BAD_USER_INPUT'], ['BAD_USER_INPUT']]);
    expect(await skillsOf(tenant, persona.id)).toHaveLength(200);
  });

  it.each([
    ['skillName', ' '],
    ['skillName', 'a'.repeat(101)],
    ['skillName', '\0'],
    ['category', ''],
    ['yearsUsed', -1],
    ['yearsUsed', 101],
    ['lastUsed', 'now'],
    ['lastUsed', '19999'],
  ])('refuses a bad %s by its name', async (field, value) => {
    const { tenant, persona } = await withSkills();
    const answer = await addSkill(tenant, persona.id, { skillName: 'Rust', [field]: value });
    expect(badInputOf(answer)).toEqual([['BAD_USER_INPUT', `input.${field}`]]);
    expect(await skillsOf(tenant, persona.id)).toEqual([]);
  });
});

describe('Mutation.updateSkill', () => {
  it('changes what is given and leaves the rest, place included', async () => {
    const { tenant, persona } = await withSkills('Rust', 'Go');
    const [before] = await skillsOf(tenant, persona.id);
    const changes = { skillName: 'Zig', skillType: 'SOFT', yearsUsed: 7 };
    const { updateSkill: changed } = dataOf<{ updateSkill: Skill }>(
      await updateSkill(tenant, persona.skills[0]?.id ?? '', changes),
    );
    expect(changed).toEqual({ ...before, ...changes });
    expect(await namesOf(tenant, persona.id)).toEqual(['Zig', 'Go']);
    const { updateSkill: unsaid } = dataOf<{ updateSkill: Skill }>(
      await updateSkill(tenant, changed.id, { yearsUsed: null }),
    );
    expect(unsaid).toEqual({ ...changed, yearsUsed: null });
  });

  it('takes its own name in another case, and none of another skill', async () => {
    const { tenant, persona } = await withSkills('Rust', 'Go');
    const [rust = { id: '' }] = persona.skills;
    expect(codesOf(await updateSkill(tenant, rust.id, { skillName: 'RUST' }))).toEqual([]);
    expect(codesOf(await updateSkill(tenant, rust.id, { skillName: 'go' }))).toEqual(['CONFLICT']);
    expect(await namesOf(tenant, persona.id)).toEqual(['RUST', 'Go']);
  });

  it.each([
    ['skillName', null],
    ['skillName', ''],
    ['proficiency', null],
    ['yearsUsed', 200],
    ['lastUsed', 'never'],
  ])('refuses a bad %s by its name and changes nothing', async (field, value) => {
    const { tenant, persona } = await withSkills('Rust');
    const before = await skillsOf(tenant, persona.id);
    const answer = await updateSkill(tenant, persona.skills[0]?.id ?? '', { category: 'Other', [field]: value });
    expect(badInputOf(answer)).toEqual([['BAD_USER_INPUT', `input.${field}`]]);
    expect(await skillsOf(tenant, persona.id)).toEqual(before);
  });

  it('reports no change of a skill that was removed while it waited', async () => {
    const { tenant, persona } = await withSkills('Rust');
    const id = persona.skills[0]?.id ?? '';
    const [removed, changed, removedAgain] = await queueUp(
      product.database,
      `select from personas where id = '${persona.id}' for update`,
      [() => removeSkill(tenant, id), () => updateSkill(tenant, id, { yearsUsed: 7 }), () => removeSkill(tenant, id)],
    );
    expect([removed, changed, removedAgain].map((answer) => answer && codesOf(answer))).toEqual([
      [],
      ['NOT_FOUND'],
      ['NOT_FOUND'],
    ]);
  });
});

describe('Mutation.removeSkill', () => {
  it('removes one and keeps the order of the others', async () => {
    const { tenant, persona } = await withSkills('Rust', 'Go', 'Zig');
    expect(dataOf(await removeSkill(tenant, persona.skills[1]?.id ?? ''))).toEqual({ removeSkill: true });
    expect(await namesOf(tenant, persona.id)).toEqual(['Rust', 'Zig']);
    await addSkill(tenant, persona.id, { skillName: 'Ada' });
    expect(await namesOf(tenant, persona.id)).toEqual(['Rust', 'Zig', 'Ada']);
  });

  it('is NOT_FOUND the second time', async () => {
    const { tenant, persona } = await withSkills('Rust');
    const id = persona.skills[0]?.id ?? '';
    expect([codesOf(await removeSkill(tenant, id)), codesOf(await removeSkill(tenant, id))]).toEqual([
      [],
      ['NOT_FOUND'],
    ]);
  });
});

describe('Mutation.reorderSkills', () => {
  it('puts them into the order of the list', async () => {
    const { tenant, persona } = await withSkills('Rust', 'Go', 'Zig');
    const ids = persona.skills.map(({ id }) => id).toReversed();
    expect(dataOf(await reorderSkills(tenant, persona.id, ids))).toEqual({
      reorderSkills: ids.map((id, displayOrder) => ({ id, displayOrder })),
    });
    expect(await namesOf(tenant, persona.id)).toEqual(['Zig', 'Go', 'Rust']);
  });

  it('needs each of them once', async () => {
    const { tenant, persona } = await withSkills('Rust', 'Go');
    const elsewhere = await withSkills('Other');
    const beside = await makePersona(tenant, { skills: [{ skillName: 'Beside' }] });
    const [rust = '', go = ''] = persona.skills.map(({ id }) => id);
    for (const ids of [[], [rust], [rust, rust], [rust, go, rust]])
      expect(badInputOf(await reorderSkills(tenant, persona.id, ids))).toEqual([['BAD_USER_INPUT', 'ids']]);
    // A skill of another tenant, of another persona of the same one, and none at all.
    for (const id of [elsewhere.persona.skills[0]?.id ?? '', beside.skills[0]?.id ?? '', missingId]) {
      const answer = await reorderSkills(tenant, persona.id, [rust, id]);
      expect(answer.body.errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'NOT_FOUND' }]);
    }
    expect(await namesOf(tenant, persona.id)).toEqual(['Rust', 'Go']);
  });

  it('leaves the order asked for last, though it was the one there when it was asked for', async () => {
    const { tenant, persona } = await withSkills('A', 'B', 'C');
    const ids = persona.skills.map(({ id }) => id);
    const answers = await queueUp(product.database, `select from personas where id = '${persona.id}' for update`, [
      () => reorderSkills(tenant, persona.id, ids.toReversed()),
      () => reorderSkills(tenant, persona.id, ids),
    ]);
    expect(answers.flatMap(codesOf)).toEqual([]);
    expect(await namesOf(tenant, persona.id)).toEqual(['A', 'B', 'C']);
  });
});

describe('Query.skillSuggestions', () => {
  const suggest = (sender: Sender, prefix: string, first?: number): Promise<Answer> =>
    sender.send('query ($prefix: String!, $first: Int) { skillSuggestions(prefix: $prefix, first: $first) }', {
      prefix,
      ...(first === undefined ? {} : { first }),
    });

  it('offers ten names at most unless told, to whoever is signed in', async () => {
    const { tenant } = await withSkills();
    const names = async (prefix: string, first?: number) =>
      dataOf<{ skillSuggestions: string[] }>(await suggest(tenant, prefix, first)).skillSuggestions;
    expect(await names('s')).toHaveLength(10);
    expect(await names('k8s', 1)).toEqual(['Kubernetes']);
    expect(await names(' ')).toEqual([]);
    expect(codesOf(await suggest(product, 's'))).toEqual(['UNAUTHENTICATED']);
    expect(badInputOf(await suggest(tenant, 's', 101))).toEqual([['BAD_USER_INPUT', 'first']]);
    expect(badInputOf(await suggest(tenant, 's'.repeat(101)))).toEqual([['BAD_USER_INPUT', 'prefix']]);
  });
});

describe('every change of skills', () => {
  it('is seen by what the same document reads after it', async () => {
    const { tenant, persona } = await withSkills('Rust');
    const answer = await tenant.ask(
      `mutation ($id: ID!) {
        addSkill(personaId: $id, input: { skillName: "Go" }) { skillName }
        updatePersona(id: $id, input: { homeCity: "Bern" }) { homeCity skills { skillName } }
      }`,
      { id: persona.id },
    );
    expect(answer).toEqual({
      addSkill: { skillName: 'Go' },
      updatePersona: { homeCity: 'Bern', skills: [{ skillName: 'Rust' }, { skillName: 'Go' }] },
    });
  });

  it('notes the time at the persona and tells the relay', async () => {
    const { tenant, persona } = await withSkills('Rust');
    product.clock.now = new Date(product.clock.now.getTime() + 60_000);
    await addSkill(tenant, persona.id, { skillName: 'Go' });
    const { persona: read } = await tenant.ask<{ persona: object }>(
      'query ($id: ID!) { persona(id: $id) { updatedAt } }',
      { id: persona.id },
    );
    expect(read).toEqual({ updatedAt: product.clock.now.toISOString() });
  });

  it.each([
    ['addSkill', (id: string) => addSkill(product, id, { skillName: 'Rust' })],
    ['updateSkill', (id: string) => updateSkill(product, id, { skillName: 'Rust' })],
    ['removeSkill', (id: string) => removeSkill(product, id)],
    ['reorderSkills', (id: string) => reorderSkills(product, id, [])],
  ])('needs a signed-in viewer: %s', async (_name, ask) => {
    const answer = await ask(missingId);
    expect(codesOf(answer)).toEqual(['UNAUTHENTICATED']);
    expect(answer.body).not.toHaveProperty('data');
  });
});
