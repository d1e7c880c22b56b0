import { Checkbox, Fieldset, List, NativeSelect, NumberInput, TagsInput, Text } from '@mantine/core';
import { graphql } from '../generated/gql.ts';
import type {
  CompanySizePreference,
  MaxTravel,
  PersonaWishesFragment,
  RemotePreference,
} from '../generated/graphql.ts';
import { separators } from '../language/format-number.ts';
import { words } from '../words/personas.ts';
import { describeWishes } from './describe-wishes.ts';
import classes from './persona.module.css';
import type { Bindings } from './use-fields.ts';

export const PersonaWishes = graphql(`
  fragment PersonaWishes on Persona {
    id
    remotePreference
    minimumBaseSalary
    salaryCurrency
    commutableCities
    relocationOpen
    relocationCities
    visaSponsorshipRequired
    industryExclusions
    companySizePreference
    maxTravelPercent
    minimumFitThreshold
  }
`);

export const wishNames = [
  'remotePreference',
  'minimumBaseSalary',
  'salaryCurrency',
  'commutableCities',
  'relocationOpen',
  'relocationCities',
  'visaSponsorshipRequired',
  'industryExclusions',
  'companySizePreference',
  'maxTravelPercent',
  'minimumFitThreshold',
] as const;

export type WishValues = Pick<PersonaWishesFragment, (typeof wishNames)[number]>;

/** What a persona asks for that has not said anything. */
export const noWishes: WishValues = {
  remotePreference: 'NO_PREFERENCE',
  minimumBaseSalary: null,
  salaryCurrency: 'USD',
  commutableCities: [],
  relocationOpen: false,
  relocationCities: [],
  visaSponsorshipRequired: false,
  industryExclusions: [],
  companySizePreference: 'NO_PREFERENCE',
  maxTravelPercent: 'ANY',
  minimumFitThreshold: 50,
};

const remotePreferences: Readonly<Record<RemotePreference, string>> = words.wishes.remotePreferences;
const travels: Readonly<Record<MaxTravel, string>> = words.wishes.travels;
const companySizes: Readonly<Record<CompanySizePreference, string>> = words.wishes.companySizes;
const currencies = ['USD', 'EUR', 'GBP', 'CHF', 'CAD', 'AUD', 'INR', 'SGD', 'JPY', 'SEK', 'PLN', 'BRL'];

const optionsOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

interface WishFieldsProps {
  readonly bind: Bindings<WishValues>;
  readonly values: WishValues;
}

/** What postings must offer, and what that comes to in plain words. */
export function WishFields({ bind, values }: WishFieldsProps) {
  const currency = bind.text('salaryCurrency');
  return (
    <Fieldset legend={words.wishes.title} className={classes.section}>
      <div className={classes.fields}>
        <NativeSelect
          {...bind.text('remotePreference')}
          label={words.wishes.remote}
          data={optionsOf(remotePreferences)}
        />
        <TagsInput
          {...bind.tags('commutableCities')}
          label={words.wishes.cities}
          description={words.wishes.citiesHint}
        />
        <div className={classes.salary}>
          <NumberInput
            {...bind.count('minimumBaseSalary')}
            label={words.wishes.salary}
            placeholder={words.wishes.salaryAny}
            max={10_000_000}
            step={5000}
            {...separators()}
          />
          <NativeSelect
            {...currency}
            label={words.wishes.currency}
            data={Array.from(new Set([...currencies, currency.value]))}
          />
        </div>
        <TagsInput
          {...bind.tags('industryExclusions')}
          label={words.wishes.industries}
          description={words.wishes.industriesHint}
        />
        <NativeSelect {...bind.text('maxTravelPercent')} label={words.wishes.travel} data={optionsOf(travels)} />
        <NativeSelect
          {...bind.text('companySizePreference')}
          label={words.wishes.employer}
          data={optionsOf(companySizes)}
        />
        <NumberInput
          {...bind.count('minimumFitThreshold')}
          label={words.wishes.fit}
          description={words.wishes.fitHint}
          max={100}
          step={5}
          required
        />
        <div className={classes.choices}>
          <Checkbox {...bind.flag('visaSponsorshipRequired')} label={words.wishes.visa} />
          <Checkbox {...bind.flag('relocationOpen')} label={words.wishes.moves} />
        </div>
        {values.relocationOpen && (
          <TagsInput
            {...bind.tags('relocationCities')}
            label={words.wishes.moveCities}
            description={words.wishes.moveCitiesHint}
          />
        )}
      </div>
      <PlainWords values={values} />
    </Fieldset>
  );
}

function PlainWords({ values }: { readonly values: WishValues }) {
  return (
    <div className={classes.plainWords}>
      <Text size="sm" fw={600}>
        {words.wishes.plain}
      </Text>
      <List size="sm">
        {describeWishes(values).map((sentence) => (
          <List.Item key={sentence}>{sentence}</List.Item>
        ))}
      </List>
    </div>
  );
}
