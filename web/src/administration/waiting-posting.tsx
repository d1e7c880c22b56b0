import { useMutation } from '@apollo/client/react';
import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { unmask, type FragmentType } from '../generated/fragment-masking.ts';
import { graphql } from '../generated/gql.ts';
import type { WaitingPostingFieldsFragment } from '../generated/graphql.ts';
import { formatMoment } from '../matches/describe-posting.ts';
import { ConfirmedButton } from '../shell/confirmed-button.tsx';
import { Done, Failure } from '../shell/states.tsx';
import classes from './quarantine.module.css';

export const WaitingPostingFields = graphql(`
  fragment WaitingPostingFields on QuarantinedPosting {
    id
    title
    companyName
    location
    descriptionText
    sourceUrl
    applyUrl
    isQuarantined
    quarantineExpiresAt
    reviewSince
    rejectedAt
    reports {
      reason
      createdAt
    }
    findings {
      field
      text
    }
  }
`);

const ApprovePosting = graphql(`
  mutation ApprovePosting($id: ID!) {
    approvePosting(id: $id) {
      id
      isQuarantined
      reviewSince
      rejectedAt
    }
  }
`);

const RejectPosting = graphql(`
  mutation RejectPosting($id: ID!) {
    rejectPosting(id: $id) {
      id
      isQuarantined
      reviewSince
      rejectedAt
    }
  }
`);

const SplitPosting = graphql(`
  mutation SplitPosting($id: ID!) {
    splitPosting(id: $id)
  }
`);

type Waiting = WaitingPostingFieldsFragment;

interface WaitingPostingProps {
  readonly posting: FragmentType<typeof WaitingPostingFields>;
  /** Tells what was decided; the posting is gone from the list then. */
  readonly onDecided: (outcome: string) => void;
}

/** A posting that waits for a look, or was held back, and what can be decided about it. */
export function WaitingPosting({ posting: given, onDecided }: WaitingPostingProps) {
  const posting = unmask(WaitingPostingFields, given);
  const { id, title, companyName, location, descriptionText } = posting;
  return (
    <Paper component="article" withBorder className={classes.posting} aria-labelledby={`posting-${id}`}>
      <Stack gap="sm">
        <div>
          <Title order={2} size="h4" id={`posting-${id}`}>
            {title}
          </Title>
          <Text fw={500}>{[companyName, location].filter(Boolean).join(' · ')}</Text>
          <Text size="sm" c="dimmed">
            {describeStanding(posting)}
          </Text>
        </div>
        <Remarks posting={posting} />
        <Addresses posting={posting} />
        <details>
          <summary>Its text</summary>
          <Text size="sm" className={classes.text}>
            {descriptionText}
          </Text>
        </details>
        <Verdicts posting={posting} onDecided={onDecided} />
      </Stack>
    </Paper>
  );
}

interface VerdictsProps {
  readonly posting: Waiting;
  readonly onDecided: (outcome: string) => void;
}

function Verdicts({ posting: { id, title, rejectedAt }, onDecided }: VerdictsProps) {
  const [approve, approving] = useMutation(ApprovePosting, {
    variables: { id },
    onCompleted: () => onDecided(`Let go: ${title}`),
  });
  const [reject, rejecting] = useMutation(RejectPosting, {
    variables: { id },
    onCompleted: () => onDecided(`Held back: ${title}`),
  });
  const [split, { data, loading, error: refusal, reset }] = useMutation(SplitPosting, { variables: { id } });
  const error = approving.error ?? rejecting.error;
  return (
    <>
      <Group gap="xs">
        <Button
          variant="default"
          size="xs"
          aria-label={`Let it go: ${title}`}
          loading={approving.loading}
          onClick={() => void approve().catch(() => undefined)}
        >
          Let it go
        </Button>
        {!rejectedAt && (
          <Button
            color="red"
            variant="light"
            size="xs"
            aria-label={`Hold it back: ${title}`}
            loading={rejecting.loading}
            onClick={() => void reject().catch(() => undefined)}
          >
            Hold it back
          </Button>
        )}
        <ConfirmedButton
          label="Take it apart"
          fullLabel={`Take it apart: ${title}`}
          size="xs"
          question="Take this posting apart?"
          run={split}
          error={refusal}
          {...{ loading, reset }}
        >
          Where several sources were taken to have it: what was taken for it last is a posting of its own again, with
          its matches and applications.
        </ConfirmedButton>
      </Group>
      <Done>
        {data &&
          (data.splitPosting ? 'It is taken apart in a moment.' : 'It is of one source alone: nothing to take apart.')}
      </Done>
      {error && <Failure error={error} />}
    </>
  );
}

function describeStanding({ isQuarantined, quarantineExpiresAt, reviewSince, rejectedAt }: Waiting): string {
  if (rejectedAt) return `Held back for good since ${formatMoment(rejectedAt)}`;
  const held = quarantineExpiresAt
    ? `goes to everybody on ${formatMoment(quarantineExpiresAt)}`
    : isQuarantined
      ? 'held back until you decide'
      : 'matched with everybody meanwhile';
  return reviewSince ? `Waits since ${formatMoment(reviewSince)}, ${held}` : held;
}

function Remarks({ posting: { reports, findings } }: { readonly posting: Waiting }) {
  if (reports.length + findings.length === 0) return null;
  return (
    <ul className={classes.remarks} aria-label="What is said of it">
      {reports.map(({ reason, createdAt }) => (
        <li key={`${createdAt} ${reason}`}>
          Reported on {formatMoment(createdAt)}: {reason}
        </li>
      ))}
      {findings.map(({ field, text }) => (
        <li key={`${field} ${text}`}>Speaks to machines: “{text}”</li>
      ))}
    </ul>
  );
}

/** In full, for whoever opens them to see where they lead. */
function Addresses({ posting: { sourceUrl, applyUrl } }: { readonly posting: Waiting }) {
  const addresses = [...new Set([sourceUrl, applyUrl])].filter((url) => typeof url === 'string');
  return addresses.map((url) => (
    <Anchor key={url} href={url} size="sm" target="_blank" rel="noopener noreferrer nofollow" underline="always">
      {url}
    </Anchor>
  ));
}
