import { boardPostingKey } from './board-posting-key.ts';
import { deriveCountry } from './derive-country.ts';
import { deriveEmploymentType } from './derive-employment-type.ts';
import { deriveSalary } from './derive-salary.ts';
import { deriveWorkModel } from './derive-work-model.ts';
import { companyKey, placeKey, titleKey } from './duplicate-keys.ts';
import { descriptionHash, maxTextLength } from './normalize-text.ts';
import { splitPosting, type PostingSentence } from './posting-sections.ts';
import type { DerivedPosting, RawPosting } from './raw-posting.ts';
import { readPostingText } from './read-posting-text.ts';
import { readableName, readableText } from './readable-text.ts';
import { htmlToPlainText, plainTextToHtml, sanitizeDescription } from './sanitize-html.ts';
import { shortestComparable } from './text-ratio.ts';

const mostLocation = 255;

/**
 * Everything of a stored posting that follows from its source: mark-up made safe, and work model, level, years, pay,
 * kind of contract, country and skills read out of fields and text. Pure: equal input gives equal output.
 */
export function derivePosting(raw: RawPosting): DerivedPosting {
  const { descriptionHtml, descriptionText } = describe(raw);
  const title = oneLine(raw.title);
  const companyName = oneLine(raw.companyName);
  const text = readableText(descriptionText);
  const isIncomplete = raw.isExcerpt === true || text.length < shortestComparable;
  const sentences = splitPosting(text.slice(0, maxTextLength));
  const location = allPlaces(raw);
  const fields = readFields(withReadableNames(raw), text.slice(0, maxTextLength), sentences);
  const words = { title, companyName, location, workModel: fields.workModel, descriptionText, isIncomplete };
  return {
    externalId: raw.externalId,
    title,
    companyName,
    companyUrl: raw.companyUrl,
    sourceUrl: raw.sourceUrl,
    applyUrl: raw.applyUrl,
    location,
    descriptionHtml,
    descriptionText,
    descriptionHash: descriptionHash(descriptionText),
    postedDate: raw.postedDate,
    applicationDeadline: raw.applicationDeadline,
    isIncomplete,
    companyKey: companyKey(companyName),
    titleKey: titleKey(title),
    placeKey: placeKey(raw.location),
    boardKey: boardPostingKey(raw.applyUrl, raw.sourceUrl),
    ...fields,
    ...readPostingText(words, sentences),
  };
}

const withReadableNames = (raw: RawPosting): RawPosting => ({
  ...raw,
  title: readableName(raw.title),
  location: raw.location === null ? null : readableName(raw.location),
});

type ReadFields = 'country' | 'workModel' | 'employmentType' | `salary${'Min' | 'Max' | 'Currency'}`;

/** What the source's fields and the text tell together. */
function readFields(
  raw: RawPosting,
  text: string,
  sentences: readonly PostingSentence[],
): Pick<DerivedPosting, ReadFields> {
  const country = deriveCountry(raw.country, raw.location);
  const salary = deriveSalary(raw.pay, sentences, country);
  return {
    country,
    workModel: deriveWorkModel(raw, text),
    employmentType: deriveEmploymentType(raw.title, raw.employmentType, text),
    salaryMin: salary.min,
    salaryMax: salary.max,
    salaryCurrency: salary.currency,
  };
}

// What is read has to be what is shown, so text that the source gives beside its mark-up counts only without any.
function describe(raw: RawPosting): Pick<DerivedPosting, 'descriptionHtml' | 'descriptionText'> {
  const descriptionHtml = sanitizeDescription(withoutControls(raw.descriptionHtml ?? ''));
  const words = withoutControls(htmlToPlainText(descriptionHtml));
  if (words !== '') return { descriptionHtml, descriptionText: words };
  const descriptionText = withoutControls(raw.descriptionText ?? '');
  return { descriptionHtml: plainTextToHtml(descriptionText), descriptionText };
}

function allPlaces({ location, secondaryLocations }: RawPosting): string | null {
  const places = [...new Set([location ?? '', ...secondaryLocations].map(oneLine))].filter((place) => place !== '');
  const fitting = places.filter((_, index) => places.slice(0, index + 1).join('; ').length <= mostLocation);
  return fitting.length > 0 ? fitting.join('; ') : (places[0]?.slice(0, mostLocation) ?? null);
}

function oneLine(text: string): string {
  return withoutControls(text).replace(/\s+/g, ' ').trim();
}

// PostgreSQL takes no NUL in text, and no other control character has a meaning in a posting.
function withoutControls(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .toWellFormed()
    .trim();
}
