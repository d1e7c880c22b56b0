import { Button, Group } from '@mantine/core';
import type { ComponentProps, ReactNode } from 'react';
import { FieldsForm } from './fields-form.tsx';

type Form<Values extends object> = Omit<ComponentProps<typeof FieldsForm<Values>>, 'actions' | 'gap'>;

interface PersonaFormProps<Values extends object> extends Form<Values> {
  readonly submitLabel: string;
  readonly loading: boolean;
  readonly otherActions?: ReactNode;
}

/** Fields of a persona. */
export function PersonaForm<Values extends object>(props: PersonaFormProps<Values>) {
  const { submitLabel, loading, otherActions, ...form } = props;
  return (
    <FieldsForm
      {...form}
      gap="lg"
      actions={
        <Group justify="space-between">
          <Button type="submit" loading={loading}>
            {submitLabel}
          </Button>
          {otherActions}
        </Group>
      }
    />
  );
}
