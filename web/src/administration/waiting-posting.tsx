import { useMutation } from '@apollo/client/react';
import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { unmask, type FragmentType } from '../generated/fragment-masking.ts';
import { graphql } from '../generated/gql.ts';
import type { WaitingPostingFieldsFragment } from '../generated/graphql.ts';
import { formatMoment } from '../language/format-date.ts';
import { ConfirmedButton } from '../shell/confirmed-button.tsx';
import { Done, Failure } from '../shell/states.tsx';
import { words } from '../words/administration.ts';
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
          <summary>{words.posting.text}</summary>
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
    onCompleted: () => onDecided(words.posting.letGo(title)),
  });
  const [reject, rejecting] = useMutation(RejectPosting, {
    variables: { id },
    onCompleted: () => onDecided(words.posting.heldBack(title)),
  });
  const [split, { data, loading, error: refusal, reset }] = useMutation(SplitPosting, { variables: { id } });
  const error = approving.error ?? rejecting.error;
  return (
    <>
      <Group gap="xs">
        <Button
          variant="default"
          size="xs"
          aria-label={words.posting.approveOf(title)}
          loading={approving.loading}
          onClick={() => void approve().catch(() => undefined)}
        >
          {words.posting.approve}
        </Button>
        {!rejectedAt && (
          <Button
            color="red"
            variant="light"
            size="xs"
            aria-label={words.posting.rejectOf(title)}
            loading={rejecting.loading}
            onClick={() => void reject().catch(() => undefined)}
          >
            {words.posting.reject}
          </Button>
        )}
        <ConfirmedButton
          label={words.posting.split}
          fullLabel={`${words.posting.split}: ${title}`}
          size="xs"
          question={words.posting.splitQuestion}
          run={split}
          error={refusal}
          {...{ loading, reset }}
        >
          {words.posting.splitText}
        </ConfirmedButton>
      </Group>
      <Done>{data && (data.splitPosting ? words.posting.splitDone : words.posting.splitNothing)}</Done>
      {error && <Failure error={error} />}
    </>
  );
}

function describeStanding({ isQuarantined, quarantineExpiresAt, reviewSince, rejectedAt }: Waiting): string {
  if (rejectedAt) return words.posting.heldBackSince(formatMoment(rejectedAt));
  const held = quarantineExpiresAt
    ? words.posting.released(formatMoment(quarantineExpiresAt))
    : isQuarantined
      ? words.posting.undecided
      : words.posting.meanwhile;
  return reviewSince ? words.posting.waits(formatMoment(reviewSince), held) : held;
}

function Remarks({ posting: { reports, findings } }: { readonly posting: Waiting }) {
  if (reports.length + findings.length === 0) return null;
  return (
    <ul className={classes.remarks} aria-label={words.posting.remarks}>
      {reports.map(({ reason, createdAt }) => (
        <li key={`${createdAt} ${reason}`}>{words.posting.reported(formatMoment(createdAt), reason)}</li>
      ))}
      {findings.map(({ field, text }) => (
        <li key={`${field} ${text}`}>{words.posting.finding(text)}</li>
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
