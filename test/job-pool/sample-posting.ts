import { unstated } from '#sources/adapters/posting-fields.ts';
import type { RawPosting } from '#job-pool/raw-posting.ts';

/** A posting that says as little as a source may; tests name what they are about. */
export function samplePosting(fields: Partial<RawPosting> = {}): RawPosting {
  return {
    externalId: 'posting-1',
    title: 'Baker',
    companyName: 'Example GmbH',
    ...unstated,
    ...fields,
  };
}
