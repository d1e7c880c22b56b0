import { useNavigate } from 'react-router';
import { makeFragmentData } from '../generated/fragment-masking.ts';
import { providerChallenge, type ProviderChallenge } from './provider-return.ts';
import { ChallengeFields, SecondStep } from './second-step.tsx';
import { beginSession } from './session-state.ts';

interface ProviderSecondStepProps extends ProviderChallenge {
  readonly onStartOver: (notice?: string) => void;
}

/** The second step of a sign-in whose first one was at a provider; then the page that was asked for. */
export function ProviderSecondStep({ challenge, methods, next, onStartOver }: ProviderSecondStepProps) {
  const navigate = useNavigate();
  const enter = () => {
    void navigate(next, { replace: true });
    providerChallenge(undefined);
    beginSession();
  };
  const startOver = (notice?: string) => {
    providerChallenge(undefined);
    onStartOver(notice);
  };
  const outcome = makeFragmentData({ __typename: 'MfaChallenge', challenge, methods: [...methods] }, ChallengeFields);
  return <SecondStep challenge={outcome} onSignedIn={enter} onStartOver={startOver} />;
}
