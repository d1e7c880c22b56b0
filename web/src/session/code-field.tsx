import { Anchor, Text, TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { MfaMethod } from '../generated/graphql.ts';
import classes from './code-field.module.css';

interface CodeFieldProps {
  readonly method: MfaMethod;
  readonly value: string;
  readonly error: string | undefined;
  /** False where something is to be read before. */
  readonly takesFocus?: boolean;
  readonly onChange: (code: string) => void;
}

const looks = {
  TOTP: {
    label: 'Code',
    description: 'The six digits that your authenticator app shows for Tenure',
    autoComplete: 'one-time-code',
    inputMode: 'numeric',
    autoCapitalize: 'off',
  },
  BACKUP_CODE: {
    label: 'Backup code',
    description: 'One of those that you have kept; each works once',
    autoComplete: 'off',
    inputMode: 'text',
    autoCapitalize: 'characters',
  },
} as const satisfies Record<MfaMethod, object>;

/** Takes the code of a second factor. Spaces, with which apps and people write it, are dropped. */
export function CodeField({ method, value, error, takesFocus = true, onChange }: CodeFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  // After the page's heading, which takes the focus on some ways here: whoever comes has the code in mind.
  useEffect(() => {
    if (takesFocus) input.current?.focus();
  }, [method, takesFocus]);
  // The next one replaces it: apps show another one twice a minute.
  useEffect(() => {
    if (error) input.current?.select();
  }, [error]);

  return (
    <TextInput
      // Another method is another input: browsers do not offer it what was typed into this one.
      key={method}
      ref={input}
      {...looks[method]}
      classNames={{ input: classes.code ?? '' }}
      required
      autoCorrect="off"
      spellCheck={false}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value.replaceAll(/\s/gu, ''))}
    />
  );
}

interface OtherCodeProps {
  /** What is asked for now. */
  readonly method: MfaMethod;
  readonly onSwitch: (() => void) | undefined;
}

/** The way to the other kind of code, where the account has both. */
export function OtherCode({ method, onSwitch }: OtherCodeProps) {
  if (!onSwitch) return null;
  return (
    <Text size="sm">
      <Anchor component="button" type="button" underline="always" onClick={onSwitch}>
        {method === 'TOTP' ? 'Use a backup code instead' : 'Use the authenticator app instead'}
      </Anchor>
    </Text>
  );
}
