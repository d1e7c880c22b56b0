import { TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { words } from '../words/session-proof.ts';
import classes from './code-field.module.css';
import type { CodeMethod } from './use-proof.ts';

interface CodeFieldProps {
  readonly method: CodeMethod;
  readonly value: string;
  readonly error: string | undefined;
  /** False where something is to be read before. */
  readonly takesFocus?: boolean;
  readonly onChange: (code: string) => void;
}

const looks = {
  TOTP: {
    ...words.code.TOTP,
    autoComplete: 'one-time-code',
    inputMode: 'numeric',
    autoCapitalize: 'off',
  },
  BACKUP_CODE: {
    ...words.code.BACKUP_CODE,
    autoComplete: 'off',
    inputMode: 'text',
    autoCapitalize: 'characters',
  },
} as const satisfies Record<CodeMethod, object>;

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
