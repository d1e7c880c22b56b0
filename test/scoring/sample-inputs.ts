import * as fc from 'fast-check';
import type {
  PersonaSkill,
  RequestedSkill,
  ScoredPersona,
  ScoredPosting,
  TargetSkill,
} from '#scoring/scored-inputs.ts';

/** A persona without wishes; whatever a test is about, it states. */
export function persona(fields: Partial<ScoredPersona> = {}): ScoredPersona {
  return {
    skills: [],
    yearsExperience: 5,
    titles: [],
    currentRole: null,
    targetRoles: [],
    targetSkills: [],
    remotePreference: 'NO_PREFERENCE',
    minimumBaseSalary: null,
    salaryCurrency: 'USD',
    commutableCities: [],
    relocationOpen: false,
    relocationCities: [],
    visaSponsorshipRequired: false,
    industryExclusions: [],
    maxTravelPercent: 'ANY',
    companySizePreference: 'NO_PREFERENCE',
    homeCountry: '',
    homeState: '',
    customRules: [],
    ...fields,
  };
}

/** A remote posting that discloses its salary and asks for nothing. */
export function posting(fields: Partial<ScoredPosting> = {}): ScoredPosting {
  return {
    title: 'Software Engineer',
    companyName: 'Acme',
    location: null,
    workModel: 'REMOTE',
    salaryMin: 100_000,
    salaryMax: 150_000,
    salaryCurrency: 'USD',
    yearsMin: null,
    yearsMax: null,
    isIncomplete: false,
    isLikelyGhost: false,
    country: null,
    visaSponsorship: null,
    industry: null,
    travelPercent: null,
    companySize: null,
    eligibleCountries: null,
    timeZones: null,
    descriptionText: null,
    skills: [],
    ...fields,
  };
}

const key = (name: string): string => name.toLowerCase();

export function has(name: string, proficiency: PersonaSkill['proficiency'] = 'EXPERT'): PersonaSkill {
  return { key: key(name), name, kind: 'HARD', proficiency };
}

export function hasSoft(name: string): PersonaSkill {
  return { ...has(name), kind: 'SOFT' };
}

export function wants(...names: readonly string[]): readonly TargetSkill[] {
  return names.map((name) => ({ key: key(name), name }));
}

export function requires(name: string, years: number | null = null): RequestedSkill {
  return { key: key(name), name, kind: 'HARD', required: true, years };
}

export function prefers(name: string, years: number | null = null): RequestedSkill {
  return { ...requires(name, years), required: false };
}

export function soft(name: string): RequestedSkill {
  return { ...requires(name), kind: 'SOFT' };
}

const years = fc.integer({ min: 0, max: 40 });
const skillName = fc.constantFrom('Go', 'Rust', 'SQL', 'React', 'C++', 'C', 'Kafka', 'Figma', 'Excel', 'Java');
const city = fc.constantFrom('Seattle, WA', 'Berlin', 'São Paulo', 'Portland, OR', 'Portland, ME', 'York', 'New York');
const words = fc.constantFrom('Crypto', 'Gambling', 'Acme', 'Oil and Gas');
const title = fc.constantFrom('Software Engineer', 'Sr. SWE', 'Data Analyst', 'Staff Nurse', 'PM');
const pay = fc.option(fc.integer({ min: 0, max: 400_000 }), { nil: null });
const currency = fc.constantFrom('USD', 'EUR');
const proficiency = fc.constantFrom('LEARNING', 'FAMILIAR', 'PROFICIENT', 'EXPERT');

export const anyPersonaSkill: fc.Arbitrary<PersonaSkill> = fc.tuple(skillName, proficiency).map(([n, p]) => has(n, p));

const anySoftSkill: fc.Arbitrary<PersonaSkill> = skillName.map(hasSoft);

const anyRequestedSkill: fc.Arbitrary<RequestedSkill> = fc
  .tuple(skillName, fc.constantFrom('HARD', 'HARD', 'SOFT'), fc.boolean(), fc.option(years, { nil: null }))
  .map(([name, kind, required, asked]) => ({ key: key(name), name, kind, required, years: asked }));

