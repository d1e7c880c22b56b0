import type { TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Anchor, Button, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { parseProblem } from '../api/problem.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { Failure } from '../shell/states.tsx';
import { words } from '../words/session.ts';
import { forgetLinkToken, useLinkToken } from './link-token.ts';

interface LinkPageProps<Answer> {
  /** Where the link of the mail leads. */
  readonly path: string;
  readonly title: string;
  /** What the button does, and to whom. */
  readonly children: ReactNode;
  readonly actionLabel: string;
  readonly mutation: TypedDocumentNode<Answer, { token: string }>;
  /** Whether to go on, asked right before; it says itself why not. */
  readonly isReady?: () => Promise<boolean>;
  readonly outcomeTitle: string;
  readonly outcome: (answer: Answer) => ReactNode;
}

/**
 * A page that the link of a mail opens: what the link does, a button that does it, and what came of it. Never by itself,
 * as programs that look through mails open links and run the scripts of their pages.
 */
export function LinkPage<Answer>(props: LinkPageProps<Answer>) {
  const { path, title, children, actionLabel, mutation, isReady, outcomeTitle, outcome } = props;
  const token = useLinkToken(path);
  const [isPreparing, setIsPreparing] = useState(false);
  const [follow, { data, loading, error }] = useMutation(mutation, {
    fetchPolicy: 'no-cache',
    // Other tabs go on undisturbed: whatever session this ended, they hear of it when they ask for something.
    onCompleted: () => void forgetLinkToken(),
  });

  const press = async (token: string) => {
    setIsPreparing(true);
    const goesOn = isReady ? await isReady() : true;
    setIsPreparing(false);
    if (goesOn) void follow({ variables: { token } });
  };

  if (data) {
    return (
      <Stack align="flex-start">
        <PageTitle order={2} isOutcome>
          {outcomeTitle}
        </PageTitle>
        {outcome(data)}
        {startPage}
      </Stack>
    );
  }
  if (!token) return <IncompleteLink title={title} />;
  return (
    <Stack align="flex-start">
      <PageTitle order={2}>{title}</PageTitle>
      {children}
      {error && <Failure error={error} />}
      {error && parseProblem(error).field === 'token' ? (
        startPage
      ) : (
        <Button loading={loading || isPreparing} onClick={() => void press(token)}>
          {actionLabel}
        </Button>
      )}
    </Stack>
  );
}

// It may have ended this browser's session: a page that is loaded anew asks who is here.
const startPage = (
  <Button component="a" href="/" variant="default">
    {words.link.start}
  </Button>
);

interface IncompleteLinkProps {
  readonly title: string;
  /** Another way to what the link was for. */
  readonly children?: ReactNode;
}

/** For whoever came without a token: the link was cut off, or its page was loaded again. */
export function IncompleteLink({ title, children }: IncompleteLinkProps) {
  return (
    <Stack align="flex-start">
      <PageTitle order={2}>{title}</PageTitle>
      <Text>{words.link.incomplete}</Text>
      {children ?? startPage}
    </Stack>
  );
}

/** The way to another link, in the place of one that does not work. */
export function AskAgain({ at }: { readonly at: '/mail-a-link' | '/forgot-password' }) {
  return (
    <Anchor component={Link} to={at} size="sm" underline="always">
      {words.link.again}
    </Anchor>
  );
}
