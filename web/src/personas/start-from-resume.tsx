import { useMutation } from '@apollo/client/react';
import { unmask } from '../generated/fragment-masking.ts';
import { graphql } from '../generated/gql.ts';
import { useViewer } from '../session/viewer.ts';
import { useGoOn } from '../shell/use-go-on.ts';
import { words } from '../words/personas.ts';
import { CreatePersona } from './create-persona.ts';
import { DeletePersona } from './delete-persona.ts';
import { Panel } from './panel.tsx';
import { PersonaLabel, Personas } from './personas.ts';
import { ResumeInput } from './resume-input.tsx';

// Its searches are derived of what it says then: when it was made, it said nothing.
const BeginWithResume = graphql(`
  mutation BeginWithResume($personaId: ID!, $document: JSON!) {
    importJsonResume(personaId: $personaId, document: $document) {
      ...PersonaLabel
    }
    generateSearchProfile(personaId: $personaId) {
      id
    }
  }
`);

/** Makes a persona of a JSON Resume document. */
export function StartFromResume() {
  const viewer = useViewer();
  const goOn = useGoOn();
  const [createPersona, creating] = useMutation(CreatePersona);
  const [importResume, importing] = useMutation(BeginWithResume);
  const [deletePersona] = useMutation(DeletePersona);

  const start = async (document: unknown) => {
    importing.reset();
    // What a document leaves out, the account fills in.
    const input = { fullName: viewer.name ?? viewer.email, email: viewer.email };
    const { data } = await createPersona({ variables: { input } });
    const id = unmask(PersonaLabel, data?.createPersona)?.id;
    if (id === undefined) return;
    try {
      await importResume({
        variables: { personaId: id, document },
        update: (cache, { data: read }) => {
          const made = read?.importJsonResume;
          if (made) cache.updateQuery({ query: Personas }, (list) => list && { personas: [...list.personas, made] });
        },
      });
    } catch (error) {
      // A document that was refused leaves no empty persona behind.
      await deletePersona({ variables: { id } });
      throw error;
    }
    goOn(`/personas/${id}/set-up/basic-info`);
  };

  return (
    <Panel title={words.start.title} hint={words.start.hint}>
      <ResumeInput
        submitLabel={words.start.submit}
        loading={creating.loading || importing.loading}
        error={creating.error ?? importing.error}
        // What fails is told by the mutations' own errors.
        onDocument={(document) => void start(document).catch(() => undefined)}
      />
    </Panel>
  );
}
