import { useLazyQuery, useMutation } from '@apollo/client/react';
import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { graphql } from '../generated/gql.ts';
import { ConfirmDialog } from '../shell/confirm-dialog.tsx';
import { PageTitle } from '../shell/page-title.tsx';
import { Done, Failure } from '../shell/states.tsx';
import { words } from '../words/personas.ts';
import { ImportResume } from './import-resume.ts';
import { Panel } from './panel.tsx';
import { forgetPersona } from './persona-cache.ts';
import { usePersonaId } from './personas.ts';
import { ResumeInput } from './resume-input.tsx';
import { saveResume } from './resume-file.ts';

const ExportResume = graphql(`
  query ExportResume($personaId: ID!) {
    persona(id: $personaId) {
      id
      fullName
    }
    exportJsonResume(personaId: $personaId)
  }
`);

/** A persona as a JSON Resume document: out and in. */
export function PersonaResume() {
  const personaId = usePersonaId();
  return (
    <Stack>
      <PageTitle>{words.resume.title}</PageTitle>
      <DownloadPanel personaId={personaId} />
      <Panel title={words.resume.import} hint={words.resume.importHint}>
        <ReplaceByResume personaId={personaId} />
      </Panel>
    </Stack>
  );
}

function DownloadPanel({ personaId }: { readonly personaId: string }) {
  const [ask, { loading, error }] = useLazyQuery(ExportResume, { fetchPolicy: 'no-cache' });
  const download = async () => {
    const { data } = await ask({ variables: { personaId } });
    if (data?.exportJsonResume) saveResume(data.exportJsonResume, data.persona?.fullName ?? '');
  };

  return (
    <Panel title={words.resume.export} hint={words.resume.exportHint}>
      {error ? <Failure error={error} /> : null}
      <div>
        {/* What fails is told by the query's own error. */}
        <Button variant="default" loading={loading} onClick={() => void download().catch(() => undefined)}>
          {words.resume.download}
        </Button>
      </div>
    </Panel>
  );
}

/** Reads a resume into a persona that there is, after asking. */
export function ReplaceByResume({ personaId }: { readonly personaId: string }) {
  const [asked, setAsked] = useState<{ readonly document: unknown }>();
  const [importResume, { data, loading, error, reset }] = useMutation(ImportResume, {
    update: (cache) => forgetPersona(cache, personaId),
  });
  const start = () => {
    const document = asked?.document;
    setAsked(undefined);
    // What fails is told by the mutation's own error.
    void importResume({ variables: { personaId, document } }).catch(() => undefined);
  };

  return (
    <>
      <ResumeInput
        submitLabel={words.resume.submit}
        loading={loading}
        error={error}
        onDocument={(document) => {
          reset();
          setAsked({ document });
        }}
      />
      <Done>{data ? words.resume.done : null}</Done>
      <ConfirmDialog
        isOpen={asked !== undefined}
        title={words.resume.confirmTitle}
        confirmLabel={words.resume.submit}
        loading={false}
        onConfirm={start}
        onCancel={() => setAsked(undefined)}
      >
        {words.resume.confirmText}
      </ConfirmDialog>
    </>
  );
}
