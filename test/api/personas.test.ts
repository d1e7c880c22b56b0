import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePersona, signUpWithPersona } from '../support/personas.ts';
import { codesOf, dataOf, startTestProduct, type Answer, type Tenant, type TestProduct } from '../support/product.ts';
import { insertRows, seedMatch, seedPostings } from '../support/seed.ts';
import { missingId, twinsOf, twinTraces } from '../support/twins.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());

const wholePersona = {
  fullName: 'Grace Hopper',
  email: 'grace@example.com',
  phone: '+1 555 0100',
  homeCity: 'Arlington',
  homeState: 'VA',
  homeCountry: 'US',
  linkedinUrl: 'https://www.linkedin.com/in/grace',
  portfolioUrl: 'https://grace.example.com',
  professionalSummary: 'Compilers.',
  yearsExperience: 40,
  currentRole: 'Rear admiral',
  currentCompany: 'US Navy',
  targetRoles: ['Staff engineer'],
  targetSkills: ['COBOL', 'Rust'],
  stretchAppetite: 'HIGH',
  minimumBaseSalary: 150_000,
  salaryCurrency: 'EUR',
  commutableCities: ['Washington'],
  maxCommuteMinutes: 45,
  remotePreference: 'HYBRID_OK',
  relocationOpen: true,
  relocationCities: ['New York'],
  visaSponsorshipRequired: true,
  industryExclusions: ['Tobacco'],
  companySizePreference: 'STARTUP',
  maxTravelPercent: 'UNDER_25',
  minimumFitThreshold: 60,
  autoDraftThreshold: 95,
  pollingFrequency: 'WEEKLY',
  onboardingComplete: false,
  onboardingStep: 'review',
} as const;
const allFields = Object.keys(wholePersona).join(' ');

const createPersona = (tenant: Pick<Tenant, 'send'>, input: object): Promise<Answer> =>
  tenant.send('mutation ($input: CreatePersonaInput!) { createPersona(input: $input) { id } }', { input });
const updatePersona = (tenant: Pick<Tenant, 'send'>, id: string, input: object): Promise<Answer> =>
  tenant.send(
    `mutation ($id: ID!, $input: UpdatePersonaInput!) { updatePersona(id: $id, input: $input) { ${allFields} } }`,
    { id, input },
  );
const personasOf = async (tenant: Tenant): Promise<{ id: string }[]> =>
  (await tenant.ask<{ personas: { id: string }[] }>(`{ personas { id ${allFields} skills { id skillName } } }`))
    .personas;
const badInputOf = ({ body }: Answer) =>
  (body.errors ?? []).map(({ extensions }) => [extensions['code'], extensions['field']]);

