import { NativeSelect, Text } from '@mantine/core';
import { useState } from 'react';
import type { ApplicationStatus, InterviewStage } from '../generated/graphql.ts';
import { Dialog } from '../shell/dialog.tsx';
import { words } from '../words/applications.ts';
import { interviewStages } from './application-status.ts';
import { OfferForm } from './offer-form.tsx';
import { RejectionForm } from './rejection-form.tsx';
import { StepForm, type StepFormProps } from './step-form.tsx';
import type { Moves, Step } from './use-moves.ts';

const titles: Readonly<Record<ApplicationStatus, string>> = words.move.titles;

/** Asks what is to be known about a step before it is taken. */
export function MoveDialog({ moves }: { readonly moves: Moves }) {
  const { asked, cancel } = moves;
  if (!asked) return null;
  return (
    <Dialog isOpen title={titles[asked.to]} onClose={() => cancel(asked)}>
      <Text size="sm" c="dimmed">
        {words.move.posting(asked.application.snapshot.title, asked.application.snapshot.companyName)}
      </Text>
      <FormOfStep step={asked} moves={moves} />
    </Dialog>
  );
}

function FormOfStep({ step, moves }: { readonly step: Step; readonly moves: Moves }) {
  const props: StepFormProps = {
    step,
    error: moves.error,
    isSaving: moves.isSaving === true,
    onSubmit: (details) => moves.take(step, details),
    onCancel: () => moves.cancel(step),
  };
  switch (step.to) {
    case 'INTERVIEWING':
      return <StageForm {...props} />;
    case 'OFFER':
      return <OfferForm {...props} />;
    case 'REJECTED':
      return <RejectionForm {...props} />;
    default:
      return <LastStepForm {...props} />;
  }
}

function StageForm(props: StepFormProps) {
  const [stage, setStage] = useState<InterviewStage>();
  return (
    <StepForm {...props} onSubmit={() => props.onSubmit({ stage: stage ?? null })}>
      <NativeSelect
        label={words.move.stage}
        value={stage ?? ''}
        onChange={({ currentTarget: { value } }) => setStage(isStage(value) ? value : undefined)}
        data={[
          { value: '', label: words.move.stageUnknown },
          ...Object.entries(interviewStages).map(([value, label]) => ({ value, label })),
        ]}
      />
    </StepForm>
  );
}

const isStage = (value: string): value is InterviewStage => Object.hasOwn(interviewStages, value);

function LastStepForm(props: StepFormProps) {
  const isAccepted = props.step.to === 'ACCEPTED';
  return (
    <StepForm
      {...props}
      submitLabel={isAccepted ? words.move.accept : words.move.withdraw}
      color={isAccepted ? 'indigo' : 'red'}
      onSubmit={() => props.onSubmit({})}
    >
      <Text>{words.move.isEnd}</Text>
    </StepForm>
  );
}
