import type { PostingSentence } from './posting-sections.ts';

/** Offsets from UTC, in hours of standard time, and whether they are where one lives or the hours one works. */
export interface TimeZones {
  readonly from: number;
  readonly to: number;
  readonly basis: 'PLACE' | 'HOURS';
}

type Offsets = readonly [from: number, to: number];

// Names as postings write them. Letters stand for standard and summer time alike.
const zones: readonly (readonly [RegExp, Offsets])[] = [
  [/^(?:EST|EDT|ET|Eastern|US East Coast|East Coast)$/i, [-5, -5]],
  [/^(?:CST|CDT|CT|Central)$/i, [-6, -6]],
  [/^(?:MST|MDT|MT|Mountain)$/i, [-7, -7]],
  [/^(?:PST|PDT|PT|Pacific|US West Coast|West Coast)$/i, [-8, -8]],
  [/^(?:US|U\.S\.|USA|United States|North American?)$/i, [-8, -5]],
  [/^(?:Americas?|LATAM)$/i, [-8, -3]],
  [/^(?:GMT|UTC|BST|WET|UK|London)$/i, [0, 0]],
  [/^(?:CET|CEST|Central European|French|German|Berlin|Paris)$/i, [1, 1]],
  [/^(?:EET|EEST)$/i, [2, 2]],
  [/^(?:EU|European?)$/i, [0, 2]],
  [/^EMEA$/i, [0, 4]],
  [/^(?:IST|Indian?)$/i, [5.5, 5.5]],
  [/^(?:SGT|Singapore)$/i, [8, 8]],
  [/^(?:Asian?|APAC|Asia[- ]Pacific)$/i, [5.5, 10]],
  [/^(?:AEST|AEDT|Australian?|Sydney)$/i, [10, 10]],
];
// Longer names first, or "Central European" would be Central.
const name =
  '(?:(?:UTC|GMT) ?[+\\-−–] ?\\d{1,2}(?!\\d)|Central European|US East Coast|US West Coast|East Coast|West Coast|United States|North American?|Asia[- ]Pacific|' +
  'Eastern|Central|Mountain|Pacific|European?|Australian?|Indian?|Asian?|Americas?|Singapore|Sydney|London|Berlin|Paris|French|German|' +
  'AEST|AEDT|EMEA|APAC|LATAM|CEST|EEST|CET|EET|WET|EST|EDT|CST|CDT|MST|MDT|PST|PDT|GMT|UTC|BST|IST|SGT|USA|U\\.S\\.|US|EU|UK|ET|CT|MT|PT)';
const offset = '(?:UTC|GMT) ?([+\\-−–]) ?(\\d{1,2})(?::?00)?';
const hours = '(?:h|hrs?|hours?|time ?zones?)';

const offsetAlone = new RegExp(`^${offset}`, 'i');
const offsetRange = new RegExp(`\\b${offset}\\s*(?:to|and|through|until|[-–—])\\s*${offset}`, 'i');
const around = new RegExp(
  `(?:\\+ ?\\/ ?[-–]|±|plus or minus|plus\\/minus|within|no more than)\\s*(\\d{1,2})\\s*(?:[-–] ?\\d )?${hours}?\\s*(?:of|from|to|around|off)?\\s*(?:the )?(${name})\\b`,
  'i',
);
const aroundAfter = new RegExp(
  `\\b(${name})(?: time ?zones?| time)?\\s*\\(?\\s*(?:\\+ ?\\/ ?[-–]|±|plus or minus|plus\\/minus)\\s*(\\d{1,2})`,
  'i',
);
const list = `(${name}(?:(?:\\s*,\\s*(?:or |and )?|\\s*\\/\\s*|\\s+or\\s+|\\s+and\\s+|\\s+to\\s+)(?:the |in )?${name})*)`;
const inZone = new RegExp(
  `\\b(?:based|located|live|living|reside|residing|be|candidates?|anyone|people) (?:[\\w'’-]+ ){0,3}?(?:in|within|from|on) (?:an? |the |either )?${list}(?: \\([A-Z/ ]+\\))?[- ](?:compatible |friendly )?time ?-?zones?\\b`,
  'i',
);
const worksHours = new RegExp(
  `\\b(?:work(?:ing|s)?|available|availability|overlap(?:ping|s)?|able|ability|operate|operating|collaborate|hours|schedule|flexib\\w+|comfortable|shift|during|on|full[- ]time)\\b[^.;\\n]{0,60}?\\b${list}(?: \\([A-Z/ ]+\\))?[- ](?:standard )?(?:(?:business|working|work|office|core|core working|time) )?(?:hours|time ?-?zones?|time|shift|schedule)\\b`,
  'i',
);

