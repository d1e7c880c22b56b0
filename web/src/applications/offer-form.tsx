import { NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import type { OfferDetailsInput } from '../generated/graphql.ts';
import { useFields } from '../personas/use-fields.ts';
import { equityTypes } from './application-status.ts';
import classes from './application.module.css';
import { noOffer } from './move-application.ts';
import { StepForm, type StepFormProps } from './step-form.tsx';
import { draftOf } from './use-moves.ts';

/** What an offer says, as far as it is known; all of it may be left out. */
export function OfferForm(props: StepFormProps) {
  const { step, error, onSubmit } = props;
  const { salaryCurrency } = step.application.snapshot;
  const { values, bind, elsewhere } = useFields<OfferDetailsInput>(
    { ...noOffer, salaryCurrency },
    error,
    draftOf(step),
  );
  return (
    <StepForm
      {...props}
      elsewhere={elsewhere}
      submitLabel="Save the offer"
      onSubmit={() => onSubmit({ offer: values })}
    >
      <div className={classes.fields}>
        <TextInput {...bind.optional('responseDeadline')} label="Last day to answer" type="date" />
        <TextInput {...bind.optional('startDate')} label="First day" type="date" />
        <NumberInput {...bind.count('baseSalary')} label="Base pay a year" thousandSeparator="," />
        <TextInput {...bind.optional('salaryCurrency')} label="Currency" placeholder="EUR" maxLength={10} />
        <NumberInput {...bind.decimal('bonusPercent')} label="Bonus, percent" />
        <NumberInput {...bind.count('equityValue')} label="Value of the equity" thousandSeparator="," />
        <NativeSelect
          {...bind.optional('equityType')}
          label="Kind of equity"
          data={[
            { value: '', label: 'None' },
            ...Object.entries(equityTypes).map(([value, label]) => ({ value, label })),
          ]}
        />
        <NumberInput {...bind.count('equityVestingYears')} label="Years until it is vested" />
      </div>
      <Textarea {...bind.optional('otherBenefits')} label="Other benefits" autosize minRows={2} />
      <Textarea {...bind.optional('notes')} label="Notes" autosize minRows={2} />
    </StepForm>
  );
}
