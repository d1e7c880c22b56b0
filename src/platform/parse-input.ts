import type { z } from 'zod';
import { InvalidInput } from './errors.ts';

/**
 * Checks an input against its rules and gives it back in normal form (trimmed, defaults filled in).
 * @param at where the input stands in the arguments, such as `input`
 * @throws InvalidInput naming the first field at fault
 */
export function parseInput<T extends z.ZodType>(rules: T, value: unknown, at: string): z.infer<T> {
  const parsed = rules.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new InvalidInput([at, ...(issue?.path ?? [])].join('.'), issue?.message ?? 'This cannot be read.');
}