export const personaFields = {
  skills: fc.uniqueArray(fc.oneof({ weight: 4, arbitrary: anyPersonaSkill }, anySoftSkill), {
    selector: (skill) => skill.key,
    maxLength: 8,
  }),
  yearsExperience: fc.option(years, { nil: null }),
  titles: fc.uniqueArray(title, { maxLength: 2 }),
  currentRole: fc.option(title, { nil: null }),
  targetRoles: fc.uniqueArray(title, { maxLength: 2 }),
  targetSkills: fc.uniqueArray(skillName, { maxLength: 5 }).map((names) => wants(...names)),
  remotePreference: fc.constantFrom('REMOTE_ONLY', 'HYBRID_OK', 'ONSITE_OK', 'NO_PREFERENCE'),
  minimumBaseSalary: pay,
  salaryCurrency: currency,
  commutableCities: fc.uniqueArray(city, { maxLength: 3 }),
  relocationOpen: fc.boolean(),
  relocationCities: fc.uniqueArray(city, { maxLength: 3 }),
  visaSponsorshipRequired: fc.boolean(),
  industryExclusions: fc.uniqueArray(words, { maxLength: 2 }),
  maxTravelPercent: fc.constantFrom('NONE', 'UNDER_25', 'UNDER_50', 'ANY'),
  companySizePreference: fc.constantFrom('STARTUP', 'MID_SIZE', 'ENTERPRISE', 'NO_PREFERENCE'),
  homeCountry: fc.constantFrom('', 'Germany', 'USA', 'Nowhere'),
  homeState: fc.constantFrom('', 'Texas', 'CA'),
  customRules: fc.array(
    fc.record({
      name: fc.constantFrom('Mine', 'Other'),
      type: fc.constantFrom('EXCLUDE', 'REQUIRE'),
      values: fc.constantFrom('acme, gamma', 'engineer', ' , '),
      field: fc.constantFrom('COMPANY_NAME', 'TITLE', 'LOCATION', 'INDUSTRY'),
    }),
    { maxLength: 2 },
  ),
} satisfies { [Field in keyof ScoredPersona]: fc.Arbitrary<ScoredPersona[Field]> };

/** The bounds of years are drawn apart, so a posting takes them through `inOrder`. */
export const postingFields = {
  title,
  companyName: fc.constantFrom('Acme', 'Crypto Bank', 'Gamma'),
  location: fc.option(fc.oneof(city, fc.constantFrom('Remote', 'Berlin or Paris', 'Seattle')), { nil: null }),
  workModel: fc.constantFrom('REMOTE', 'HYBRID', 'ONSITE', null),
  salaryMin: pay,
  salaryMax: pay,
  salaryCurrency: fc.option(currency, { nil: null }),
  yearsMin: fc.option(years, { nil: null }),
  yearsMax: fc.option(years, { nil: null }),
  isIncomplete: fc.boolean(),
  isLikelyGhost: fc.boolean(),
  country: fc.constantFrom('DE', 'US', null),
  visaSponsorship: fc.constantFrom(true, false, null),
  industry: fc.constantFrom('Gambling', 'Fintech', null),
  travelPercent: fc.constantFrom(0, 25, 80, null),
  companySize: fc.constantFrom(5, 500, 50_000, null),
  eligibleCountries: fc.constantFrom(['US'], ['US-TX', 'CA'], ['DE', 'FR'], null),
  timeZones: fc.constantFrom(
    { from: -8, to: -5, basis: 'PLACE' as const },
    { from: 1, to: 1, basis: 'HOURS' as const },
    null,
  ),
  skills: fc.uniqueArray(anyRequestedSkill, { selector: (skill) => skill.key, maxLength: 10 }),
  // Read only for rules that look into it, whose findings are hashed instead.
  descriptionText: fc.constant(null),
} satisfies { [Field in keyof ScoredPosting]: fc.Arbitrary<ScoredPosting[Field]> };

/** The posting with its bounds of years the right way round. */
export function inOrder(drawn: ScoredPosting): ScoredPosting {
  const { yearsMin, yearsMax } = drawn;
  if (yearsMin === null || yearsMax === null || yearsMin <= yearsMax) return drawn;
  return { ...drawn, yearsMin: yearsMax, yearsMax: yearsMin };
}

export const anyPersona: fc.Arbitrary<ScoredPersona> = fc.record(personaFields);
export const anyPosting: fc.Arbitrary<ScoredPosting> = fc.record(postingFields).map(inOrder);
