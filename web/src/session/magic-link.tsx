import { useMutation } from '@apollo/client/react';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { parseProblem, type AskedFor } from '../api/problem.ts';
import { graphql } from '../generated/gql.ts';
import { formatMoment } from '../matches/describe-posting.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { Failure, Loading } from '../shell/states.tsx';
import { AskAgain, IncompleteLink } from './link-page.tsx';
import { forgetLinkToken, useLinkToken } from './link-token.ts';
import { SecondStep } from './second-step.tsx';
import { beginSession } from './session-state.ts';
import { useWhoIsHere } from './use-who-is-here.ts';

const SignInByLink = graphql(`
  mutation SignInByLink($token: String!, $elsewhere: Boolean!) {
    redeemMagicLink(token: $token, elsewhere: $elsewhere) {
      ... on AuthSession {
        user {
          id
        }
      }
      ... on MfaChallenge {
        ...ChallengeFields
      }
    }
  }
`);

/** Signs in by the link of a mail: in the browser that asked for it by a press, in any other after one more question. */
export function MagicLink() {
  const token = useLinkToken('/magic-link');
  const [question, setQuestion] = useState<Question>();
  const [isOver, setIsOver] = useState(false);
  const [signIn, { data, loading, error }] = useMutation(SignInByLink, {
    fetchPolicy: 'no-cache',
    onCompleted: ({ redeemMagicLink }) => {
      forgetLinkToken();
      if (redeemMagicLink && 'user' in redeemMagicLink) enter();
    },
    onError: (refusal) => {
      const { reason, asked } = parseProblem(refusal);
      setQuestion(reason === 'ELSEWHERE' ? { asked } : undefined);
    },
  });
  const outcome = data?.redeemMagicLink;

  if (isOver) return <UsedUp />;
  if (outcome && 'user' in outcome) return <Entering />;
  if (outcome) return <SecondStep challenge={outcome} onSignedIn={enter} onStartOver={() => setIsOver(true)} />;
  if (!token) return <IncompleteLink title="Sign in">{askAgain}</IncompleteLink>;

  const press = (elsewhere: boolean) => void signIn({ variables: { token, elsewhere } });
  if (question) return <AskedElsewhere {...question} loading={loading} onConfirm={() => press(true)} />;
  return <FirstPress error={error} loading={loading} onPress={() => press(false)} />;
}

/** Goes to the account's first page, loaded anew: somebody else may have been signed in here. */
function enter(): void {
  beginSession();
  window.location.replace('/');
}

function Entering() {
  return (
    <PageTitle order={2} isOutcome>
      You are signed in
    </PageTitle>
  );
}

/** For whoever did not get through the second step. */
function UsedUp() {
  return (
    <Stack align="flex-start">
      <PageTitle order={2} isOutcome>
        Sign in once more
      </PageTitle>
      <Text>The link has done its work, and the second step was not taken in time.</Text>
      {askAgain}
    </Stack>
  );
}

interface FirstPressProps {
  readonly error: unknown;
  readonly loading: boolean;
  readonly onPress: () => void;
}

function FirstPress({ error, loading, onPress }: FirstPressProps) {
  const here = useWhoIsHere();
  const problem = error ? parseProblem(error) : undefined;
  if (here.error) return <Failure error={here.error} onRetry={here.retry} />;
  // A session that is renewed at the same time would end up in the place of the new one.
  if (!here.viewer && !here.isNobody) return <Loading />;
  return (
    <Stack align="flex-start">
      <PageTitle order={2}>Sign in</PageTitle>
      {here.viewer ? (
        <Text>
          You are signed in as <strong>{here.viewer.email}</strong>. If the mail is about another account, this browser
          changes over to that one.
        </Text>
      ) : (
        <Text>The link signs you in to Tenure in this browser.</Text>
      )}
      {problem && <Failure error={error} />}
      {problem?.field === 'token' ? (
        askAgain
      ) : (
        <Button loading={loading} onClick={onPress}>
          Sign in
        </Button>
      )}
    </Stack>
  );
}

/** That the link was asked for in another browser, and from where, if the server told. */
interface Question {
  readonly asked: AskedFor | undefined;
}

interface AskedElsewhereProps extends Question {
  readonly loading: boolean;
  readonly onConfirm: () => void;
}

/** Whoever is led here by a link that somebody else asked for would let that person in on what they do. */
function AskedElsewhere({ asked, loading, onConfirm }: AskedElsewhereProps) {
  return (
    <Stack align="flex-start">
      <PageTitle order={2} isOutcome>
        Was it you who asked for this link?
      </PageTitle>
      <Alert color="yellow" role="note" title="It was asked for in another browser">
        {asked && (
          <Text size="sm">
            {asked.device}, at {asked.from ?? 'an unknown address'}, {formatMoment(asked.at)}
          </Text>
        )}
        <Text size="sm">
          Go on if that was you, on another device or in another browser. If not, close this page, and tell nobody of
          the link.
        </Text>
      </Alert>
      <Group>
        <Button loading={loading} onClick={onConfirm}>
          It was me: sign in here
        </Button>
        <Button component="a" href="/" variant="default">
          It was not me
        </Button>
      </Group>
    </Stack>
  );
}

const askAgain = <AskAgain at="/mail-a-link" />;
