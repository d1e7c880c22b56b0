import { z } from 'zod';
import type { Retention } from '#job-pool/purge-closed-postings.ts';

const onUnlessTold = z.enum(['0', '1']).default('1');

/** Settings of whom postings are asked of, and how long they are kept, as `config.ts` has the others. */
export const postingSettings = {
  POLL_SOURCES: onUnlessTold.describe('`0` asks no source of postings for anybody, neither by itself nor on request'),
  CHECK_APPLIED: onUnlessTold.describe(
    '`0` asks no board and no page whether a posting is still there that somebody applied to',
  ),
  RETENTION_CLOSED_DAYS: z.coerce
    .number()
    .int()
    .min(0)
    .max(36_500)
    .default(180)
    .describe('Days until closed postings go that nobody marked, handed in or applied to; `0` keeps them'),
} as const;

export interface PostingSettings {
  /** Whether sources of postings are asked. */
  readonly pollsSources: boolean;
  /** Whether boards and pages are asked for postings that somebody applied to. */
  readonly checksApplied: boolean;
  /** What is kept how long. */
  readonly retention: Retention;
}

type Given = z.infer<z.ZodObject<typeof postingSettings>>;

export const readPostingSettings = (env: Given): PostingSettings => ({
  pollsSources: env.POLL_SOURCES === '1',
  checksApplied: env.CHECK_APPLIED === '1',
  retention: { closedPostingDays: env.RETENTION_CLOSED_DAYS || null },
});
