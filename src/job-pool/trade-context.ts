import type { SentenceContext } from './skill-context.ts';
import type { SkillForm } from './skill-index.ts';

/** A trade named in a sentence, and what stands around it within a clause. */
export interface TradeMention {
  readonly form: SkillForm;
  readonly start: number;
  readonly before: string;
  readonly after: string;
}

/** A stretch of a sentence. */
interface Span {
  readonly start: number;
  readonly end: number;
}

// From the verb to the name, nothing may say what the work with somebody is about: "partner with Sales, Legal and HR".
const workingWith =
  /\b(?:partner(?:s|ed|ing|ship)?|collaborat\w+|works?|(?<!experience )working|liais\w+|coordinat\w+|align\w*|interfac\w+|interact\w*|communicat(?:es?|ing)|relationships?|engagement|hand-?offs?|liaisons?)\s+(?:\w+\s+){0,2}(?:with|across|between|alongside)\b(?:(?!\b(?:to|on|for|in|by|through|using|experience (?:in|with|of))\b)[^.;:])*$/i;
const amongGroups =
  /\b(?:teams?|departments?|functions|stakeholders|partners|counterparts|groups|areas)\b[^.;:()]{0,12}(?:\(|such as\b|like\b)[^).;:]*$|\b(?:alongside|reports? to|reporting to|support(?:ing)? (?:the|our))\b(?:(?!\b(?:to|on|for|in|by)\b)[^.;:]){0,40}$/i;
const groupsAfter =
  /^(?:[\s,/&]+(?!(?:\p{L}*ing|experience|skills?|with|in|on|to|for|of|as|at|by|from|the|a|an|your|our|who|that|is|are)\b)[\p{L}-]+){0,6}[\s,/&]+(?:teams?|departments?|counterparts|colleagues|leaders|leadership|stakeholders|orgs?|organi[sz]ations?|managers|engineers|reps|representatives|professionals|specialists|executives|analysts|designers|scientists|developers)\b(?!\s+(?:development|structures?|training|management|building|planning|strategy|programs?))/iu;

// Only what a department does can be somebody else's: who works with foundation models uses them.
const department =
  /\b(?:Sales|Marketing|Finance|Financial|Accounting|Legal|Product|Engineering|Design|Support|Success|Operations|HR|Human|People|Compliance|Security|Science|Analytics|Research|Procurement|Recruiting|Talent|IT|Development|Partnerships|Communications|Management|Relations|Strategy|Service|Affairs|Acquisition|Privacy|Fraud|Risk)\b/;

const asked =
  /\b(?:experience[ds]?|knowledge|background|expertise|expert|skills?|skilled|understanding|proficien\w+|familiar\w*|years|fluen\w+|certifi\w+|ability|aptitude|qualif\w+)\b/i;
const askedRightBefore = /\b(?:experience|expertise|background|knowledge|years|track record)\s+(?:in|of)\s+$/i;
const duty =
  /\b(?:manag|own|lead|driv|overs|develop|build|conduct|perform|execut|handl|run|maintain|improv|optimi[sz]|design|creat|implement|coordinat|assist|responsib|support|provid|deliver|prepar|review|includ|area|focus|via|through|such as)\w*\b[^.;:]{0,40}$/i;
const label = /^\s*(?:[&/]\s*\p{L}+\s*)?:/u;
const departmentsAcross = /\bacross (?:the )?(?:\p{Lu}[\w&-]*(?: \p{Lu}[\w&-]*)?(?:,| and| &)+ )+(?:and )?$/u;

const knowledge =
  /\b(?:knowledge|understanding|expertise|expert|domain|fluen\w+|proficien\w+|fundamentals)\b[^.;:]{0,60}$/i;
const placeOfWork =
  /^[\s\w/,&-]{0,30}?\b(?:industr(?:y|ies)|sectors?|space|compan(?:y|ies)|firms?|environments?|organi[sz]ations?|clients?|customers?|start-?ups?)\b/i;

