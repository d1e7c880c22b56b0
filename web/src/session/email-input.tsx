import { TextInput } from '@mantine/core';
import { words } from '../words/session.ts';

interface EmailInputProps {
  readonly value: string;
  /** What the server has said of it. */
  readonly error?: string | undefined;
  readonly onChange: (email: string) => void;
}

/** Takes the address of an account that is to be signed in to, or opened. */
export function EmailInput({ value, error, onChange }: EmailInputProps) {
  return (
    <TextInput
      label={words.email}
      type="email"
      autoComplete="username"
      required
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
