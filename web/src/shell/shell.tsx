import { useQuery } from '@apollo/client/react';
import { Button, Container, Menu } from '@mantine/core';
import { Link, NavLink, Outlet, useMatch } from 'react-router';
import { unmask } from '../generated/fragment-masking.ts';
import { labelPersona, PersonaLabel, Personas } from '../personas/personas.ts';
import { useSignOut } from '../session/use-sign-out.ts';
import { useViewer } from '../session/viewer.ts';
import { Logo } from './logo.tsx';
import classes from './shell.module.css';
import { Failure } from './states.tsx';

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
        Skip to content
      </a>
      <header className={classes.header}>
        <Container size="lg" className={classes.bar}>
          <Link to="/" className={classes.home}>
            <Logo />
          </Link>
          {current && <PersonaNavigation personaId={current.id} />}
          <div className={classes.menus}>
            <PersonaMenu personas={personas} current={current} />
            <AccountMenu onSignOut={signOut} />
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
    <nav className={classes.navigation} aria-label="Persona">
      <NavLink to={`/personas/${personaId}/jobs`} className={classes.link}>
        Jobs
      </NavLink>
      <NavLink to={`/personas/${personaId}/applications`} className={classes.link}>
        Applications
      </NavLink>
      <NavLink to={`/personas/${personaId}/edit`} className={classes.link}>
        Persona
      </NavLink>
    </nav>
  );
}

interface Labelled {
  readonly id: string;
  readonly fullName: string;
  readonly currentRole?: string | null;
}

interface PersonaMenuProps {
  readonly personas: readonly Labelled[];
  readonly current: Labelled | undefined;
}

function PersonaMenu({ personas, current }: PersonaMenuProps) {
  return (
    <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button variant="default" size="sm" className={classes.personaButton} rightSection={<Chevron />}>
          <span className="visually-hidden">Persona: </span>
          <span className={classes.personaName}>{current ? labelPersona(current) : 'Choose a persona'}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {personas.map((persona) => (
          <Menu.Item
            key={persona.id}
            component={Link}
            to={`/personas/${persona.id}/jobs`}
            aria-current={persona.id === current?.id ? 'true' : undefined}
            leftSection={<span aria-hidden="true">{persona.id === current?.id ? '✓' : '\u2003'}</span>}
          >
            {labelPersona(persona)}
          </Menu.Item>
        ))}
        {personas.length > 0 && <Menu.Divider />}
        <Menu.Item component={Link} to="/personas/new">
          New persona
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function AccountMenu({ onSignOut }: { readonly onSignOut: () => void }) {
  const viewer = useViewer();
  return (
    <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button variant="subtle" color="gray" size="sm" className={classes.account} aria-label="Account">
          {(viewer.name ?? viewer.email).slice(0, 1).toUpperCase()}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{viewer.email}</Menu.Label>
        <Menu.Item component={Link} to="/settings/account">
          Account settings
        </Menu.Item>
        <Menu.Item onClick={onSignOut}>Sign out</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Chevron() {
  return (
    <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      <path d="M2 4l4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.5" />
    </svg>
  );
}
