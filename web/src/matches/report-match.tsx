import { useMutation } from '@apollo/client/react';
import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useNavigate } from 'react-router';
import { locateRefusal } from '../api/problem.ts';
import { graphql } from '../generated/gql.ts';
import { usePersonaId } from '../personas/personas.ts';
import { Dialog } from '../shell/dialog.tsx';
import { Refused } from '../shell/states.tsx';
import { words } from '../words/match-detail.ts';
import { forgetMatches } from './match-cache.ts';

const ReportJob = graphql(`
  mutation ReportJob($personaJobId: ID!, $reason: String!) {
    reportJob(personaJobId: $personaJobId, reason: $reason)
  }
`);

/** Says to admins what is wrong with a posting, which is gone from the lists then. */
export function ReportMatch({ matchId }: { readonly matchId: string }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button variant="subtle" color="red" onClick={() => setIsOpen(true)}>
        {words.report.open}
      </Button>
      <Dialog isOpen={isOpen} title={words.report.title} onClose={() => setIsOpen(false)}>
        {isOpen && <ReportForm matchId={matchId} onCancel={() => setIsOpen(false)} />}
      </Dialog>
    </>
  );
}

interface ReportFormProps {
  readonly matchId: string;
  readonly onCancel: () => void;
}

function ReportForm({ matchId, onCancel }: ReportFormProps) {
  const personaId = usePersonaId();
  const navigate = useNavigate();
  const [reason, setReason] = useState('');
  const [report, { loading, error }] = useMutation(ReportJob, {
    update: forgetMatches,
    onCompleted: () => void navigate(`/personas/${personaId}/jobs`),
  });
  const { at, form: refusal } = locateRefusal(error, ['reason']);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void report({ variables: { personaJobId: matchId, reason } });
  };

  return (
    <form onSubmit={submit}>
      <Stack>
        <Text>{words.report.text}</Text>
        <Refused>{refusal}</Refused>
        <Textarea
          label={words.report.reason}
          required
          autosize
          minRows={2}
          maxLength={500}
          value={reason}
          error={at('reason')}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {words.report.cancel}
          </Button>
          <Button type="submit" color="red" loading={loading}>
            {words.report.submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
