import { NativeSelect, Textarea } from '@mantine/core';
import type { RejectionDetailsInput } from '../generated/graphql.ts';
import { useFields } from '../personas/use-fields.ts';
import { words } from '../words/applications.ts';
import { rejectionStages } from './application-status.ts';
import { StepForm, type StepFormProps } from './step-form.tsx';
import { draftOf } from './use-moves.ts';

/** How far it had come, and what was said. */
export function RejectionForm(props: StepFormProps) {
  const { step, error, onSubmit } = props;
  const { status, currentInterviewStage } = step.application;
  const stage = status === 'OFFER' ? status : (currentInterviewStage ?? 'APPLIED');
  const { values, bind, elsewhere } = useFields<RejectionDetailsInput>(
    { stage, reason: null, feedback: null },
    error,
    draftOf(step),
  );
  return (
    <StepForm
      {...props}
      elsewhere={elsewhere}
      submitLabel={words.rejection.save}
      onSubmit={() => onSubmit({ rejection: values })}
    >
      <NativeSelect
        {...bind.optional('stage')}
        label={words.rejection.stage}
        data={Object.entries(rejectionStages).map(([value, label]) => ({ value, label }))}
      />
      <Textarea {...bind.optional('reason')} label={words.rejection.reasonGiven} autosize minRows={2} />
      <Textarea {...bind.optional('feedback')} label={words.rejection.feedback} autosize minRows={2} />
    </StepForm>
  );
}
