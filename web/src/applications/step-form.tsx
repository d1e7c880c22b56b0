import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode, SubmitEvent } from 'react';
import { Failure } from '../shell/states.tsx';
import { useInvalidFocus } from '../shell/use-invalid-focus.ts';
import { words } from '../words/applications.ts';
import type { MoveDetails } from './move-application.ts';
import type { Step } from './use-moves.ts';

/** What a form of a step gets. */
export interface StepFormProps {
  readonly step: Step;
  readonly error: unknown;
  readonly isSaving: boolean;
  readonly onSubmit: (details: MoveDetails) => void;
  readonly onCancel: () => void;
}

interface FrameProps extends Omit<StepFormProps, 'step' | 'onSubmit'> {
  /** What went wrong, unless it is shown at an input. */
  readonly elsewhere?: unknown;
  readonly submitLabel?: string;
  readonly color?: string;
  readonly children: ReactNode;
  readonly onSubmit: () => void;
}

/** What the forms of all steps have around their inputs. */
export function StepForm(props: FrameProps) {
  const { error, elsewhere, isSaving, submitLabel = words.move.submit, color, children, onSubmit, onCancel } = props;
  const form = useInvalidFocus(error);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form ref={form} onSubmit={submit}>
      <Stack>
        {children}
        {elsewhere ? <Failure error={elsewhere} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {words.move.cancel}
          </Button>
          <Button type="submit" loading={isSaving} {...(color && { color })}>
            {submitLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
