import { useState } from 'react';
import type { MfaMethod } from '../generated/graphql.ts';

/**
 * A code that is being typed, and what it is a code of.
 * @param methods what the account can prove it by
 */
export function useCode(methods: readonly MfaMethod[]) {
  const [method, setMethod] = useState<MfaMethod>(methods[0] ?? 'TOTP');
  const [code, setCode] = useState('');
  const other = methods.find((each) => each !== method);

  return {
    method,
    code,
    setCode,
    /** Leads to the other method; undefined where there is none. */
    switchMethod:
      other &&
      (() => {
        setMethod(other);
        setCode('');
      }),
  };
}
