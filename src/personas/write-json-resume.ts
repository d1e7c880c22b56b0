import { carryOver, isJsonObject, stated, type JsonObject } from './json-object.ts';
import { extensionName, type SkillGroup } from './json-resume.ts';
import { conforming, resumeSections } from './read-json-resume.ts';
import { basicsOf, type BasicFields } from './resume-basics.ts';
import {
  certificateSection,
  educationSection,
  workSection,
  type CertificateFields,
  type EducationFields,
  type ListSection,
  type WorkFields,
} from './resume-entries.ts';
import { personaFieldsBeyond, pick } from './resume-extension.ts';
import { groupsOf, type GroupedSkill } from './resume-skills.ts';

interface Kept {
  /** The entry that a row was read from, as the row keeps it. */
  readonly jsonResume: unknown;
}

export interface BulletTexts {
  readonly text: string;
  readonly metrics: string | null;
  /** Names, as ids mean nothing elsewhere. */
  readonly skillsDemonstrated: readonly string[];
}

export interface PersonaWork extends Omit<WorkFields, 'bullets'>, Kept {
  readonly companyIndustry: string | null;
  readonly workModel: string;
  readonly bullets: readonly BulletTexts[];
}

/** All of a persona that a document can say. */
export interface PersonaParts {
  readonly fields: BasicFields;
  readonly skills: readonly (GroupedSkill & { skillType: string; yearsUsed: number | null; lastUsed: string })[];
  readonly workHistories: readonly PersonaWork[];
  readonly educations: readonly (EducationFields & Kept & { honors: string | null })[];
  readonly certifications: readonly (CertificateFields &
    Kept & { expirationDate: string | null; credentialId: string | null })[];
  /** Each with its skills by name and its job by its place. */
  readonly achievementStories: readonly JsonObject[];
  readonly customNonNegotiables: readonly JsonObject[];
  readonly voiceProfile: JsonObject | null;
}

/**
 * Writes a JSON Resume document. What came in by one goes out as it came, where it still holds.
 * @param kept the document that came in, without what rows keep of it
 */
export function writeJsonResume(parts: PersonaParts, kept: JsonObject): JsonObject {
  const groups = groupsOf(parts.skills, kept['skills'] as readonly SkillGroup[] | undefined);
  const work = parts.workHistories.map(({ bullets, ...job }) => ({ ...job, bullets: bullets.map(({ text }) => text) }));
  const document: JsonObject = {
    ...kept,
    basics: basicsOf(parts.fields, isJsonObject(kept['basics']) ? kept['basics'] : {}),
    work: entriesOf(workSection, work) ?? kept['work'],
    education: entriesOf(educationSection, parts.educations) ?? kept['education'],
    certificates: entriesOf(certificateSection, parts.certifications) ?? kept['certificates'],
    skills: groups.length > 0 ? groups : kept['skills'] && [],
  };
  const inOrder = pick(document, [...resumeSections, ...Object.keys(document)]);
  return stated({ ...inOrder, [extensionName]: extensionOf(parts) });
}

/** A section's entries; undefined where there are none. */
function entriesOf<E, F extends object>(
  section: ListSection<E, F>,
  rows: readonly (F & Kept)[],
): readonly JsonObject[] | undefined {
  return rows.length === 0 ? undefined : rows.map((row) => entryOf(section, row));
}

function entryOf<E, F extends object>(section: ListSection<E, F>, row: F & Kept): JsonObject {
  const { entry, readOn } = isJsonObject(row.jsonResume) ? row.jsonResume : {};
  if (!isJsonObject(entry)) return section.write(row, {});
  const [readable] = conforming({ [section.name]: [entry] })[section.name] as readonly E[];
  const before = readable === undefined ? {} : section.write(section.read(readable, String(readOn)), entry);
  return carryOver(entry, before, section.write(row, entry));
}

function extensionOf(parts: PersonaParts): JsonObject {
  const told = <E, F extends object>({ same, beyond }: ListSection<E, F>, rows: readonly object[]): JsonObject[] =>
    rows.map((row) => pick(row, [...same, ...beyond]));
  const jobs = told(workSection, parts.workHistories);
  return {
    persona: pick(parts.fields, personaFieldsBeyond),
    skills: parts.skills.map((skill) => pick(skill, ['skillName', 'skillType', 'yearsUsed', 'lastUsed'])),
    workHistories: jobs.map((job, index) => ({ ...job, bullets: parts.workHistories[index]?.bullets })),
    educations: told(educationSection, parts.educations),
    certifications: told(certificateSection, parts.certifications),
    achievementStories: parts.achievementStories,
    customNonNegotiables: parts.customNonNegotiables,
    voiceProfile: parts.voiceProfile ?? undefined,
  };
}
