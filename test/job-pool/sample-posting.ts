import type { RawPosting } from '#job-pool/raw-posting.ts';

/** A posting that says as little as a source may; tests name what they are about. */
export function samplePosting(fields: Partial<RawPosting> = {}): RawPosting {
  return {
    externalId: 'posting-1',
    title: 'Baker',
    companyName: 'Example GmbH',
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
    ...fields,
  };
}
