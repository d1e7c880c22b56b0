import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { itemKind, itemKinds, type ItemOperations } from '../support/persona-items.ts';
import { makePersona } from '../support/personas.ts';
import { codesOf, dataOf, startTestProduct, type Answer, type Tenant, type TestProduct } from '../support/product.ts';
import { twinsOf, twinTraces } from '../support/twins.ts';

let product: TestProduct;
let tenant: Tenant;
let stranger: Tenant;
beforeAll(async () => {
  product = await startTestProduct();
  tenant = await product.signUp('owner');
  stranger = await product.signUp('stranger');
});
afterAll(() => product.stop());

const job = itemKind('WorkHistory');
const bullet = itemKind('Bullet');
const story = itemKind('AchievementStory');
const education = itemKind('Education');
const certification = itemKind('Certification');
const rule = itemKind('CustomNonNegotiable');

/** A new persona, and in it the row that lists of this kind hang on. */
async function place(kind: ItemOperations, of = tenant): Promise<{ personaId: string; parentId: string }> {
  const { id: personaId } = await makePersona(of);
  const parentId = kind.parent === 'personaId' ? personaId : (await job.make(of, personaId)).id;
  return { personaId, parentId };
}
const badInputOf = ({ body }: Answer) =>
  (body.errors ?? []).map(({ extensions }) => [extensions['code'], extensions['field']]);

describe.each(itemKinds.map((kind) => [kind.type, kind] as const))('%s', (_type, kind) => {
  it('is added at the end, changed in what is given, put in order, and removed', async () => {
    const { personaId, parentId } = await place(kind);
    const first = await kind.make(tenant, parentId);
    expect(first).toEqual({ id: first.id, ...kind.input, ...kind.filledIn, displayOrder: 0 });
    const second = await kind.make(tenant, parentId);
    expect(await kind.of(tenant, personaId)).toEqual([first, second]);

    const { item: changed } = dataOf<{ item: typeof first }>(await kind.update(tenant, first.id, kind.change));
    const after = 'endDate' in kind.change ? { isCurrent: false } : {};
    expect(changed).toEqual({ ...first, ...kind.change, ...after });
    expect(await kind.of(tenant, personaId)).toEqual([changed, second]);

    expect(dataOf(await kind.reorder(tenant, parentId, [second.id, first.id]))).toEqual({
      items: [
        { id: second.id, displayOrder: 0 },
        { id: first.id, displayOrder: 1 },
      ],
    });
    for (const ids of [[], [first.id], [first.id, first.id]])
      expect(badInputOf(await kind.reorder(tenant, parentId, ids))).toEqual([['BAD_USER_INPUT', 'ids']]);
    expect((await kind.of(tenant, personaId)).map(({ id }) => id)).toEqual([second.id, first.id]);

    expect(dataOf(await kind.remove(tenant, second.id))).toEqual({ removed: true });
    expect(codesOf(await kind.remove(tenant, second.id))).toEqual(['NOT_FOUND']);
    expect(await kind.of(tenant, personaId)).toEqual([{ ...changed, displayOrder: 1 }]);
    expect(await kind.make(tenant, parentId)).toMatchObject({ displayOrder: 2 });
  });

  it('is no longer added when there are too many', async () => {
    const { personaId, parentId } = await place(kind);
    const { id } = await kind.make(tenant, parentId);
    const table = { WorkHistory: 'work_histories', AchievementStory: 'achievement_stories' }[kind.type];
    const name = table ?? `${kind.type.replaceAll(/(?<=.)[A-Z]/g, '_$&').toLowerCase()}s`;
    await copyRow(name, id, kind.most - 1);
    const answer = await kind.add(tenant, parentId);
    expect(badInputOf(answer)).toEqual([['BAD_USER_INPUT', 'input']]);
    expect(answer.body.errors?.[0]?.message).toContain(`at most ${kind.most}`);
    expect(await kind.of(tenant, personaId)).toHaveLength(kind.most);
  });

  it('is for its owner alone, and cannot be told from none by others', async () => {
    const { personaId, parentId } = await place(kind);
    const item = await kind.make(tenant, parentId);
    const before = await kind.of(tenant, personaId);
    const own = await place(kind, stranger);
    const operations: readonly [string, string, object][] = [
      [
        parentId,
        `($id: ID!, $input: ${kind.type}Input!) { add${kind.type}(${kind.parent}: $id, input: $input) { id } }`,
        { input: kind.input },
      ],
      [
        item.id,
        `($id: ID!, $input: Update${kind.type}Input!) { update${kind.type}(id: $id, input: $input) { id } }`,
        { input: kind.change },
      ],
      [item.id, `($id: ID!) { remove${kind.type}(id: $id) }`, {}],
      [parentId, `($id: ID!) { reorder${kind.plural}(parentId: $id, ids: []) { id } }`, {}],
      [
        item.id,
        `($own: ID!, $id: ID!) { reorder${kind.plural}(parentId: $own, ids: [$id]) { id } }`,
        { own: own.parentId },
      ],
    ];
    for (const [foreignId, operation, more] of operations) {
      const [foreign, ...others] = await twinTraces(product, stranger, {
        document: `mutation ${operation}`,
        ids: twinsOf(foreignId),
        variables: (id) => ({ id, ...more }),
      });
      expect(JSON.parse(foreign?.text ?? '')).toMatchObject({
        data: null,
        errors: [{ extensions: { code: 'NOT_FOUND' } }],
      });
      for (const other of others) expect(other).toEqual(foreign);
      const signedOut = await product.send(`mutation ${operation}`, { id: foreignId, ...more });
      expect(codesOf(signedOut)).toEqual(['UNAUTHENTICATED']);
    }
    expect(await kind.of(tenant, personaId)).toEqual(before);
  });
});

