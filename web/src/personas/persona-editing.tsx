import { NavLink, Route, Routes } from 'react-router';
import { NotFound } from '../shell/states.tsx';
import { EditBackground, EditRules, EditVoice } from './edit-lists.tsx';
import { EditPersona } from './edit-persona.tsx';
import { EditSearches } from './edit-searches.tsx';
import classes from './persona.module.css';
import { PersonaResume } from './persona-resume.tsx';
import { usePersonaId } from './personas.ts';
import { SetUpHint } from './set-up-hint.tsx';

const pages = [
  { path: '', label: 'Basics and wishes' },
  { path: 'background', label: 'Background' },
  { path: 'rules', label: 'Rules' },
  { path: 'voice', label: 'Voice' },
  { path: 'searches', label: 'Searches' },
  { path: 'resume', label: 'Resume file' },
] as const;

/** Everything that a persona says of itself, on a few pages. */
export function PersonaEditing() {
  const personaId = usePersonaId();
  const base = `/personas/${personaId}/edit`;
  return (
    <>
      <nav className={classes.pages} aria-label="About this persona">
        {pages.map(({ path, label }) => (
          <NavLink key={path} to={path === '' ? base : `${base}/${path}`} end className={classes.page ?? ''}>
            {label}
          </NavLink>
        ))}
      </nav>
      <SetUpHint personaId={personaId} />
      <Routes>
        <Route index element={<EditPersona />} />
        <Route path="background" element={<EditBackground />} />
        <Route path="rules" element={<EditRules />} />
        <Route path="voice" element={<EditVoice />} />
        <Route path="searches" element={<EditSearches />} />
        <Route path="resume" element={<PersonaResume />} />
        <Route path="*" element={<NotFound />} />
      </Routes>
    </>
  );
}
