import { Paper, Stack, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import classes from './account.module.css';

interface SectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** One part of the settings. */
export function Section({ title, children }: SectionProps) {
  const titleId = useId();
  return (
    <Paper withBorder component="section" className={classes.section} aria-labelledby={titleId}>
      <Title order={2} size="h4" id={titleId}>
        {title}
      </Title>
      <Stack>{children}</Stack>
    </Paper>
  );
}
