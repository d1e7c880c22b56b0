import { z } from 'zod';
import { isStorableText } from '#database/storable.ts';
import type { RawPosting } from '#job-pool/raw-posting.ts';
import type { ReadContext, ReadPosting } from './source-adapter.ts';

/** Longest text of a posting; the longest real ones have some twenty thousand characters. */
const maxDescription = 200_000;

export const maxName = 255;

const storable = [isStorableText, 'Has characters that cannot be kept'] as const;

// Anything else in these fields, such as "javascript:", would become a link that people are invited to click.
export const webUrl = z
  .url({ protocol: /^https?$/ })
  .max(1000)
  .refine(...storable);
export const postingId = z
  .string()
  .trim()
  .min(1)
  .max(maxName)
  .refine(...storable);
/** An id that some sources write as a number. */
export const numberedId = z
  .union([z.string(), z.number().int()])
  .transform((id) => String(id))
  .pipe(postingId);
export const name = z.string().trim().min(1).max(maxName);
export const words = z.string().max(maxName).nullish();
export const text = z.string().max(maxDescription).nullish();
/** Read by `toDay` and `toPay`, which drop what they cannot read instead of the posting. */
export const anything = z.unknown().optional();

/** All that a posting may leave out. */
export const unstated = {
  companyUrl: null,
  location: null,
  secondaryLocations: [],
  country: null,
  isRemote: null,
  workModel: null,
  employmentType: null,
  descriptionHtml: null,
  descriptionText: null,
  sourceUrl: null,
  applyUrl: null,
  postedDate: null,
  applicationDeadline: null,
  pay: null,
} as const satisfies Omit<RawPosting, 'externalId' | 'title' | 'companyName'>;

/** Told of what a record says and the posting cannot: the field, and what was done. */
export type Repair = (field: string, done: string) => void;

/** Why a record is no posting, where its shape does not tell yet. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** A reader of one record: its shape is checked, then made a posting. @param toPosting may throw a `Refusal` */
export function readerOf<Shape extends z.ZodType>(
  shape: Shape,
  toPosting: (record: z.output<Shape>, context: ReadContext & { readonly repair: Repair }) => RawPosting,
): (record: unknown, context: ReadContext) => ReadPosting {
  return (record, context) => {
    const parsed = shape.safeParse(record);
    if (!parsed.success) return { reason: describeIssue(parsed.error) };
    const repairs: string[] = [];
    const repair: Repair = (field, done) => void repairs.push(`${field}: ${done}`);
    try {
      const posting = toPosting(parsed.data, { ...context, repair });
      return repairs.length > 0 ? { posting, repairs } : { posting };
    } catch (error) {
      if (error instanceof Refusal) return { reason: error.message };
      throw error;
    }
  };
}

/** The name of the employer. @throws Refusal where no candidate is one */
export function companyOf(field: string, ...candidates: readonly (string | null | undefined)[]): string {
  const found = candidates.map(orNull).find((candidate) => candidate !== null);
  if (found === undefined || found.length > maxName)
    throw new Refusal(`${field}: neither given nor named by the board`);
  return found;
}

export function orNull(value: string | null | undefined): string | null {
  const trimmed = value?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

/** Parts of an address that are there, as in "Berlin, Germany". */
export function placeOf(...parts: readonly (string | null | undefined)[]): string | null {
  const there = parts.flatMap((part) => orNull(part) ?? []);
  return orNull([...new Set(there)].join(', '));
}

/** Parts of a text under their headings, where a source gives them apart. */
export function joinSections(
  sections: readonly { readonly heading?: string | null | undefined; readonly html?: string | null | undefined }[],
): string | null {
  const parts = sections.flatMap(({ heading, html }) => {
    const body = orNull(html);
    return body === null ? [] : [orNull(heading) === null ? body : `<h3>${heading}</h3>\n${body}`];
  });
  return orNull(parts.join('\n'));
}

/** A list of records under a key of an answer, or why there is none. */
export function recordsUnder(answer: unknown, key: string): readonly unknown[] | { readonly reason: string } {
  const list = isRecord(answer) ? answer[key] : undefined;
  return Array.isArray(list) ? list : { reason: `answer: has no list of "${key}"` };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether an answer has a list under a key, and its first record has the fields; an empty list says nothing. */
export function hasRecords(answer: unknown, key: string, ...fields: readonly string[]): boolean {
  const records = recordsUnder(answer, key);
  const first: unknown = 'reason' in records ? undefined : records[0];
  return isRecord(first) && fields.every((field) => field in first);
}

function describeIssue({ issues }: z.ZodError): string {
  const [issue] = issues;
  const field = issue?.path.join('.') ?? '';
  return `${field === '' ? 'record' : field}: ${issue?.message ?? 'invalid'}`;
}
