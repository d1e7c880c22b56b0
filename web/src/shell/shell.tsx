import { useQuery } from '@apollo/client/react';
import { Container } from '@mantine/core';
import { Link, NavLink, Outlet, useMatch } from 'react-router';
import { unmask } from '../generated/fragment-masking.ts';
import { PersonaLabel, Personas } from '../personas/personas.ts';
import { useSignOut } from '../session/use-sign-out.ts';
import { words } from '../words/shell.ts';
import { following } from './following.tsx';
import { Logo } from './logo.tsx';
import classes from './shell.module.css';
import { Failure } from './states.tsx';

// Menus need much that pages do not: they follow once there is a page.
const ShellMenus = following(() => import('./shell-menus.tsx').then((m) => m.ShellMenus));

/** What every page of a signed-in account has around it. */
export function Shell() {
  const { data } = useQuery(Personas);
  const personas = unmask(PersonaLabel, data?.personas) ?? [];
  const personaId = useMatch('/personas/:personaId/*')?.params.personaId;
  const current = personas.find(({ id }) => id === personaId);
  const { signOut, error } = useSignOut();

  return (
    <>
      <a className={classes.skip} href="#main">
        {words.skip}
      </a>
      <header className={classes.header}>
        <Container size="lg" className={classes.bar}>
          <Link to="/" className={classes.home}>
            <Logo />
          </Link>
          {current && <PersonaNavigation personaId={current.id} />}
          <div className={classes.menus}>
            <ShellMenus personas={personas} current={current} onSignOut={signOut} />
          </div>
        </Container>
      </header>
      <Container size="lg" component="main" id="main" tabIndex={-1} className={classes.main}>
        {error && <Failure error={error} onRetry={signOut} />}
        <Outlet />
      </Container>
    </>
  );
}

function PersonaNavigation({ personaId }: { readonly personaId: string }) {
  return (
    <nav className={classes.navigation} aria-label={words.navigation.label}>
      <NavLink to={`/personas/${personaId}/jobs`} className={classes.link}>
        {words.navigation.jobs}
      </NavLink>
      <NavLink to={`/personas/${personaId}/applications`} className={classes.link}>
        {words.navigation.applications}
      </NavLink>
      <NavLink to={`/personas/${personaId}/edit`} className={classes.link}>
        {words.navigation.persona}
      </NavLink>
    </nav>
  );
}
