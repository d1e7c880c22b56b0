import { useMutation, useQuery } from '@apollo/client/react';
import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { graphql } from '../generated/gql.ts';
import type { AdminQuarantineQuery } from '../generated/graphql.ts';
import { formatMoment } from '../matches/describe-posting.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { Empty, Failure, Loading } from '../shell/states.tsx';
import classes from './quarantine.module.css';

const AdminQuarantine = graphql(`
  query AdminQuarantine($after: String) {
    adminQuarantine(first: 20, after: $after) {
      edges {
        cursor
        node {
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
          reports {
            reason
            createdAt
          }
          findings {
            field
            text
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

const ApprovePosting = graphql(`
  mutation ApprovePosting($id: ID!) {
    approvePosting(id: $id) {
      id
      reviewSince
    }
  }
`);

const RejectPosting = graphql(`
  mutation RejectPosting($id: ID!) {
    rejectPosting(id: $id) {
      id
      reviewSince
    }
  }
`);

/** What was handed in or reported, for admins to let go or to hold back. */
export function Quarantine() {
  const { data, error, loading, refetch, fetchMore } = useQuery(AdminQuarantine, {
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  const list = data?.adminQuarantine;
  return (
    <Stack>
      <PageTitle>Postings to review</PageTitle>
      {error && !loading ? <Failure error={error} onRetry={() => void refetch().catch(() => undefined)} /> : null}
      {!list && loading && <Loading label="Loading what waits" />}
      {list && <WaitingPostings edges={list.edges} />}
      {list?.pageInfo.hasNextPage && (
        <Button
          variant="default"
          loading={loading}
          onClick={() => void fetchMore({ variables: { after: list.pageInfo.endCursor } }).catch(() => undefined)}
        >
          Load more
        </Button>
      )}
    </Stack>
  );
}

type Edges = NonNullable<AdminQuarantineQuery['adminQuarantine']>['edges'];
type Waiting = Edges[number]['node'];

/** What was decided on this page is gone from it at once. */
function WaitingPostings({ edges }: { readonly edges: Edges }) {
  const waiting = edges.filter(({ node }) => node.reviewSince);
  if (waiting.length === 0) {
    return (
      <Empty title="Nothing waits">
        <Text>What people hand in or report will stand here.</Text>
      </Empty>
    );
  }
  return (
    <ul className={classes.list} aria-label="Postings to review">
      {waiting.map(({ node }) => (
        <li key={node.id}>
          <WaitingPosting posting={node} />
        </li>
      ))}
    </ul>
  );
}

function WaitingPosting({ posting }: { readonly posting: Waiting }) {
  const { id, title, companyName, location, descriptionText } = posting;
  const [approve, approving] = useMutation(ApprovePosting, { variables: { id } });
  const [reject, rejecting] = useMutation(RejectPosting, { variables: { id } });
  const error = approving.error ?? rejecting.error;
  return (
    <Paper component="article" withBorder className={classes.posting} aria-labelledby={`posting-${id}`}>
      <Stack gap="sm">
        <div>
          <Title order={2} size="h4" id={`posting-${id}`}>
            {title}
          </Title>
          <Text fw={500}>{[companyName, location].filter(Boolean).join(' · ')}</Text>
          <Standing posting={posting} />
        </div>
        <Remarks posting={posting} />
        <Addresses posting={posting} />
        <details>
          <summary>Its text</summary>
          <Text size="sm" className={classes.text}>
            {descriptionText}
          </Text>
        </details>
        <Group>
          <Button
            variant="default"
            aria-label={`Let it go: ${title}`}
            loading={approving.loading}
            onClick={() => void approve()}
          >
            Let it go
          </Button>
          <Button
            color="red"
            variant="light"
            aria-label={`Hold it back: ${title}`}
            loading={rejecting.loading}
            onClick={() => void reject()}
          >
            Hold it back
          </Button>
        </Group>
        {error && <Failure error={error} />}
      </Stack>
    </Paper>
  );
}

function Standing({ posting: { isQuarantined, quarantineExpiresAt, reviewSince } }: { readonly posting: Waiting }) {
  const held = quarantineExpiresAt
    ? `goes to everybody ${formatMoment(quarantineExpiresAt)}`
    : isQuarantined
      ? 'held back until you decide'
      : 'matched with everybody meanwhile';
  return (
    <Text size="sm" c="dimmed">
      {reviewSince && `Waits since ${formatMoment(reviewSince)} · `}
      {held}
    </Text>
  );
}

function Remarks({ posting: { reports, findings } }: { readonly posting: Waiting }) {
  if (reports.length + findings.length === 0) return null;
  return (
    <ul className={classes.remarks} aria-label="What is said of it">
      {reports.map(({ reason, createdAt }) => (
        <li key={`${createdAt} ${reason}`}>
          Reported {formatMoment(createdAt)}: {reason}
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
