import type { PreparedRequest } from '../operations/requests.ts';

/** One stretch of load on one server. */
export interface LoadOrder {
  readonly port: number;
  /** Sent in order, over and over. */
  readonly requests: readonly PreparedRequest[];
  /** Requests under way at any time; with a pace, at most. */
  readonly concurrency: number;
  /** Requests a second, sent when they are due whether earlier ones are answered or not. Without: as fast as answers come. */
  readonly pace?: number | undefined;
  readonly seconds: number;
  /** The same load before the time that counts, for what takes a while to settle. */
  readonly leadSeconds?: number | undefined;
  /** An answer shorter than this cannot be a right one. */
  readonly leastBytes: number;
  /** Code of the error that says no for the moment: counted, and no right answer. Every other error ends the load. */
  readonly refusal?: string | undefined;
}

export interface LoadResult {
  /** Sent in the time that counts, with a right answer. */
  readonly requests: number;
  /** Until the last answer. */
  readonly seconds: number;
  /** Right answers a second that came in the time that counts, whenever they were asked for. */
  readonly answersPerSecond: number;
  readonly refused: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

export type LoadReply = LoadResult | { readonly fault: string };
