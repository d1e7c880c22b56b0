import { levelWords } from '#job-pool/derive-seniority.ts';

/** The ladder, lowest first. */
export const roleLevels = ['JUNIOR', 'MID', 'SENIOR', 'LEAD', 'DIRECTOR', 'VP', 'C_LEVEL'] as const;

export type RoleLevel = (typeof roleLevels)[number];

const managed = 'engineering|team|people|hiring|(?:software )?development|tech|technical|operations|it';

/** A level and the words that give it; first hit wins, so what outranks comes first. */
const levels: readonly (readonly [RoleLevel, RegExp])[] = [
  // A chief of staff runs an office, not the company, and a vice president stands below the president.
  [
    'C_LEVEL',
    /\b(?:ceo|cto|cfo|coo|cmo|cio|ciso|cpo|cro|cso|cco|cdo|chro|caio|chief(?! of staff\b)|(?<!vice )president|co-?founder|founder)\b(?!['’]s)/,
  ],
  ['VP', /\b(?:vp|svp|evp|rvp|vice president)\b/],
  ['DIRECTOR', /\bdirector\b|\bhead of\b|\bhead\s*(?:[,|–-]|$)/],
  [
    'LEAD',
    /\bchief of staff\b|\bprincipal\b|\b(?:team)?lead\b(?! (?:gen|generation|qualification|nurturing|routing)\b)/,
  ],
  // The staff of a ward or a practice holds no rank.
  ['LEAD', /\bstaff\b(?! (?:nurse|accountant|attorney|writer|pharmacist|assistant|member)\b)/],
  ['LEAD', new RegExp(`\\b(?:${managed}) manager\\b`)],
  ['SENIOR', /\b(?:senior|sr|snr)\b(?! (?:living|care|citizens?|housing|communit))/],
  ['JUNIOR', /\b(?:junior|jr|associate|entry[- ]level|intern|interns|internship|trainee|apprentice)\b/],
];

/**
 * The level of a role by whole words of its title: a plain title is in the middle, none has no level. "Internal Auditor"
 * is no intern, "Lead Generation Specialist" and "Staff Nurse" lead nobody, a CISO and a Head of Engineering do.
 */
export function roleLevel(title: string | null): RoleLevel | null {
  if (title === null || title.trim() === '') return null;
  const words = levelWords(title);
  return levels.find(([, pattern]) => pattern.test(words))?.[0] ?? 'MID';
}

/** Below zero where the second level is lower than the first, above where it is higher. */
export const compareLevels = (from: RoleLevel, to: RoleLevel): number =>
  roleLevels.indexOf(to) - roleLevels.indexOf(from);