describe('Mutation.createPersona', () => {
  it('keeps every field and the skills in the order given', async () => {
    const tenant = await product.signUp('create');
    const skills = ['COBOL', 'Teaching', 'Compilers'].map((skillName) => ({ skillName }));
    const { createPersona: made } = await tenant.ask<{ createPersona: object }>(
      `mutation ($input: CreatePersonaInput!) {
        createPersona(input: $input) { ${allFields} createdAt updatedAt skills { skillName displayOrder } }
      }`,
      { input: { ...wholePersona, skills } },
    );
    const now = product.clock.now.toISOString();
    const ordered = skills.map((skill, displayOrder) => ({ ...skill, displayOrder }));
    expect(made).toEqual({ ...wholePersona, createdAt: now, updatedAt: now, skills: ordered });
    expect(await tenant.ask(`{ personas { ${allFields} skills { skillName displayOrder } } }`)).toEqual({
      personas: [{ ...wholePersona, skills: ordered }],
    });
  });

  it('fills in what is left out', async () => {
    const tenant = await product.signUp('create-short');
    await makePersona(tenant, { skills: [{ skillName: 'Rust' }] });
    const [persona] = await personasOf(tenant);
    expect(persona).toMatchObject({
      phone: '',
      linkedinUrl: null,
      targetRoles: [],
      stretchAppetite: 'MEDIUM',
      salaryCurrency: 'USD',
      remotePreference: 'NO_PREFERENCE',
      minimumFitThreshold: 50,
      autoDraftThreshold: 90,
      pollingFrequency: 'DAILY',
    });
  });

  it('trims what is written and unifies how addresses and currencies are', async () => {
    const tenant = await product.signUp('create-trim');
    await createPersona(tenant, { fullName: '  Ada  ', email: ' ADA@Example.com ', salaryCurrency: 'chf' });
    expect((await personasOf(tenant))[0]).toMatchObject({
      fullName: 'Ada',
      email: 'ada@example.com',
      salaryCurrency: 'CHF',
    });
  });

  it('lets several personas share an address', async () => {
    const tenant = await product.signUp('create-two');
    const made = [await makePersona(tenant), await makePersona(tenant)].map(({ id }) => id);
    expect((await personasOf(tenant)).map(({ id }) => id).toSorted()).toEqual(made.toSorted());
  });

  it.each([
    ['fullName', '   '],
    ['fullName', 'a'.repeat(256)],
    ['fullName', 'a\0b'],
    ['email', 'nobody'],
    ['email', 'a@b\0.example.com'],
    ['phone', '1'.repeat(51)],
    ['linkedinUrl', 'javascript:alert(1)'],
    ['portfolioUrl', 'https://example.com/\0'],
    ['professionalSummary', 'a'.repeat(10_001)],
    ['professionalSummary', 'half a character: \ud83d'],
    ['yearsExperience', -1],
    ['yearsExperience', 101],
    ['targetRoles', Array.from({ length: 201 }, (_, index) => `Role ${index}`)],
    ['minimumBaseSalary', -1],
    ['salaryCurrency', 'EURO'],
    ['salaryCurrency', 'ZZQ'],
    ['maxCommuteMinutes', 1441],
    ['minimumFitThreshold', 101],
    ['autoDraftThreshold', -1],
    ['onboardingStep', 'somewhere'],
    ['onboardingComplete', true],
  ])('refuses a bad %s by its name', async (field, value) => {
    const tenant = await product.signUp(`create-bad-${product.statements.length}`);
    const answer = await createPersona(tenant, { fullName: 'Ada', email: 'ada@example.com', [field]: value });
    expect(badInputOf(answer)).toEqual([['BAD_USER_INPUT', `input.${field}`]]);
    expect(answer.body.data).toBeNull();
    expect(await personasOf(tenant)).toEqual([]);
  });

  it.each([
    ['input.skills.1.skillName', [{ skillName: 'Rust' }, { skillName: 'RUST' }]],
    ['input.skills.0.skillName', [{ skillName: '' }]],
    ['input.skills.0.lastUsed', [{ skillName: 'Rust', lastUsed: 'Long ago' }]],
    ['input.skills.0.yearsUsed', [{ skillName: 'Rust', yearsUsed: 101 }]],
    ['input.targetRoles.1', undefined, ['Engineer', 'half: \ud83d']],
  ])('refuses %s within a list', async (field, skills, targetRoles = []) => {
    const tenant = await product.signUp(`create-list-${product.statements.length}`);
    const answer = await createPersona(tenant, { fullName: 'Ada', email: 'ada@example.com', skills, targetRoles });
    expect(badInputOf(answer)).toEqual([['BAD_USER_INPUT', field]]);
  });

  it('refuses more than 200 skills', async () => {
    const tenant = await product.signUp('create-many');
    const skills = (count: number) => Array.from({ length: count }, (_, index) => ({ skillName: `Skill ${index}` }));
    const input = { fullName: 'Ada', email: 'ada@example.com' };
    expect(badInputOf(await createPersona(tenant, { ...input, skills: skills(201) }))).toEqual([
      ['BAD_USER_INPUT', 'input.skills'],
    ]);
    expect((await createPersona(tenant, { ...input, skills: skills(200) })).body.errors).toBeUndefined();
  });

  it('names the field that a variable lacks, has of the wrong type, or has too much', async () => {
    const tenant = await product.signUp('create-variables');
    const given = { fullName: 'Ada', email: 'ada@example.com' };
    const fieldsOf = async (input: object) => badInputOf(await createPersona(tenant, input)).map(([, field]) => field);
    expect(await fieldsOf({ email: given.email })).toEqual(['input.fullName']);
    expect(await fieldsOf({ ...given, ownerId: missingId })).toEqual(['input.ownerId']);
    expect(await fieldsOf({ ...given, remotePreference: 'SOMETIMES' })).toEqual(['input.remotePreference']);
    expect(await fieldsOf({ ...given, skills: [{ skillName: 'A' }, { skillName: 7 }] })).toEqual([
      'input.skills.1.skillName',
    ]);
  });

  it('needs a signed-in viewer', async () => {
    expect(codesOf(await createPersona(product, wholePersona))).toEqual(['UNAUTHENTICATED']);
  });

  it('tells the relay of the persona', async () => {
    const tenant = await product.signUp('create-matched');
    const [postingId] = await seedPostings(product.database, 1, () => ({ title: 'Admiral' }));
    const { id } = await makePersona(tenant, { minimumFitThreshold: 0, skills: [{ skillName: 'Rust' }] });
    await product.matched();
    const links = await product.database.query<{ job_posting_id: string }>(
      'select job_posting_id from persona_jobs where persona_id = $1',
      [id],
    );
    expect(links.map((link) => link.job_posting_id)).toContain(postingId);
  });
});

