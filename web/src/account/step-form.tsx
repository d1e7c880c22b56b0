import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode, SubmitEvent } from 'react';
import { StepTitle } from '../shell/step-title.tsx';
import { useInvalidFocus } from '../shell/use-invalid-focus.ts';
import { words } from '../words/shell.ts';
import classes from './account.module.css';

interface StepFormProps {
  readonly title: string;
  /** Its inputs, and why it was refused. */
  readonly children: ReactNode;
  readonly submitLabel: string;
  readonly loading: boolean;
  readonly error: unknown;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
}

/** A form that a button of the settings has put in its place. */
export function StepForm({ title, children, submitLabel, loading, error, onSubmit, onCancel }: StepFormProps) {
  const form = useInvalidFocus(error);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onSubmit();
  };

  return (
    <form ref={form} className={classes.form} onSubmit={submit}>
      <Stack>
        <StepTitle>{title}</StepTitle>
        {children}
        <Group>
          <Button type="submit" loading={loading}>
            {submitLabel}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {words.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
