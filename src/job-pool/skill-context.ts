import type { SkillField } from './skill-index.ts';

/** What is known about a sentence before its words are read. */
export interface SentenceContext {
  /** The posting is for somebody who writes software or works with data, so "Go" is likely the language. */
  readonly isTechnical: boolean;
  /** The sentence asks for something: it stands under "Requirements", is a wish or the title. */
  readonly isDemand: boolean;
}

/** What its words tell of a sentence. */
export interface SentenceNames {
  /** Fields of the skills in it that are beyond doubt. */
  readonly certain: ReadonlySet<SkillField>;
  /** It consists of nothing but names of skills: "Go, Rust". */
  readonly isBareList: boolean;
}

const fields: readonly SkillField[] = ['code', 'tool', 'trade'];

// Words in whose company an ambiguous name of each field means the skill.
const cues = {
  code: /\b(?:programming|languages?|frameworks?|back-?end|front-?end|developers?|code|coding|codebase|stack|librar(?:y|ies)|microservices|databases?|containers?|cloud|infrastructure|technolog(?:y|ies)|orchestration|pipelines?|sdk)\b/i,
  tool: /\b(?:tools?|tooling|software|platforms?|proficien\w+|crm|e\.g|stack|systems?|suite|apps?|familiar\w*|fluen\w+|expertise)\b/i,
  trade:
    /\b(?:experience[ds]?|knowledge|background|expertise|expert|skills?|skilled|understanding|proficien\w+|familiar\w*|years|fluen\w+|native|certifi\w+|degree|ability|aptitude|qualif\w+|bilingual|speak\w*|spoken|written|industry)\b/i,
} as const satisfies Record<SkillField, RegExp>;
// Words that a technical posting puts round a technology it asks for.
const use =
  /\b(?:experience[ds]?|expertise|proficien\w+|fluen\w+|familiar\w*|knowledge|mastery|using|uses?|written in|built (?:with|in|on)|stack|skills?|years|write|develop\w*|engineers?)\b/i;
// Departments one works with are no skills one has.
const withOthers =
  /\b(?:partner\w*|collaborat\w+|work(?:ing)? (?:closely |cross-functionally )?with|alongside|liais\w+|teams?|stakeholders|departments?|leaders|across)\b/i;

const phraseBefore = wordPattern(
  'series class vitamin hepatitis round tier level phase section option plan bare general cisco',
);
const phraseAfter = wordPattern(
  'to above beyond live through further deep deeper the out back from big sure a an your our it this that these us you ' +
    'up quickly fast as by their of end ends office desk line lake high suite suites level',
);

/**
 * The fields in which a sentence takes ambiguous names for skills: where it names a certain skill of the field as well,
 * or speaks of the field, or asks somebody technical for it.
 */
export function provenFields(
  text: string,
  { certain, isBareList }: SentenceNames,
  { isTechnical, isDemand }: SentenceContext,
): ReadonlySet<SkillField> {
  const isCode = certain.has('code') || cues.code.test(text) || (isTechnical && (isBareList || use.test(text)));
  const isTool = certain.has('tool') || cues.tool.test(text);
  const isTrade = isDemand && cues.trade.test(text) && !withOthers.test(text);
  const verdicts = { code: isCode, tool: isTool, trade: isTrade } as const satisfies Record<SkillField, boolean>;
  return new Set(fields.filter((field) => verdicts[field]));
}

/** Whether a name goes on a list: "SQL, Spark and Go". */
export const isListed = (before: string): boolean => /(?:[,/]\s*(?:(?:and|or)\s+)?|\s(?:and|or)\s+)$/.test(before);

/** Whether a name is a word of a phrase: "Series C", "C-level", "Go-to-market", "Go above and beyond", "Spring 2026". */
export function isPartOfPhrase(before: string, after: string): boolean {
  if (/[-'’&$]$/.test(before) || /^(?:[-'’&$]|\s?20\d\d|\s\d)/.test(after)) return true;
  if (phraseBefore.test(firstGroup(/(\p{L}+)\s*$/u, before))) return true;
  return !isListed(before) && phraseAfter.test(firstGroup(/^\s*(\p{L}+)/u, after));
}

const firstGroup = (pattern: RegExp, text: string): string => pattern.exec(text)?.[1] ?? '';

function wordPattern(words: string): RegExp {
  return new RegExp(`^(?:${words.replaceAll(' ', '|')})$`, 'i');
}
