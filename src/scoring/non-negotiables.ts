import { customRule } from './custom-rules.ts';
import { countryRule, timeZoneRule } from './eligibility-rules.ts';
import type { Findings, Rule } from './gate-rule.ts';
import { prepareCities } from './match-place.ts';
import type { ScoredPersona, ScoredPosting } from './scored-inputs.ts';
import { companySizeRule, industryRule, travelRule, visaRule } from './term-rules.ts';

/** What the gate found, in plain sentences for the persona's owner; a posting passes when nothing failed. */
export interface GateResult {
  readonly failures: readonly string[];
  /** What could not be checked, because the posting does not say. */
  readonly warnings: readonly string[];
}

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

/** How postings are held against what a persona will not give up. */
export interface Gate {
  readonly check: (posting: ScoredPosting) => GateResult;
  /** Whether `check` finds no failure. It ends at the first. */
  readonly isOpen: (posting: ScoredPosting) => boolean;
}

/** `checkNonNegotiables` with the persona's part done once, for many postings. */
export function prepareNonNegotiables(persona: ScoredPersona): Gate {
  const rules = [
    remoteRule(persona),
    salaryRule(persona),
    cityRule(persona),
    visaRule(persona),
    industryRule(persona),
    travelRule(persona),
    companySizeRule(persona),
    countryRule(persona),
    timeZoneRule(persona),
    ...persona.customRules.map(customRule),
  ].filter((rule) => rule !== undefined);
  return {
    check: (posting) => {
      const findings: Findings = { failures: [], warnings: [] };
      for (const rule of rules) rule(posting, findings);
      return findings;
    },
    isOpen: (posting) => {
      const findings: Findings = { failures: [], warnings: [] };
      return rules.every((rule) => {
        rule(posting, findings);
        return findings.failures.length === 0;
      });
    },
  };
}

/**
 * Holds a posting against what the persona will not give up: remote work, minimum salary, cities, visa, excluded
 * industries, travel, company size, who may apply by country and time zone, and rules of its own. Reasons come in that
 * order, all of them. What a posting does not say fails it for remote work and city, where silence is an answer, and only
 * warns for the rest; salaries in different currencies are not compared, since no rates are at hand.
 */
export function checkNonNegotiables(persona: ScoredPersona, posting: ScoredPosting): GateResult {
  return prepareNonNegotiables(persona).check(posting);
}
