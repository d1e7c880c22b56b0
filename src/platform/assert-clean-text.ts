import { ContentRejected } from './errors.ts';
import { findInjections } from './find-injections.ts';

/** Texts by the place they were given at, such as `input.title`; lists go by their numbers, `input.skills.0`. */
export type GivenTexts = Readonly<Record<string, unknown>>;

/**
 * Refuses what somebody writes for others to read and a model to be shown where it tries to instruct one: in any text of
 * these, however deep it lies. What was found goes into the log alone.
 * @throws ContentRejected with the first place at fault
 */
export function assertCleanText(texts: GivenTexts): void {
  for (const [field, value] of Object.entries(texts)) assertClean(field, value);
}

function assertClean(field: string, value: unknown): void {
  if (typeof value === 'string') {
    const [found, ...others] = findInjections(value);
    if (found) throw new ContentRejected(field, [found, ...others]);
  } else if (typeof value === 'object' && value !== null && !(value instanceof Date))
    for (const [name, each] of Object.entries(value)) assertClean(`${field}.${name}`, each);
}
