import { NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import type { OfferDetailsInput } from '../generated/graphql.ts';
import { separators } from '../language/format-number.ts';
import { useFields } from '../personas/use-fields.ts';
import { words } from '../words/applications.ts';
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
      submitLabel={words.offer.save}
      onSubmit={() => onSubmit({ offer: values })}
    >
      <div className={classes.fields}>
        <TextInput {...bind.optional('responseDeadline')} label={words.offer.deadline} type="date" />
        <TextInput {...bind.optional('startDate')} label={words.offer.start} type="date" />
        <NumberInput {...bind.count('baseSalary')} label={words.offer.pay} {...separators()} />
        <TextInput
          {...bind.optional('salaryCurrency')}
          label={words.offer.currency}
          placeholder={words.offer.currencyExample}
          maxLength={10}
        />
        <NumberInput {...bind.decimal('bonusPercent')} label={words.offer.bonus} />
        <NumberInput {...bind.count('equityValue')} label={words.offer.equity} {...separators()} />
        <NativeSelect
          {...bind.optional('equityType')}
          label={words.offer.equityType}
          data={[
            { value: '', label: words.offer.noEquity },
            ...Object.entries(equityTypes).map(([value, label]) => ({ value, label })),
          ]}
        />
        <NumberInput {...bind.count('equityVestingYears')} label={words.offer.vesting} />
      </div>
      <Textarea {...bind.optional('otherBenefits')} label={words.offer.benefits} autosize minRows={2} />
      <Textarea {...bind.optional('notes')} label={words.offer.notes} autosize minRows={2} />
    </StepForm>
  );
}
