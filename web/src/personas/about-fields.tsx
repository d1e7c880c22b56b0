import { Fieldset, NumberInput, Textarea, TextInput } from '@mantine/core';
import { graphql } from '../generated/gql.ts';
import type { PersonaAboutFragment } from '../generated/graphql.ts';
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
    <Fieldset legend="About you" className={classes.section}>
      <div className={classes.fields}>
        <BriefAbout bind={bind} />
      </div>
    </Fieldset>
  );
}

function BriefAbout({ bind }: { readonly bind: Bindings<BriefAboutValues> }) {
  return (
    <>
      <TextInput {...bind.text('fullName')} label="Name" autoComplete="name" required maxLength={255} />
      <TextInput {...bind.text('email')} label="E-mail" type="email" autoComplete="email" required />
      <TextInput
        {...bind.optional('currentRole')}
        label="Current role"
        placeholder="Backend engineer"
        autoComplete="organization-title"
        maxLength={255}
      />
      <NumberInput {...bind.count('yearsExperience')} label="Years of experience" max={100} />
      <TextInput {...bind.text('homeCity')} label="Home city" autoComplete="address-level2" maxLength={100} />
    </>
  );
}

/** Who a persona is. */
export function AboutFields({ bind }: { readonly bind: Bindings<AboutValues> }) {
  return (
    <Fieldset legend="About you" className={classes.section}>
      <div className={classes.fields}>
        <BriefAbout bind={bind} />
        <TextInput {...bind.text('homeState')} label="State or region" autoComplete="address-level1" maxLength={100} />
        <TextInput {...bind.text('homeCountry')} label="Country" autoComplete="country-name" maxLength={100} />
        <TextInput {...bind.optional('currentCompany')} label="Employer" autoComplete="organization" maxLength={255} />
        <TextInput {...bind.text('phone')} label="Telephone" type="tel" autoComplete="tel" maxLength={50} />
        <TextInput
          {...bind.optional('linkedinUrl')}
          label="LinkedIn profile"
          type="url"
          placeholder="https://"
          maxLength={500}
        />
        <TextInput
          {...bind.optional('portfolioUrl')}
          label="Portfolio or site"
          type="url"
          placeholder="https://"
          maxLength={500}
        />
      </div>
      <Textarea
        {...bind.optional('professionalSummary')}
        label="Summary"
        description="Who you are at work, in a few sentences."
        mt="md"
        autosize
        minRows={3}
        maxRows={12}
        maxLength={10_000}
      />
    </Fieldset>
  );
}
