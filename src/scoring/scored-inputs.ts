import type { TimeZones } from '#job-pool/derive-time-zones.ts';
import type { filterFields, filterTypes } from '#personas/custom-non-negotiable.entity.ts';
import type { companySizePreferences, maxTravels, remotePreferences } from '#personas/persona.entity.ts';
import type { proficiencies, skillTypes } from '#personas/skill.entity.ts';
import type { workModels } from '#personas/work-history.entity.ts';

export type WorkModel = (typeof workModels)[number];
export type RemotePreference = (typeof remotePreferences)[number];
export type Proficiency = (typeof proficiencies)[number];

/** A skill the persona has; spellings that share a `key` are one skill, of which the best proficiency counts. */
export interface PersonaSkill {
  readonly key: string;
  readonly name: string;
  readonly kind: (typeof skillTypes)[number];
  readonly proficiency: Proficiency;
}

/** A skill the persona wants to work with; spellings that share a `key` are one. */
export interface TargetSkill {
  readonly key: string;
  readonly name: string;
}

/** A skill a posting asks for, at most one for each `key`; `name` is the spelling shown to people. */
export interface RequestedSkill {
  readonly key: string;
  readonly name: string;
  readonly kind: (typeof skillTypes)[number];
  readonly required: boolean;
  readonly years: number | null;
}

/** All that matching reads of a persona. Whatever changes here makes its scores stale. */
export interface ScoredPersona {
  readonly skills: readonly PersonaSkill[];
  readonly yearsExperience: number | null;
  /** Titles held, the present one and past ones; titles merely wished for belong to stretch, not to fit. */
  readonly titles: readonly string[];
  readonly currentRole: string | null;
  readonly targetRoles: readonly string[];
  readonly targetSkills: readonly TargetSkill[];
  readonly remotePreference: RemotePreference;
  readonly minimumBaseSalary: number | null;
  readonly salaryCurrency: string;
  readonly commutableCities: readonly string[];
  readonly relocationOpen: boolean;
  readonly relocationCities: readonly string[];
  readonly visaSponsorshipRequired: boolean;
  readonly industryExclusions: readonly string[];
  readonly maxTravelPercent: (typeof maxTravels)[number];
  readonly companySizePreference: (typeof companySizePreferences)[number];
  readonly homeCountry: string;
  readonly homeState: string;
  /** In their order, which is that of their reasons. */
  readonly customRules: readonly CustomRule[];
}

/** A rule of the persona's own. */
export interface CustomRule {
  readonly name: string;
  readonly type: (typeof filterTypes)[number];
  /** Divided by commas. */
  readonly values: string;
  readonly field: (typeof filterFields)[number];
}

/** All that matching reads of a posting; salaries are yearly. */
export interface ScoredPosting {
  readonly title: string;
  readonly companyName: string;
  readonly location: string | null;
  readonly workModel: WorkModel | null;
  readonly salaryMin: number | null;
  readonly salaryMax: number | null;
  readonly salaryCurrency: string | null;
  readonly yearsMin: number | null;
  readonly yearsMax: number | null;
  readonly isIncomplete: boolean;
  readonly country: string | null;
  readonly visaSponsorship: boolean | null;
  readonly industry: string | null;
  readonly travelPercent: number | null;
  readonly companySize: number | null;
  readonly eligibleCountries: readonly string[] | null;
  readonly timeZones: TimeZones | null;
  /** Null where no rule of the personas at hand looks into it: it is long. */
  readonly descriptionText: string | null;
  /** Its ghost score is one to warn of. The number is not read: it grows by the day. */
  readonly isLikelyGhost: boolean;
  readonly skills: readonly RequestedSkill[];
}
