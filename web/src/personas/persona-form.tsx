import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode, SubmitEvent } from 'react';
import { Failure } from '../shell/states.tsx';
import { useInvalidFocus } from '../shell/use-invalid-focus.ts';
import { useFields, type Bindings } from './use-fields.ts';

interface PersonaFormProps<Values extends object> {
  readonly initial: Values;
  readonly submitLabel: string;
  readonly loading: boolean;
  readonly error: unknown;
  readonly onSubmit: (values: Values) => void;
  readonly children: (bind: Bindings<Values>, values: Values) => ReactNode;
  readonly otherActions?: ReactNode;
}

/** Fields of a persona; errors of the server stand at the input they are about. */
export function PersonaForm<Values extends object>(props: PersonaFormProps<Values>) {
  const { initial, submitLabel, loading, error, onSubmit, children, otherActions } = props;
  const form = useInvalidFocus(error);
  const { values, bind, elsewhere } = useFields(initial, error);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onSubmit(values);
  };

  return (
    <form ref={form} onSubmit={submit}>
      <Stack gap="lg">
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
