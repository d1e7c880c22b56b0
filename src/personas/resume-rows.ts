import type { RowBranch } from '#database/row-branch.ts';
import { personaFieldsBeyond } from './resume-extension.ts';

/** All that a document is made of, but the voice profile. */
export const personaBranch: RowBranch = {
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

export const voiceBranch: RowBranch = {
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
