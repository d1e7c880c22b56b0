import { Checkbox, Fieldset, List, NativeSelect, NumberInput, TagsInput, Text } from '@mantine/core';
import { graphql } from '../generated/gql.ts';
import type {
  CompanySizePreference,
  MaxTravel,
  PersonaWishesFragment,
  RemotePreference,
} from '../generated/graphql.ts';
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

const remotePreferences: Readonly<Record<RemotePreference, string>> = {
  NO_PREFERENCE: 'No preference',
  REMOTE_ONLY: 'Remote only',
  HYBRID_OK: 'Remote or hybrid',
  ONSITE_OK: 'Remote, hybrid or on site',
};
const travels: Readonly<Record<MaxTravel, string>> = {
  ANY: 'Any',
  UNDER_50: 'Less than half of the time',
  UNDER_25: 'Less than a quarter of the time',
  NONE: 'None',
};
const companySizes: Readonly<Record<CompanySizePreference, string>> = {
  NO_PREFERENCE: 'No preference',
  STARTUP: 'Startup, up to 100 people',
  MID_SIZE: 'Mid-size, 101 to 1,000 people',
  ENTERPRISE: 'Enterprise, more than 1,000 people',
};
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
    <Fieldset legend="What postings must offer" className={classes.section}>
      <div className={classes.fields}>
        <NativeSelect {...bind.text('remotePreference')} label="Remote work" data={optionsOf(remotePreferences)} />
        <TagsInput
          {...bind.tags('commutableCities')}
          label="Cities within reach"
          description="For work on site. Enter or a comma ends a city."
        />
        <div className={classes.salary}>
          <NumberInput
            {...bind.count('minimumBaseSalary')}
            label="Lowest yearly salary"
            placeholder="Any"
            max={10_000_000}
            step={5000}
            thousandSeparator=","
          />
          <NativeSelect {...currency} label="Currency" data={Array.from(new Set([...currencies, currency.value]))} />
        </div>
        <TagsInput
          {...bind.tags('industryExclusions')}
          label="Industries to leave out"
          description="Enter or a comma ends an industry."
        />
        <NativeSelect {...bind.text('maxTravelPercent')} label="Most travel" data={optionsOf(travels)} />
        <NativeSelect {...bind.text('companySizePreference')} label="Employer" data={optionsOf(companySizes)} />
        <NumberInput
          {...bind.count('minimumFitThreshold')}
          label="Lowest fit worth seeing"
          description="0 to 100; matches that fit less stay away."
          max={100}
          step={5}
          required
        />
        <div className={classes.choices}>
          <Checkbox {...bind.flag('visaSponsorshipRequired')} label="I need a visa to be sponsored" />
          <Checkbox {...bind.flag('relocationOpen')} label="I would move for a job" />
        </div>
        {values.relocationOpen && (
          <TagsInput
            {...bind.tags('relocationCities')}
            label="Cities you would move to"
            description="None means any. Enter or a comma ends a city."
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
        In plain words
      </Text>
      <List size="sm">
        {describeWishes(values).map((sentence) => (
          <List.Item key={sentence}>{sentence}</List.Item>
        ))}
      </List>
    </div>
  );
}
