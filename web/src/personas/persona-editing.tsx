import { Route, Routes } from 'react-router';
import { PageLinks } from '../shell/page-links.tsx';
import { NotFound } from '../shell/states.tsx';
import { EditSources } from '../sources/edit-sources.tsx';
import { words } from '../words/personas.ts';
import { EditBackground, EditRules, EditVoice } from './edit-lists.tsx';
import { EditPersona } from './edit-persona.tsx';
import { EditSearches } from './edit-searches.tsx';
import { PersonaResume } from './persona-resume.tsx';
import { usePersonaId } from './personas.ts';
import { SetUpHint } from './set-up-hint.tsx';

const pages = [
  { path: '', label: words.pages.basics },
  { path: 'background', label: words.pages.background },
  { path: 'rules', label: words.pages.rules },
  { path: 'voice', label: words.pages.voice },
  { path: 'searches', label: words.pages.searches },
  { path: 'sources', label: words.pages.sources },
  { path: 'resume', label: words.pages.resume },
] as const;

/** Everything that a persona says of itself, on a few pages. */
export function PersonaEditing() {
  const personaId = usePersonaId();
  return (
    <>
      <PageLinks label={words.pages.label} base={`/personas/${personaId}/edit`} pages={pages} />
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
