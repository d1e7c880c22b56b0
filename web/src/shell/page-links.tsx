import { NavLink } from 'react-router';
import classes from './page-links.module.css';

interface PageLinksProps {
  /** What the pages are about. */
  readonly label: string;
  /** Address that those of the pages begin with. */
  readonly base: string;
  readonly pages: readonly { readonly path: string; readonly label: string }[];
}

/** Leads from one of a few pages about the same to the others. */
export function PageLinks({ label, base, pages }: PageLinksProps) {
  return (
    <nav className={classes.pages} aria-label={label}>
      {pages.map(({ path, label: name }) => (
        <NavLink key={path} to={path === '' ? base : `${base}/${path}`} end className={classes.page ?? ''}>
          {name}
        </NavLink>
      ))}
    </nav>
  );
}
