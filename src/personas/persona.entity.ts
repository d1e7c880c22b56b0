import { defineEntity, p } from '@mikro-orm/core';
import { ownedByUser } from '#identity/owned-by-user.ts';
import { AchievementStory } from './achievement-story.entity.ts';
import { Certification } from './certification.entity.ts';
import { CustomNonNegotiable } from './custom-non-negotiable.entity.ts';
import { Education } from './education.entity.ts';
import type { JsonObject } from './json-object.ts';
import { Skill } from './skill.entity.ts';
import { SourcePreference } from './source-preference.entity.ts';
import { WorkHistory } from './work-history.entity.ts';

export const stretchAppetites = ['LOW', 'MEDIUM', 'HIGH'] as const;
export const remotePreferences = ['REMOTE_ONLY', 'HYBRID_OK', 'ONSITE_OK', 'NO_PREFERENCE'] as const;
export const companySizePreferences = ['STARTUP', 'MID_SIZE', 'ENTERPRISE', 'NO_PREFERENCE'] as const;
export const maxTravels = ['NONE', 'UNDER_25', 'UNDER_50', 'ANY'] as const;
export const pollingFrequencies = ['DAILY', 'TWICE_DAILY', 'WEEKLY', 'MANUAL_ONLY'] as const;

const words = () => p.json().$type<string[]>();

const PersonaSchema = defineEntity({
  name: 'Persona',
  tableName: 'personas',
  properties: {
    id: p.uuid().primary(),
    ...ownedByUser(),
    fullName: p.string().length(255),
    email: p.string().length(255),
    phone: p.string().length(50),
    homeCity: p.string().length(100),
    homeState: p.string().length(100),
    homeCountry: p.string().length(100),
    linkedinUrl: p.string().length(500).nullable(),
    portfolioUrl: p.string().length(500).nullable(),
    professionalSummary: p.text().nullable(),
    yearsExperience: p.integer().nullable(),
    currentRole: p.string().length(255).nullable(),
    currentCompany: p.string().length(255).nullable(),
    targetRoles: words(),
    targetSkills: words(),
    stretchAppetite: p.enum(stretchAppetites),
    minimumBaseSalary: p.integer().nullable(),
    salaryCurrency: p.string().length(3),
    commutableCities: words(),
    maxCommuteMinutes: p.integer().nullable(),
    remotePreference: p.enum(remotePreferences),
    relocationOpen: p.boolean(),
    relocationCities: words(),
    visaSponsorshipRequired: p.boolean(),
    industryExclusions: words(),
    companySizePreference: p.enum(companySizePreferences),
    maxTravelPercent: p.enum(maxTravels),
    minimumFitThreshold: p.integer(),
    autoDraftThreshold: p.integer(),
    pollingFrequency: p.enum(pollingFrequencies),
    onboardingComplete: p.boolean(),
    onboardingStep: p.string().length(50).nullable(),
    /** What a JSON Resume document said that has no field, kept for the next one that is written. */
    jsonResume: p.json().$type<JsonObject>().nullable().lazy(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
    skills: () => p.oneToMany(Skill).mappedBy('persona').orderBy({ displayOrder: 'asc' }),
    workHistories: () => p.oneToMany(WorkHistory).mappedBy('persona').orderBy({ displayOrder: 'asc' }),
    educations: () => p.oneToMany(Education).mappedBy('persona').orderBy({ displayOrder: 'asc' }),
    certifications: () => p.oneToMany(Certification).mappedBy('persona').orderBy({ displayOrder: 'asc' }),
    achievementStories: () => p.oneToMany(AchievementStory).mappedBy('persona').orderBy({ displayOrder: 'asc' }),
    customNonNegotiables: () => p.oneToMany(CustomNonNegotiable).mappedBy('persona').orderBy({ displayOrder: 'asc' }),
    sourcePreferences: () =>
      p.oneToMany(SourcePreference).mappedBy('persona').orderBy({ displayOrder: 'asc', id: 'asc' }),
  },
  // Not by owner first: the system looks up those that nearly every posting may do for.
  indexes: [{ name: 'personas_minimum_fit_threshold_idx', properties: ['minimumFitThreshold'] }],
  checks: [
    {
      name: 'personas_minimum_fit_threshold_check',
      expression: 'minimum_fit_threshold >= 0 and minimum_fit_threshold <= 100',
    },
    {
      name: 'personas_auto_draft_threshold_check',
      expression: 'auto_draft_threshold >= 0 and auto_draft_threshold <= 100',
    },
  ],
});
export class Persona extends PersonaSchema.class {}
PersonaSchema.setClass(Persona);
