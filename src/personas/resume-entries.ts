import type { ResumeCertificate, ResumeEducation, ResumeWork } from './json-resume.ts';
import { stated, type JsonObject } from './json-object.ts';
import { trimmed, webAddressIn } from './resume-basics.ts';
import type { workModels } from './work-history.entity.ts';

/** What of a work history the section `work` speaks of. */
export interface WorkFields {
  readonly companyName: string;
  readonly jobTitle: string;
  readonly location: string;
  readonly startDate: string;
  readonly endDate: string | null;
  readonly description: string | null;
  readonly bullets: readonly string[];
}

/** What of an education the section `education` speaks of. */
export interface EducationFields {
  readonly institution: string;
  readonly degree: string;
  readonly fieldOfStudy: string;
  readonly graduationYear: number;
  readonly gpa: number | null;
}

/** What of a certification the section `certificates` speaks of. */
export interface CertificateFields {
  readonly certificationName: string;
  readonly issuingOrganization: string;
  readonly dateObtained: string;
  readonly verificationUrl: string | null;
}

/** A section that is a list of what a persona has rows of. */
export interface ListSection<E, F extends object> {
  readonly name: 'work' | 'education' | 'certificates';
  /** What our part of a document calls it. */
  readonly list: string;
  /** What an entry says. What a row cannot do without and the entry does not say is made up, by the day it was read on. */
  readonly read: (entry: E, readOn: string) => F;
  /** Fields as an entry says them, by the names that the one that was kept goes by. */
  readonly write: (fields: F, kept: JsonObject) => JsonObject;
  /** Where in an entry each field comes from. */
  readonly places: Readonly<Record<keyof F, string>>;
  /** Fields by which our part of a document speaks of an entry. */
  readonly same: readonly (keyof F & string)[];
  /** Fields that an entry has no place for. */
  readonly beyond: readonly string[];
  /** What these are where nothing is told of them. */
  readonly usual: (fields: F) => JsonObject;
}

/** Stands for a name that a row needs and a document does not give. */
const notStated = 'Not stated';

const named = (value: string | undefined): string => trimmed(value) || notStated;
const unlessMadeUp = (name: string): string | undefined => (name === notStated ? undefined : name);

/** The first day of a date that may be a month or a year. */
const firstDayOf = (date: string): string => `${date}-01-01`.slice(0, 10);

/** A year or month in which something began does not end before it. */
function lastDayOf(date: string, startDate: string): string {
  return startDate.startsWith(date) ? startDate : firstDayOf(date);
}

export const workSection: ListSection<ResumeWork, WorkFields> = {
  name: 'work',
  list: 'workHistories',
  read: (entry, readOn) => {
    const startDate = firstDayOf(entry.startDate ?? entry.endDate ?? readOn);
    return {
      companyName: named(entry.name),
      jobTitle: named(entry.position),
      location: trimmed(entry.location),
      startDate,
      endDate: entry.endDate === undefined ? null : lastDayOf(entry.endDate, startDate),
      description: trimmed(entry.summary) || null,
      bullets: (entry.highlights ?? []).map(trimmed).filter((text) => text !== ''),
    };
  },
  write: ({ companyName, jobTitle, location, startDate, endDate, description, bullets }) =>
    stated({
      name: unlessMadeUp(companyName),
      position: unlessMadeUp(jobTitle),
      location: location || undefined,
      startDate,
      endDate: endDate ?? undefined,
      summary: description ?? undefined,
      highlights: bullets.length > 0 ? bullets : undefined,
    }),
  places: {
    companyName: 'name',
    jobTitle: 'position',
    location: 'location',
    startDate: 'startDate',
    endDate: 'endDate',
    description: 'summary',
    bullets: 'highlights',
  },
  same: ['companyName', 'jobTitle', 'startDate'],
  beyond: ['companyIndustry', 'workModel'],
  usual: ({ location }) => ({ companyIndustry: null, workModel: workModelOf(location) }),
};

export const educationSection: ListSection<ResumeEducation, EducationFields> = {
  name: 'education',
  list: 'educations',
  read: (entry, readOn) => ({
    institution: named(entry.institution),
    degree: named(entry.studyType),
    fieldOfStudy: named(entry.area),
    graduationYear: Number((entry.endDate ?? entry.startDate ?? readOn).slice(0, 4)),
    gpa: gpaIn(entry.score ?? entry.gpa),
  }),
  write: ({ institution, degree, fieldOfStudy, graduationYear, gpa }, kept) =>
    stated({
      institution: unlessMadeUp(institution),
      studyType: unlessMadeUp(degree),
      area: unlessMadeUp(fieldOfStudy),
      endDate: String(graduationYear),
      [kept['score'] === undefined && kept['gpa'] !== undefined ? 'gpa' : 'score']:
        gpa === null ? undefined : gpa.toFixed(2).replace(/0$/, ''),
    }),
  places: {
    institution: 'institution',
    degree: 'studyType',
    fieldOfStudy: 'area',
    graduationYear: 'endDate',
    gpa: 'score',
  },
  same: ['institution', 'degree', 'fieldOfStudy'],
  beyond: ['honors'],
  usual: () => ({ honors: null }),
};

export const certificateSection: ListSection<ResumeCertificate, CertificateFields> = {
  name: 'certificates',
  list: 'certifications',
  read: (entry, readOn) => ({
    certificationName: named(entry.name),
    issuingOrganization: named(entry.issuer),
    dateObtained: firstDayOf(entry.date ?? readOn),
    verificationUrl: webAddressIn(entry.url),
  }),
  write: ({ certificationName, issuingOrganization, dateObtained, verificationUrl }) =>
    stated({
      name: unlessMadeUp(certificationName),
      issuer: unlessMadeUp(issuingOrganization),
      date: dateObtained,
      url: verificationUrl ?? undefined,
    }),
  places: {
    certificationName: 'name',
    issuingOrganization: 'issuer',
    dateObtained: 'date',
    verificationUrl: 'url',
  },
  same: ['certificationName', 'issuingOrganization', 'dateObtained'],
  beyond: ['expirationDate', 'credentialId'],
  usual: () => ({ expirationDate: null, credentialId: null }),
};

const workModelOf = (location: string): (typeof workModels)[number] => {
  if (/\bhybrid\b/i.test(location)) return 'HYBRID';
  return /\bremote\b/i.test(location) ? 'REMOTE' : 'ONSITE';
};

/** A grade point average out of `3.81/4.0`, `GPA 4.0` or `3.8`; a score on another scale is none. */
function gpaIn(score: unknown): number | null {
  const [, grade, scale = '4'] =
    /^(?:gpa:? *)?(\d(?:\.\d{1,2})?)(?: *\/ *(\d+(?:\.\d+)?))?(?: *gpa)?$/i.exec(trimmed(score)) ?? [];
  return grade === undefined || Number(grade) > 5 || Number(scale) > 5 ? null : Number(grade);
}
