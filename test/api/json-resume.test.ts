import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonResumes, underPresentNames } from '../support/json-resumes.ts';
import { makePersona } from '../support/personas.ts';
import { codesOf, post, startTestProduct, type Answer, type Tenant, type TestProduct } from '../support/product.ts';
import { statementsOf, twinsOf, twinTraces } from '../support/twins.ts';

let product: TestProduct;
let tenant: Tenant;
let stranger: Tenant;
beforeAll(async () => {
  product = await startTestProduct();
  tenant = await product.signUp('owner');
  stranger = await product.signUp('stranger');
});
afterAll(() => product.stop());

type Document = Readonly<Record<string, unknown>>;

const importMutation =
  'mutation ($id: ID!, $document: JSON!) { importJsonResume(personaId: $id, document: $document) { id } }';
const exportQuery = 'query ($id: ID!) { exportJsonResume(personaId: $id) }';

const importResume = (sender: Pick<Tenant, 'send'>, id: string, document: unknown): Promise<Answer> =>
  sender.send(importMutation, { id, document });
const exportResume = async (id: string): Promise<Document> =>
  (await tenant.ask<{ exportJsonResume: Document }>(exportQuery, { id })).exportJsonResume;
/** Without our part. */
const withoutOurs = ({ 'x-tenure': _ours, ...document }: Document): Document => document;

const inLists = 'id displayOrder';
const everything = `
  fullName email phone homeCity homeState homeCountry linkedinUrl portfolioUrl professionalSummary yearsExperience
  currentRole currentCompany targetRoles targetSkills stretchAppetite minimumBaseSalary salaryCurrency commutableCities
  maxCommuteMinutes remotePreference relocationOpen relocationCities visaSponsorshipRequired industryExclusions
  companySizePreference maxTravelPercent minimumFitThreshold autoDraftThreshold pollingFrequency
  skills { ${inLists} skillName skillType category proficiency yearsUsed lastUsed }
  workHistories {
    ${inLists} companyName companyIndustry jobTitle startDate endDate isCurrent location workModel description
    bullets { ${inLists} text metrics skillsDemonstrated }
  }
  educations { ${inLists} institution degree fieldOfStudy graduationYear gpa honors }
  certifications {
    ${inLists} certificationName issuingOrganization dateObtained expirationDate credentialId verificationUrl
  }
  achievementStories { ${inLists} title context action outcome skillsDemonstrated relatedWorkHistoryId }
  customNonNegotiables { ${inLists} filterName filterType filterValue filterField }
  voiceProfile {
    tone sentenceStyle vocabularyLevel personalityMarkers samplePhrases thingsToAvoid writingSampleText
  }`;

interface Whole {
  readonly skills: readonly { readonly id: string; readonly skillName: string }[];
  readonly workHistories: readonly { readonly id: string }[];
  readonly [field: string]: unknown;
}
const wholePersona = async (id: string): Promise<Whole> =>
  (await tenant.ask<{ persona: Whole }>(`query ($id: ID!) { persona(id: $id) { ${everything} } }`, { id })).persona;

/** A persona with rows named by what they say, since each has ids of its own. */
function byNames(persona: Whole): unknown {
  const places = [...persona.skills, ...persona.workHistories].map(({ id }, index) => [id, `row ${index}`] as const);
  return JSON.parse(
    JSON.stringify(persona, (name, value: unknown) => {
      if (name === 'id') return undefined;
      return typeof value === 'string' ? (new Map(places).get(value) ?? value) : value;
    }),
  );
}

const many = (count: number, of: (index: number) => unknown): unknown[] =>
  Array.from({ length: count }, (_, at) => of(at));
const ada = { name: 'Ada Lovelace', email: 'ada@example.com' };
const job = { name: 'Pied Piper', position: 'Engineer', startDate: '2014-06', url: 'https://piper.example' };

