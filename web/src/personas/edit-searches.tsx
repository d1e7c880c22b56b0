import { words } from '../words/personas.ts';
import { PersonaPage } from './persona-page.tsx';
import { SearchesPage } from './search-profile.ts';
import { Searches } from './searches.tsx';

/** What sources are asked for a persona. */
export const EditSearches = () => (
  // Changes of the persona make them stale without saying so.
  <PersonaPage title={words.pages.searches} query={SearchesPage} fetchPolicy="cache-and-network">
    {(given) => <Searches {...given} />}
  </PersonaPage>
);
