import { Alert, Button, Container, Stack, Text } from '@mantine/core';
import { useReactiveVar } from '@apollo/client/react';
import { Component, useEffect, type ReactNode } from 'react';
import { isReachable, lookForServer, useServerReturn } from '../api/reachability.ts';
import { words } from '../words/shell.ts';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

/**
 * Shows a way on where a page could not be drawn: mostly because its script could not be loaded, as the connection is
 * gone or the server has a newer client. Loading again helps with both, and is done for the reader in the first case.
 */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return <NotShown />;
  }
}

function NotShown() {
  const isHere = useReactiveVar(isReachable);
  useEffect(() => void lookForServer(), []);
  useServerReturn(() => window.location.reload());
  return (
    <Container size="sm" py="xl">
      <Alert color="red" title={words.notShown.title} role="alert">
        <Stack align="flex-start" gap="sm">
          <Text size="sm">{isHere ? words.notShown.loadIt : words.notShown.awaitsServer}</Text>
          <Button size="xs" variant="default" onClick={() => window.location.reload()}>
            {words.notShown.loadAgain}
          </Button>
        </Stack>
      </Alert>
    </Container>
  );
}