/** Puts more rows beside one, like it but for their ids. */
const copyRow = (table: string, id: string, times: number): Promise<unknown> =>
  product.database.query(
    `insert into ${table}
     select (jsonb_populate_record(null::${table}, to_jsonb(row) || jsonb_build_object('id', gen_random_uuid()))).*
     from ${table} row, generate_series(1, $2) where id = $1`,
    [id, times],
  );

describe('bad input', () => {
  it.each<[ItemOperations, string, unknown]>([
    [job, 'companyName', ' '],
    [job, 'jobTitle', 'a'.repeat(256)],
    [job, 'startDate', '2025-02-30'],
    [job, 'startDate', '1899-12-31'],
    [job, 'startDate', '2036-01-01'],
    [job, 'endDate', '1943-11-30'],
    [job, 'endDate', 'soon'],
    [job, 'workModel', 'SOMETIMES'],
    [job, 'description', 'a'.repeat(10_001)],
    [job, 'bullets', Array.from({ length: 51 }, () => bullet.input)],
    [bullet, 'text', ''],
    [bullet, 'text', 'a'.repeat(2_001)],
    [bullet, 'metrics', 'a\0b'],
    [education, 'graduationYear', 1899],
    [education, 'graduationYear', 2036],
    [education, 'graduationYear', 1900.5],
    [education, 'gpa', 5.01],
    [education, 'gpa', -0.01],
    [education, 'gpa', 3.999],
    [certification, 'dateObtained', '2036-01-01'],
    [certification, 'expirationDate', '2024-02-28'],
    [certification, 'verificationUrl', 'javascript:alert(1)'],
    [story, 'outcome', 'half a character: \ud83d'],
    [story, 'context', 'a'.repeat(10_001)],
    [rule, 'filterValue', ' , ,'],
    [rule, 'filterField', 'SALARY'],
    [rule, 'filterType', null],
  ])('is refused by its name: $type.%s', async (kind, field, value) => {
    const { personaId, parentId } = await place(kind);
    const item = await kind.make(tenant, parentId);
    const before = await kind.of(tenant, personaId);
    const answers = [await kind.add(tenant, parentId, { [field]: value })];
    if (field !== 'bullets') answers.push(await kind.update(tenant, item.id, { [field]: value }));
    for (const answer of answers) expect(badInputOf(answer)).toEqual([['BAD_USER_INPUT', `input.${field}`]]);
    expect(await kind.of(tenant, personaId)).toEqual(before);
  });

  it.each([
    ['NUL', 'a\0b', 'BAD_USER_INPUT'],
    ['half a pair', '\udc00', 'BAD_USER_INPUT'],
    ['50,000 characters', 'ü'.repeat(50_000), []],
    ['one more', 'ü'.repeat(50_001), 'BAD_USER_INPUT'],
    ['right to left', 'مطوّر برمجيات – ‏מפתח תוכנה', []],
    ['emoji', '👩🏽‍💻🚀 e\u0301', []],
    ['another language', '担当：決済基盤の設計と運用', []],
  ])('a text of %s is kept as it is or refused', async (_name, sample, code) => {
    const { id } = await makePersona(tenant);
    const answer = await updateVoice(tenant, id, { writingSampleText: sample });
    expect(codesOf(answer)).toEqual([code].flat());
    const { persona } = await tenant.ask<{ persona: { voiceProfile: object | null } }>(
      'query ($id: ID!) { persona(id: $id) { voiceProfile { writingSampleText } } }',
      { id },
    );
    expect(persona.voiceProfile).toEqual(codesOf(answer).length > 0 ? null : { writingSampleText: sample });
  });
});

