import {
  type Arbitrary,
  array,
  assert,
  constant,
  constantFrom,
  date,
  integer,
  nat,
  oneof,
  option,
  property,
  record,
  stringMatching,
  uniqueArray,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#personas/json-object.ts';
import { partsOfResume, type ResumeParts } from '#personas/parts-of-resume.ts';
import { readJsonResume } from '#personas/read-json-resume.ts';
import { writeJsonResume, type PersonaParts } from '#personas/write-json-resume.ts';
import { jsonResumes, underPresentNames } from '../support/json-resumes.ts';

const readOn = '2025-11-03';
const extension = 'x-tenure';

const partsOf = (document: object): ResumeParts => partsOfResume(readJsonResume(document), readOn);

/** A persona that a document was read into, as its rows would hold it. */
function personaOf(document: object): { parts: PersonaParts; kept: JsonObject } {
  const { kept } = readJsonResume(document);
  const read = partsOf(document);
  const rows = (list: readonly { input: JsonObject; kept?: unknown }[] = []) =>
    list.map(({ input, kept: jsonResume = null }) => ({ ...input, jsonResume }));
  const parts = {
    fields: read.fields.input,
    skills: rows(read.skills),
    workHistories: (read.workHistories ?? []).map(({ input, kept: jsonResume, bullets }) => ({
      ...input,
      jsonResume,
      bullets: bullets.map((bullet) => ({ ...bullet.input, skillsDemonstrated: bullet.skillNames })),
    })),
    educations: rows(read.educations),
    certifications: rows(read.certifications),
    achievementStories: (read.achievementStories ?? []).map(({ input, skillNames, relatedWorkHistory }) => ({
      ...input,
      skillsDemonstrated: skillNames,
      relatedWorkHistory,
    })),
    customNonNegotiables: rows(read.customNonNegotiables).map(({ jsonResume: _none, ...rule }) => rule),
    voiceProfile: read.voiceProfile?.input ?? null,
  };
  const { [extension]: _ours, ...rest } = kept;
  const emptied = ['work', 'education', 'certificates'].filter((name) => name in rest).map((name) => [name, []]);
  return { parts: parts as unknown as PersonaParts, kept: { ...rest, ...Object.fromEntries(emptied) } };
}

function writtenAgain(document: object): JsonObject {
  const { parts, kept } = personaOf(document);
  const { [extension]: _ours, ...written } = writeJsonResume(parts, kept);
  return written;
}

const { 'jane-doe-super-rocket-scientist': template, ...resumes } = jsonResumes.resumes;

describe('a document that is read and written', () => {
  it.each(Object.entries(resumes))('is the same: %s', (_name, document) => {
    expect(writtenAgain(document)).toEqual(underPresentNames(document));
  });

  it('keeps its sections in the order of the schema', () => {
    const document = { skills: [], zebra: 1, basics: { name: 'Ada', email: 'ada@example.com' }, $schema: 'any' };
    expect(Object.keys(writtenAgain(document))).toEqual(['$schema', 'basics', 'skills', 'zebra']);
  });

  it.each(Object.entries(jsonResumes.cases).filter(([name]) => !/invalid/i.test(name)))(
    'is the same where it is valid: %s',
    (_name, document) => {
      const basics = { name: 'Ada', email: 'ada@example.com', ...(document['basics'] as object | undefined) };
      expect(writtenAgain({ ...document, basics })).toEqual({ ...document, basics });
    },
  );

  it.each([...Object.entries(jsonResumes.cases).filter(([name]) => /invalid/i.test(name)), ['template', template]])(
    'is refused by the place at fault where it is not valid: %s',
    (_name, document) => {
      expect(() => readJsonResume(document)).toThrow(
        expect.objectContaining({ code: 'BAD_USER_INPUT', details: { field: expect.stringMatching(/^document\W/) } }),
      );
    },
  );
});

const word = stringMatching(/^[A-Za-zÄßéא😀]{1,8}( [A-Za-z+#.]{1,8}){0,2}$/u);
const maybe = <T>(of: Arbitrary<T>) => option(of, { nil: null });
const day = date({ min: new Date('1950-01-01'), max: new Date('2020-12-31'), noInvalidDate: true }).map(dayOf);
function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
const url = word.map((path) => `https://example.com/${encodeURIComponent(path)}`);
const some = <T>(of: Arbitrary<T>) => array(of, { maxLength: 4 });
const named = <T>(of: Arbitrary<T>, nameOf: (each: T) => string) =>
  uniqueArray(of, { maxLength: 6, selector: (each) => nameOf(each).toLowerCase() });

const skill = record({
  skillName: word,
  skillType: constantFrom('HARD', 'SOFT'),
  category: word,
  proficiency: constantFrom('LEARNING', 'FAMILIAR', 'PROFICIENT', 'EXPERT'),
  yearsUsed: maybe(nat(40)),
  lastUsed: constantFrom('Current', '2019'),
});
const bullet = record({ text: word, metrics: maybe(word), skillsDemonstrated: some(word) });
const workHistory = record({
  companyName: word,
  companyIndustry: maybe(word),
  jobTitle: word,
  startDate: day,
  years: maybe(nat(30)),
  location: oneof(constant(''), word),
  workModel: constantFrom('REMOTE', 'HYBRID', 'ONSITE'),
  description: maybe(word),
  bullets: some(bullet),
  jsonResume: constant(null),
})
  .map(({ years, ...job }) => ({
    ...job,
    endDate: years === null ? null : `${Number(job.startDate.slice(0, 4)) + years}${job.startDate.slice(4)}`,
  }))
  .filter(({ endDate }) => endDate === null || !endDate.endsWith('02-29'));
const education = record({
  institution: word,
  degree: word,
  fieldOfStudy: word,
  graduationYear: integer({ min: 1950, max: 2035 }),
  gpa: maybe(integer({ min: 0, max: 500 }).map((hundredths) => hundredths / 100)),
  honors: maybe(word),
  jsonResume: constant(null),
});
const certification = record({
  certificationName: word,
  issuingOrganization: word,
  dateObtained: day,
  expirationDate: maybe(day),
  credentialId: maybe(word),
  verificationUrl: maybe(url),
  jsonResume: constant(null),
});
const story = record({
  title: word,
  context: word,
  action: word,
  outcome: word,
  skillsDemonstrated: some(word),
  relatedWorkHistory: maybe(nat(3)),
});
const persona = record({
  fields: record({
    fullName: word,
    email: constant('ada@example.com'),
    phone: oneof(constant(''), word),
    homeCity: oneof(constant(''), word),
    homeState: oneof(constant(''), word),
    homeCountry: oneof(constant(''), word),
    linkedinUrl: maybe(url),
    portfolioUrl: maybe(url),
    professionalSummary: maybe(word),
    currentRole: maybe(word),
    yearsExperience: maybe(nat(60)),
    currentCompany: maybe(word),
    targetRoles: some(word),
    stretchAppetite: constantFrom('LOW', 'HIGH'),
    minimumFitThreshold: nat(100),
  }),
  skills: named(skill, ({ skillName }) => skillName),
  workHistories: some(workHistory),
  educations: some(education),
  certifications: some(certification),
  achievementStories: some(story),
  customNonNegotiables: some(
    record({ filterName: word, filterType: constant('EXCLUDE'), filterValue: word, filterField: word }),
  ),
  voiceProfile: maybe(record({ tone: word, samplePhrases: some(word) })),
}) as unknown as Arbitrary<PersonaParts>;

/** What rows keep of a document says nothing of the persona. */
const withoutKept = (parts: PersonaParts): unknown =>
  JSON.parse(JSON.stringify(parts, (name, value: unknown) => (name === 'jsonResume' ? undefined : value)));

describe('a persona that is written and read', () => {
  it('is the same, whatever it holds', () => {
    assert(
      property(persona, (parts) => {
        const { parts: again } = personaOf(writeJsonResume(parts, {}));
        expect(withoutKept(again)).toEqual(withoutKept(parts));
      }),
      { numRuns: 300 },
    );
  });

  it('is the same though it was read from a document and has changed since', () => {
    const documents = constantFrom(...Object.values(resumes));
    assert(
      property(documents, persona, (document, parts) => {
        const { parts: before, kept } = personaOf(document);
        const mixed = <T>(were: readonly T[], are: readonly T[]): T[] => [...were.slice(1), ...are];
        const skillNames = new Set(before.skills.map(({ skillName }) => skillName.toLowerCase()));
        const changed: PersonaParts = {
          ...parts,
          skills: mixed(
            before.skills,
            parts.skills.filter(({ skillName }) => !skillNames.has(skillName.toLowerCase())),
          ),
          workHistories: before.workHistories.map((job, index) => ({
            ...job,
            ...parts.workHistories[index],
            jsonResume: job.jsonResume,
          })),
          educations: mixed(before.educations, parts.educations),
          certifications: before.certifications.map((each, index) => ({
            ...each,
            ...parts.certifications[index],
            jsonResume: each.jsonResume,
          })),
        };
        const { parts: again } = personaOf(writeJsonResume(changed, kept));
        expect(withoutKept(again)).toEqual(withoutKept(changed));
      }),
      { numRuns: 200 },
    );
  });
});
