import type { DocumentNode, OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import type { ComponentProps } from 'react';
import { ConfirmedButton } from '../shell/confirmed-button.tsx';
import { MySignInMethods } from './my-sign-in-methods.ts';

interface ConfirmedProps<Answer, Variables extends OperationVariables> extends Omit<
  ComponentProps<typeof ConfirmedButton>,
  'loading' | 'error' | 'run' | 'reset'
> {
  readonly mutation: TypedDocumentNode<Answer, Variables>;
  readonly variables: Variables;
  /** What it changes, if not the ways to sign in. */
  readonly changes?: DocumentNode;
  readonly onCompleted?: (answer: Answer) => void;
}

/** A button that asks before it takes something away, or puts something in its place. */
export function Confirmed<Answer, Variables extends OperationVariables>(props: ConfirmedProps<Answer, Variables>) {
  const { mutation, variables, changes = MySignInMethods, onCompleted, ...button } = props;
  const [run, { loading, error, reset }] = useMutation<Answer, OperationVariables>(mutation, {
    variables,
    fetchPolicy: 'no-cache',
    refetchQueries: [changes],
    onCompleted: (answer) => onCompleted?.(answer),
  });
  return <ConfirmedButton {...button} {...{ loading, error, run, reset }} />;
}
