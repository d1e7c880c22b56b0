import { mailedToken, otherPassword } from './accounts.ts';
import { identityDocuments } from './identity-operations.ts';
import { dataOf, type Answer, type TestProduct } from './product.ts';

type Asking = Pick<TestProduct, 'send'>;

/** Asks for a mail with a link to a new password. */
export const requestReset = (by: Asking, email: string): Promise<Answer> =>
  by.send(identityDocuments.requestPasswordReset, { email });

/** Sets a password by the token of such a link. */
export const resetPassword = (by: Asking, token: string, newPassword = otherPassword): Promise<Answer> =>
  by.send(identityDocuments.resetPassword, { token, newPassword });

/** Sets another password by a link that is mailed for it. */
export async function resetByMail(product: TestProduct, email: string): Promise<Answer> {
  dataOf(await requestReset(product, email));
  return resetPassword(product, await mailedToken(product, 'RESET_PASSWORD', email));
}

/** Asks for another mail with a link that proves an address. */
export const requestProof = (by: Asking, email: string): Promise<Answer> =>
  by.send(identityDocuments.requestEmailVerification, { email });

export const verifyEmail = (by: Asking, token: string): Promise<Answer> =>
  by.send(identityDocuments.verifyEmail, { token });

/** Proves an address by the link that was mailed to it last. */
export const proveByMail = async (product: TestProduct, email: string): Promise<Answer> =>
  verifyEmail(product, await mailedToken(product, 'VERIFY_EMAIL', email));

export const confirmMove = (by: Asking, token: string): Promise<Answer> =>
  by.send(identityDocuments.confirmEmailChange, { token });

/** Asks to move to another address. @returns the token of the link that is mailed there */
export async function requestMove(product: TestProduct, by: Asking, newEmail: string): Promise<string> {
  dataOf(await by.send(identityDocuments.requestEmailChange, { newEmail }));
  return mailedToken(product, 'CONFIRM_EMAIL_CHANGE', newEmail);
}

/** Moves an account to another address by the link that is mailed there. */
export const moveAccount = async (product: TestProduct, by: Asking, newEmail: string): Promise<void> =>
  void dataOf(await confirmMove(by, await requestMove(product, by, newEmail)));

/** Takes the address back that an account has moved away from. */
export async function moveBack(product: TestProduct, email: string): Promise<void> {
  const token = await mailedToken(product, 'EMAIL_CHANGED', email);
  dataOf(await product.send(identityDocuments.revertEmailChange, { token }));
}

/** Says “this was not me” by the token of a link. */
export const endSessions = (by: Asking, token: string): Promise<Answer> =>
  by.send(identityDocuments.endSessionsByToken, { token });
