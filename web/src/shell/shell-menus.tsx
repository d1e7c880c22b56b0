import { Button, Menu } from '@mantine/core';
import { Link, useMatch } from 'react-router';
import { labelPersona } from '../personas/personas.ts';
import { useViewer } from '../session/viewer.ts';
import { words } from '../words/shell.ts';
import classes from './shell.module.css';

interface Labelled {
  readonly id: string;
  readonly fullName: string;
  readonly currentRole?: string | null;
}

interface PersonaMenuProps {
  readonly personas: readonly Labelled[];
  readonly current: Labelled | undefined;
}

interface ShellMenusProps extends PersonaMenuProps {
  readonly onSignOut: () => void;
}

/** Where another persona is chosen, and what there is for the account. */
export function ShellMenus({ personas, current, onSignOut }: ShellMenusProps) {
  return (
    <>
      <PersonaMenu personas={personas} current={current} />
      <AccountMenu onSignOut={onSignOut} />
    </>
  );
}

/** The page of a persona that another one is shown on: the same, unless it is of something that only this one has. */
function usePersonaPage(): string {
  const { section, '*': rest } = useMatch('/personas/:personaId/:section/*')?.params ?? {};
  if (section === 'edit' && rest) return `edit/${rest}`;
  return section ?? 'jobs';
}

function PersonaMenu({ personas, current }: PersonaMenuProps) {
  const page = usePersonaPage();
  return (
    <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button variant="default" size="sm" className={classes.personaButton} rightSection={<Chevron />}>
          <span className="visually-hidden">{words.personas.label}</span>
          <span className={classes.personaName}>{current ? labelPersona(current) : words.personas.choose}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {personas.map((persona) => (
          <Menu.Item
            key={persona.id}
            component={Link}
            to={`/personas/${persona.id}/${page}`}
            aria-current={persona.id === current?.id ? 'true' : undefined}
            leftSection={<span aria-hidden="true">{persona.id === current?.id ? '✓' : '\u2003'}</span>}
          >
            {labelPersona(persona)}
          </Menu.Item>
        ))}
        {personas.length > 0 && <Menu.Divider />}
        <Menu.Item component={Link} to="/personas/new">
          {words.personas.add}
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
        <Button variant="subtle" color="gray" size="sm" className={classes.account} aria-label={words.account.label}>
          {(viewer.name ?? viewer.email).slice(0, 1).toUpperCase()}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{viewer.email}</Menu.Label>
        <Menu.Item component={Link} to="/settings/account">
          {words.account.settings}
        </Menu.Item>
        {viewer.roles.some((role) => role !== 'USER') && (
          <Menu.Item component={Link} to="/admin">
            {words.account.administration}
          </Menu.Item>
        )}
        <Menu.Item onClick={onSignOut}>{words.account.signOut}</Menu.Item>
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
