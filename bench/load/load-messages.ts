import type { PreparedRequest } from '../operations/requests.ts';

/** One stretch of load on one server. */
export interface LoadOrder {
  readonly port: number;
  /** Sent in order, over and over. */
  readonly requests: readonly PreparedRequest[];
  /** Requests under way at any time. */
  readonly concurrency: number;
  readonly seconds: number;
  /** An answer shorter than this cannot be a right one. */
  readonly leastBytes: number;
}

export interface LoadResult {
  readonly requests: number;
  readonly seconds: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

export type LoadReply = LoadResult | { readonly fault: string };
