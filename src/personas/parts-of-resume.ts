import { extensionName, type JsonResume } from './json-resume.ts';
import { placeOf, type JsonObject, type KeptEntry } from './json-object.ts';
import { InvalidInput } from '#platform/errors.ts';
import type { ReadResume } from './read-json-resume.ts';
import { basicPlaces, fieldsOfBasics, trimmed } from './resume-basics.ts';
import { certificateSection, educationSection, workSection, type ListSection } from './resume-entries.ts';
import {
  extensionPlace,
  objectAt,
  objectsAt,
  personaFieldsBeyond,
  pick,
  tellings,
  type Told,
} from './resume-extension.ts';
import { skillsOfGroups, typeOfCategory } from './resume-skills.ts';

/** Fields that a document gives, as an input would. */
export interface Part {
  readonly input: JsonObject;
  /** Where in the document a field comes from. */
  readonly placeOf: (field: string) => string;
}

/** A row of a list, with the entry that it was read from. */
export interface ListPart extends Part {
  readonly kept: KeptEntry;
  /** What our part of the document tells of it. */
  readonly told: Told | undefined;
}

/** A line of a job; skills by their names. */
export interface BulletPart extends Part {
  readonly skillNames: readonly string[];
}

export interface WorkPart extends ListPart {
  readonly bullets: readonly BulletPart[];
}

export interface StoryPart extends Part {
  readonly skillNames: readonly string[];
  /** Which of the jobs in our part of the document it is of. */
  readonly relatedWorkHistory: unknown;
}

/** What a document says of a persona; of what is undefined it says nothing. */
export interface ResumeParts {
  readonly fields: Part;
  readonly skills: readonly Part[] | undefined;
  readonly workHistories: readonly WorkPart[] | undefined;
  readonly educations: readonly ListPart[] | undefined;
  readonly certifications: readonly ListPart[] | undefined;
  readonly achievementStories: readonly StoryPart[] | undefined;
  readonly customNonNegotiables: readonly Part[] | undefined;
  readonly voiceProfile: Part | undefined;
}

/** @param readOn the day it is read on, which stands in where a row needs a day and the document gives none */
export function partsOfResume(read: ReadResume, readOn: string): ResumeParts {
  const { resume } = read;
  const extension = objectAt(resume as JsonObject, extensionName, 'document');
  const listed = <E, F extends object>(section: ListSection<E, F>): readonly ListPart[] | undefined =>
    listOf(read, section, { told: objectsAt(extension, section.list), readOn });
  const voiceProfile = objectAt(extension, 'voiceProfile');
  return {
    fields: fieldsOf(resume, objectAt(extension, 'persona')),
    skills: resume.skills && skillsOf(resume.skills, objectsAt(extension, 'skills')),
    workHistories: listed(workSection)?.map(withBullets),
    educations: listed(educationSection),
    certifications: listed(certificateSection),
    achievementStories: objectsAt(extension, 'achievementStories')?.map(storyOf),
    customNonNegotiables: objectsAt(extension, 'customNonNegotiables')?.map(toldAlone),
    voiceProfile: voiceProfile && { input: voiceProfile, placeOf: within(`${extensionPlace}.voiceProfile`) },
  };
}

const within =
  (at: string) =>
  (field: string): string =>
    field === '' ? at : `${at}.${field}`;

const toldAlone = ({ fields, at }: Told): Part => ({ input: fields, placeOf: within(at) });

/** Name and address are what a persona cannot be without: a document that leaves them out leaves them as they are. */
function fieldsOf({ basics }: JsonResume, told: JsonObject | undefined): Part {
  const basic = basics ? Object.entries(fieldsOfBasics(basics)) : [];
  const given = basic.filter(([name, value]) => value !== '' || !['fullName', 'email'].includes(name));
  return {
    input: { ...pick(told ?? {}, personaFieldsBeyond), ...Object.fromEntries(given) },
    placeOf: (field) =>
      field in basicPlaces
        ? `document.basics.${basicPlaces[field as keyof typeof basicPlaces]}`
        : `${extensionPlace}.persona.${field}`,
  };
}

const skillFieldsBeyond = ['skillType', 'yearsUsed', 'lastUsed'];

/** In the order that is told of, which groups would lose; what is not told of comes behind. */
function skillsOf(groups: NonNullable<JsonResume['skills']>, told: readonly Told[] | undefined): readonly Part[] {
  const placed = skillsOfGroups(groups).flat();
  const found = tellings(
    placed.map(({ skill }) => skill),
    told,
    ['skillName'],
  );
  const parts = placed.map(({ skill, path: [group = 0, ...path] }, at): Part & { readonly order: number } => {
    const more = found[at];
    const usual = { skillType: typeOfCategory(skill.category), lastUsed: 'Current' };
    const place = placeOf('document.skills', [group, ...path]);
    return {
      input: { ...usual, ...pick(more?.fields ?? {}, skillFieldsBeyond), ...skill },
      placeOf: (field) => {
        if (more && skillFieldsBeyond.includes(field)) return `${more.at}.${field}`;
        return field === 'category' ? placeOf('document.skills', [group, 'name']) : place;
      },
      order: more?.index ?? Infinity,
    };
  });
  return parts.toSorted((one, other) => (one.order === other.order ? 0 : one.order - other.order));
}

function listOf<E, F extends object>(
  { kept, resume }: ReadResume,
  section: ListSection<E, F>,
  { told, readOn }: { readonly told: readonly Told[] | undefined; readonly readOn: string },
): readonly ListPart[] | undefined {
  const entries = resume[section.name] as readonly E[] | undefined;
  if (!entries) return undefined;
  const read = entries.map((entry) => section.read(entry, readOn));
  const found = tellings(read, told, section.same);
  const asKept = kept[section.name] as readonly JsonObject[];
  return read.map((fields, index) => {
    const more = found[index];
    return {
      input: { ...section.usual(fields), ...pick(more?.fields ?? {}, section.beyond), ...fields },
      placeOf: (field) => {
        const name = section.places[field as keyof F];
        const entry = placeOf('document', [section.name, index]);
        if (name !== undefined) return `${entry}.${name}`;
        return more && section.beyond.includes(field) ? `${more.at}.${field}` : entry;
      },
      kept: { entry: asKept[index] ?? {}, readOn },
      told: more,
    };
  });
}

function withBullets(part: ListPart): WorkPart {
  const { bullets, ...input } = part.input;
  const lines = (bullets as readonly string[]).map((text) => ({ text }));
  const found = tellings(lines, objectsAt(part.told?.fields, 'bullets', part.told?.at), ['text']);
  return {
    ...part,
    input,
    bullets: lines.map((line, index) => {
      const more = found[index];
      return {
        input: { metrics: null, ...pick(more?.fields ?? {}, ['metrics']), ...line },
        placeOf: (field) => (field === 'metrics' && more ? `${more.at}.metrics` : part.placeOf('bullets')),
        skillNames: more ? skillNamesOf(more) : [],
      };
    }),
  };
}

function storyOf(told: Told): StoryPart {
  const { skillsDemonstrated: _names, relatedWorkHistory, ...input } = told.fields;
  return { input, placeOf: within(told.at), skillNames: skillNamesOf(told), relatedWorkHistory };
}

/** Skills by their names: ids mean nothing elsewhere. */
function skillNamesOf({ fields, at }: Told): readonly string[] {
  const names = fields['skillsDemonstrated'] ?? [];
  if (!Array.isArray(names) || !names.every((name) => typeof name === 'string'))
    throw new InvalidInput(`${at}.skillsDemonstrated`, 'This must be a list of texts.');
  return names.map(trimmed);
}
