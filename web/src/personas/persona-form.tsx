import { Button, Fieldset, Group, NativeSelect, NumberInput, Stack, TagsInput, TextInput } from '@mantine/core';
import type { ReactNode, SubmitEvent } from 'react';
import type { PersonaFieldsFragment, RemotePreference } from '../generated/graphql.ts';
import { Failure } from '../shell/states.tsx';
import { useInvalidFocus } from '../shell/use-invalid-focus.ts';
import classes from './persona.module.css';
import { useFields, type Bindings } from './use-fields.ts';

/** What the form edits. */
export type PersonaValues = Omit<PersonaFieldsFragment, '__typename' | 'id'>;

interface PersonaFormProps {
  readonly initial: PersonaValues;
  readonly submitLabel: string;
  readonly loading: boolean;
  readonly error: unknown;
  readonly onSubmit: (values: PersonaValues) => void;
  /** The skills, which new and existing personas keep differently. */
  readonly skills: ReactNode;
  /** What the values, as they stand, would come to. */
  readonly preview?: (values: PersonaValues) => ReactNode;
  readonly otherActions?: ReactNode;
}

const remotePreferences: Readonly<Record<RemotePreference, string>> = {
  NO_PREFERENCE: 'No preference',
  REMOTE_ONLY: 'Remote only',
  HYBRID_OK: 'Remote or hybrid',
  ONSITE_OK: 'Remote, hybrid or on site',
};
const currencies = ['USD', 'EUR', 'GBP', 'CHF', 'CAD', 'AUD', 'INR', 'SGD', 'JPY', 'SEK', 'PLN', 'BRL'];

/** The persona's own fields; errors of the server stand at the input they are about. */
export function PersonaForm(props: PersonaFormProps) {
  const { initial, submitLabel, loading, error, onSubmit, skills, preview, otherActions } = props;
  const form = useInvalidFocus(error);
  const { values, bind, elsewhere } = useFields(initial, error);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onSubmit({ ...values, currentRole: values.currentRole?.trim() || null });
  };

  return (
    <form ref={form} onSubmit={submit}>
      <Stack gap="lg">
        <Fieldset legend="About you" className={classes.section}>
          <div className={classes.fields}>
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
          </div>
        </Fieldset>
        {skills}
        <Wishes bind={bind} />
        {preview?.(values)}
        {elsewhere ? <Failure error={elsewhere} /> : null}
        <Group justify="space-between">
          <Button type="submit" loading={loading}>
            {submitLabel}
          </Button>
          {otherActions}
        </Group>
      </Stack>
    </form>
  );
}

function Wishes({ bind }: { readonly bind: Bindings<PersonaValues> }) {
  const currency = bind.text('salaryCurrency');
  return (
    <Fieldset legend="What you look for" className={classes.section}>
      <div className={classes.fields}>
        <NativeSelect
          {...bind.text('remotePreference')}
          label="Remote work"
          data={Object.entries(remotePreferences).map(([value, label]) => ({ value, label }))}
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
          {...bind.tags('targetRoles')}
          label="Roles you aim for"
          description="Matches that lead there get a higher stretch. Enter or a comma ends a role."
        />
        <TagsInput
          {...bind.tags('targetSkills')}
          label="Skills you want to work with"
          description="Also those you do not have yet. Enter or a comma ends a skill."
        />
        <TagsInput
          {...bind.tags('commutableCities')}
          label="Cities within reach"
          description="For work on site. Enter or a comma ends a city."
        />
        <TagsInput
          {...bind.tags('industryExclusions')}
          label="Industries to leave out"
          description="Enter or a comma ends an industry."
        />
        <NumberInput
          {...bind.count('minimumFitThreshold')}
          label="Lowest fit worth seeing"
          description="0 to 100; matches that fit less stay away."
          max={100}
          step={5}
          required
        />
      </div>
    </Fieldset>
  );
}
