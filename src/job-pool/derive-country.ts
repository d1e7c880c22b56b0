import { foldAccents } from './normalize-text.ts';
import { cityCountries, countryAliases, stateCodes, stateCountries } from './places.ts';

// Unions and placeholders; what a newer code replaced (YU, FX) is told by its canonical form.
const noCountry = new Set(['EU', 'EZ', 'UN', 'ZZ', 'XA', 'XB', 'QO']);
const englishNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
const countryNames = new Map([...unicodeNames(), ...countryAliases]);

const placeDivider = /[,|/;()–—•+&]|\b(?:or|and)\b|\s-\s|(?<=\p{L})-(?=\p{Lu})/u;
const noise =
  /\b(?:remote|hybrid|on-?site|offices?|hq|headquarters|only|based|from|in|greater|area|metro|region|the|home|anywhere|considered|preferred|flexible)\b|[*#\d]/gi;
const code = /^[A-Z]{2}$/;

/**
 * Country of a posting, ISO 3166-1 alpha-2: of its address, else of the words of its place. Null where nothing is said
 * or several countries are ("Remote (United States | Canada)").
 */
export function deriveCountry(addressCountry: string | null, location: string | null): string | null {
  return countryOfName((addressCountry ?? '').trim()) ?? countryOfPlace(location ?? '');
}

function countryOfName(name: string): string | null {
  return countryNames.get(plain(name)) ?? (code.test(name) ? knownCode(name) : null);
}

/** Country that folded words name, by its own name or by that of a city that only it has. */
export const countryOfWords = (words: string): string | null =>
  countryNames.get(words) ?? cityCountries.get(words) ?? null;

function countryOfPlace(location: string): string | null {
  const parts = location.split(placeDivider).map((part) => plain(part.replace(noise, ' '), 'keep case'));
  const named = new Set(parts.map(countryOfPart).filter((country) => country !== null));
  if (named.size > 1) return null;
  return [...named][0] ?? countryOfState(parts.filter((part) => part !== ''));
}

function countryOfPart(part: string): string | null {
  const words = part.toLowerCase();
  // A bare code or Georgia may be a state, which only the other parts can tell.
  if (words === 'georgia' || (code.test(part) && part !== 'US' && part !== 'UK')) return null;
  const whole = cityCountries.get(words) ?? stateCountries.get(words) ?? countryNames.get(words);
  return whole ?? countryWithin(words.split(' '));
}

// "US West Coast", "Mapbox Poland": the name is one of the words.
function countryWithin(words: readonly string[]): string | null {
  const runs = words.flatMap((word, index) => [word, `${word} ${words[index + 1] ?? ''}`]);
  const found = new Set(
    runs.filter((run) => run !== 'georgia').map((run) => countryNames.get(run) ?? cityCountries.get(run) ?? null),
  );
  found.delete(null);
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

// A bare code after a city is a state far more often than a country; DE and IN are both too often to tell.
function countryOfState(parts: readonly string[]): string | null {
  const rest = parts.slice(1);
  if (rest.some((part) => part.toLowerCase() === 'georgia')) return 'US';
  const found = rest.find((part) => code.test(part)) ?? '';
  if (found === '' || found === 'DE' || found === 'IN') return null;
  return stateCodes.get(found) ?? knownCode(found);
}

function plain(name: string, letters: 'fold' | 'keep case' = 'fold'): string {
  const folded = letters === 'fold' ? foldAccents(name) : name.normalize('NFKD').replace(/\p{M}+/gu, '');
  return folded.replace(/[.,\s]+/g, ' ').trim();
}

function* unicodeNames(): Generator<readonly [string, string]> {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  for (const region of letters.flatMap((first) => letters.map((second) => first + second))) {
    if (knownCode(region) !== null) yield [plain(englishNames.of(region) ?? region), region];
  }
}

function knownCode(region: string): string | null {
  const isCurrent = !noCountry.has(region) && Intl.getCanonicalLocales(`und-${region}`)[0] === `und-${region}`;
  return isCurrent && englishNames.of(region) !== undefined ? region : null;
}
