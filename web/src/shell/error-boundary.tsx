import { Alert, Button, Container, Stack, Text } from '@mantine/core';
import { Component, type ReactNode } from 'react';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

/**
 * Shows a way on where a page could not be drawn: mostly because its script could not be loaded, as the connection is
 * gone or the server has a newer client. Loading again helps with both.
 */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <Container size="sm" py="xl">
        <Alert color="red" title="This page could not be shown" role="alert">
          <Stack align="flex-start" gap="sm">
            <Text size="sm">Check your connection, then load it again.</Text>
            <Button size="xs" variant="default" onClick={() => window.location.reload()}>
              Load again
            </Button>
          </Stack>
        </Alert>
      </Container>
    );
  }
}