describe('Mutation.importJsonResume', () => {
  it('gives a persona what a document says, and the document back', async () => {
    const { 'jane-doe-super-rocket-scientist': _template, ...resumes } = jsonResumes.resumes;
    for (const [name, document] of Object.entries(resumes)) {
      const { id } = await makePersona(tenant);
      expect({ name, codes: codesOf(await importResume(tenant, id, document)) }).toEqual({ name, codes: [] });
      expect(withoutOurs(await exportResume(id))).toEqual(underPresentNames(document));
    }
  });

  it('reads basics, skills by group, work with highlights, education and certificates', async () => {
    const { id } = await makePersona(tenant);
    const document = {
      basics: {
        ...ada,
        label: 'Engineer',
        url: 'https://ada.example',
        location: { city: 'Bern', countryCode: 'CH' },
        profiles: [{ network: 'LinkedIn', username: 'ada', url: 'https://linkedin.com/in/ada' }],
      },
      skills: [{ name: 'Languages', level: 'Master', keywords: ['Go', 'Rust', 'go'] }, { name: 'Cooking' }],
      work: [{ ...job, location: 'Remote', highlights: ['Compressed.', ' '] }, { endDate: '2012' }],
      education: [{ institution: 'ETH', studyType: 'BSc', area: 'Physics', endDate: '2010-07', score: '3.9/4.0' }],
      certificates: [{ name: 'CKA', date: '2022' }],
    };
    expect(codesOf(await importResume(tenant, id, document))).toEqual([]);
    expect(await wholePersona(id)).toMatchObject({
      currentRole: 'Engineer',
      homeCity: 'Bern',
      linkedinUrl: 'https://linkedin.com/in/ada',
      portfolioUrl: 'https://ada.example',
      skills: [
        { skillName: 'Go', category: 'Languages', proficiency: 'EXPERT', skillType: 'HARD', yearsUsed: null },
        { skillName: 'Rust', category: 'Languages', proficiency: 'EXPERT', lastUsed: 'Current' },
        { skillName: 'Cooking', category: 'Domain Knowledge', proficiency: 'PROFICIENT' },
      ],
      workHistories: [
        { companyName: 'Pied Piper', startDate: '2014-06-01', endDate: null, isCurrent: true, workModel: 'REMOTE' },
        { companyName: 'Not stated', jobTitle: 'Not stated', startDate: '2012-01-01', endDate: '2012-01-01' },
      ],
      educations: [{ institution: 'ETH', degree: 'BSc', fieldOfStudy: 'Physics', graduationYear: 2010, gpa: 3.9 }],
      certifications: [{ certificationName: 'CKA', issuingOrganization: 'Not stated', dateObtained: '2022-01-01' }],
    });
    expect(withoutOurs(await exportResume(id))).toEqual(document);
  });

  it('replaces the sections that the document has, and leaves and keeps the others', async () => {
    const { id } = await makePersona(tenant, {
      skills: [{ skillName: 'COBOL' }],
      homeCity: 'Bern',
      targetRoles: ['CTO'],
    });
    await importResume(tenant, id, { work: [job], awards: [{ title: 'Best' }], $schema: 'one' });
    await importResume(tenant, id, { basics: ada, work: [{ ...job, name: 'Hooli' }], interests: [], $schema: 'two' });
    expect(await wholePersona(id)).toMatchObject({
      homeCity: '',
      targetRoles: ['CTO'],
      skills: [{ skillName: 'COBOL' }],
      workHistories: [{ companyName: 'Hooli' }],
    });
    expect(withoutOurs(await exportResume(id))).toMatchObject({
      $schema: 'two',
      awards: [{ title: 'Best' }],
      interests: [],
      work: [{ ...job, name: 'Hooli' }],
    });
    // The answer itself has what there is then, and nothing of what was.
    const { importJsonResume } = await tenant.ask<{ importJsonResume: Whole }>(
      `mutation ($id: ID!, $document: JSON!) {
        importJsonResume(personaId: $id, document: $document) { ${everything} }
      }`,
      { id, document: { skills: [{ name: 'Rust' }], work: [{ ...job, highlights: ['Rewrote it.'] }] } },
    );
    expect(importJsonResume).toMatchObject({
      skills: [{ skillName: 'Rust' }],
      workHistories: [{ companyName: 'Pied Piper', bullets: [{ text: 'Rewrote it.' }] }],
    });
    expect(await wholePersona(id)).toEqual(importJsonResume);
    await importResume(tenant, id, { work: [], skills: [] });
    expect(await wholePersona(id)).toMatchObject({ skills: [], workHistories: [] });
  });

  it('changes nothing the second time, not even ids, and sets matching off once', async () => {
    const { id } = await makePersona(tenant);
    const document = jsonResumes.resumes['jane-developer-full-stack-software-engineer'];
    await importResume(tenant, id, document);
    const before = await wholePersona(id);
    product.clock.now = new Date(product.clock.now.getTime() + 60_000);
    const statements = await statementsOf(product, () => importResume(tenant, id, document));
    expect(await wholePersona(id)).toEqual(before);
    expect(statements.filter((statement) => /insert into "outbox/i.test(statement))).toHaveLength(1);
    const { persona } = await tenant.ask<{ persona: object }>('query ($id: ID!) { persona(id: $id) { updatedAt } }', {
      id,
    });
    expect(persona).toEqual({ updatedAt: product.clock.now.toISOString() });
  });

  it('takes as many statements to remove twenty skills that bullets show as to remove two', async () => {
    const removing = async (count: number): Promise<number> => {
      const names = many(count, (at) => `Skill ${at}`);
      const { id, skills } = await makePersona(tenant, { skills: names.map((skillName) => ({ skillName })) });
      await tenant.ask(
        `mutation ($id: ID!, $shown: [ID!]!) { addWorkHistory(personaId: $id, input: {
          companyName: "Navy", jobTitle: "Officer", startDate: "1943-12-01", workModel: ONSITE,
          bullets: [{ text: "Did it.", skillsDemonstrated: $shown }]
        }) { id } }`,
        { id, shown: skills.map((skill) => skill.id) },
      );
      const statements = await statementsOf(product, () => importResume(tenant, id, { skills: [] }));
      expect(await wholePersona(id)).toMatchObject({ workHistories: [{ bullets: [{ skillsDemonstrated: [] }] }] });
      return statements.length;
    };
    expect(await removing(20)).toBe(await removing(2));
  });

  it('takes in texts of any length, script and language where nothing bounds them', async () => {
    const { id } = await makePersona(tenant);
    const document = {
      basics: { ...ada, name: 'עדה לאבלייס', summary: '👩‍💻 プログラマー' },
      volunteer: [{ summary: 'é'.repeat(50_000), highlights: ['\u202eright to left\u202c', '{"a": "\\u0000"}'] }],
      references: [{ name: 'constructor', toString: 1, deep: { er: [[[null, true, -0.5]]] } }],
    };
    expect(codesOf(await importResume(tenant, id, document))).toEqual([]);
    expect(withoutOurs(await exportResume(id))).toEqual(document);
  });

  const nested = (levels: number): unknown => (levels === 0 ? 1 : { deeper: nested(levels - 1) });
  it.each<[string, unknown, string]>([
    ['a text', 'resume', 'document'],
    ['a list', [], 'document'],
    ['a section of another kind', { work: {} }, 'document.work'],
    ['an entry of another kind', { skills: [{ name: 'Go' }, 'Rust'] }, 'document.skills[1]'],
    ['no date', { work: [job, { startDate: 'May' }] }, 'document.work[1].startDate'],
    ['a month that there is not', { work: [job, { startDate: '2014-13' }] }, 'document.work[1].startDate'],
    ['an end before the beginning', { work: [{ ...job, endDate: '2013' }] }, 'document.work[0].endDate'],
    ['a year far ahead', { education: [{ endDate: '2099' }] }, 'document.education[0].endDate'],
    ['a name that is too long', { work: [{ ...job, name: 'a'.repeat(256) }] }, 'document.work[0].name'],
    ['a summary that is too long', { basics: { summary: 'a'.repeat(50_000) } }, 'document.basics.summary'],
    ['a skill that is too long', { skills: [{ keywords: ['a', 'b'.repeat(101)] }] }, 'document.skills[0].keywords[1]'],
    [
      'a highlight that is too long',
      { work: [{ ...job, highlights: ['a'.repeat(2_001)] }] },
      'document.work[0].highlights',
    ],
    ['no address', { basics: { email: 'nobody' } }, 'document.basics.email'],
    ['500 skills', { skills: [{ keywords: many(500, (at) => `Skill ${at}`) }] }, 'document.skills'],
    ['too many jobs', { work: many(51, () => job) }, 'document.work'],
    ['NUL', { awards: [{ title: 'a\0b' }] }, 'document.awards[0].title'],
    ['half a character', { interests: [{ keywords: ['\ud800'] }] }, 'document.interests[0].keywords[0]'],
    ['a name that cannot be kept', { meta: { 'a\0b': 1 } }, 'document.meta'],
    ['__proto__', JSON.parse('{"meta": {"__proto__": {"isAdmin": true}}}'), 'document.meta'],
    ['a number without end', { meta: { many: 1e300 } }, 'document.meta.many'],
    ['too many levels', { meta: nested(40) }, `document.meta${'.deeper'.repeat(31)}`],
    ['too many bytes', { meta: { canonical: 'é'.repeat(250_000) } }, 'document'],
    ['another kind of our part', { 'x-tenure': [] }, 'document.x-tenure'],
    [
      'another kind within our part',
      { 'x-tenure': { achievementStories: {} } },
      'document.x-tenure.achievementStories',
    ],
    [
      'a threshold that there is not',
      { 'x-tenure': { persona: { minimumFitThreshold: 101 } } },
      'document.x-tenure.persona.minimumFitThreshold',
    ],
    [
      'half a rule',
      { 'x-tenure': { customNonNegotiables: [{ filterName: 'x' }] } },
      'document.x-tenure.customNonNegotiables[0].filterType',
    ],
    ['a voice that is no text', { 'x-tenure': { voiceProfile: { tone: 1 } } }, 'document.x-tenure.voiceProfile.tone'],
    [
      'skills of another kind within a story',
      {
        'x-tenure': {
          achievementStories: [{ title: 'x', context: 'x', action: 'x', outcome: 'x', skillsDemonstrated: [1] }],
        },
      },
      'document.x-tenure.achievementStories[0].skillsDemonstrated',
    ],
  ])('refuses %s by its place and changes nothing', async (_what, document, field) => {
    const { id } = await makePersona(tenant, { skills: [{ skillName: 'COBOL' }] });
    const before = await wholePersona(id);
    const answer = await importResume(tenant, id, document);
    expect(answer.body.errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT', field }]);
    expect(await wholePersona(id)).toEqual(before);
    expect(await exportResume(id)).not.toHaveProperty('meta');
  });

  it('answers what lies a hundred thousand levels deep', async () => {
    const { id } = await makePersona(tenant);
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const body = `{"query": "${importMutation}", "variables": {"id": "${id}", "document": {"meta": ${deep}}}}`;
    const answer = await post(`${product.url}/graphql`, body, tenant.headers);
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
  });

  it('does nothing where the last part fails', async () => {
    const { id } = await makePersona(tenant);
    const document = { basics: ada, work: [job], 'x-tenure': { achievementStories: [{}] } };
    const { body } = await importResume(tenant, id, document);
    expect(body.errors?.[0]?.extensions['field']).toBe('document.x-tenure.achievementStories[0].title');
    expect(await wholePersona(id)).toMatchObject({ workHistories: [] });
  });
});

describe('Query.exportJsonResume', () => {
  it('gives another persona all of it, with what JSON Resume has no place for', async () => {
    const { id } = await makePersona(tenant, {
      currentCompany: 'Navy',
      targetRoles: ['Admiral'],
      remotePreference: 'REMOTE_ONLY',
      minimumBaseSalary: 90_000,
      skills: [
        { skillName: 'COBOL', yearsUsed: 40, lastUsed: '1990' },
        { skillName: 'Patience', skillType: 'SOFT' },
      ],
    });
    const { skills } = await wholePersona(id);
    const cobol = skills[0]?.id;
    const { first } = await tenant.ask<{ first: { id: string } }>(
      `mutation ($id: ID!, $skills: [ID!]!) {
        first: addWorkHistory(personaId: $id, input: {
          companyName: "Navy", jobTitle: "Officer", startDate: "1943-12-01", workModel: HYBRID, companyIndustry: "Defence",
          bullets: [{ text: "Found a moth.", metrics: "1 moth", skillsDemonstrated: $skills }, { text: "Wrote." }]
        }) { id }
        addEducation(personaId: $id, input: {
          institution: "Yale", degree: "PhD", fieldOfStudy: "Mathematics", graduationYear: 1934, gpa: 4.25, honors: "First"
        }) { id }
        addCertification(personaId: $id, input: {
          certificationName: "COBOL", issuingOrganization: "CODASYL", dateObtained: "1960-01-02", credentialId: "1"
        }) { id }
        addCustomNonNegotiable(personaId: $id, input: {
          filterName: "Tobacco", filterType: EXCLUDE, filterValue: "tobacco", filterField: INDUSTRY
        }) { id }
        updateVoiceProfile(personaId: $id, input: { tone: "Dry", samplePhrases: ["Nanoseconds"] }) { tone }
      }`,
      { id, skills: [cobol] },
    );
    await tenant.ask(
      `mutation ($id: ID!, $input: AchievementStoryInput!) { addAchievementStory(personaId: $id, input: $input) { id } }`,
      {
        id,
        input: {
          title: 'The moth',
          context: 'A relay stuck.',
          action: 'Looked.',
          outcome: 'Found it.',
          skillsDemonstrated: [cobol],
          relatedWorkHistoryId: first.id,
        },
      },
    );
    const document = await exportResume(id);
    const { id: other } = await makePersona(tenant);
    expect(codesOf(await importResume(tenant, other, document))).toEqual([]);
    expect(byNames(await wholePersona(other))).toEqual(byNames(await wholePersona(id)));
    expect(await exportResume(other)).toEqual(document);
    // Stories still tell of the job and the skill when both are read in again.
    await importResume(tenant, id, withoutOurs(document));
    expect(await wholePersona(id)).toMatchObject({
      achievementStories: [{ skillsDemonstrated: [cobol], relatedWorkHistoryId: first.id }],
    });
  });

  it('says what has changed since, in the words of the document for the rest', async () => {
    const { id } = await makePersona(tenant);
    await importResume(tenant, id, {
      basics: { ...ada, image: 'ada.png', profiles: [{ network: 'GitHub', username: 'ada' }] },
      work: [job, { ...job, name: 'Hooli', keywords: ['go'] }],
      skills: [{ name: 'Web', level: '5', keywords: ['HTML', 'CSS'], extra: 1 }],
      education: [{ institution: 'ETH', gpa: '3.9' }],
    });
    const { workHistories, skills } = await wholePersona(id);
    await tenant.ask(
      `mutation ($id: ID!, $job: ID!, $gone: ID!, $skill: ID!) {
        updatePersona(id: $id, input: { linkedinUrl: "https://linkedin.com/in/ada", homeCity: "Bern" }) { id }
        removeWorkHistory(id: $gone)
        updateWorkHistory(id: $job, input: { endDate: "2020-02-03" }) { id }
        removeSkill(id: $skill)
        addSkill(personaId: $id, input: { skillName: "Rust", category: "Web", proficiency: EXPERT }) { id }
      }`,
      { id, gone: workHistories[0]?.id, job: workHistories[1]?.id, skill: skills[0]?.id },
    );
    expect(withoutOurs(await exportResume(id))).toEqual({
      basics: {
        ...ada,
        image: 'ada.png',
        location: { city: 'Bern' },
        profiles: [
          { network: 'GitHub', username: 'ada' },
          { network: 'LinkedIn', url: 'https://linkedin.com/in/ada' },
        ],
      },
      work: [{ ...job, name: 'Hooli', keywords: ['go'], endDate: '2020-02-03' }],
      skills: [{ name: 'Web', level: '5', keywords: ['CSS', 'Rust'], extra: 1 }],
      education: [{ institution: 'ETH', gpa: '3.9' }],
    });
  });
});

describe('both', () => {
  it.each([
    ['importJsonResume', importMutation, { data: null, codes: ['NOT_FOUND'] }],
    ['exportJsonResume', exportQuery, { data: { exportJsonResume: null }, codes: [] }],
  ])('need a signed-in viewer, and tell nobody of a persona of another: %s', async (_name, document, told) => {
    const { id } = await makePersona(tenant);
    const signedOut = await product.send(document, { id, document: {} });
    expect(codesOf(signedOut)).toEqual(['UNAUTHENTICATED']);
    expect(signedOut.body).not.toHaveProperty('data');
    const [foreign, ...others] = await twinTraces(product, stranger, {
      document,
      ids: twinsOf(id),
      variables: (twin) => ({ id: twin, document: { basics: ada } }),
    });
    expect(others).toEqual(others.map(() => foreign));
    const body = JSON.parse(foreign?.text ?? '') as Answer['body'];
    expect({ data: body.data, codes: (body.errors ?? []).map(({ extensions }) => extensions['code']) }).toEqual(told);
  });
});
