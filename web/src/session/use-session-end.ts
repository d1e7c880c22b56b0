import { useNavigate } from 'react-router';
import { endSession } from './session-state.ts';

/** For when the server has ended the session: leads to the sign-in form, which may say why. */
export function useSessionEnd() {
  const navigate = useNavigate();
  return (notice?: string) => {
    endSession();
    // Whoever signs in next starts at their own first page, not at this account's address.
    void navigate('/sign-in', { replace: true, state: { notice } });
  };
}
