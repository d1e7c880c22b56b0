/** An address with the name that is shown for it. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

const plainAddress = /^[^\s\p{C}<>()[\]\\,;:"@]+@[^\s\p{C}<>()[\]\\,;:"@]+$/u;

/** Whether a header of a mail can hold an address as it is: nothing in it ends a line, or begins another address. */
export const isPlainAddress = (text: string): boolean => plainAddress.test(text);

/** A mailbox from `Name <address>` or `address`; null where it is none. */
export function findMailbox(text: string): Mailbox | null {
  const [, name = '', address = text] = /^([^<>"\p{C}]*)<([^<>]*)>$/u.exec(text.trim()) ?? [];
  const mailbox = { name: name.trim(), address: address.trim() };
  return isPlainAddress(mailbox.address) ? mailbox : null;
}
