import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode, SubmitEvent } from 'react';
import { Failure } from '../shell/states.tsx';
import { useInvalidFocus } from '../shell/use-invalid-focus.ts';
import { TypedBefore } from './typed-before.tsx';
import { useFields, type Bindings } from './use-fields.ts';

interface PersonaFormProps<Values extends object> {
  readonly initial: Values;
  /** The name of the draft of what is typed: forgotten by whoever has it saved. */
  readonly draft: string;
  readonly submitLabel: string;
  readonly loading: boolean;
  readonly error: unknown;
  /** Told of the value of the button that sent it too. */
  readonly onSubmit: (values: Values, sentBy: string | undefined) => void;
  readonly children: (bind: Bindings<Values>, values: Values) => ReactNode;
  readonly otherActions?: ReactNode;
}

/** Fields of a persona; errors of the server stand at the input they are about. */
export function PersonaForm<Values extends object>(props: PersonaFormProps<Values>) {
  const { initial, draft, submitLabel, loading, error, onSubmit, children, otherActions } = props;
  const form = useInvalidFocus(error);
  const { values, bind, elsewhere, discard } = useFields(initial, error, draft);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent;
    onSubmit(values, submitter instanceof HTMLButtonElement ? submitter.value : undefined);
  };

  return (
    <form ref={form} onSubmit={submit}>
      <Stack gap="lg">
        <TypedBefore onDiscard={discard} />
        {children(bind, values)}
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
