/** Offsets from UTC, in hours of standard time, that people of a place live by. */
export type Offsets = readonly [from: number, to: number];

// States and provinces by their zones; those that a line runs through have both.
const byState = new Map<string, Offsets>(
  Object.entries({
    'US-CT US-DE US-DC US-GA US-ME US-MD US-MA US-MI US-NH US-NJ US-NY US-NC US-OH US-PA US-RI US-SC US-VT US-VA US-WV':
      [-5, -5],
    'US-FL US-IN US-KY US-TN': [-6, -5],
    'US-AL US-AR US-IL US-IA US-LA US-MN US-MS US-MO US-OK US-WI': [-6, -6],
    'US-KS US-NE US-ND US-SD US-TX': [-7, -6],
    'US-AZ US-CO US-MT US-NM US-UT US-WY': [-7, -7],
    'US-ID US-OR': [-8, -7],
    'US-CA US-NV US-WA': [-8, -8],
    'US-AK': [-10, -9],
    'US-HI': [-10, -10],
    'CA-BC': [-8, -7],
    'CA-AB': [-7, -7],
    'CA-SK CA-MB': [-6, -6],
    'CA-ON': [-6, -5],
    'CA-QC': [-5, -4],
    'CA-NB CA-NS CA-PE': [-4, -4],
    'CA-NL': [-4, -3.5],
  } as const).flatMap(([codes, offsets]) => codes.split(' ').map((code): [string, Offsets] => [code, offsets])),
);
const byCountry = new Map<string, Offsets | null>();

/** Offsets of a country, or of its state where that is known (ISO 3166-2); null for what no table has. */
export function offsetsOf(country: string, state: string | null): Offsets | null {
  const ofState = state === null ? undefined : byState.get(state);
  if (ofState) return ofState;
  const known = byCountry.get(country);
  if (known !== undefined) return known;
  const offsets = readOffsets(country);
  byCountry.set(country, offsets);
  return offsets;
}

function readOffsets(country: string): Offsets | null {
  const found = timeZonesOf(country).map(standardOffset);
  return found.length > 0 ? [Math.min(...found), Math.max(...found)] : null;
}

// Newer than the types of the language.
const timeZonesOf = (country: string): readonly string[] =>
  (new Intl.Locale(`und-${country}`) as { getTimeZones?: () => readonly string[] }).getTimeZones?.() ?? [];

/** The lesser of winter's and summer's, on either half of the globe. */
const standardOffset = (timeZone: string): number =>
  Math.min(...['2025-01-15', '2025-07-15'].map((day) => offsetAt(timeZone, new Date(`${day}T12:00:00Z`))));

function offsetAt(timeZone: string, at: Date): number {
  const name = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(name ?? '') ?? [];
  return hours === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) + Number(minutes) / 60);
}
