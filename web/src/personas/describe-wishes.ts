import type { CompanySizePreference, MaxTravel } from '../generated/graphql.ts';
import { formatNumber } from '../language/format-number.ts';
import { anyOf } from '../language/list-of.ts';
import { words } from '../words/personas.ts';
import type { WishValues } from './wish-fields.tsx';

const travels: Readonly<Record<Exclude<MaxTravel, 'ANY'>, string>> = words.plainWishes.travels;
const companySizes: Readonly<Record<Exclude<CompanySizePreference, 'NO_PREFERENCE'>, string>> =
  words.plainWishes.companySizes;

/** What a persona asks of postings, sentence by sentence, as matching takes it. */
export function describeWishes(wishes: WishValues): readonly string[] {
  const silent = describeTerms(wishes);
  return [
    ...describePlace(wishes),
    ...silent,
    ...(silent.length > 0 ? [words.plainWishes.silence] : []),
    words.plainWishes.fit(wishes.minimumFitThreshold),
  ];
}

/** Where silence counts as a no. */
function describePlace({ remotePreference, commutableCities, ...wishes }: WishValues): readonly string[] {
  const { relocationOpen, relocationCities } = wishes;
  const sentences: string[] = [];
  if (remotePreference === 'REMOTE_ONLY') sentences.push(words.plainWishes.remoteOnly);
  if (remotePreference === 'HYBRID_OK') sentences.push(words.plainWishes.hybrid);
  const movesAnywhere = relocationOpen && relocationCities.length === 0;
  if (commutableCities.length > 0 && !movesAnywhere) {
    const cities = relocationOpen ? [...commutableCities, ...relocationCities] : commutableCities;
    sentences.push(words.plainWishes.cities(anyOf(cities)));
  } else if (remotePreference !== 'REMOTE_ONLY') sentences.push(words.plainWishes.anywhere);
  return sentences;
}

/** Where silence earns a warning. */
function describeTerms(wishes: WishValues): readonly string[] {
  const { minimumBaseSalary, salaryCurrency, industryExclusions, maxTravelPercent, companySizePreference } = wishes;
  return [
    minimumBaseSalary === null ? '' : words.plainWishes.salary(salaryCurrency, formatNumber(minimumBaseSalary)),
    wishes.visaSponsorshipRequired ? words.plainWishes.visa : '',
    industryExclusions.length > 0 ? words.plainWishes.industries(anyOf(industryExclusions)) : '',
    maxTravelPercent === 'ANY' ? '' : travels[maxTravelPercent],
    companySizePreference === 'NO_PREFERENCE' ? '' : companySizes[companySizePreference],
  ].filter((sentence) => sentence !== '');
}
