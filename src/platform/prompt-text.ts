import { findInjections, type InjectionKind } from './find-injections.ts';
import { withoutInvisible } from './undisguise.ts';

/**
 * Text of others made fit to be shown to a language model: what pretends to be an instruction, or the frame that
 * instructions stand in, goes. It cannot find persuasion in plain words; therefore what a model answers is not believed
 * either.
 */

/** More than any posting says; the rest is left out before anything is looked for. */
export const mostPromptCharacters = 15_000;

const filtered = '[FILTERED]';
const tag = '[TAG]';

/** What is left in the place of what is taken out. */
const leftOf: Readonly<Record<InjectionKind, string>> = {
  'role label': filtered,
  order: filtered,
  'new order': filtered,
  'role tag': tag,
  'prompt tag': tag,
  'chat mark-up': tag,
};

/** The first 15,000 characters of a text, without what tries to instruct; the rest keeps its accents and its alphabet. */
export function sanitizePromptText(text: string): string {
  const shown = text.slice(0, mostPromptCharacters).toWellFormed();
  const pieces: string[] = [];
  let rest = 0;
  for (const { kind, start, end } of findInjections(shown)) {
    pieces.push(withoutInvisible(shown.slice(rest, start)), leftOf[kind]);
    rest = end;
  }
  pieces.push(withoutInvisible(shown.slice(rest)));
  return pieces.join('').normalize('NFC');
}
