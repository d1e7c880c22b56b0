import { isDeepStrictEqual } from 'node:util';

/** What JSON calls an object: what is in it is anybody's. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** An entry of a document as it came in, and the day it was read on. */
export interface KeptEntry {
  readonly entry: JsonObject;
  readonly readOn: string;
}

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Writes into an object what has changed since it came in, so that what we do not know stays as it was written, and so
 * does what we know under a shorter or longer spelling.
 * @param kept the object as it came in
 * @param before what we read from it, written as we write it
 * @param after what holds now, written likewise; a field that is left out is taken away
 */
export function carryOver(kept: JsonObject, before: JsonObject, after: JsonObject): JsonObject {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changed = [...names].filter((name) => !isDeepStrictEqual(before[name], after[name]));
  return stated({ ...kept, ...Object.fromEntries(changed.map((name) => [name, after[name]])) });
}

/** An object without the fields that say nothing. */
export const stated = (object: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));

/** Where something stands in a document, as JavaScript would write it: `document.work[2].startDate`. */
export const placeOf = (at: string, path: readonly PropertyKey[]): string =>
  path.reduce<string>((place, step) => place + (typeof step === 'number' ? `[${step}]` : `.${String(step)}`), at);
