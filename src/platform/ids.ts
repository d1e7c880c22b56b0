import { v4, v7, validate, NIL } from 'uuid';

/** An id for an owned row: sorts by time, so that indexes of one owner stay compact (RFC 9562, version 7). */
export const newOwnedId = (now: Date): string => v7({ msecs: now.getTime() });

/** An id for a shared row: tells nothing about when the pool learnt of it (RFC 9562, version 4). */
export const newSharedId = (): string => v4();

/** A client's id as a UUID. A malformed one becomes the nil UUID, which no row has: looked up like any other. */
export const toUuid = (id: string): string => (validate(id) ? id.toLowerCase() : NIL);

export const isUuid = (text: string): boolean => validate(text);
