import { isHeadingLine } from './sanitize-html.ts';
import { sectionOfHeading } from './posting-sections.ts';

/** Parts of a posting's text by what their headings announce; null where no heading does. */
export interface SectionTexts {
  /** What is asked and wished for. */
  readonly requirements: string | null;
  /** How the employer says it works. */
  readonly cultureText: string | null;
}

const longest = 10_000;
const cultureHeading =
  /\bcultur|\bvalues?\b|\blife at\b|\bhow we work\b|\bway we work\b|\bour principles\b|\bwhat we believe\b|\bour team\b|\bwork(?:ing)? (?:here|with us)\b|^why (?:join )?(?!you)\w+|\bunternehmenskultur|\bnotre culture/i;
const bulletMark = /^\s*[-–—*•·▪◦●‣]\s+/;

type Part = keyof SectionTexts;

/** Cuts out of a text what stands under its headings of demands and of the employer's ways. */
export function readSectionTexts(text: string): SectionTexts {
  const parts: Record<Part, string[]> = { requirements: [], cultureText: [] };
  let part: Part | null = null;
  for (const line of text.split('\n')) {
    const words = line.replace(bulletMark, '').trim();
    if (words === '') continue;
    if (isHeadingLine(line.trim())) {
      const announced = partOf(words);
      // A short line of unknown wording may be an item of a list without bullets.
      if (announced !== undefined) part = announced;
      else if (part !== null) parts[part].push(words);
      if (announced === 'requirements' && parts.requirements.length > 0) parts.requirements.push(words);
    } else if (part !== null) parts[part].push(bulletMark.test(line) ? `- ${words}` : words);
  }
  return { requirements: joined(parts.requirements), cultureText: joined(parts.cultureText) };
}

/** Undefined where a heading's words say nothing, null where they announce another part. */
function partOf(heading: string): Part | null | undefined {
  if (cultureHeading.test(heading)) return 'cultureText';
  const section = sectionOfHeading(heading);
  if (section === 'required' || section === 'nice') return 'requirements';
  return section === null ? undefined : null;
}

const joined = (lines: readonly string[]): string | null =>
  lines.length > 0 ? lines.join('\n').slice(0, longest).toWellFormed() : null;