describe('Query.personas and Query.persona', () => {
  it('show a viewer their own, oldest first', async () => {
    const tenant = await product.signUp('read');
    const other = await product.signUp('read-other');
    await makePersona(other);
    const first = await makePersona(tenant);
    product.clock.now = new Date(product.clock.now.getTime() + 1000);
    const second = await makePersona(tenant);
    expect((await personasOf(tenant)).map(({ id }) => id)).toEqual([first.id, second.id]);
    expect(await tenant.ask('query ($id: ID!) { persona(id: $id) { id } }', { id: first.id })).toEqual({
      persona: { id: first.id },
    });
  });

  it('take an id in whatever case', async () => {
    const { tenant, persona } = await signUpWithPersona(product, 'read-case');
    expect(await tenant.ask('query ($id: ID!) { persona(id: $id) { id } }', { id: persona.id.toUpperCase() })).toEqual({
      persona: { id: persona.id },
    });
  });

  it('need a signed-in viewer', async () => {
    const answer = await product.send('query ($id: ID!) { personas { id } persona(id: $id) { id } }', {
      id: missingId,
    });
    expect(codesOf(answer)).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED']);
    expect(answer.body).not.toHaveProperty('data');
  });

  it("cannot tell another's persona from none", async () => {
    const { persona } = await signUpWithPersona(product, 'read-owner');
    const stranger = await product.signUp('read-stranger');
    const [foreign, ...others] = await twinTraces(product, stranger, {
      document: 'query ($id: ID!) { persona(id: $id) { id fullName skills { id } } }',
      ids: twinsOf(persona.id),
      variables: (id) => ({ id }),
    });
    expect(foreign?.text).toBe('{"data":{"persona":null}}\n');
    for (const other of others) expect(other).toEqual(foreign);
  });
});

describe('Mutation.updatePersona', () => {
  it('changes what is given, empties what is null, and leaves the rest', async () => {
    const tenant = await product.signUp('update');
    const { id } = await makePersona(tenant, wholePersona);
    const changes = { fullName: 'Ada', portfolioUrl: null, targetRoles: [], relocationOpen: false };
    const { updatePersona: changed } = dataOf<{ updatePersona: object }>(await updatePersona(tenant, id, changes));
    expect(changed).toEqual({ ...wholePersona, ...changes });
    expect(await personasOf(tenant)).toMatchObject([{ ...wholePersona, ...changes }]);
  });

  it('notes the time of the change', async () => {
    const { tenant, persona } = await signUpWithPersona(product, 'update-time');
    product.clock.now = new Date(product.clock.now.getTime() + 60_000);
    await updatePersona(tenant, persona.id, { fullName: 'Ada' });
    expect(await tenant.ask('{ personas { updatedAt } }')).toEqual({
      personas: [{ updatedAt: product.clock.now.toISOString() }],
    });
  });

  it.each([
    ['fullName', null],
    ['fullName', ''],
    ['email', 'nobody'],
    ['targetRoles', null],
    ['commutableCities', ['']],
    ['minimumFitThreshold', 101],
    ['maxTravelPercent', null],
  ])('refuses a bad %s by its name and changes nothing', async (field, value) => {
    const { tenant, persona } = await signUpWithPersona(product, `update-bad-${product.statements.length}`);
    const before = await personasOf(tenant);
    const answer = await updatePersona(tenant, persona.id, { homeCity: 'Elsewhere', [field]: value });
    expect(badInputOf(answer)[0]?.[0]).toBe('BAD_USER_INPUT');
    expect(badInputOf(answer)[0]?.[1]).toMatch(new RegExp(`^input\\.${field}`));
    expect(await personasOf(tenant)).toEqual(before);
  });

  it('needs a signed-in viewer', async () => {
    expect(codesOf(await updatePersona(product, missingId, { fullName: 'Ada' }))).toEqual(['UNAUTHENTICATED']);
  });
});

