import { useMutation } from '@apollo/client/react';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { parseProblem, type AskedFor } from '../api/problem.ts';
import { graphql } from '../generated/gql.ts';
import { formatMoment } from '../language/format-date.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { Failure, Loading } from '../shell/states.tsx';
import { words } from '../words/session.ts';
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
  if (!token) return <IncompleteLink title={words.magicLink.title}>{askAgain}</IncompleteLink>;

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
      {words.magicLink.entering}
    </PageTitle>
  );
}

/** For whoever did not get through the second step. */
function UsedUp() {
  return (
    <Stack align="flex-start">
      <PageTitle order={2} isOutcome>
        {words.magicLink.usedUp}
      </PageTitle>
      <Text>{words.magicLink.usedUpText}</Text>
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
      <PageTitle order={2}>{words.magicLink.title}</PageTitle>
      {here.viewer ? (
        <Text>{words.magicLink.somebodyHere(<strong>{here.viewer.email}</strong>)}</Text>
      ) : (
        <Text>{words.magicLink.nobodyHere}</Text>
      )}
      {problem && <Failure error={error} />}
      {problem?.field === 'token' ? (
        askAgain
      ) : (
        <Button loading={loading} onClick={onPress}>
          {words.magicLink.title}
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
        {words.magicLink.question}
      </PageTitle>
      <Alert color="yellow" role="note" title={words.magicLink.elsewhere}>
        {asked && <Text size="sm">{words.magicLink.asked(asked.device, asked.from, formatMoment(asked.at))}</Text>}
        <Text size="sm">{words.magicLink.elsewhereText}</Text>
      </Alert>
      <Group>
        <Button loading={loading} onClick={onConfirm}>
          {words.magicLink.itWasMe}
        </Button>
        <Button component="a" href="/" variant="default">
          {words.magicLink.itWasNotMe}
        </Button>
      </Group>
    </Stack>
  );
}

const askAgain = <AskAgain at="/mail-a-link" />;
