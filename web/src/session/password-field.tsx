import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { words } from '../words/session-proof.ts';

type PasswordFieldProps = Omit<PasswordInputProps, 'onChange' | 'error'> & {
  readonly error: string | undefined;
  readonly onChange: (password: string) => void;
};

/** Takes a password. Unlike the library's other inputs, this one has to be told to say that it is at fault. */
export function PasswordField({ error, onChange, ...rest }: PasswordFieldProps) {
  return (
    <PasswordInput
      {...rest}
      visibilityToggleButtonProps={{ 'aria-label': words.showPassword }}
      required
      error={error}
      aria-invalid={error ? true : undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
