import type { PostingSentence } from './posting-sections.ts';

const kind = '(?:visa|immigration|employment|work (?:visa|permit|authori[sz]ation)|H-?1B|employer|company)';
/** Sponsorship of people; events and programmes are sponsored too. */
const context =
  /\bvisas?\b|\bimmigration\b|\bwork (?:authori[sz]ation|permit)|\bauthori[sz]ed to work|\bright to work|\bH-?1B|\bemployment sponsorship|\b(?:legally|eligible to|able to) work\b|\bsponsor (?:candidates|applicants|employment|work|new|you)\b|\bsponsorship (?:is|for|at|now|to)\b/i;

const refusals: readonly RegExp[] = [
  /\bwithout (?:the |any )?(?:(?:need|needing|requirement|requiring|necessity)\s*(?:for|of|to)?\s*)?(?:[\w-]+ ){0,3}sponsorship/i,
  /\b(?:not|n['’]t|cannot|unable|never|no longer|neither)\b[^.;!]{0,70}\bsponsor(?:s|ing|ship)?\b/i,
  new RegExp(`\\bno (?:${kind} )?sponsorship`, 'i'),
  /\bsponsor(?:ship|ing|s)?\b[^.;!]{0,50}\b(?:(?:is|are|be|will)? ?not|n['’]t|unavailable)\b/i,
  new RegExp(`\\b${kind} sponsorship\\s*[:–-]\\s*(?:no\\b|none|not)`, 'i'),
  /\b(?:not|n['’]t|unable|cannot)\b[^.;!]{0,40}\b(?:visa|immigration) (?:support|assistance)\b/i,
];
const offers: readonly RegExp[] = [
  new RegExp(
    `\\b${kind} sponsorship\\s*(?:\\([^)]*\\) )?(?:is |can be |may be |are |will be )?(?:also )?(?:available|offered|provided|possible|considered|included)\\b`,
    'i',
  ),
  new RegExp(`\\b${kind} sponsorship\\s*[:–-]\\s*(?:yes|available|offered|provided)`, 'i'),
  /\b(?:can|will|do|does|may|could|able to|happy to|willing to|open to|glad to|we|also)\s+(?:also )?sponsor(?:ing)?\b/i,
  /\bsponsor (?:your |work |a |the |H-?1B |\w+ )?visas?\b/i,
  /\b(?:offer|offers|offering|provide|provides|providing|support|supports|including|includes?|with|full|plus|and|assistance|package|packages)\b[^.;!]{0,60}\b(?:visa|immigration) (?:sponsorship|support|assistance)\b/i,
  /\b(?:offer|provide)s?\b[^.;!]{0,40}\bsponsorship\b[^.;!]{0,40}\bvisas?\b/i,
  /\bopen to (?:[\w-]+ )?sponsor/i,
  /\brelocation(?: \w+)?(?: support| assistance| package)? ?(?:\([^)]{0,40}visas?|(?:and|&|\+|,) (?:immigration|visas?))\b/i,
];
/** A benefit named by itself: "Visa sponsorship". */
const bare =
  /^\W*(?:relocation(?: support| assistance)? (?:and|&|\/|\+) )?(?:visa|H-?1B|immigration)(?:,? (?:and|&|\/) [\w-]+)? (?:sponsorship|support|assistance)\W*$/i;

/** A task of the job, or somebody else's visa. */
const task =
  /\bclients?\b|^\W*(?:manage|managing|oversee|coordinate|coordinating|handle|handling|administer|own|lead|process|support|assist|serve|prepare|experience|familiarity|knowledge|deep|understanding|responsib\w+|partner|develop|drive|build|liais\w+|maintain|advise|collaborate)\b|\bexperience (?:with|in|handling|managing)\b|\bexecutive sponsor|\bsponsorships\b|\bsponsor(?:ed|s)? (?:events?|content)\b/i;

/**
 * Whether the employer sponsors a visa: null where the posting does not say, or says both. That one has to be allowed to
 * work somewhere says nothing of it.
 */
export function deriveVisaSponsorship(sentences: readonly PostingSentence[]): boolean | null {
  let [offered, refused] = [false, false];
  for (const { text } of sentences) {
    if (!/sponsor|visa|immigration/i.test(text) || task.test(text)) continue;
    if (isRefusal(text)) refused = true;
    else if (isOffer(text)) offered = true;
  }
  return offered === refused ? null : offered;
}

const isRefusal = (text: string): boolean => context.test(text) && refusals.some((pattern) => pattern.test(text));
const isOffer = (text: string): boolean =>
  bare.test(text) || (context.test(text) && offers.some((pattern) => pattern.test(text)));
