import { deriveCountry } from '#job-pool/derive-country.ts';
import { foldAccents } from '#job-pool/normalize-text.ts';
import { canadianProvinces, usStates } from '#job-pool/regions.ts';
import { offsetsOf, type Offsets } from '#job-pool/time-offsets.ts';
import type { Rule } from './gate-rule.ts';
import type { ScoredPersona } from './scored-inputs.ts';

/** Where a persona lives and might: countries by ISO 3166-1, the state by ISO 3166-2. */
interface Home {
  readonly country: string | null;
  readonly state: string | null;
  /** Countries it would move to; null for any. */
  readonly moves: readonly string[] | null;
}

function homeOf({ homeCountry, homeState, relocationOpen, relocationCities }: ScoredPersona): Home {
  const country = deriveCountry(homeCountry, null);
  const states = country === 'US' ? usStates : country === 'CA' ? canadianProvinces : undefined;
  const wished = relocationCities.map((city) => deriveCountry(null, city));
  // A city that names no country may be in any.
  const isAnywhere = relocationOpen && (wished.length === 0 || wished.includes(null));
  return {
    country,
    state: states?.get(foldAccents(homeState).replaceAll('.', '').trim()) ?? null,
    moves: isAnywhere ? null : relocationOpen ? wished.filter((each) => each !== null) : [],
  };
}

const countryNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });
const stateNames = new Map(
  [...usStates, ...canadianProvinces].filter(([name]) => name.length > 2).map(([name, code]) => [code, name]),
);
const mostListed = 4;

const withArticle = new Set(['US', 'GB', 'NL', 'PH', 'AE', 'DO', 'BS', 'GM']);

const placeName = (code: string): string =>
  code.length === 2
    ? `${withArticle.has(code) ? 'the ' : ''}${countryNames.of(code) ?? code}`
    : (stateNames.get(code) ?? code).replace(/\b(?!of\b)\p{L}/gu, (letter) => letter.toUpperCase());

function listPlaces(codes: readonly string[]): string {
  const shown = codes.slice(0, codes.length > mostListed ? mostListed - 1 : mostListed).map(placeName);
  const rest = codes.length - shown.length;
  const all = rest > 0 ? [...shown, `${rest} more places`] : shown;
  return all.length > 1 ? `${all.slice(0, -1).join(', ')} and ${all.at(-1)}` : all.join('');
}

type Reach = 'OPEN' | 'UNKNOWN' | 'CLOSED';

function reachOf(codes: readonly string[], { country, state }: Home): Reach {
  if (country === null) return 'UNKNOWN';
  if (codes.includes(country)) return 'OPEN';
  const states = codes.filter((code) => code.startsWith(`${country}-`));
  if (states.length === 0) return 'CLOSED';
  if (state === null) return 'UNKNOWN';
  return states.includes(state) ? 'OPEN' : 'CLOSED';
}

/** Whether people of the persona's country and state may apply. */
export function countryRule(persona: ScoredPersona): Rule {
  const home = homeOf(persona);
  const lives = home.country === null ? '' : placeName(home.state ?? home.country);
  return ({ eligibleCountries, workModel, country }, { failures, warnings }) => {
    if (eligibleCountries === null) {
      // What is remote in another country is often closed to the rest of the world without saying so.
      if (workModel === 'REMOTE' && country !== null && home.country !== null && country !== home.country)
        warnings.push(
          `Remote from ${placeName(country)}; whether people in ${placeName(home.country)} may apply is not stated.`,
        );
      return;
    }
    const reach = reachOf(eligibleCountries, home);
    const places = listPlaces(eligibleCountries);
    if (reach === 'UNKNOWN') warnings.push(`Open only to people in ${places}; where you live could not be compared.`);
    else if (reach === 'CLOSED') {
      const canMove =
        home.moves === null || home.moves.some((each) => eligibleCountries.some((code) => code.startsWith(each)));
      if (canMove) warnings.push(`Open only to people in ${places}; you would have to move there.`);
      else failures.push(`Open only to people in ${places}; you live in ${lives}.`);
    }
  };
}

/** Further apart than this, the hours of others are no working day. */
const mostHoursApart = 3;

/** Whether the persona's time zone is one that the posting asks for. */
export function timeZoneRule(persona: ScoredPersona): Rule {
  const { country, state, moves } = homeOf(persona);
  const lived = country === null ? null : offsetsOf(country, state);
  const away = moves?.map((each) => offsetsOf(each, null)).filter((each) => each !== null) ?? null;
  return ({ timeZones }, { failures, warnings }) => {
    if (timeZones === null) return;
    const asked: Offsets = [timeZones.from, timeZones.to];
    const span = spell(asked);
    if (lived === null) warnings.push(`Asks for the time zone ${span}; where you live could not be compared.`);
    else if (timeZones.basis === 'HOURS') {
      if (hoursApart(lived, asked) > mostHoursApart)
        warnings.push(`Asks to work the hours of ${span}; you live at ${spell(lived)}.`);
    } else if (hoursApart(lived, asked) > 0) {
      const sentence = `Asks for people who live at ${span}; you live at ${spell(lived)}`;
      if (away === null || away.some((each) => hoursApart(each, asked) === 0))
        warnings.push(`${sentence} and would have to move.`);
      else failures.push(`${sentence}.`);
    }
  };
}

const hoursApart = ([from, to]: Offsets, [otherFrom, otherTo]: Offsets): number =>
  Math.max(0, otherFrom - to, from - otherTo);

const spell = ([from, to]: Offsets): string => (from === to ? utc(from) : `${utc(from)} to ${utc(to)}`);

function utc(offset: number): string {
  const minutes = Math.round((Math.abs(offset) % 1) * 60);
  return `UTC${offset < 0 ? '−' : '+'}${Math.floor(Math.abs(offset))}${minutes > 0 ? `:${String(minutes).padStart(2, '0')}` : ''}`;
}
