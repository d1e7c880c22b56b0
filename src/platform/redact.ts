import { describeError } from './describe-error.ts';
import { withoutSecrets } from './redact-text.ts';
import { hidden, isSecretName } from './secret-names.ts';

/** As deep as a log looks; pino writes no deeper either. */
const deepest = 5;

/**
 * What of a value a log may hold: nothing of a secret name, errors as described, texts without what looks secret. What
 * has nothing to hide is given back as it is, so that lines of fixed fields cost a look at each and no copy.
 */
export function redacted(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return withoutSecrets(value);
  return typeof value === 'object' && value !== null ? redactedInside(value, depth) : value;
}

function redactedInside(value: object, depth: number): unknown {
  if (value instanceof Date) return value;
  if (value instanceof Error) return describeError(value);
  const isList = Array.isArray(value);
  // Requests, rows and buffers know more than their properties show.
  if (!isList && !isPlain(value)) return `[${value.constructor.name}]`;
  if (depth === deepest) return hidden;
  return isList ? redactedList(value, depth) : redactedObject(value, depth);
}

function redactedList(list: readonly unknown[], depth: number): readonly unknown[] {
  const copy = list.map((each) => redacted(each, depth + 1));
  return copy.every((each, index) => Object.is(each, list[index])) ? list : copy;
}

function redactedObject(object: Readonly<Record<string, unknown>>, depth: number): Readonly<Record<string, unknown>> {
  let copy: Record<string, unknown> | null = null;
  for (const name of Object.keys(object)) {
    const after = isSecretName(name) ? hidden : redacted(object[name], depth + 1);
    if (!Object.is(after, object[name])) (copy ??= { ...object })[name] = after;
  }
  return copy ?? object;
}

/** Whether an object is no more than its properties, also once it is written. */
function isPlain(value: object): value is Readonly<Record<string, unknown>> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return (prototype === Object.prototype || prototype === null) && !('toJSON' in value);
}
