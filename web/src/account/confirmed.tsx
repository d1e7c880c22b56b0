import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
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
  readonly onCompleted: (answer: Answer) => void;
}

/** A button that asks before it changes the ways to sign in. */
export function Confirmed<Answer, Variables extends OperationVariables>(props: ConfirmedProps<Answer, Variables>) {
  const { label, fullLabel, size = 'sm', question, children, mutation, variables, onCompleted } = props;
  const [isAsking, setIsAsking] = useState(false);
  const [run, { loading, error, reset }] = useMutation<Answer, OperationVariables>(mutation, {
    variables,
    fetchPolicy: 'no-cache',
    refetchQueries: [MySignInMethods],
    onCompleted: (answer) => {
      setIsAsking(false);
      onCompleted(answer);
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