describe('Mutation.deletePersona', () => {
  const deletePersona = (tenant: Pick<Tenant, 'send'>, id: string): Promise<Answer> =>
    tenant.send('mutation ($id: ID!) { deletePersona(id: $id) }', { id });

  it('takes everything in it along, and nothing else', async () => {
    const { tenant, persona } = await signUpWithPersona(product, 'delete', { skills: [{ skillName: 'Rust' }] });
    const kept = await makePersona(tenant, { skills: [{ skillName: 'Go' }] });
    await product.matched();
    const [postingId = ''] = await seedPostings(product.database, 1);
    const match = { ownerId: tenant.userId, personaId: persona.id, postingId };
    const personaJobId = await seedMatch(product.database, match);
    const application = 'mutation ($id: ID!) { createApplication(input: { personaJobId: $id }) { id } }';
    await tenant.ask(application, { id: personaJobId });
    expect(dataOf(await deletePersona(tenant, persona.id))).toEqual({ deletePersona: true });
    expect((await personasOf(tenant)).map(({ id }) => id)).toEqual([kept.id]);
    const [left] = await product.database.query(
      `select (select count(*)::int from skills where persona_id = $1) as skills,
              (select count(*)::int from persona_jobs where persona_id = $1) as matches,
              (select count(*)::int from applications where persona_id = $1) as applications,
              (select count(*)::int from timeline_events where owner_id = $2) as events,
              (select count(*)::int from job_postings where id = $3) as postings`,
      [persona.id, tenant.userId, postingId],
    );
    expect(left).toEqual({ skills: 0, matches: 0, applications: 0, events: 0, postings: 1 });
  });

  it('leaves the relay nothing to stumble over', async () => {
    const tenant = await product.signUp('delete-quickly');
    const { id } = await makePersona(tenant);
    await deletePersona(tenant, id);
    await product.matched();
    expect(product.log.filter((line) => line.includes('message failed'))).toEqual([]);
    expect(await product.database.query('select id from outbox_messages where subject_id = $1', [id])).toEqual([]);
  });

  it('is NOT_FOUND the second time', async () => {
    const { tenant, persona } = await signUpWithPersona(product, 'delete-twice');
    await deletePersona(tenant, persona.id);
    expect(codesOf(await deletePersona(tenant, persona.id))).toEqual(['NOT_FOUND']);
  });

  it('needs a signed-in viewer', async () => {
    expect(codesOf(await deletePersona(product, missingId))).toEqual(['UNAUTHENTICATED']);
  });
});

describe("another tenant's persona", () => {
  const skills = [{ skillName: 'Rust' }];

  it.each([
    ['updatePersona', 'mutation ($id: ID!) { updatePersona(id: $id, input: { fullName: "Mallory" }) { id } }'],
    ['deletePersona', 'mutation ($id: ID!) { deletePersona(id: $id) }'],
    ['addSkill', 'mutation ($id: ID!) { addSkill(personaId: $id, input: { skillName: "Theft" }) { id } }'],
    ['reorderSkills', 'mutation ($id: ID!) { reorderSkills(parentId: $id, ids: []) { id } }'],
    ['updateSkill', 'mutation ($id: ID!) { updateSkill(id: $id, input: { skillName: "Theft" }) { id } }'],
    ['removeSkill', 'mutation ($id: ID!) { removeSkill(id: $id) }'],
  ])('cannot be told from none by %s, nor changed', async (name, document) => {
    const { tenant, persona } = await signUpWithPersona(product, `twin-owner-${name}`, { skills });
    const stranger = await product.signUp(`twin-stranger-${name}`);
    const before = await personasOf(tenant);
    const [foreign, ...others] = await twinTraces(product, stranger, {
      document,
      ids: twinsOf(/(update|remove)Skill/.test(name) ? (persona.skills[0]?.id ?? '') : persona.id),
      variables: (id) => ({ id }),
    });
    expect(JSON.parse(foreign?.text ?? '')).toMatchObject({
      data: null,
      errors: [{ message: 'Not found.', path: [name], extensions: { code: 'NOT_FOUND' } }],
    });
    for (const other of others) expect(other).toEqual(foreign);
    expect(await personasOf(tenant)).toEqual(before);
  });

  it('lends no skill to a list of mine', async () => {
    const { tenant, persona } = await signUpWithPersona(product, 'twin-owner-list', { skills });
    const own = await signUpWithPersona(product, 'twin-stranger-list', { skills });
    const before = await personasOf(tenant);
    const [foreign, ...others] = await twinTraces(product, own.tenant, {
      document: 'mutation ($own: ID!, $id: ID!) { reorderSkills(parentId: $own, ids: [$id]) { id } }',
      ids: twinsOf(persona.skills[0]?.id ?? ''),
      variables: (id) => ({ own: own.persona.id, id }),
    });
    expect(foreign?.text).toContain('NOT_FOUND');
    for (const other of others) expect(other).toEqual(foreign);
    expect(await personasOf(tenant)).toEqual(before);
  });
});

describe('the rows of a persona', () => {
  it('cannot be hung under another owner, whoever writes', async () => {
    const { persona } = await signUpWithPersona(product, 'rows-owner');
    const stranger = await product.signUp('rows-stranger');
    const skill = {
      id: missingId,
      owner_id: stranger.userId,
      persona_id: persona.id,
      skill_name: 'Theft',
      skill_type: 'HARD',
      category: 'Domain Knowledge',
      proficiency: 'EXPERT',
      years_used: 1,
      last_used: 'Current',
      display_order: 0,
    };
    await expect(insertRows(product.database, 'skills', [skill])).rejects.toThrow(/foreign key/);
  });
});
