import { z } from 'zod';
import type { Retention } from '#job-pool/purge-closed-postings.ts';

/** Settings of how long postings are kept, and whether it is asked after them, as `config.ts` has the others. */
export const retentionSettings = {
  CHECK_APPLIED: z
    .enum(['0', '1'])
    .default('1')
    .describe('`0` asks no board and no page whether a posting is still there that somebody applied to'),
  RETENTION_CLOSED_DAYS: z.coerce
    .number()
    .int()
    .min(0)
    .max(36_500)
    .default(180)
    .describe('Days until closed postings go that nobody marked, handed in or applied to; `0` keeps them'),
} as const;

export const readRetentionSettings = (env: { readonly RETENTION_CLOSED_DAYS: number }): Retention => ({
  closedPostingDays: env.RETENTION_CLOSED_DAYS || null,
});
