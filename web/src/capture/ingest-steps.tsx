import { Alert, Button, Stack, Text } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import type { IngestFieldsFragment } from '../generated/graphql.ts';
import { Failure, Loading } from '../shell/states.tsx';
import { words } from '../words/capture.ts';
import { KeepForm } from './keep-form.tsx';
import { useIngest } from './use-ingest.ts';

interface IngestStepsProps {
  readonly id: string;
  readonly personaId: string;
  readonly onKept: (matchId: string) => void;
  /** Hands the same in again. */
  readonly onAgain: () => void;
  /** The way back to what was handed in. */
  readonly wayBack: ReactNode;
}

/** What becomes of a posting that was handed in: it is read, looked at and kept, or why not. */
export function IngestSteps({ id, personaId, onKept, onAgain, wayBack }: IngestStepsProps) {
  const { ingest, isGone, error, refetch } = useIngest(id);
  const keptAs = ingest?.state === 'CONFIRMED' ? ingest.personaJob?.id : undefined;
  // It was kept in another tab, or the answer that says so was lost.
  useEffect(() => {
    if (keptAs !== undefined) onKept(keptAs);
  }, [keptAs, onKept]);

  const look = () => void refetch().catch(() => undefined);
  if (ingest) return <Standing ingest={ingest} {...{ personaId, onKept, onAgain, wayBack }} onOver={look} />;
  if (isGone) return <ThrownAway onAgain={onAgain} wayBack={wayBack} />;
  return error ? <Failure error={error} onRetry={look} /> : <Reading />;
}

const Reading = () => <Loading label={words.ingest.reading} />;

interface StandingProps extends Omit<IngestStepsProps, 'id'> {
  readonly ingest: IngestFieldsFragment;
  readonly onOver: () => void;
}

function Standing({ ingest, personaId, onKept, onAgain, onOver, wayBack }: StandingProps) {
  const { id, state, preview, failure } = ingest;
  if (state === 'PROCESSING') return <Reading />;
  if (state === 'FAILED')
    return (
      <Ended title={words.ingest.failed} wayBack={wayBack}>
        <Text size="sm">{failure}</Text>
      </Ended>
    );
  if (state !== 'READY' || !preview) return <ThrownAway onAgain={onAgain} wayBack={wayBack} />;
  return (
    <>
      <KeepForm key={id} ingest={{ ...ingest, preview }} {...{ personaId, onKept, onOver }} />
      {wayBack}
    </>
  );
}

const ThrownAway = ({ onAgain, wayBack }: Pick<IngestStepsProps, 'onAgain' | 'wayBack'>) => (
  <Ended title={words.ingest.gone} wayBack={wayBack}>
    <Text size="sm">{words.ingest.goneText}</Text>
    <Button size="xs" variant="default" onClick={onAgain}>
      {words.ingest.again}
    </Button>
  </Ended>
);

interface EndedProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly wayBack: ReactNode;
}

const Ended = ({ title, children, wayBack }: EndedProps) => (
  <>
    <Alert color="yellow" title={title} role="alert">
      <Stack align="flex-start" gap="sm">
        {children}
      </Stack>
    </Alert>
    {wayBack}
  </>
);
