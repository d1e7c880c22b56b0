import type { PostingSentence } from './posting-sections.ts';

/** An industry by its name here, and the words by which employers and people who avoid it call it. */
const industries: readonly (readonly [name: string, words: string])[] = [
  ['Advertising', 'advertising|adtech|ad tech|martech|marketing agency|creative agency|media agency'],
  ['Aerospace', 'aerospace|space technology|rocket|satellite|aviation'],
  ['Agriculture', 'agriculture|agtech|agricultural|farming'],
  ['Automotive', 'automotive|electric vehicle|ev charging'],
  ['Biotechnology', 'biotech|biotechnology|life sciences|pharma|pharmaceutical|techbio'],
  ['Construction', 'construction|homebuilding|home building|contech'],
  ['Consulting', 'consulting|consultancy|management consulting'],
  ['Cryptocurrency', 'crypto|cryptocurrency|blockchain|web3|defi|digital assets?|bitcoin'],
  ['Cybersecurity', 'cybersecurity|cyber security|security software|information security'],
  ['Defense', 'defense|defence|defense tech|defense technology|military|weapons'],
  ['Education', 'education|edtech|ed-tech|educational|e-learning'],
  ['Energy', 'energy|solar|renewable energy|clean energy|battery|utilities'],
  ['Fintech', 'fintech|financial technology|payments|neobank|banking|financial services|finance|lending'],
  ['Food', 'food|foodtech|food and beverage|restaurant|coffee'],
  ['Gambling', 'gambling|betting|sports betting|casino|igaming|lottery|sportsbook'],
  ['Games', 'gaming|video games?|mobile games?|game studio|mobile gaming|mobile publisher'],
  ['Government', 'government|govtech|public sector'],
  [
    'Healthcare',
    'healthcare|health care|healthtech|health tech|digital health|telehealth|medtech|medical device|medical|health|mental health|hospital',
  ],
  ['Hospitality', 'hospitality|travel|traveltech|hotel'],
  ['Human resources', 'hr tech|hrtech|recruiting|recruitment|staffing|talent|staff augmentation'],
  ['Insurance', 'insurance|insurtech'],
  ['Legal services', 'legal tech|legaltech|legal|law'],
  ['Logistics', 'logistics|supply chain|freight|shipping'],
  ['Manufacturing', 'manufacturing|industrial|advanced manufacturing'],
  ['Media', 'media|publishing|news|streaming|entertainment'],
  ['Mining', 'mining|minerals|critical minerals'],
  ['Nonprofit', 'nonprofit|non-profit|charity'],
  ['Oil and gas', 'oil and gas|oil & gas|petroleum|fossil fuel'],
  ['Real estate', 'real estate|proptech|property management|property technology'],
  ['Retail', 'retail|e-commerce|ecommerce|fashion|consumer goods|beauty|skincare|cosmetics'],
  ['Robotics', 'robotics'],
  ['Semiconductors', 'semiconductor|chip design'],
  ['Telecommunications', 'telecommunications|telecom'],
  ['Tobacco', 'tobacco|vaping|cannabis'],
];
const names: ReadonlyMap<string, string> = new Map(
  industries.flatMap(([name, words]) => [
    [name.toLowerCase(), name] as const,
    ...words.split('|').map((word) => [word.replace('?', ''), name] as const),
  ]),
);
// Longer words first, or "sports betting" would be found as "sports" and "mental health" as something else.
const word = industries
  .flatMap(([, words]) => words.split('|'))
  .toSorted((a, b) => b.length - a.length)
  .join('|')
  .replaceAll('s?', '(?:s)?');
const employer =
  '(?:company|startup|start-up|scale-?up|firm|provider|business|bank|agency|platform|publisher|studio|unicorn|group|practice|organi[sz]ation|manufacturer|carrier|broker|retailer|marketplace)';
const subject = `(?:we are|we['’]re|\\b[A-Z][\\w.&'’-]*(?: [A-Z][\\w.&'’-]*){0,2} is)(?: now| currently)?`;

/** "Acme is a fast-growing insurance company": nothing may stand between that would make it somebody else's industry. */
const said = new RegExp(
  `${subject} (?:an?|the|one of the|among the)(?: [\\w#'’.,-]+){0,7}? (${word})[- ]?(?:(?:technology|tech|software|services?|saas|solutions?|AI|development|research|data|infrastructure|management) )?${employer}\\b`,
  'i',
);
/** Words that are a kind of company by themselves. */
const kindOfCompany = new RegExp(
  `${subject} (?:an?|the)(?: [\\w#'’.,-]+){0,5}? (fintech|insurtech|neobank|edtech|proptech|healthtech|biotech)\\b`,
  'i',
);
const label = /^\W*industry\s*:\s*([\p{L}&/ -]{3,40})$/iu;
const others =
  /\bteam\b|\bpart of\b|\b(?:for|serving|helps?|helping|empower\w*|power\w*|to|that|which|who|used by|trusted by|built|behind|enabl\w+|transform\w+)\b/i;

const hint = new RegExp(`\\bindustry\\b|\\b${employer}\\b|tech\\b|neobank`, 'i');

/**
 * The employer's industry where the posting says it plainly: by a label, or as "is a … company". Null otherwise: what an
 * employer does for other industries does not make it one of them.
 */
export function deriveIndustry(sentences: readonly PostingSentence[]): string | null {
  for (const { text } of sentences) {
    const found = hint.test(text) ? industryOf(text) : null;
    if (found !== null) return found;
  }
  return null;
}

function industryOf(text: string): string | null {
  const labelled = label.exec(text)?.[1]?.trim();
  if (labelled !== undefined) return names.get(labelled.toLowerCase()) ?? labelled;
  return nameSaid(said.exec(text)) ?? nameSaid(kindOfCompany.exec(text));
}

function nameSaid(match: RegExpExecArray | null): string | null {
  const found = match?.[1]?.toLowerCase();
  if (!match || found === undefined) return null;
  if (others.test(match[0].slice(0, match[0].toLowerCase().lastIndexOf(found)))) return null;
  return names.get(found) ?? names.get(found.replace(/s$/, '')) ?? null;
}
/** The words by which an industry is called, its name among them. */
export function industryWords(name: string): readonly string[] {
  const known = industries.find(([each]) => each === name);
  return [name.toLowerCase(), ...(known?.[1].split('|').map((each) => each.replace('?', '')) ?? [])];
}
