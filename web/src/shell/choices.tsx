import { Link } from 'react-router';
import classes from './choices.module.css';

interface ChoicesProps<Name extends string> {
  readonly label: string;
  readonly current: string;
  readonly choices: readonly (readonly [name: Name, label: string])[];
  /** The address of a choice. */
  readonly to: (name: Name) => string;
}

/** Leads from one way to look at a page to the others; which one it is stands in the address. */
export function Choices<Name extends string>({ label, current, choices, to }: ChoicesProps<Name>) {
  return (
    <nav className={classes.choices} aria-label={label}>
      {choices.map(([name, text]) => (
        <Link
          key={name}
          to={to(name)}
          replace
          className={classes.choice}
          aria-current={name === current ? 'page' : undefined}
        >
          {text}
        </Link>
      ))}
    </nav>
  );
}
