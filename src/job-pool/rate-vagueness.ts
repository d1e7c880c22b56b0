import type { PostingSentence } from './posting-sections.ts';
import type { SkillRequirement } from './raw-posting.ts';

/** One kind of fact that a text gives: so many of them earn all its points, fewer a share. */
interface Kind {
  readonly points: number;
  readonly enough: number;
}

const duties: Kind = { points: 25, enough: 10 };
const demands: Kind = { points: 20, enough: 5 };
const skills: Kind = { points: 20, enough: 4 };
const figures: Kind = { points: 15, enough: 3 };
const context: Kind = { points: 20, enough: 2 };

const fewestWords = 5;
const figure = /\d/;
// Whom one works with, what happens after applying, and when it begins.
const contexts: readonly RegExp[] = [
  /\breport(?:s|ing)? (?:directly )?(?:in)?to\b|\b(?:join|part of|within|on) (?:our|the|a) (?:[\w&-]+ ){1,4}team\b|\bteam of \d/i,
  /\binterview(?:s|ing)?\b|\bhiring process\b|\brecruitment process\b|\bnext steps\b|\btake-home\b/i,
  /\bstart(?:ing)? date\b|\b(?:first|in your) (?:30|60|90|three|six|\d+) (?:days|months)\b|\bby month\b|\bdeadline\b/i,
];

// Said of any work, so they say nothing of this one.
const cliche =
  /\b(?:rock ?star|ninja|guru|wear(?:ing)? many hats|fast[- ]paced|self[- ]starter|go[- ]getter|team player|dynamic (?:team|environment)|work hard,? play hard|hit the ground running|other duties as assigned|various (?:tasks|duties|projects)|competitive (?:salary|pay|compensation)|exciting opportunity|like a family|talented individuals?|general inquiries|future (?:openings|opportunities)|talent (?:pool|community|network)|speculative application)\b/gi;
const clichePoints = 5;
const mostForCliches = 25;

/**
 * How little a posting's text says, 0 to 100, by counting rather than judging: from 100 are taken points for duties and
 * demands in sentences of their own, for hard skills by name, for figures, and for whom one works with or how one is
 * hired; phrases that stand in any posting give some back. What advertises the employer counts for nothing. Null for a
 * text that its source cut off: that is not the employer's silence.
 */
export function rateVagueness(
  sentences: readonly PostingSentence[],
  asked: readonly SkillRequirement[],
  isIncomplete: boolean,
): number | null {
  if (isIncomplete) return null;
  const told = sentences.filter(
    ({ section, isHeading, text }) => section !== 'ignored' && !isHeading && text.split(/\s+/).length >= fewestWords,
  );
  const said = (pattern: RegExp): boolean => sentences.some(({ text }) => pattern.test(text));
  const given =
    earned(duties, told.filter(({ section }) => section === 'neutral').length) +
    earned(demands, told.filter(({ section }) => section !== 'neutral').length) +
    earned(skills, asked.filter(({ kind }) => kind === 'HARD').length) +
    earned(figures, told.filter(({ text }) => figure.test(text)).length) +
    earned(context, contexts.filter(said).length);
  const cliches = new Set(sentences.flatMap(({ text }) => text.toLowerCase().match(cliche) ?? [])).size;
  return Math.min(100, Math.round(100 - given) + Math.min(mostForCliches, cliches * clichePoints));
}

const earned = ({ points, enough }: Kind, count: number): number => points * Math.min(1, count / enough);
