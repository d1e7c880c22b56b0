const MAX_LENGTH = 500;

// Staff nurses hold no rank and lead generation leads nobody, so these two are no prefixes of level.
const SENIOR_PREFIX = /^(?:sr\.?|principal|lead(?! gen(?:eration)?\b)|staff(?! nurse\b)) /;
const JUNIOR_PREFIX = /^(?:jr\.?|associate|entry[- ]level) /;

// A hyphen joins: the "dev" of "dev-ops" is no developer. "dev" comes first, so that "software dev" goes all the way.
const SYNONYMS: readonly (readonly [RegExp, string])[] = [
  [/(?<![\w-])dev(?![\w-])/g, 'developer'],
  [/(?<![\w-])(?:software developer|sde|swe)(?![\w-])/g, 'software engineer'],
  [/(?<![\w-])pm(?![\w-])/g, 'product manager'],
];

/**
 * The form in which two job titles are the same role: lower case, one spelling for the level in front and for the
 * usual abbreviations. "Sr. Software Developer" and "Lead SWE" both give "senior software engineer". Of longer titles
 * the first 500 characters count; an unknown title comes back in lower case.
 */
export function normalizeTitle(title: string): string {
  const plain = title.toLowerCase().trim().replace(/\s+/g, ' ').slice(0, MAX_LENGTH).trimEnd();
  const levelled = plain.replace(SENIOR_PREFIX, 'senior ').replace(JUNIOR_PREFIX, 'junior ');
  return SYNONYMS.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), levelled);
}