describe('the time of a job', () => {
  it.each<[object, object, object | string]>([
    [{ endDate: '1950-01-01' }, {}, { endDate: '1950-01-01', isCurrent: false }],
    [{ isCurrent: true, endDate: '1950-01-01' }, {}, 'input.endDate'],
    [{ isCurrent: false }, {}, 'input.endDate'],
    [{ endDate: '1943-12-01' }, {}, { endDate: '1943-12-01', isCurrent: false }],
    [{}, { endDate: '1950-01-01' }, { endDate: '1950-01-01', isCurrent: false }],
    [{}, { isCurrent: false }, 'input.endDate'],
    [{ endDate: '1950-01-01' }, { isCurrent: true }, { endDate: null, isCurrent: true }],
    [{ endDate: '1950-01-01' }, { endDate: null }, { endDate: null, isCurrent: true }],
    [{ endDate: '1950-01-01' }, { startDate: '1950-01-02' }, 'input.startDate'],
    [{ endDate: '1950-01-01' }, { jobTitle: 'Other' }, { endDate: '1950-01-01', isCurrent: false }],
  ])('%j, then %j', async (input, change, expected) => {
    const { id: personaId } = await makePersona(tenant);
    const added = await job.add(tenant, personaId, input);
    const [made] = await job.of(tenant, personaId);
    const answer = made && Object.keys(change).length > 0 ? await job.update(tenant, made.id, change) : added;
    const { item } = (answer.body.data ?? {}) as { item?: { endDate: string | null; isCurrent: boolean } };
    const time = item && { endDate: item.endDate, isCurrent: item.isCurrent };
    expect(time ?? badInputOf(answer)).toEqual(
      typeof expected === 'string' ? [['BAD_USER_INPUT', expected]] : expected,
    );
  });
});