// "AI-powered", "the AI industry", "Boston Consulting Group": the name says what something else is.
const attribute =
  /^[- ](?:(?:powered|driven|based|first|native|enabled|enhanced|led|focused|centric|generated|assisted|forward)\b|(?:industr(?:y|ies)|labs?|sector|space|revolution|era|landscape|receptionist|funnel|collateral|kpis)\b|(?:Group|Inc|LLC|GmbH|Partners)\b)/i;
// "Audit the pipeline", "future of our finance": a verb, or what belongs to the employer.
const commanded = /^\s+(?:the|all|our|existing|and assess)\b/i;
const possessed = /\bour\s+$/i;
// "Backend: Go, PostgreSQL" names a shelf of technologies.
const stackLabel = /^:\s*\p{Lu}[\w.+#]*(?:,|\s*$| \/| and )/u;
const spokenLanguage =
  /^(?:English|Spanish|French|German|Portuguese|Italian|Dutch|Japanese|Mandarin|Korean|Arabic|Hindi|Polish|Turkish|Swedish|Russian|Ukrainian|Hebrew|Danish|Norwegian|Finnish|Czech|Romanian|Greek|Vietnamese|Thai|Indonesian|Malay)$/;
const ofLanguage =
  /^\s+(?:languages?|speak\w*|spoken|skills?|and|or|is|are|at|level|proficien\w*|fluen\w*|native|both|to|with|as|prefer\w*|require\w*|plus|will|for|on|in|would|nice|a|an|communicat\w+|written|mandatory|essential|speakers?|native)\b/i;

const degree =
  /\b(?:degrees?|bachelor\S*|master['’]?s?(?= (?:degree|of|in|or)|['’,])|ph\.?d|b\.?s\.?c?|m\.?s\.?c?|b\.?a|m\.?b\.?a|diploma|majors?|majoring|abschluss|studium)(?![\p{L}\d])/iu;
const subjects =
  /^(?:(?!\b(?:or (?:equivalent|related|similar|relevant)(?! qualification)|with|plus|and \d|experience|years?|preferred)\b)[^;.]){0,160}/i;
const degreeAfter = /^[\s\w,/&]{0,50}\b(?:degrees?|majors?|diploma)\b/i;

/** The stretch of a sentence that names degrees and their subjects; null where there is none. */
export function degreeSpan(text: string): Span | null {
  const found = degree.exec(text);
  if (found === null) return null;
  const end = found.index + found[0].length;
  return { start: found.index, end: end + (subjects.exec(text.slice(end))?.[0].length ?? 0) };
}

/**
 * Whether a trade is asked of the candidate or done in the job. It is not where it is what others do ("partner with
 * Sales"), what was studied, or what describes something else ("AI-powered"); an ambiguous one needs a demand or a duty,
 * an industry that knowledge of it is asked for.
 */
export function isOwnTrade(mention: TradeMention, degrees: Span | null, context: SentenceContext): boolean {
  const { form, before, after } = mention;
  if (isStudied(mention, degrees) || (!context.isDemand && attribute.test(after)) || isOthersTrade(mention))
    return false;
  if (form.certainty === 'industry') return knowledge.test(before) && !placeOfWork.test(after);
  return form.certainty !== 'contextual' || (!isNationality(mention) && (context.isDemand || isDone(before, after)));
}

// "Italian regulations" are no Italian.
function isNationality({ form, after }: TradeMention): boolean {
  return spokenLanguage.test(form.skill.name) && /^\s+\p{Ll}/u.test(after) && !ofLanguage.test(after);
}

function isDone(before: string, after: string): boolean {
  const isFirst = /^\s*$/.test(before);
  if (possessed.test(before) || (isFirst && (stackLabel.test(after) || commanded.test(after)))) return false;
  return asked.test(before) || duty.test(before) || (isFirst && label.test(after));
}

function isStudied({ start, after }: TradeMention, degrees: Span | null): boolean {
  return degrees !== null && ((start >= degrees.start && start < degrees.end) || degreeAfter.test(after));
}

function isOthersTrade({ form, before, after }: TradeMention): boolean {
  if (groupsAfter.test(after) && !askedRightBefore.test(before)) return true;
  if (form.certainty !== 'contextual' && !department.test(form.skill.name)) return false;
  return workingWith.test(before) || amongGroups.test(before) || departmentsAcross.test(before);
}
