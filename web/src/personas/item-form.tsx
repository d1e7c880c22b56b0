import { Button, Group, Stack } from '@mantine/core';
import type { ComponentProps } from 'react';
import { keepDraft } from '../session/drafts.ts';
import { StepTitle } from '../shell/step-title.tsx';
import { words } from '../words/persona-lists.ts';
import { FieldsForm } from './fields-form.tsx';

type Form<Values extends object> = Omit<ComponentProps<typeof FieldsForm<Values>>, 'actions'>;

interface ItemFormProps<Values extends object> extends Form<Values> {
  readonly title: string;
  readonly loading: boolean;
  readonly onCancel: () => void;
}

/** An item of a list while it is written. */
export function ItemForm<Values extends object>(props: ItemFormProps<Values>) {
  const { title, loading, onCancel, ...form } = props;
  const cancel = () => {
    keepDraft(form.draft, undefined);
    onCancel();
  };
  return (
    <Stack gap="md">
      <StepTitle>{title}</StepTitle>
      <FieldsForm
        {...form}
        actions={
          <Group>
            <Button type="submit" loading={loading}>
              {words.item.save}
            </Button>
            <Button variant="default" onClick={cancel}>
              {words.item.cancel}
            </Button>
          </Group>
        }
      />
    </Stack>
  );
}
