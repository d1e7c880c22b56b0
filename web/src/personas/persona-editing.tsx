import { Route, Routes } from 'react-router';
import { PageLinks } from '../shell/page-links.tsx';
import { NotFound } from '../shell/states.tsx';
import { EditSources } from '../sources/edit-sources.tsx';
import { EditBackground, EditRules, EditVoice } from './edit-lists.tsx';
import { EditPersona } from './edit-persona.tsx';
import { EditSearches } from './edit-searches.tsx';
import { PersonaResume } from './persona-resume.tsx';
import { usePersonaId } from './personas.ts';
import { SetUpHint } from './set-up-hint.tsx';

const pages = [
  { path: '', label: 'Basics and wishes' },
  { path: 'background', label: 'Background' },
  { path: 'rules', label: 'Rules' },
  { path: 'voice', label: 'Voice' },
  { path: 'searches', label: 'Searches' },
  { path: 'sources', label: 'Sources' },
  { path: 'resume', label: 'Resume file' },
] as const;

/** Everything that a persona says of itself, on a few pages. */
export function PersonaEditing() {
  const personaId = usePersonaId();
  return (
    <>
      <PageLinks label="About this persona" base={`/personas/${personaId}/edit`} pages={pages} />
      <SetUpHint personaId={personaId} />
      <Routes>
        <Route index element={<EditPersona />} />
        <Route path="background" element={<EditBackground />} />
        <Route path="rules" element={<EditRules />} />
        <Route path="voice" element={<EditVoice />} />
        <Route path="searches" element={<EditSearches />} />
        <Route path="sources" element={<EditSources />} />
        <Route path="resume" element={<PersonaResume />} />
        <Route path="*" element={<NotFound />} />
      </Routes>
    </>
  );
}