describe('what an item names', () => {
  const skills = [{ skillName: 'Rust' }, { skillName: 'Go' }];

  it('is of the same persona, or not there', async () => {
    const other = await makePersona(tenant, { skills });
    const elsewhere = await job.make(tenant, other.id);
    const { personaId, parentId } = await place(bullet);
    const item = await story.make(tenant, personaId);
    const foreignSkill = { skillsDemonstrated: [other.skills[0]?.id ?? ''] };
    for (const answer of [
      await bullet.add(tenant, parentId, foreignSkill),
      await job.add(tenant, personaId, { bullets: [{ ...bullet.input, ...foreignSkill }] }),
      await story.add(tenant, personaId, { relatedWorkHistoryId: elsewhere.id }),
      await story.update(tenant, item.id, foreignSkill),
      await story.update(tenant, item.id, { relatedWorkHistoryId: elsewhere.id }),
    ])
      expect(answer.body.errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'NOT_FOUND' }]);
    expect(await job.of(tenant, personaId)).toHaveLength(1);
  });

  it('goes from it when it is removed', async () => {
    const persona = await makePersona(tenant, { skills });
    const [rust = '', go = ''] = persona.skills.map(({ id }) => id);
    const bullets = [{ text: 'Inline', skillsDemonstrated: [rust, go, rust] }, { text: 'Second' }];
    const made = await job.make(tenant, persona.id, { bullets });
    expect(await bullet.of(tenant, persona.id)).toMatchObject([
      { text: 'Inline', skillsDemonstrated: [rust, go], displayOrder: 0 },
      { text: 'Second', skillsDemonstrated: [], displayOrder: 1 },
    ]);
    await story.make(tenant, persona.id, { skillsDemonstrated: [rust], relatedWorkHistoryId: made.id });
    await tenant.ask('mutation ($id: ID!) { removeSkill(id: $id) }', { id: rust });
    expect(await bullet.of(tenant, persona.id)).toMatchObject([
      { skillsDemonstrated: [go] },
      { skillsDemonstrated: [] },
    ]);
    expect(await story.of(tenant, persona.id)).toMatchObject([
      { skillsDemonstrated: [], relatedWorkHistoryId: made.id },
    ]);
    await job.remove(tenant, made.id);
    expect(await story.of(tenant, persona.id)).toMatchObject([{ relatedWorkHistoryId: null }]);
    expect(await bullet.of(tenant, persona.id)).toEqual([]);
  });

  it('is seen by what the same document reads after it', async () => {
    const { personaId, parentId } = await place(bullet);
    const answer = await tenant.ask(
      `mutation ($id: ID!, $job: ID!) {
        first: updatePersona(id: $id, input: {}) { workHistories { bullets { text } } }
        addBullet(workHistoryId: $job, input: { text: "Line" }) { text }
        last: updatePersona(id: $id, input: {}) { workHistories { bullets { text } } }
      }`,
      { id: personaId, job: parentId },
    );
    expect(answer).toEqual({
      first: { workHistories: [{ bullets: [] }] },
      addBullet: { text: 'Line' },
      last: { workHistories: [{ bullets: [{ text: 'Line' }] }] },
    });
  });
});

describe('scores', () => {
  const messages = async (personaId: string): Promise<number> =>
    (await product.database.query('select id from outbox_messages where subject_id = $1', [personaId])).length;

  it('are made anew by what matching reads, and by nothing else', async () => {
    const { personaId, parentId } = await place(bullet);
    await product.matched();
    const made = await education.make(tenant, personaId);
    await bullet.make(tenant, parentId);
    await job.update(tenant, parentId, { description: 'Prose' });
    await education.update(tenant, made.id, education.change);
    await updateVoice(tenant, personaId, { tone: 'plain' });
    expect(await messages(personaId)).toBe(0);
    const { persona } = await tenant.ask<{ persona: { updatedAt: string } }>(
      'query ($id: ID!) { persona(id: $id) { updatedAt } }',
      { id: personaId },
    );
    for (const change of [
      () => job.update(tenant, parentId, { jobTitle: 'Admiral' }),
      () => rule.add(tenant, personaId),
      () => job.remove(tenant, parentId),
    ]) {
      product.clock.now = new Date(product.clock.now.getTime() + 60_000);
      expect(codesOf(await change())).toEqual([]);
      const read = await tenant.ask<typeof Object>('query ($id: ID!) { persona(id: $id) { updatedAt } }', {
        id: personaId,
      });
      expect(read).toEqual({ persona: { updatedAt: product.clock.now.toISOString() } });
    }
    expect(persona.updatedAt < product.clock.now.toISOString()).toBe(true);
  });
});

const updateVoice = (sender: Pick<Tenant, 'send'>, personaId: string, input: object): Promise<Answer> =>
  sender.send(
    `mutation ($personaId: ID!, $input: UpdateVoiceProfileInput!) {
      updateVoiceProfile(personaId: $personaId, input: $input) { id ${voiceFields} }
    }`,
    { personaId, input },
  );
const voiceFields =
  'tone sentenceStyle vocabularyLevel personalityMarkers samplePhrases thingsToAvoid writingSampleText';

