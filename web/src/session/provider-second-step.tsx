import { useNavigate } from 'react-router';
import { makeFragmentData } from '../generated/fragment-masking.ts';
import { dropChallenge, providerChallenge, type ProviderChallenge } from './provider-return.ts';
import { ChallengeFields, SecondStep } from './second-step.tsx';
import { beginSession } from './session-state.ts';

/** The second step of a sign-in whose first one was at a provider; then the page that was asked for. */
export function ProviderSecondStep({ challenge, methods, next }: ProviderChallenge) {
  const navigate = useNavigate();
  const enter = () => {
    void navigate(next, { replace: true });
    providerChallenge(undefined);
    beginSession();
  };
  const outcome = makeFragmentData({ __typename: 'MfaChallenge', challenge, methods: [...methods] }, ChallengeFields);
  return <SecondStep challenge={outcome} onSignedIn={enter} onStartOver={dropChallenge} />;
}
