import { carryOver, isJsonObject, stated, type JsonObject } from './json-object.ts';
import type { ResumeBasics } from './json-resume.ts';

/** What of a persona the section `basics` speaks of. */
export interface BasicFields {
  readonly fullName: string;
  readonly email: string;
  readonly phone: string;
  readonly homeCity: string;
  readonly homeState: string;
  readonly homeCountry: string;
  readonly linkedinUrl: string | null;
  readonly portfolioUrl: string | null;
  readonly professionalSummary: string | null;
  readonly currentRole: string | null;
}

/** Where in `basics` each field comes from. */
export const basicPlaces: Readonly<Record<keyof BasicFields, string>> = {
  fullName: 'name',
  email: 'email',
  phone: 'phone',
  homeCity: 'location.city',
  homeState: 'location.region',
  homeCountry: 'location.countryCode',
  linkedinUrl: 'profiles',
  portfolioUrl: 'url',
  professionalSummary: 'summary',
  currentRole: 'label',
};

/** What the section says; what it leaves out is empty. */
export function fieldsOfBasics(basics: ResumeBasics): BasicFields {
  const { city, region, countryCode } = basics.location ?? {};
  return {
    fullName: trimmed(basics.name),
    email: trimmed(basics.email).toLowerCase(),
    phone: trimmed(basics.phone),
    homeCity: trimmed(city),
    homeState: trimmed(region),
    homeCountry: trimmed(countryCode),
    linkedinUrl: webAddressIn(basics.profiles?.find(isLinkedin)?.url),
    portfolioUrl: webAddressIn(basics.url),
    professionalSummary: trimmed(basics.summary) || null,
    currentRole: trimmed(basics.label) || null,
  };
}

/** The section as a persona's fields have it, with what else was kept of it. */
export function basicsOf(fields: BasicFields, kept: ResumeBasics = {}): JsonObject {
  const before = fieldsOfBasics(kept);
  const location = carryOver(kept.location ?? {}, locationOf(before), locationOf(fields));
  const profiles =
    fields.linkedinUrl === before.linkedinUrl
      ? kept.profiles
      : [...(kept.profiles ?? []).filter((profile) => !isLinkedin(profile)), ...linkedinOf(fields)];
  return stated({
    ...carryOver({ ...kept }, plainOf(before), plainOf(fields)),
    location: kept.location || Object.keys(location).length > 0 ? location : undefined,
    profiles: kept.profiles || profiles?.length ? profiles : undefined,
  });
}

const plainOf = ({ fullName, currentRole, email, phone, portfolioUrl, professionalSummary }: BasicFields): JsonObject =>
  stated({
    name: fullName || undefined,
    label: currentRole ?? undefined,
    email: email || undefined,
    phone: phone || undefined,
    url: portfolioUrl ?? undefined,
    summary: professionalSummary ?? undefined,
  });

const locationOf = ({ homeCity, homeState, homeCountry }: BasicFields): JsonObject =>
  stated({
    city: homeCity || undefined,
    region: homeState || undefined,
    countryCode: homeCountry || undefined,
  });

const linkedinOf = ({ linkedinUrl }: BasicFields): readonly JsonObject[] =>
  linkedinUrl === null ? [] : [{ network: 'LinkedIn', url: linkedinUrl }];

/** A profile there with an address; one by a name alone stays as it is. */
const isLinkedin = (profile: unknown): boolean =>
  isJsonObject(profile) &&
  /^linked-?\s?in$/i.test(trimmed(profile['network'])) &&
  webAddressIn(profile['url']) !== null;

/** A text without blanks around it; empty where there is none. */
export const trimmed = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** An address that a browser opens; what is none stays in the document alone. */
export function webAddressIn(value: unknown): string | null {
  const address = trimmed(value);
  return /^https?:\/\//i.test(address) && URL.canParse(address) && address.length <= 500 ? address : null;
}
