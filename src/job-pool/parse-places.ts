import { countryOfWords } from './derive-country.ts';
import { foldAccents } from './normalize-text.ts';
import { cityCountries } from './places.ts';
import { canadianProvinces, regionCountries, usStates } from './regions.ts';

const divider = /\s*(?:[,;/|&•]|\band\/or\b|\bor\b|\band\b)\s*/i;
const longestName = 4;
// Words before a name that change nothing of it.
const leading =
  /^(?:(?:the|either|anywhere|within|in|across|from|currently|mainland|continental|contiguous|states? of|all of|greater|northern|southern|eastern|western|central|one of|following|states?|countries|on the east coast of|on the west coast of)\s+)+/;
const code = /^[A-Z]{2}\b/;

/** A list of places at the head of a phrase. */
export interface PlaceList {
  /** ISO 3166-1, or 3166-2 for a state: where somebody of such a place lives. Empty where the phrase begins with no place. */
  readonly codes: readonly string[];
  /** Whether every part of the phrase is a place. */
  readonly isWhole: boolean;
  /** Whether a city is among them, of which the codes tell only the country. */
  readonly hasCity: boolean;
}

/** Reads the countries, states and regions that a phrase begins with: "the US, Canada or the EU, and fluent in English". */
export function parsePlaces(phrase: string): PlaceList {
  const parts = joinNames(phrase)
    .split(divider)
    .filter((part) => part.trim() !== '');
  const places: Place[] = [];
  for (const part of parts) {
    const place = placeAtHead(part.trim(), places.length > 0);
    if (place) places.push(place);
    if (!place?.isWhole) break;
  }
  return {
    codes: distinct(codesOf(places)),
    isWhole: places.length === parts.length && places.every((place) => place.isWhole),
    hasCity: places.some((place) => place.isCity),
  };
}

function codesOf(places: readonly Place[]): readonly string[] {
  const codes: string[] = [];
  for (const [at, { codes: added, isState }] of places.entries()) {
    const [first = ''] = added;
    // A country after its state says nothing new, a state after its city says the same more closely.
    if (codes.at(-1)?.startsWith(`${first}-`) === true) continue;
    if (isState && places[at - 1]?.isCity === true && codes.at(-1) === first.slice(0, 2)) codes.pop();
    codes.push(...added);
  }
  return codes;
}

/** Among states Georgia is one. */
export function distinct(codes: readonly string[]): readonly string[] {
  const isOfStates = codes.some((each) => each.startsWith('US-'));
  return [...new Set(codes.map((each) => (each === 'GE' && isOfStates ? 'US-GA' : each)))];
}

interface Place {
  readonly codes: readonly string[];
  readonly isWhole: boolean;
  readonly isState: boolean;
  readonly isCity: boolean;
}

// Names that would come apart at what divides names.
const joinNames = (phrase: string): string =>
  phrase
    .replace(/\bnorth (?:or|and) south america\b/gi, 'Americas')
    .replace(/\bwashington,? d\.? ?c\b\.?/gi, 'District of Columbia');

function placeAtHead(part: string, isAfterPlace: boolean): Place | null {
  const isCode = isAfterPlace ? code.test(part) : /^[A-Z]{2}(?![\w ]*[a-z])/.test(part);
  const words = foldAccents(part)
    .replace(/[.()]/g, '')
    .replace(/[^\p{L}\p{N}&'-]+/gu, ' ')
    .trim()
    .replace(leading, '')
    .split(' ');
  for (let count = Math.min(longestName, words.length); count > 0; count -= 1) {
    const name = words.slice(0, count).join(' ');
    const found = placeOf(name, isCode);
    if (found) return { ...found, isWhole: count === words.length };
  }
  return null;
}

function placeOf(name: string, isCode: boolean): Omit<Place, 'isWhole'> | null {
  const region = regionCountries.get(name);
  if (region) return { codes: region, isState: false, isCity: false };
  // A bare "in" or "or" is a word and no state, unless it is written as one.
  if (name.length === 2 && !isCode && !['us', 'uk', 'eu'].includes(name)) return null;
  const state = name === 'georgia' ? undefined : (usStates.get(name) ?? canadianProvinces.get(name));
  if (state !== undefined) return { codes: [state], isState: true, isCity: false };
  const country = countryOfWords(name);
  if (country === null) return null;
  return { codes: [country], isState: false, isCity: cityCountries.has(name) };
}
