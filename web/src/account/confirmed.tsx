import type { DocumentNode, OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button, type ButtonProps } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../shell/confirm-dialog.tsx';
import { MySignInMethods } from './my-sign-in-methods.ts';

interface ConfirmedProps<Answer, Variables extends OperationVariables> {
  readonly label: string;
  /** What the button says to those who do not see what it stands beside. */
  readonly fullLabel?: string;
  readonly size?: ButtonProps['size'];
  readonly question: string;
  /** What it means. */
  readonly children: string;
  readonly mutation: TypedDocumentNode<Answer, Variables>;
  readonly variables: Variables;
  /** What it changes, if not the ways to sign in. */
  readonly changes?: DocumentNode;
  readonly onCompleted?: (answer: Answer) => void;
}

/** A button that asks before it takes something away, or puts something in its place. */
export function Confirmed<Answer, Variables extends OperationVariables>(props: ConfirmedProps<Answer, Variables>) {
  const { label, fullLabel, size = 'sm', question, children, mutation, variables, onCompleted } = props;
  const { changes = MySignInMethods } = props;
  const [isAsking, setIsAsking] = useState(false);
  const [run, { loading, error, reset }] = useMutation<Answer, OperationVariables>(mutation, {
    variables,
    fetchPolicy: 'no-cache',
    refetchQueries: [changes],
    onCompleted: (answer) => {
      setIsAsking(false);
      onCompleted?.(answer);
    },
  });
  return (
    <>
      <Button variant="default" size={size} aria-label={fullLabel} onClick={() => setIsAsking(true)}>
        {label}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={question}
        confirmLabel={label}
        loading={loading}
        error={error}
        onConfirm={() => void run()}
        onCancel={() => {
          setIsAsking(false);
          reset();
        }}
      >
        {children}
      </ConfirmDialog>
    </>
  );
}
