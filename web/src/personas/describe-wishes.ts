import type { CompanySizePreference, MaxTravel } from '../generated/graphql.ts';
import type { WishValues } from './wish-fields.tsx';

const alternatives = new Intl.ListFormat('en', { type: 'disjunction' });
const thousands = new Intl.NumberFormat('en');

const travels: Readonly<Record<Exclude<MaxTravel, 'ANY'>, string>> = {
  NONE: 'No travel.',
  UNDER_25: 'Travel for less than a quarter of the time.',
  UNDER_50: 'Travel for less than half of the time.',
};
const companySizes: Readonly<Record<Exclude<CompanySizePreference, 'NO_PREFERENCE'>, string>> = {
  STARTUP: 'Only employers of up to 100 people.',
  MID_SIZE: 'Only employers of 101 to 1,000 people.',
  ENTERPRISE: 'Only employers of more than 1,000 people.',
};

/** What a persona asks of postings, sentence by sentence, as matching takes it. */
export function describeWishes(wishes: WishValues): readonly string[] {
  const silent = describeTerms(wishes);
  return [
    ...describePlace(wishes),
    ...silent,
    ...(silent.length > 0 ? ['A posting that does not say how it stands with these stays, with a warning.'] : []),
    `A posting that fits less than ${wishes.minimumFitThreshold} stays away.`,
  ];
}

/** Where silence counts as a no. */
function describePlace({ remotePreference, commutableCities, ...wishes }: WishValues): readonly string[] {
  const { relocationOpen, relocationCities } = wishes;
  const sentences: string[] = [];
  if (remotePreference === 'REMOTE_ONLY') sentences.push('Only remote work, said to be so.');
  if (remotePreference === 'HYBRID_OK') sentences.push('Only remote or hybrid work, said to be so.');
  const movesAnywhere = relocationOpen && relocationCities.length === 0;
  if (commutableCities.length > 0 && !movesAnywhere) {
    const cities = relocationOpen ? [...commutableCities, ...relocationCities] : commutableCities;
    sentences.push(`Work that is not remote must be in ${alternatives.format(cities)}.`);
  } else if (remotePreference !== 'REMOTE_ONLY') sentences.push('Work that is not remote may be anywhere.');
  return sentences;
}

/** Where silence earns a warning. */
function describeTerms(wishes: WishValues): readonly string[] {
  const { minimumBaseSalary, salaryCurrency, industryExclusions, maxTravelPercent, companySizePreference } = wishes;
  return [
    minimumBaseSalary === null ? '' : `At least ${salaryCurrency} ${thousands.format(minimumBaseSalary)} a year.`,
    wishes.visaSponsorshipRequired ? 'The employer must sponsor a visa.' : '',
    industryExclusions.length > 0 ? `No employers in ${alternatives.format(industryExclusions)}.` : '',
    maxTravelPercent === 'ANY' ? '' : travels[maxTravelPercent],
    companySizePreference === 'NO_PREFERENCE' ? '' : companySizes[companySizePreference],
  ].filter((sentence) => sentence !== '');
}
