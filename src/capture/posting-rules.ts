import { z } from 'zod';
import { isStorableDate } from '#database/storable.ts';
import { employmentTypes, seniorityLevels } from '#job-pool/job-posting.entity.ts';
import { skillTypes } from '#personas/skill.entity.ts';
import type { RawPay } from '#job-pool/raw-posting.ts';
import { requiredText, text, webAddress } from '#personas/text-rules.ts';
import { workModels } from '#personas/work-history.entity.ts';
import { isCurrency } from '#platform/currencies.ts';

const day = z.string().refine(isStorableDate, 'This is no date.').nullable();
const pay = z.int().min(0).max(10_000_000).nullable();
const years = z.int().min(0).max(100).nullish().default(null);

/** Address of a posting: longer than other addresses may be. */
export const postingAddress = text(1000)
  .pipe(z.url({ protocol: /^https?$/, error: 'This must be a web address.' }))
  .nullable();

const fields = {
  title: requiredText(255),
  companyName: requiredText(255),
  companyUrl: webAddress,
  location: text(255).nullable(),
  description: requiredText(50_000),
  workModel: z.enum(workModels).nullable(),
  seniorityLevel: z.enum(seniorityLevels).nullable(),
  employmentType: z.enum(employmentTypes).nullable(),
  salaryMin: pay,
  salaryMax: pay,
  salaryCurrency: z
    .string()
    .trim()
    .toUpperCase()
    .refine(isCurrency, 'This is no currency code such as USD.')
    .nullable(),
  applyUrl: postingAddress,
  postedDate: day,
  applicationDeadline: day,
  skills: z
    .array(z.object({ name: requiredText(100), kind: z.enum(skillTypes), required: z.boolean(), years }))
    .max(100),
} as const;

/** What somebody says otherwise of a posting than it was read. */
export const postingChangeRules = z.object(fields).partial();
export type PostingChanges = z.infer<typeof postingChangeRules>;

/** What somebody says of a posting that nobody has read. */
export const postingRules = postingChangeRules.extend({
  title: fields.title,
  companyName: fields.companyName,
  description: fields.description,
  url: postingAddress.optional(),
});

/** Pay that is said for the year. */
export const payOf = ({
  salaryMin: min = null,
  salaryMax: max = null,
  salaryCurrency: currency = null,
}: Pick<PostingChanges, 'salaryMin' | 'salaryMax' | 'salaryCurrency'>): RawPay | null =>
  min === null && max === null ? null : { min, max, currency, interval: 'YEAR' };
