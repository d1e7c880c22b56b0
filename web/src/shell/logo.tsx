import { words } from '../words/shell.ts';
import classes from './shell.module.css';

/** The product's name, set as its mark. */
export function Logo() {
  return (
    <span className={classes.logo}>
      <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
        <rect width="32" height="32" rx="8" className={classes.logoTile} />
        <path d="M8 9h16v4h-6v11h-4V13H8z" fill="#fff" />
      </svg>
      {words.product}
    </span>
  );
}
