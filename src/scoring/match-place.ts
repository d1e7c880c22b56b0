import { usStates } from '#job-pool/regions.ts';

/** A place as far as its wording tells: `state` only for the United States, where cities share names most. */
interface Place {
  readonly city: string;
  readonly state: string | undefined;
}

/** Spellings of one city that accents and case do not explain. */
const CITY_NAMES: ReadonlyMap<string, string> = new Map([
  ['nyc', 'new york'],
  ['ny', 'new york'],
  ['new york city', 'new york'],
  ['sf', 'san francisco'],
  ['bay area', 'san francisco'],
  ['sf bay area', 'san francisco'],
  ['san francisco bay area', 'san francisco'],
  ['la', 'los angeles'],
  ['bangalore', 'bengaluru'],
  ['bombay', 'mumbai'],
  ['munchen', 'munich'],
  ['koln', 'cologne'],
  ['wien', 'vienna'],
  ['praha', 'prague'],
  ['warszawa', 'warsaw'],
  ['lisboa', 'lisbon'],
  ['milano', 'milan'],
  ['roma', 'rome'],
]);

// "or" after a comma is Oregon, or the last of a list; plainWords tells.
const ALTERNATIVES = /[/|;()&*]| [-–—] |(?<!,) or | and /;
const NOISE =
  /\b(?:remote|hybrid|on ?site|office|offices|hq|headquarters|greater|central|downtown|metro|metropolitan|(?<!bay )area|based)\b/g;

/** "St. Louis" and "Saint-Louis" become "saint louis"; "Greater London", "London Office", "or London" "london". */
function plainWords(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(NOISE, ' ')
    .replace(/\bst\b/g, 'saint')
    .replace(/ +/g, ' ')
    .trim()
    .replace(/^(?:or|in) (?=\w{3})/, '');
}

function parseCity(words: string): Place {
  // "Denver CO" and "Washington DC" carry the state without a comma.
  const trailing = / (\w\w)$/.exec(words)?.[1];
  const state = trailing === undefined ? undefined : usStates.get(trailing);
  const city = state === undefined ? words : words.slice(0, -3);
  return { city: CITY_NAMES.get(city) ?? city, state };
}

/** Cities of a comma list; a US state belongs to the city before it, so that "Buffalo, New York" is one place. */
function parseCommaList(text: string): Place[] {
  const places: Place[] = [];
  for (const words of text.split(',').map(plainWords).filter(Boolean)) {
    const previous = places.at(-1);
    const state = usStates.get(words);
    if (previous === undefined || state === undefined) places.push(parseCity(words));
    else places[places.length - 1] = { city: previous.city, state };
  }
  return places;
}

function parseAlternatives(text: string): Place[][] {
  const folded = text
    .normalize('NFD')
    .replace(/\p{M}|\./gu, '')
    .toLowerCase();
  return folded.split(ALTERNATIVES).map(parseCommaList);
}

/**
 * Whether a posting's place is one of the cities a persona named, case, accents, "Greater", "Office" and the like aside.
 *
 * Whole names are compared, so that "York" is not in "New York". A place that names several ("Paris or London")
 * matches by any. A region narrows only where both sides give a US state: "Seattle" is "Seattle, WA", but
 * "Portland, OR" is not "Portland, Maine". The returned function answers false for a place that names no city.
 */
export function prepareCities(cities: readonly string[]): (location: string | null) => boolean {
  // In a wish what follows the comma is a region: "London, UK" does not ask for all of the UK.
  const wanted = cities.flatMap((city) => parseAlternatives(city).flatMap((places) => places.slice(0, 1)));
  const isWanted = (place: Place): boolean =>
    wanted.some(
      ({ city, state }) =>
        city === place.city && (state === undefined || place.state === undefined || state === place.state),
    );
  // A pool words its places in far fewer ways than it has postings.
  const answers = new Map<string, boolean>();
  return (location) => {
    if (location === null || wanted.length === 0) return false;
    const known = answers.get(location);
    if (known !== undefined) return known;
    const answer = parseAlternatives(location).flat().some(isWanted);
    answers.set(location, answer);
    return answer;
  };
}
