import { addressRank } from './board-posting-key.ts';
import type { DerivedPosting } from './raw-posting.ts';
import { readPostingText } from './read-posting-text.ts';
import type { SourceFields } from './source-fields.ts';

/**
 * One posting of what several sources say of it, the one it began with first. The source nearest to the employer says
 * what it is, and the others what it leaves out; but pay comes from whoever states it, the published date is the
 * earliest, and the text the longest.
 */
export function mergeSightings(sightings: readonly [SourceFields, ...SourceFields[]]): DerivedPosting {
  const ranked = [...sightings].toSorted((a, b) => nearness(b) - nearness(a));
  const [base = sightings[0]] = ranked;
  const first = <Name extends keyof SourceFields>(name: Name): SourceFields[Name] =>
    ranked.find((each) => each[name] !== null)?.[name] ?? base[name];
  const paid = ranked.find(({ salaryMin, salaryMax }) => salaryMin !== null || salaryMax !== null) ?? base;
  const text = [...ranked].toSorted((a, b) => b.descriptionText.length - a.descriptionText.length)[0] ?? base;
  const fields: SourceFields = {
    ...base,
    // The row stays that of the source it began with.
    externalId: sightings[0].externalId,
    companyUrl: first('companyUrl'),
    sourceUrl: nearest(ranked.map(({ sourceUrl }) => sourceUrl)),
    applyUrl: nearest(ranked.map(({ applyUrl }) => applyUrl)),
    location: first('location'),
    country: first('country'),
    workModel: first('workModel'),
    employmentType: first('employmentType'),
    applicationDeadline: first('applicationDeadline'),
    boardKey: first('boardKey'),
    salaryMin: paid.salaryMin,
    salaryMax: paid.salaryMax,
    salaryCurrency: paid.salaryCurrency,
    postedDate: ranked.flatMap(({ postedDate }) => postedDate ?? []).toSorted()[0] ?? null,
    descriptionHtml: text.descriptionHtml,
    descriptionText: text.descriptionText,
    descriptionHash: text.descriptionHash,
    isIncomplete: text.isIncomplete,
  };
  return { ...fields, ...readPostingText(fields) };
}

const nearness = ({ sourceUrl, applyUrl }: SourceFields): number =>
  // A source that is the board itself is nearer than one that links to it.
  2 * addressRank(sourceUrl) + addressRank(applyUrl);

const nearest = (urls: readonly (string | null)[]): string | null =>
  urls.toSorted((a, b) => addressRank(b) - addressRank(a))[0] ?? null;