describe('Mutation.updateVoiceProfile', () => {
  const voiceOf = (id: string) =>
    tenant.ask<{ persona: { voiceProfile: object | null } }>(
      `query ($id: ID!) { persona(id: $id) { voiceProfile { id ${voiceFields} } } }`,
      { id },
    );

  it('makes the one there is the first time, and changes it from then on', async () => {
    const { id } = await makePersona(tenant);
    expect(await voiceOf(id)).toEqual({ persona: { voiceProfile: null } });
    const first = dataOf<{ updateVoiceProfile: object }>(await updateVoice(tenant, id, { tone: ' dry ' }));
    expect(first.updateVoiceProfile).toMatchObject({
      tone: 'dry',
      sentenceStyle: '',
      vocabularyLevel: '',
      personalityMarkers: null,
      samplePhrases: [],
      thingsToAvoid: [],
      writingSampleText: null,
    });
    const both = await Promise.all([
      updateVoice(tenant, id, { samplePhrases: ['It works.'] }),
      updateVoice(tenant, id, { thingsToAvoid: ['synergy'] }),
    ]);
    expect(both.flatMap(codesOf)).toEqual([]);
    expect((await voiceOf(id)).persona.voiceProfile).toEqual({
      ...first.updateVoiceProfile,
      samplePhrases: ['It works.'],
      thingsToAvoid: ['synergy'],
    });
  });

  it.each([
    ['tone', 'a'.repeat(501)],
    ['tone', null],
    ['samplePhrases', Array.from({ length: 51 }, () => 'phrase')],
    ['thingsToAvoid.0', ['']],
  ])('refuses a bad %s by its name', async (field, value) => {
    const { id } = await makePersona(tenant);
    const answer = await updateVoice(tenant, id, { [field.replace('.0', '')]: value });
    expect(badInputOf(answer)).toEqual([['BAD_USER_INPUT', `input.${field}`]]);
    expect(await voiceOf(id)).toEqual({ persona: { voiceProfile: null } });
  });

  it('is for the owner alone', async () => {
    const { id } = await makePersona(tenant);
    const [foreign, ...others] = await twinTraces(product, stranger, {
      document: 'mutation ($id: ID!) { updateVoiceProfile(personaId: $id, input: { tone: "theirs" }) { tone } }',
      ids: twinsOf(id),
      variables: (each) => ({ id: each }),
    });
    expect(foreign?.text).toContain('NOT_FOUND');
    for (const other of others) expect(other).toEqual(foreign);
    expect(codesOf(await updateVoice(product, id, { tone: 'anybody' }))).toEqual(['UNAUTHENTICATED']);
    expect(await voiceOf(id)).toEqual({ persona: { voiceProfile: null } });
  });
});

describe('deleting', () => {
  const tables = [
    'work_histories',
    'bullets',
    'educations',
    'certifications',
    'achievement_stories',
    'voice_profiles',
    'custom_non_negotiables',
  ];
  const counts = async (ownerId: string): Promise<readonly number[]> =>
    Promise.all(
      tables.map(async (table) => {
        const [row] = await product.database.query<{ rows: number }>(
          `select count(*)::int as rows from ${table} where owner_id = $1`,
          [ownerId],
        );
        return row?.rows ?? 0;
      }),
    );
  async function fillPersona(of: Tenant): Promise<string> {
    const { id } = await makePersona(of);
    const made = await job.make(of, id, { bullets: [bullet.input] });
    await story.make(of, id, { relatedWorkHistoryId: made.id });
    for (const kind of [education, certification, rule]) await kind.make(of, id);
    expect(codesOf(await updateVoice(of, id, { tone: 'dry' }))).toEqual([]);
    return id;
  }

  it('a persona takes all of it along, and the account the rest', async () => {
    const leaving = await product.signUp('leaving');
    const id = await fillPersona(leaving);
    await fillPersona(leaving);
    expect(await counts(leaving.userId)).toEqual(tables.map(() => 2));
    await leaving.ask('mutation ($id: ID!) { deletePersona(id: $id) }', { id });
    expect(await counts(leaving.userId)).toEqual(tables.map(() => 1));
    await leaving.ask('mutation ($email: String!) { deleteAccount(confirmEmail: $email) }', { email: leaving.email });
    expect(await counts(leaving.userId)).toEqual(tables.map(() => 0));
  });
});

it('every field of every kind can be asked for at once', async () => {
  const { personaId } = await place(bullet);
  const lists = itemKinds.filter(({ type }) => type !== 'Bullet').map(({ list }) => list);
  const persona = await tenant.ask<{ persona: object }>(
    `query ($id: ID!) { persona(id: $id) { ${lists.join(' ')} } }`,
    { id: personaId },
  );
  expect(persona.persona).toMatchObject({ workHistories: [job.input], educations: [] });
});
