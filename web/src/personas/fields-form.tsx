import { Stack } from '@mantine/core';
import type { ReactNode, SubmitEvent } from 'react';
import { Failure } from '../shell/states.tsx';
import { useInvalidFocus } from '../shell/use-invalid-focus.ts';
import { TypedBefore } from './typed-before.tsx';
import { useFields, type Bindings } from './use-fields.ts';

interface FieldsFormProps<Values extends object> {
  readonly initial: Values;
  /** The name of the draft of what is typed. */
  readonly draft: string;
  /** What went wrong with what was sent last: shown at the input that it is about, or below all of them. */
  readonly error: unknown;
  readonly describeError?: (error: unknown) => ReactNode;
  /**
   * Told of the value of the button that sent it too. Once what it answers comes true, all is saved and the draft is
   * forgotten; where it answers nothing, it sees to that itself. What fails is told by `error`.
   */
  readonly onSubmit: (values: Values, sentBy: string | undefined) => Promise<unknown> | void;
  readonly onChange?: () => void;
  readonly children: (bind: Bindings<Values>, values: Values) => ReactNode;
  /** The buttons, and what stands below them. */
  readonly actions: ReactNode;
  readonly label?: string;
  readonly gap?: 'md' | 'lg';
}

/** A form that loses nothing that is typed into it, whatever happens to the page before it is saved. */
export function FieldsForm<Values extends object>(props: FieldsFormProps<Values>) {
  const { initial, draft, error, describeError = showFailure, onSubmit, onChange, children, actions } = props;
  const form = useInvalidFocus(error);
  const { values, bind, elsewhere, discard, forget } = useFields(initial, error, draft);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent;
    const sentBy = submitter instanceof HTMLButtonElement ? submitter.value : undefined;
    void onSubmit(values, sentBy)?.then(forget, () => undefined);
  };

  return (
    <form ref={form} onSubmit={submit} onChange={onChange} aria-label={props.label}>
      <Stack gap={props.gap ?? 'md'}>
        <TypedBefore onDiscard={discard} />
        {children(bind, values)}
        {elsewhere ? describeError(elsewhere) : null}
        {actions}
      </Stack>
    </form>
  );
}

const showFailure = (error: unknown): ReactNode => <Failure error={error} />;
