import type { PostingSentence } from './posting-sections.ts';

const number = '(\\d{1,3}(?:,\\d{3})+|\\d{1,6}|\\d{1,3}(?:\\.\\d)?k)';
const about =
  '(?:(?:about|around|over|more than|roughly|nearly|almost|approx(?:\\.|imately)?|just|only|currently|now|some|up to|at least|of|a|an|the|~|c\\.)\\s*)*~?';
const staff =
  '(?:employees|people|team ?members|teammates|colleagues|staff members|staff|professionals|humans|full[- ]time employees|FTEs)';
const counted = `${about}\\s*${number}\\s*\\+?[- ]?(?:(?:talented|passionate|dedicated|amazing|smart|full[- ]time|global|remote|incredible|driven|diverse|world-class|plus|strong) )*`;

/** Ways to name how many work for the employer. */
const statements: readonly RegExp[] = [
  new RegExp(
    `\\bwe(?: are|['’]re|['’]ve grown to| have grown to| now have| have| employ)\\s+(?:now |currently |proudly |already )*(?:[\\w’'-]+,? ){0,6}?(?:(?:team|company|startup|group|crew|organi[sz]ation|business|family) (?:of|with) )?${counted}${staff}\\b`,
    'i',
  ),
  new RegExp(
    `\\b(?:our|the) (?:company|(?:global |whole |entire |full |remote |distributed |growing |small )*team|workforce|organi[sz]ation) (?:is|has|of|counts|consists of|is made up of|comprises|now has|has grown to|is now)\\s+(?:[\\w-]+ ){0,3}?${counted}${staff}\\b`,
    'i',
  ),
  new RegExp(
    `\\b(?:company|startup|scale-?up|fintech|organi[sz]ation|business|firm) (?:of|with)(?: a)?(?: \\w+){0,3}?(?: team of)? ${counted}${staff}\\b`,
    'i',
  ),
  new RegExp(`\\b(?:currently |now )?employs\\s+${counted}${staff}\\b`, 'i'),
  new RegExp(`\\b(?:grown|grew|scaled|growing)\\b[^.;]{0,30}\\bto ${counted}${staff}\\b`, 'i'),
  new RegExp(`\\b(?:with|is) (?:now )?a (?:[\\w-]+ ){0,3}team of ${counted}${staff}\\b`, 'i'),
  new RegExp(
    `^\\W*(?:we['’]re a |a )?(?:(?:full|global|our|whole|remote|small|growing) )*team (?:of|is) ${counted}${staff}\\b`,
    'i',
  ),
  new RegExp(
    `^\\W*${counted}(?:employees|team ?members)(?: (?:and growing|worldwide|globally|across|in|around)\\b|\\W*$)`,
    'i',
  ),
  new RegExp(
    `\\bwith ${counted}(?:employees|team ?members|teammates|colleagues) (?:across|worldwide|globally|around the world|in \\d+ countries)\\b`,
    'i',
  ),
  new RegExp(`\\b(?:company size|team size|headcount|number of employees)\\s*[:–-]\\s*${about}\\s*${number}\\b`, 'i'),
  new RegExp(
    `\\bwe(?: are|['’]re) an? (?:[\\w-]+ ){0,3}${number}[- ]?\\+?[- ]?(?:person|people|strong) (?:[\\w-]+ ){0,2}(?:team|company|startup)\\b`,
    'i',
  ),
];

// Others' sizes, teams within the company, what one has led before, and where it wants to be.
const other =
  /\b(?:customers?|clients?|accounts?|territory|prospects?|segment|organi[sz]ations (?:with|of|from)|companies (?:with|of|from|up|ranging|between)|businesses|experience|experienced|manag(?:e|ed|ing)|lead|led|leading|mentor\w*|hiring \d|hire|selling|sold|oversee|supervis\w+|coach|engineering team|sales team|design team|product team|marketing team|your team|this team|department|alumni|applicants|users|founding|invest\w*|portfolio|reached|reach|served?|serving|helped|help|trusted by|used by|proven|mentality|ability|hired|less than|interview\w*|offsite|ICP|audience)\b|\b(?:will|goal|plan|aim|by (?:the end of|20\d\d)|next year)\b/i;

/** How many work for the employer, where the posting says so; null where it does not. */
export function deriveCompanySize(sentences: readonly PostingSentence[]): number | null {
  for (const { text } of sentences) {
    if (!/\d/.test(text) || other.test(text)) continue;
    const size = sizeOf(text);
    if (size !== null) return size;
  }
  return null;
}

function sizeOf(text: string): number | null {
  const sizes = statements.flatMap((statement) => {
    const stated = statement.exec(text)?.[1];
    return stated === undefined ? [] : [countOf(stated)];
  });
  return sizes.find((size) => size !== null) ?? null;
}

/** What is a year, or nobody, is no size. */
function countOf(stated: string): number | null {
  const plain = stated.toLowerCase().replaceAll(',', '');
  const count = Math.round(Number.parseFloat(plain) * (plain.endsWith('k') ? 1000 : 1));
  const isYear = count >= 1990 && count <= 2035 && !stated.includes(',');
  return count >= 2 && count <= 3_000_000 && !isYear ? count : null;
}
