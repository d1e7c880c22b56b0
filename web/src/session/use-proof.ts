import { useState } from 'react';
import type { MfaMethod } from '../generated/graphql.ts';
import { knowsPasskeys } from './passkeys.ts';

/** A method that is proven by a code that is typed. */
export type CodeMethod = Exclude<MfaMethod, 'PASSKEY'>;

/**
 * Which of its methods an account is proven by, and the code that is being typed for it.
 * @param methods what the account can be proven by, the first to be asked for first
 */
export function useProof(methods: readonly MfaMethod[]) {
  // Where the browser has no passkeys the others are asked for, if there are any.
  const possible = methods.filter((each) => each !== 'PASSKEY' || knowsPasskeys());
  const [method, setMethod] = useState<MfaMethod | undefined>(possible[0]);
  const [code, setCode] = useState('');

  return {
    /** What is asked for; undefined where this browser can ask for none of them. */
    method,
    code,
    setCode,
    others: possible.filter((each) => each !== method),
    switchTo: (other: MfaMethod) => {
      setMethod(other);
      setCode('');
    },
  };
}
