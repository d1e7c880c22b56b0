import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode, SubmitEvent } from 'react';
import { Failure } from '../shell/states.tsx';
import { StepTitle } from '../shell/step-title.tsx';
import { useInvalidFocus } from '../shell/use-invalid-focus.ts';
import { TypedBefore } from './typed-before.tsx';
import { useFields, type Bindings } from './use-fields.ts';

interface ItemFormProps<Values extends object> {
  readonly title: string;
  readonly initial: Values;
  /** The name of the draft of what is typed: forgotten by whoever closes it. */
  readonly draft: string;
  readonly loading: boolean;
  readonly error: unknown;
  readonly fields: (bind: Bindings<Values>) => ReactNode;
  readonly onSubmit: (values: Values) => void;
  readonly onCancel: () => void;
}

/** An item of a list while it is written. */
export function ItemForm<Values extends object>(props: ItemFormProps<Values>) {
  const { title, initial, draft, loading, error, fields, onSubmit, onCancel } = props;
  const form = useInvalidFocus(error);
  const { values, bind, elsewhere, discard } = useFields(initial, error, draft);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onSubmit(values);
  };

  return (
    <form ref={form} onSubmit={submit}>
      <Stack gap="md">
        <StepTitle>{title}</StepTitle>
        <TypedBefore onDiscard={discard} />
        {fields(bind)}
        {elsewhere ? <Failure error={elsewhere} /> : null}
        <Group>
          <Button type="submit" loading={loading}>
            Save
          </Button>
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
