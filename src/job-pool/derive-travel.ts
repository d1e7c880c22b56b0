import type { PostingSentence } from './posting-sections.ts';

const amount = '(\\d{1,3})\\s*%?\\s*(?:(?:-|–|—|to)\\s*(\\d{1,3})\\s*)?%';
const travels = '\\b(?:travel(?:s|l?ing)?|on the road)\\b';
const shares: readonly RegExp[] = [
  new RegExp(`${travels}[^.;%]{0,90}?${amount}`, 'i'),
  new RegExp(`${amount}[^.;%]{0,40}?${travels}`, 'i'),
];
// "100% remote" is a share of something else.
const remoteShare = /\b100 ?% (?:remote\w*|from home|on-?site|in[- ]office|in[- ]person)/gi;
const none =
  /\b(?:no|zero|without) (?:requirement to )?travel\b(?! (?:ban|restrictions|agent|experience))|\btravel(?: required| requirements?)?\s*[:–-]\s*(?:none|no|n\/a|0 ?%)|\btravel (?:is |will )?not (?:be )?required\b|\b(?:does|will) not (?:require|involve) (?:any )?travel\b/i;
// Money for travel, what travellers buy, and shares of something else.
const other =
  /\b(?:stipend|discount|reimburs\w+|allowance|credits?|bonus|insurance|commission|quota|coverage|premiums?|match(?:ing)?|revenue|growth|grew|increase|OTE|equity|\d{1,3}% of (?:employees|companies|travell?ers|customers|bookings))\b|\btravel (?:industry|companies|agenc\w+|tech|market|brands?|app)\b/i;

/** Most of the working time that is spent travelling, in per cent; 0 where it is said to be none, null where nothing is. */
export function deriveTravel(sentences: readonly PostingSentence[]): number | null {
  const found = sentences.flatMap(({ text }) => travelOf(text) ?? []);
  return found.length > 0 ? Math.max(...found) : null;
}

function travelOf(sentence: string): number | null {
  if (!/travel|on the road/i.test(sentence) || other.test(sentence)) return null;
  const text = sentence.replace(remoteShare, ' ');
  const share = shares.map((pattern) => mostOf(pattern.exec(text))).find((most) => most <= 100);
  return share ?? (none.test(text) ? 0 : null);
}

/** The greater of one or two amounts; infinite where there is none. */
const mostOf = (match: RegExpExecArray | null): number =>
  match ? Math.max(...match.slice(1).flatMap((each) => (each === undefined ? [] : Number(each)))) : Infinity;
