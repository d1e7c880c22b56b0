import type { Rows } from '#database/rows.ts';
import { personaFieldsBeyond } from './resume-extension.ts';

/** Columns of a row that a document is made of, with the lists that hang on it. */
interface Branch {
  readonly fields: readonly string[];
  readonly lists?: Readonly<Record<string, Branch>>;
}

/** All that a document is made of, but the voice profile. */
export const personaBranch: Branch = {
  fields: [
    'fullName',
    'email',
    'phone',
    'homeCity',
    'homeState',
    'homeCountry',
    'linkedinUrl',
    'portfolioUrl',
    'professionalSummary',
    'currentRole',
    ...personaFieldsBeyond,
    'jsonResume',
  ],
  lists: {
    skills: { fields: ['id', 'skillName', 'skillType', 'category', 'proficiency', 'yearsUsed', 'lastUsed'] },
    workHistories: {
      fields: [
        'id',
        'companyName',
        'companyIndustry',
        'jobTitle',
        'startDate',
        'endDate',
        'location',
        'workModel',
        'description',
        'jsonResume',
      ],
      lists: { bullets: { fields: ['text', 'metrics', 'skillsDemonstrated'] } },
    },
    educations: {
      fields: ['institution', 'degree', 'fieldOfStudy', 'graduationYear', 'gpa', 'honors', 'jsonResume'],
    },
    certifications: {
      fields: [
        'certificationName',
        'issuingOrganization',
        'dateObtained',
        'expirationDate',
        'credentialId',
        'verificationUrl',
        'jsonResume',
      ],
    },
    achievementStories: {
      fields: ['title', 'context', 'action', 'outcome', 'skillsDemonstrated', 'relatedWorkHistory.id'],
    },
    customNonNegotiables: { fields: ['filterName', 'filterType', 'filterValue', 'filterField'] },
  },
};

export const voiceBranch: Branch = {
  fields: [
    'tone',
    'sentenceStyle',
    'vocabularyLevel',
    'personalityMarkers',
    'samplePhrases',
    'thingsToAvoid',
    'writingSampleText',
  ],
};

/** Its columns as paths from its row, so that all of it is read in one go. */
export const columnsOf = ({ fields, lists = {} }: Branch): readonly string[] => [
  ...fields,
  ...Object.entries(lists).flatMap(([name, list]) => columnsOf(list).map((column) => `${name}.${column}`)),
];

/** What a row and those that hang on it say, without the rows. */
export const plainOf = (rows: Rows, row: object, { fields, lists = {} }: Branch): Record<string, unknown> => ({
  ...Object.fromEntries(fields.map((path) => [path, valueAt(row, path)])),
  ...Object.fromEntries(
    Object.entries(lists).map(([name, list]) => [
      name,
      (rows.children(row, name) as object[]).map((child) => plainOf(rows, child, list)),
    ]),
  ),
});

const valueAt = (row: object, path: string): unknown =>
  path.split('.').reduce<unknown>((at, name) => (at ? Reflect.get(at as object, name) : null), row) ?? null;
