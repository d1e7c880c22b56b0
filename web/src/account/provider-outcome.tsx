import { useQuery } from '@apollo/client/react';
import { useProviderReturn, type Errand } from '../session/provider-return.ts';
import { describeProviderReturn } from '../session/provider-words.ts';
import { Done, Refused } from '../shell/states.tsx';
import { useOutcomeFocus } from '../shell/use-outcome-focus.ts';
import { words } from '../words/account.ts';
import { MySignInMethods } from './my-sign-in-methods.ts';
import classes from './second-factor.module.css';

/** What came of going to a provider from here. It takes the focus: the page was loaded anew. */
export function ProviderOutcome() {
  const returned = useProviderReturn();
  const refusal = returned && describeProviderReturn(returned, { isSignedIn: true });
  const success = useSuccess(refusal === undefined ? returned?.errand : undefined);
  const outcome = useOutcomeFocus(refusal ?? success);

  if (!refusal && !success) return null;
  return (
    <div ref={outcome} tabIndex={-1} className={classes.overview}>
      <Refused>{refusal}</Refused>
      <Done>{success}</Done>
    </div>
  );
}

function useSuccess(errand: Errand | undefined): string | undefined {
  const isLink = errand?.purpose === 'LINK';
  const { data } = useQuery(MySignInMethods, { skip: !isLink });
  if (errand?.purpose === 'STEP_UP') return words.provider.proven;
  // The list has the last word: somebody may come here by another way than the provider's.
  const isLinked = data?.mySignInMethods.some(({ kind, label }) => kind === 'OAUTH' && label === errand?.label);
  return isLink && isLinked ? words.provider.linked(errand.label) : undefined;
}
