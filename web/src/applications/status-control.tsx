import { useMutation } from '@apollo/client/react';
import { Badge, Button, Group, Menu } from '@mantine/core';
import { useState } from 'react';
import { graphql } from '../generated/gql.ts';
import type { ApplicationStatus } from '../generated/graphql.ts';
import { ConfirmDialog } from '../shell/confirm-dialog.tsx';
import { Failure } from '../shell/states.tsx';
import { nextStatuses, statusColors, statusLabels } from './application-status.ts';

const ChangeApplicationStatus = graphql(`
  mutation ChangeApplicationStatus($id: ID!, $input: ChangeApplicationStatusInput!) {
    changeApplicationStatus(id: $id, input: $input) {
      id
      status
      statusUpdatedAt
      version
      timeline {
        id
        eventType
        eventDate
        description
      }
    }
  }
`);

interface StatusControlProps {
  readonly application: { readonly id: string; readonly status: ApplicationStatus; readonly version: number };
  /** What the application is called for those who do not see where the control stands. */
  readonly title: string;
}

/** The standing of an application, and the steps it can take next. A last step asks first: none leads back. */
export function StatusControl({ application, title }: StatusControlProps) {
  const { id, status, version } = application;
  const [lastStep, setLastStep] = useState<ApplicationStatus>();
  const [changeStatus, { loading, error }] = useMutation(ChangeApplicationStatus, {
    onCompleted: () => setLastStep(undefined),
  });
  const moveTo = (next: ApplicationStatus) =>
    void changeStatus({ variables: { id, input: { status: next, version } } });

  return (
    <>
      <Group gap="xs">
        <Badge variant="light" size="lg" color={statusColors[status]} tt="none">
          {statusLabels[status]}
        </Badge>
        {nextStatuses[status].length > 0 && (
          <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
            <Menu.Target>
              <Button size="xs" variant="default" loading={loading} aria-label={`Change status: ${title}`}>
                Change status
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {nextStatuses[status].map((next) => (
                <Menu.Item
                  key={next}
                  onClick={() => (nextStatuses[next].length === 0 ? setLastStep(next) : moveTo(next))}
                >
                  {statusLabels[next]}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </Group>
      {error && !lastStep && <Failure error={error} />}
      <ConfirmDialog
        isOpen={lastStep !== undefined}
        title={`Mark as ${lastStep ? statusLabels[lastStep].toLowerCase() : 'done'}?`}
        confirmLabel="Mark"
        loading={loading}
        error={error}
        onConfirm={() => lastStep && moveTo(lastStep)}
        onCancel={() => setLastStep(undefined)}
      >
        It ends this application: its status cannot be changed afterwards.
      </ConfirmDialog>
    </>
  );
}
