import type { SeniorityLevel } from './raw-posting.ts';

const officers = 'ceo|cto|cfo|coo|cmo|cio|ciso|cpo|cro|cso|cco|cdo|chro|caio';
const technical =
  'engineer|engineers|engineering|developer|designer|scientist|architect|researcher|research|sre|swe|devops|software|product|data|security|technologist|manager|analyst|machine|ml|ai|backend|frontend|fullstack|platform|infrastructure|ios|android|mobile|ux|ui|designers';

/** A level and the words of a title that give it; first hit wins, so what outranks comes first. */
const levels: readonly (readonly [SeniorityLevel, RegExp])[] = [
  [
    'ENTRY',
    /\b(?:intern|interns|internship|stagiaire|praktikum|praktikant(?:in)?|alternan(?:ce|t|te)|estagi[oa]r?i?[oa]?|becari[oa]|trainee|apprentice(?:ship)?|werkstudent(?:in)?|working student|co-op)\b(?! (?:program|coordinator|manager|recruiter))/,
  ],
  // A chief of staff runs an office, not the company.
  ['LEAD', /\bchief of staff\b|\bart director\b/],
  [
    'EXECUTIVE',
    /\b(?:vp|svp|evp|rvp|vice president|president|chief \w+(?: \w+)? officer|chief of (?!staff)\w+|managing director|director|directeur|directrice|direktor(?:in)?)\b/,
  ],
  ['EXECUTIVE', /\bhead of\b|\bhead\s*(?:[,|–-]|$)|\b(?:co-?)?founder\b(?!['’]s|\(s\)| (?:associate|in residence))/],
  ['EXECUTIVE', new RegExp(`\\b(?:${officers})\\b(?!['’]s| (?:office|staff))`)],
  [
    'LEAD',
    /\b(?:lead|teamlead)\b(?! (?:generation|gen|qualification|nurturing|management|routing|conversion|development|sourcing|intake)\b)/,
  ],
  ['LEAD', new RegExp(`\\bstaff\\b(?! (?:accountant|nurse|attorney|writer|pharmacist))(?=.*\\b(?:${technical})\\b)`)],
  ['LEAD', /\b(?:principal|supervisor|foreman|foreperson|distinguished)\b|\bgroup product manager\b/],
  [
    'LEAD',
    /\b(?:engineering|team|tech|technical|it|people|hiring|store|site|plant|general|software development) manager\b|\bmanager,? (?:of )?(?:\w+ )?engineering\b|\b(?:^|regional )operations manager\b/,
  ],
  [
    'SENIOR',
    /\b(?:senior|sr|snr|sen)\b(?! (?:living|care|citizens?|housing|communit))|\b(?:iii|iv)\b|\b(?:engineer|developer|scientist|analyst|designer|specialist|manager) [345]\b/,
  ],
  ['ENTRY', /\b(?:junior|jr|graduates?|new grads?|entry[- ]level|early career|associate)\b/],
  [
    'MID',
    /\bmid\b(?![- ](?:market|atlantic|west|sized?|funnel|touch|enterprise))|\b(?:midlevel|mid-?weight|intermediate|medior|confirme)\b|\bii\b|\b(?:engineer|developer|scientist|analyst|designer|specialist|manager) 2\b/,
  ],
  ['ENTRY', /\b(?:engineer|developer|scientist|analyst|designer|specialist|technician|accountant) (?:i|1)\b/],
];

// Whom the role serves says nothing about its own level: "Executive Assistant to the CEO", "Founder's Associate".
const servedPerson = new RegExp(
  `\\b(?:to|for|of) (?:the |our )?(?:${officers}|founders?|president|chief \\w+ officer|vp|directors?)\\b.*$`,
);
// Members of technical staff are engineers of any level.
const noLevel = /\b(?:member|members) of (?:the )?technical staff\b|\btechnical staff\b|\bsupport staff\b/g;

/** Least years by which a level is told where the title tells none. */
const levelByYears: readonly (readonly [number, SeniorityLevel])[] = [
  [5, 'SENIOR'],
  [2, 'MID'],
  [0, 'ENTRY'],
];

/**
 * Level of a role: by whole words of its title, else by the fewest years asked for (under 2 entry, under 5 mid, more
 * senior), else null. Words inside words never count: "Internal Auditor" is no intern, "Lead Generation" no lead.
 */
export function deriveSeniority(title: string, yearsMin: number | null): SeniorityLevel | null {
  const titled = seniorityOfTitle(title);
  // "Associate" is a beginner's word in shops and start-ups, a lawyer's or banker's elsewhere: years decide.
  const isDoubtful = titled === 'ENTRY' && yearsMin !== null && yearsMin >= 3 && /\bassociate\b/i.test(title);
  return isDoubtful ? seniorityOfYears(yearsMin) : (titled ?? seniorityOfYears(yearsMin));
}

/** Level that a title tells, or null. */
export function seniorityOfTitle(title: string): SeniorityLevel | null {
  const words = levelWords(title);
  return levels.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** A title in lower case without accents and full stops, and without what says nothing of the role's own level. */
export const levelWords = (title: string): string =>
  title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\./g, '')
    .replace(noLevel, ' ')
    .replace(servedPerson, ' ')
    .trim();

function seniorityOfYears(years: number | null): SeniorityLevel | null {
  if (years === null) return null;
  return levelByYears.find(([least]) => years >= least)?.[1] ?? null;
}
