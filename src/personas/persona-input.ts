import { z } from 'zod';
import { isCurrency } from '#platform/currencies.ts';
import { onboardingSteps } from './completeness.ts';
import {
  companySizePreferences,
  maxTravels,
  pollingFrequencies,
  remotePreferences,
  stretchAppetites,
} from './persona.entity.ts';
import { mostSkills, skillRules } from './skill-kind.ts';
import { requiredText, text, webAddress } from './text-rules.ts';

const words = z.array(requiredText(500)).max(200);
const percent = z.int().min(0).max(100);

const fields = {
  fullName: requiredText(255),
  email: text(255).toLowerCase().pipe(z.email('This is no e-mail address.')),
  phone: text(50),
  homeCity: text(100),
  homeState: text(100),
  homeCountry: text(100),
  linkedinUrl: webAddress,
  portfolioUrl: webAddress,
  professionalSummary: text(10_000).nullable(),
  yearsExperience: z.int().min(0).max(100).nullable(),
  currentRole: text(255).nullable(),
  currentCompany: text(255).nullable(),
  targetRoles: words,
  targetSkills: words,
  stretchAppetite: z.enum(stretchAppetites),
  minimumBaseSalary: z.int().min(0).max(10_000_000).nullable(),
  salaryCurrency: z.string().trim().toUpperCase().refine(isCurrency, 'This is no currency code such as USD.'),
  commutableCities: words,
  maxCommuteMinutes: z.int().min(0).max(1440).nullable(),
  remotePreference: z.enum(remotePreferences),
  relocationOpen: z.boolean(),
  relocationCities: words,
  visaSponsorshipRequired: z.boolean(),
  industryExclusions: words,
  companySizePreference: z.enum(companySizePreferences),
  maxTravelPercent: z.enum(maxTravels),
  minimumFitThreshold: percent,
  autoDraftThreshold: percent,
  pollingFrequency: z.enum(pollingFrequencies),
  onboardingComplete: z.boolean(),
  onboardingStep: z.enum(onboardingSteps, `Name a step: ${onboardingSteps.join(', ')}.`).nullable(),
} as const;

export const personaChangeRules = z.object(fields).partial();
export const personaRules = z.object({
  ...fields,
  linkedinUrl: fields.linkedinUrl.default(null),
  portfolioUrl: fields.portfolioUrl.default(null),
  professionalSummary: fields.professionalSummary.default(null),
  yearsExperience: fields.yearsExperience.default(null),
  currentRole: fields.currentRole.default(null),
  currentCompany: fields.currentCompany.default(null),
  minimumBaseSalary: fields.minimumBaseSalary.default(null),
  maxCommuteMinutes: fields.maxCommuteMinutes.default(null),
  onboardingStep: fields.onboardingStep.default(null),
  skills: z.array(skillRules).max(mostSkills),
});
