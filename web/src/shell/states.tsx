import { Alert, Anchor, Button, Center, Group, Loader, Paper, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { describeProblem, parseProblem } from '../api/problem.ts';
import { words } from '../words/shell.ts';
import { PageTitle } from './page-title.tsx';
import classes from './shell.module.css';

/** Shown while something is on its way. */
export function Loading({ label = words.loading }: { readonly label?: string }) {
  return (
    <Center p="xl" role="status">
      <Group gap="sm">
        <Loader size="sm" aria-hidden="true" />
        <Text c="dimmed">{words.underWay(label)}</Text>
      </Group>
    </Center>
  );
}

interface FailureProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** What went wrong, and the way to try again. */
export function Failure({ error, onRetry }: FailureProps) {
  return (
    <Alert color="red" title={words.failed} role="alert">
      <Stack align="flex-start" gap="sm">
        <Text size="sm">{describeProblem(parseProblem(error))}</Text>
        {onRetry && (
          <Button size="xs" variant="default" onClick={onRetry}>
            {words.tryAgain}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

interface PendingProps {
  readonly error: unknown;
  readonly onRetry: () => Promise<unknown>;
}

/** In the place of an answer that is on its way, or failed to come. */
export function Pending({ error, onRetry }: PendingProps) {
  // Another failure is shown like the first one.
  const retry = () => void onRetry().catch(() => undefined);
  return error ? <Failure error={error} onRetry={retry} /> : <Loading />;
}

/** Why a form was refused as a whole; nothing while it was not. */
export function Refused({ children }: { readonly children: ReactNode }) {
  if (!children) return null;
  return (
    <Alert color="red" role="alert">
      {children}
    </Alert>
  );
}

/** Says that something was done. It stays while there is nothing to say, so that screen readers hear what comes. */
export function Done({ children }: { readonly children: ReactNode }) {
  return (
    <Text size="sm" role="status" className={classes.done}>
      {children}
    </Text>
  );
}

interface EmptyProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** Nothing here, and what to do next. */
export function Empty({ title, children }: EmptyProps) {
  return (
    <Paper withBorder radius="md" p="xl">
      <Stack align="center" gap="sm" ta="center">
        <Text fw={600} component="h2" size="lg">
          {title}
        </Text>
        {children}
      </Stack>
    </Paper>
  );
}

/** For addresses of nothing, and of what belongs to somebody else: the two look the same. */
export function NotFound() {
  return (
    <Stack align="center" gap="sm" p="xl" ta="center">
      <PageTitle order={2}>{words.notFound.title}</PageTitle>
      <Text>{words.notFound.text}</Text>
      <Anchor component={Link} to="/" underline="always">
        {words.notFound.home}
      </Anchor>
    </Stack>
  );
}

/** For pages that this account may not see; the server would refuse what they ask. */
export function Forbidden({ children }: { readonly children: ReactNode }) {
  return (
    <Stack align="center" gap="sm" p="xl" ta="center">
      <PageTitle order={2}>{words.forbidden.title}</PageTitle>
      <Text>{words.forbidden.text(children)}</Text>
      <Anchor component={Link} to="/" underline="always">
        {words.forbidden.home}
      </Anchor>
    </Stack>
  );
}
