import { OptimisticLockError } from '@mikro-orm/core';

// SQLSTATE: connection exceptions but for protocol violations (08P01), a server that starts or stops, too many
// connections, and transactions that lost against another one.
const passingStates = /^(08(?!P01)|57P0|53300|40001|40P01)/;
// What Node and the driver say, by code or in words, of a connection that is gone or going.
const lostConnection =
  /ECONNREFUSED|ECONNRESET|EPIPE|ERR_STREAM_(DESTROYED|WRITE_AFTER_END)|Connection terminated|connection error|timeout exceeded when trying to connect/;

/** Whether an error of the database is one that the same work does not meet a moment later. */
export const isPassing = (error: unknown): boolean =>
  error instanceof Error &&
  (passingStates.test(sqlStateOf(error)) ||
    lostConnection.test(`${sqlStateOf(error)} ${error.message}`) ||
    // What was to be written had been changed since it was read.
    error instanceof OptimisticLockError);

/** The SQLSTATE of an error of the database, or what else it has for a code; empty without one. */
export const sqlStateOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
