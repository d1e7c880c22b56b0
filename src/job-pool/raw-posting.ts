import type { workModels } from '#personas/work-history.entity.ts';
import type { TimeZones } from './derive-time-zones.ts';
import type { employmentTypes, seniorityLevels } from './job-posting.entity.ts';

export type WorkModel = (typeof workModels)[number];
export type SeniorityLevel = (typeof seniorityLevels)[number];
export type EmploymentType = (typeof employmentTypes)[number];

/** Pay as a source states it, in whole or broken units of the currency for each interval. */
export interface RawPay {
  readonly min: number | null;
  readonly max: number | null;
  /** ISO 4217; null where the source does not say. */
  readonly currency: string | null;
  readonly interval: 'YEAR' | 'MONTH' | 'WEEK' | 'DAY' | 'HOUR';
}

/**
 * One posting in the words of its source, checked for shape and length but not interpreted: what every source adapter
 * yields. A field that the source does not have is null.
 */
export interface RawPosting {
  /** Stable within the source. */
  readonly externalId: string;
  readonly title: string;
  readonly companyName: string;
  readonly companyUrl: string | null;
  readonly location: string | null;
  readonly secondaryLocations: readonly string[];
  /** Country of the address, as the source words it. */
  readonly country: string | null;
  readonly isRemote: boolean | null;
  /** Work model the source states outright. */
  readonly workModel: WorkModel | null;
  /** Kind of contract, as the source words it. */
  readonly employmentType: string | null;
  /** The text in one form or both; neither makes the posting incomplete. */
  readonly descriptionHtml: string | null;
  readonly descriptionText: string | null;
  /** The source cuts its texts off, however long they are. */
  readonly isExcerpt?: true;
  readonly sourceUrl: string | null;
  readonly applyUrl: string | null;
  /** `YYYY-MM-DD`. */
  readonly postedDate: string | null;
  readonly applicationDeadline: string | null;
  readonly pay: RawPay | null;
}

/** A skill that a posting asks for. */
export interface SkillRequirement {
  /** Usual spelling. */
  readonly name: string;
  readonly kind: 'HARD' | 'SOFT';
  /** False for what is merely nice to have. */
  readonly required: boolean;
  readonly years: number | null;
}

/** Everything of a stored posting that follows from its source: safe, bounded and ready to be written. */
export interface DerivedPosting {
  readonly externalId: string;
  readonly title: string;
  readonly companyName: string;
  readonly companyUrl: string | null;
  readonly sourceUrl: string | null;
  readonly applyUrl: string | null;
  /** All places, the first one first, divided by `; `. */
  readonly location: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly workModel: WorkModel | null;
  readonly seniorityLevel: SeniorityLevel | null;
  readonly employmentType: EmploymentType | null;
  /** Whole units of the currency in a year. */
  readonly salaryMin: number | null;
  readonly salaryMax: number | null;
  readonly salaryCurrency: string | null;
  readonly descriptionHtml: string;
  readonly descriptionText: string;
  /** SHA-256 of the normalised text, hex. */
  readonly descriptionHash: string;
  readonly yearsMin: number | null;
  readonly yearsMax: number | null;
  readonly postedDate: string | null;
  readonly applicationDeadline: string | null;
  /** The source gives no full text. */
  readonly isIncomplete: boolean;
  readonly companyKey: string;
  readonly titleKey: string;
  readonly placeKey: string;
  /** The posting of a public board that its addresses lead to. */
  readonly boardKey: string | null;
  readonly skills: readonly SkillRequirement[];
  /** Null where the text does not say, or says both. */
  readonly visaSponsorship: boolean | null;
  /** ISO 3166-1, or 3166-2 for states: where those live who alone may apply. */
  readonly eligibleCountries: readonly string[] | null;
  readonly timeZones: TimeZones | null;
  /** Most of the working time that is spent travelling. */
  readonly travelPercent: number | null;
  /** How many work for the employer. */
  readonly companySize: number | null;
  readonly industry: string | null;
  readonly requirements: string | null;
  readonly cultureText: string | null;
  /** How little the text says, 0 to 100; null where the source gives no full text. */
  readonly vaguenessScore: number | null;
}
