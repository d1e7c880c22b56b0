import type { EmploymentType } from './raw-posting.ts';

const kinds: readonly (readonly [EmploymentType, RegExp])[] = [
  ['INTERNSHIP', /\b(?:intern|interns|internship|praktikum|praktikant(?:in)?|stagiaire|estagi[oa]r?i?[oa]?|co-op)\b/i],
  ['PART_TIME', /\bpart[- ]?time\b|\bteilzeit\b|\btemps partiel\b/i],
  ['TEMPORARY', /\btemp(?:orary)?\b|\bfixed[- ]term\b|\bseasonal\b|\binterim\b/i],
  ['CONTRACT', /\bcontract(?:or|ual)?\b|\bfreelance(?:r)?\b|\b1099\b|\bconsultant agreement\b/i],
  ['FULL_TIME', /\bfull[- ]?time\b|\bpermanent\b|\bvollzeit\b|\btemps plein\b|\bcdi\b/i],
];
const inTitle = new Set<EmploymentType>(['INTERNSHIP', 'PART_TIME']);

/**
 * Kind of contract. A title that says internship or part-time outweighs the source's field, which boards leave at
 * "full-time"; then the field, then what the text calls the position.
 */
export function deriveEmploymentType(title: string, stated: string | null, text: string): EmploymentType | null {
  const titled = kindOf(title.replace(/\b(?:internship|intern) (?:program|coordinator|manager|recruiter)\b/i, ''));
  if (titled !== null && inTitle.has(titled)) return titled;
  if (stated !== null) {
    const spaced = stated.replace(/([a-z])([A-Z])/g, '$1-$2').replaceAll('_', '-');
    const kind = kindOf(spaced);
    if (kind !== null) return kind;
  }
  return titled ?? typeOfText(text);
}

function kindOf(words: string): EmploymentType | null {
  return kinds.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

// Prose speaks of contracts and seasons too, so only a kind said of the position counts.
function typeOfText(text: string): EmploymentType | null {
  const said =
    /\b((?:full|part)[- ]?time|contract|freelance|temporary|permanent|internship)\b[ ,-]*(?:\w+ )?(?:position|role|job|employment|opportunity|contract)\b|\b(?:employment|job|position|contract) type:?\s*([\w-]+)/i.exec(
      text,
    );
  return kindOf(said?.[1] ?? said?.[2] ?? '');
}
