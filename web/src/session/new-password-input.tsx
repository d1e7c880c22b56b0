import { useId } from 'react';
import { words } from '../words/session-proof.ts';
import classes from './new-password.module.css';
import { PasswordField } from './password-field.tsx';
import { passwordConditions } from './password-rule.ts';

interface NewPasswordInputProps {
  readonly label: string;
  readonly value: string;
  /** What the server has said of it. */
  readonly error: string | undefined;
  readonly onChange: (password: string) => void;
}

/** Takes a new password and tells live what one usually needs. That is advice: the server decides. */
export function NewPasswordInput({ label, value, error, onChange }: NewPasswordInputProps) {
  const id = useId();
  return (
    <div>
      <PasswordField
        id={id}
        label={label}
        autoComplete="new-password"
        value={value}
        error={error}
        aria-describedby={error ? `${id}-error ${id}-rule` : `${id}-rule`}
        onChange={onChange}
      />
      <ul id={`${id}-rule`} className={classes.rule} aria-label={words.passwordRule.label}>
        {passwordConditions.map(({ label, isMet }) => (
          <li key={label} className={isMet(value) ? classes.met : classes.unmet}>
            <span aria-hidden="true">{isMet(value) ? '✓ ' : '○ '}</span>
            {label}
            <span className="visually-hidden">{isMet(value) ? words.passwordRule.met : words.passwordRule.unmet}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
