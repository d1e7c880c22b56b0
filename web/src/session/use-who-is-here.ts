import { useQuery, useReactiveVar } from '@apollo/client/react';
import { unmask } from '../generated/fragment-masking.ts';
import { isSignedOut } from './session-state.ts';
import { Me, ViewerFields } from './viewer.ts';

/** Who is signed in in this browser, for pages that are there for everybody. */
export function useWhoIsHere() {
  const isNobody = useReactiveVar(isSignedOut);
  const { data, error, refetch } = useQuery(Me, { skip: isNobody, fetchPolicy: 'network-only' });
  const viewer = isNobody ? undefined : unmask(ViewerFields, data?.me);

  /**
   * Asks again, and so renews the session where it has run out: public operations would take its owner for a stranger.
   * False when whoever was here is not any more.
   */
  const confirm = async () => {
    if (isNobody) return true;
    const answer = await refetch().catch(() => undefined);
    return Boolean(answer?.data?.me);
  };
  return { viewer, isNobody, error: isNobody ? undefined : error, retry: () => void confirm(), confirm };
}
