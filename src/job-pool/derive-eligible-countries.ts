import { distinct, parsePlaces } from './parse-places.ts';
import type { PostingSentence } from './posting-sections.ts';
import type { WorkModel } from './raw-posting.ts';

const based = '(?:based|located|living|residing|resident|domiciled)';
const inside = '(?:in|within|inside|anywhere in|across|throughout|from)';
const people = '(?:candidates?|applicants?|residents?|people|professionals|individuals|employees)';
const also = '(?:,? (?:and|or) (?:\\w+ ){1,4}?)?';

/** What says that only people of a place may apply; the place follows. */
const restrictions: readonly RegExp[] = [
  new RegExp(
    `\\bmust (?:currently |already |physically |legally )*(?:be (?:\\w+ )?${based}|reside|live)${also} ${inside}\\s+`,
    'i',
  ),
  new RegExp(
    `\\b(?:${people}|you) (?:must|should|need to|have to|will need to) (?:\\w+ )?(?:be (?:\\w+ )?${based}|reside|live)${also} ${inside}\\s+`,
    'i',
  ),
  new RegExp(
    `\\bopen (?:only )?to (?:remote |local |all )?${people} (?:who (?:are|is) |being )?(?:currently )?(?:${based} )?${inside}\\s+`,
    'i',
  ),
  new RegExp(
    `\\bonly (?:able to )?(?:hir(?:e|ing)|accept(?:ing)?|consider(?:ing)?|recruit(?:ing)?|open to)\\s+(?:[\\w-]+ ){0,3}?(?:who are )?(?:${based} )?${inside}\\s+`,
    'i',
  ),
  new RegExp(
    `\\b(?:only|exclusively) (?:open|available|offered)\\s+(?:to|in|for)\\s+(?:${people} )?(?:${based} )?(?:${inside}\\s+)?`,
    'i',
  ),
  /\b(?:located|live|reside|residing|based) in one of the (?:following )?(?:states|countries|locations|provinces)[^:–—-]{0,60}\s*[:–—-]\s*/i,
  /\b(?:hire|hiring|work(?:ing)?|available|eligible|open) (?:in|to|from) (?:only )?(?:residents of )?the following (?:u\.?s\.? )?(?:states|countries|locations|provinces)(?: only)?\s*[:–—-]\s*/i,
  /\b[Mm]ust be an? (?=[A-Z][\w.]* resident\b)/,
];
/** The same said of oneself, in a list of what is asked for; whoever goes on tells where the employer or the work is. */
const tale =
  /,\s*(?:you|this|the (?:role|position|company|team|candidate)|our|we|it|they|[A-Z][\w.]* (?:[A-Z][\w.]* )*(?:is|was|are|has)|[A-Z][\w.]* (?:AI|Labs|Inc))\b/;
const bullet = new RegExp(
  `^(?:you (?:are|live)|you['’]re|are|be|is|currently|already|fully|physically)?\\s*(?:currently |already )*(?:${based}|live|reside) ${inside}\\s+`,
  'i',
);
const labels = /^(?:eligible (?:locations|countries|states)|work location|location(?: requirements?)?)\s*:\s*/i;
const onlyAfter =
  /\(?\b(?<place>u\.?s\.?a?|uk|united states|canada|europe|eu|emea|latam|india|germany|australia)[- ](?:only|residents only)\b(?! (?:after|if|when|for)\b)/i;

/** One of these words is in all that is looked for. */
const hint =
  /\b(?:based|located?|location|liv(?:e|ing)|resid|domiciled|only|open|hir(?:e|ing)|working|available|eligible)/i;

// A wish, or a way out: whoever would move may apply.
const softened =
  /\brelocat|\bwilling(?:ness)? to (?:move|commute)|\bmove (?:to|within)|\bprefer|\bideally\b|\bor (?:be )?(?:able|willing|open|happy|ready)\b|\bnice to have\b|\ba plus\b|\bif you\b|\bunless\b|\bpay range\b|\bsalary\b|\bcompensation\b|\bcan be\b.{0,20}\bremote\b.{0,30}\bor\b|\bnot (?:required|necessary)\b|\bnot (?:currently )?hir|\bequivalent\b|\btime ?-?zones?\b|\bexceptional\b/i;

/**
 * Who alone may apply, by where they live: ISO 3166-1, or 3166-2 where a state is named. Null where nobody is shut out,
 * or nothing is said. First the text, by its first sentence that says so plainly; then the place of remote work:
 * "Remote (US)", but not "Remote", nor the office that somebody works remotely for.
 */
export function deriveEligibleCountries(
  sentences: readonly PostingSentence[],
  location: string | null,
  workModel: WorkModel | null,
): readonly string[] | null {
  for (const sentence of sentences) {
    const codes = restrictionOf(sentence);
    if (codes.length > 0) return codes;
  }
  return workModel === 'REMOTE' ? remotePlaces(location ?? '') : null;
}

function restrictionOf({ text, section, isHeading }: PostingSentence): readonly string[] {
  if (section === 'nice' || !hint.test(text) || softened.test(text)) return [];
  const isOfReader = section !== 'ignored' && !isHeading && !tale.test(text);
  const said = (isOfReader ? [...restrictions, bullet] : restrictions)
    .map((head) => placesAfter(head.exec(text), text))
    .find((codes) => codes.length > 0);
  return said ?? onlyPlace(text) ?? labelledPlace(text);
}

const placesAfter = (match: RegExpExecArray | null, text: string): readonly string[] =>
  match ? parsePlaces(text.slice(match.index + match[0].length)).codes : [];

function onlyPlace(text: string): readonly string[] | null {
  const place = onlyAfter.exec(text)?.groups?.['place'];
  return place === undefined || /\bcompan|\bcustomer|\bmarket/i.test(text) ? null : parsePlaces(place).codes;
}

function labelledPlace(text: string): readonly string[] {
  const label = labels.exec(text);
  return (label && /\bremote\b/i.test(text) ? remotePlaces(text.slice(label[0].length)) : null) ?? [];
}

const divider = /;|\n/;
const remoteWords =
  /\b(?:remote(?:ly)?|fully|100%|only|based|home|office|work from|full[- ]time|position|role|east coast|west coast|in|from|within|the)\b|[()[\]:*–—-]/gi;

// By itself it is an office.
const stateOrCity = /\b(?:new york|washington)\b/i;

/** Where somebody may live who works remotely, if every place of that is a country, a state or a region. */
function remotePlaces(location: string): readonly string[] | null {
  const all = location.split(divider).filter((part) => part.trim() !== '');
  // Beside "Remote (US)" the offices say nothing more.
  const remote = all.filter((part) => /\bremote\b/i.test(part));
  if (remote.length === 0 && all.some((part) => stateOrCity.test(part))) return null;
  const codes = (remote.length > 0 ? remote : all).map((part) => {
    const places = parsePlaces(part.replace(remoteWords, ' ').replace(/\s+/g, ' ').trim());
    return places.isWhole && !places.hasCity ? places.codes : [];
  });
  return codes.length > 0 && codes.every((found) => found.length > 0) ? distinct(codes.flat()) : null;
}
