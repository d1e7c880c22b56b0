import { Paper, Stack, Text, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import classes from './persona.module.css';

interface PanelProps {
  readonly title: string;
  /** What it is for. */
  readonly hint?: ReactNode;
  readonly children: ReactNode;
}

/** One part of a page about a persona. */
export function Panel({ title, hint, children }: PanelProps) {
  const titleId = useId();
  return (
    <Paper withBorder component="section" className={classes.section} aria-labelledby={titleId}>
      <Stack>
        <div>
          <Title order={2} size="h4" id={titleId}>
            {title}
          </Title>
          {hint && (
            <Text size="sm" c="dimmed" className={classes.hint}>
              {hint}
            </Text>
          )}
        </div>
        {children}
      </Stack>
    </Paper>
  );
}
