import { prepareCities } from './match-place.ts';
import type { ScoredPersona, ScoredPosting } from './scored-inputs.ts';

/** What the gate found, in plain sentences for the persona's owner; a posting passes when nothing failed. */
export interface GateResult {
  readonly failures: readonly string[];
  /** What could not be checked, because the posting does not say. */
  readonly warnings: readonly string[];
}

interface Findings {
  readonly failures: string[];
  readonly warnings: string[];
}

type Rule = (posting: ScoredPosting, findings: Findings) => void;

const workModelNames = { REMOTE: 'remote', HYBRID: 'hybrid', ONSITE: 'on site' } as const;
const thousands = new Intl.NumberFormat('en-US');

function money(amount: number, currency: string): string {
  return currency === 'USD' ? `$${thousands.format(amount)}` : `${currency} ${thousands.format(amount)}`;
}

function remoteRule({ remotePreference }: ScoredPersona): Rule | undefined {
  if (remotePreference === 'NO_PREFERENCE' || remotePreference === 'ONSITE_OK') return undefined;
  const wish = remotePreference === 'REMOTE_ONLY' ? 'remote work only' : 'remote or hybrid work';
  return ({ workModel }, { failures }) => {
    if (workModel === 'REMOTE' || (workModel === 'HYBRID' && remotePreference === 'HYBRID_OK')) return;
    // Silence counts as on site: employers name remote work where they offer it.
    if (workModel === null) failures.push(`Work model not disclosed; you want ${wish}.`);
    else failures.push(`Work is ${workModelNames[workModel]}; you want ${wish}.`);
  };
}

function salaryRule({ minimumBaseSalary: minimum, salaryCurrency }: ScoredPersona): Rule {
  const wanted = salaryCurrency.toUpperCase();
  return (posting, { failures, warnings }) => {
    const { salaryMin, salaryMax } = posting;
    const best = salaryMax ?? salaryMin;
    if (best === null) warnings.push('Salary not disclosed.');
    else if (minimum === null) return;
    else if (posting.salaryCurrency?.toUpperCase() !== wanted) {
      warnings.push(`Salary is in ${posting.salaryCurrency ?? 'an unknown currency'}; your minimum is in ${wanted}.`);
    } else if (best < minimum) {
      const comparison = `(${money(best, wanted)} < ${money(minimum, wanted)})`;
      // A bottom below the minimum proves nothing while the top is unknown.
      if (salaryMax === null) warnings.push(`Only the lowest salary is disclosed ${comparison}.`);
      else failures.push(`Salary is below your minimum ${comparison}.`);
    }
  };
}

function cityRule(persona: ScoredPersona): Rule | undefined {
  const { commutableCities, relocationOpen, relocationCities } = persona;
  const movesAnywhere = relocationOpen && relocationCities.length === 0;
  if (commutableCities.length === 0 || movesAnywhere) return undefined;
  const isReachable = prepareCities(relocationOpen ? [...commutableCities, ...relocationCities] : commutableCities);
  return ({ workModel, location }, { failures }) => {
    if (workModel === 'REMOTE' || isReachable(location)) return;
    if (location === null) failures.push('Location not disclosed; you named the cities you can work in.');
    else failures.push(`Location ${location.trim()} is outside the cities you named.`);
  };
}

function visaRule({ visaSponsorshipRequired }: ScoredPersona): Rule | undefined {
  if (!visaSponsorshipRequired) return undefined;
  return (_posting, { warnings }) => {
    warnings.push('Visa sponsorship not stated.');
  };
}

const words = (text: string): string =>
  ` ${
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  } `;

/** Postings carry no industry; only an employer that has it in its name ("Acme Gambling") is sure to belong to one. */
function exclusionRule({ industryExclusions }: ScoredPersona): Rule | undefined {
  const exclusions = industryExclusions
    .map((industry) => ({ industry, phrase: words(industry) }))
    .filter(({ phrase }) => phrase.trim() !== '');
  if (exclusions.length === 0) return undefined;
  return ({ companyName }, { failures, warnings }) => {
    const company = words(companyName);
    const named = exclusions.find(({ phrase }) => company.includes(phrase));
    if (named === undefined) warnings.push('Industry not disclosed; the ones you exclude could not be checked.');
    else failures.push(`${companyName} has an industry you exclude in its name (${named.industry}).`);
  };
}

/** `checkNonNegotiables` with the persona's part done once, for many postings. */
export function prepareNonNegotiables(persona: ScoredPersona): (posting: ScoredPosting) => GateResult {
  const rules = [
    remoteRule(persona),
    salaryRule(persona),
    cityRule(persona),
    visaRule(persona),
    exclusionRule(persona),
  ].filter((rule) => rule !== undefined);
  return (posting) => {
    const findings: Findings = { failures: [], warnings: [] };
    for (const rule of rules) rule(posting, findings);
    return findings;
  };
}

/**
 * Holds a posting against what the persona will not give up: remote work, minimum salary, cities, visa and excluded
 * industries. Reasons come in that order, all of them. What a posting does not say fails it for remote work and
 * city, where silence is an answer, and only warns for the rest; salaries in different currencies are not compared.
 */
export function checkNonNegotiables(persona: ScoredPersona, posting: ScoredPosting): GateResult {
  return prepareNonNegotiables(persona)(posting);
}