// Others' zones, and what is told of the employer or wished for.
const aboutOthers =
  /\b(?:across|multiple|different|various|several|all|spanning|any|other) (?:\w+ )?time ?-?zones?\b|\bpatients?\b|\bcustomers? in\b|\bprefer|\bideally\b|\bif you\b|\bwe (?:have|span|are (?:a|spread|distributed|across|working))\b|\bteam (?:is|spans)\b|\ba\.?m\b.*\bwebinar\b|\bdeadline\b|\bpay\b/i;

/**
 * The time zones that a posting asks for: where somebody lives ("within ±3 h of CET"), else whose hours somebody works
 * ("PST hours"). Null where it asks for none.
 */
export function deriveTimeZones(sentences: readonly PostingSentence[]): TimeZones | null {
  const said = sentences.filter(({ text, section }) => section !== 'nice' && !aboutOthers.test(text));
  const placed = firstOf(said, placeOffsets);
  if (placed) return { from: placed[0], to: placed[1], basis: 'PLACE' };
  const worked = firstOf(said, (text) => spanOf(worksHours.exec(text)?.[1] ?? ''));
  return worked && { from: worked[0], to: worked[1], basis: 'HOURS' };
}

function firstOf(sentences: readonly PostingSentence[], read: (text: string) => Offsets | null): Offsets | null {
  for (const { text } of sentences) {
    const found = read(text);
    if (found) return found;
  }
  return null;
}

function placeOffsets(text: string): Offsets | null {
  const range = offsetRange.exec(text);
  if (range) return ordered(signed(range[1], range[2]), signed(range[3], range[4]));
  const near = around.exec(text);
  if (near) return widened(spanOf(near[2] ?? ''), Number(near[1]));
  const after = aroundAfter.exec(text);
  if (after) return widened(spanOf(after[1] ?? ''), Number(after[2]));
  return spanOf(inZone.exec(text)?.[1] ?? '');
}

/** From the westernmost of the zones named to the easternmost. */
function spanOf(names: string): Offsets | null {
  const found = names.split(/\s*(?:,|\/|\bor\b|\band\b|\bto\b|\bthe\b|\bin\b)\s*/i).flatMap((each) => {
    const found = offsetsOf(each);
    return found ? [found] : [];
  });
  if (found.length === 0) return null;
  return ordered(Math.min(...found.map(([from]) => from)), Math.max(...found.map(([, to]) => to)));
}

function offsetsOf(words: string): Offsets | null {
  const said = offsetAlone.exec(words);
  if (said) return ordered(signed(said[1], said[2]), signed(said[1], said[2]));
  return zones.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

const widened = (span: Offsets | null, by: number): Offsets | null =>
  span && by <= 12 ? ordered(span[0] - by, span[1] + by) : null;
const signed = (sign: string | undefined, amount: string | undefined): number =>
  Number(amount) * (sign === '+' ? 1 : -1);
const ordered = (a: number, b: number): Offsets | null =>
  Math.abs(a) <= 14 + 12 && Math.abs(b) <= 14 + 12
    ? [Math.max(-12, Math.min(a, b)), Math.min(14, Math.max(a, b))]
    : null;
