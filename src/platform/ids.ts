import { v4, v7, validate, NIL } from 'uuid';

/** An id for an owned row: sorts by time, so that indexes of one owner stay compact (RFC 9562, version 7). */
export const newOwnedId = (now: Date): string => v7({ msecs: now.getTime() });

/** An id for a shared row: tells nothing about when the pool learnt of it (RFC 9562, version 4). */
export const newSharedId = (): string => v4();

/**
 * An id for a row that is part of a shared one. It begins as the whole's does, so that an index has the parts of one whole
 * side by side: each anywhere, the more of its pages would be written to the larger it is (RFC 9562, version 8).
 */
export const newPartId = (wholeId: string): string => `${wholeId.slice(0, 13)}-8${v4().slice(15)}`;

/** A client's id as a UUID. A malformed one becomes the nil UUID, which no row has: looked up like any other. */
export const toUuid = (id: string): string => (validate(id) ? id.toLowerCase() : NIL);

export const isUuid = (text: string): boolean => validate(text);
