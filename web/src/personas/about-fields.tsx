import { Fieldset, NumberInput, Textarea, TextInput } from '@mantine/core';
import { graphql } from '../generated/gql.ts';
import type { PersonaAboutFragment } from '../generated/graphql.ts';
import { words } from '../words/personas.ts';
import classes from './persona.module.css';
import type { Bindings } from './use-fields.ts';

export const PersonaAbout = graphql(`
  fragment PersonaAbout on Persona {
    id
    fullName
    email
    phone
    homeCity
    homeState
    homeCountry
    linkedinUrl
    portfolioUrl
    professionalSummary
    yearsExperience
    currentRole
    currentCompany
  }
`);

export const aboutNames = [
  'fullName',
  'email',
  'phone',
  'homeCity',
  'homeState',
  'homeCountry',
  'linkedinUrl',
  'portfolioUrl',
  'professionalSummary',
  'yearsExperience',
  'currentRole',
  'currentCompany',
] as const;

export type AboutValues = Pick<PersonaAboutFragment, (typeof aboutNames)[number]>;
export type BriefAboutValues = Pick<AboutValues, 'fullName' | 'email' | 'currentRole' | 'yearsExperience' | 'homeCity'>;

/** What matching starts from. */
export function BriefAboutFields({ bind }: { readonly bind: Bindings<BriefAboutValues> }) {
  return (
    <Fieldset legend={words.about.title} className={classes.section}>
      <div className={classes.fields}>
        <BriefAbout bind={bind} />
      </div>
    </Fieldset>
  );
}

function BriefAbout({ bind }: { readonly bind: Bindings<BriefAboutValues> }) {
  return (
    <>
      <TextInput {...bind.text('fullName')} label={words.about.name} autoComplete="name" required maxLength={255} />
      <TextInput {...bind.text('email')} label={words.about.email} type="email" autoComplete="email" required />
      <TextInput
        {...bind.optional('currentRole')}
        label={words.about.currentRole}
        placeholder={words.about.currentRoleExample}
        autoComplete="organization-title"
        maxLength={255}
      />
      <NumberInput
        {...bind.count('yearsExperience')}
        label={words.about.years}
        placeholder={words.about.yearsUnsaid}
        max={100}
      />
      <TextInput {...bind.text('homeCity')} label={words.about.city} autoComplete="address-level2" maxLength={100} />
    </>
  );
}

/** Who a persona is. */
export function AboutFields({ bind }: { readonly bind: Bindings<AboutValues> }) {
  return (
    <Fieldset legend={words.about.title} className={classes.section}>
      <div className={classes.fields}>
        <BriefAbout bind={bind} />
        <TextInput
          {...bind.text('homeState')}
          label={words.about.region}
          autoComplete="address-level1"
          maxLength={100}
        />
        <TextInput
          {...bind.text('homeCountry')}
          label={words.about.country}
          autoComplete="country-name"
          maxLength={100}
        />
        <TextInput
          {...bind.optional('currentCompany')}
          label={words.about.company}
          autoComplete="organization"
          maxLength={255}
        />
        <TextInput {...bind.text('phone')} label={words.about.phone} type="tel" autoComplete="tel" maxLength={50} />
        <TextInput
          {...bind.optional('linkedinUrl')}
          label={words.about.linkedin}
          type="url"
          placeholder="https://"
          maxLength={500}
        />
        <TextInput
          {...bind.optional('portfolioUrl')}
          label={words.about.portfolio}
          type="url"
          placeholder="https://"
          maxLength={500}
        />
      </div>
      <Textarea
        {...bind.optional('professionalSummary')}
        label={words.about.summary}
        description={words.about.summaryHint}
        mt="md"
        autosize
        minRows={3}
        maxRows={12}
        maxLength={10_000}
      />
    </Fieldset>
  );
}
