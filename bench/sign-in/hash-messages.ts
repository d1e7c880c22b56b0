/** One stretch of comparing a password with its hash, with nothing around it. */
export interface HashOrder {
  readonly hash: string;
  readonly password: string;
  /** Comparisons under way at any time. */
  readonly concurrency: number;
  readonly seconds: number;
}

export interface HashResult {
  readonly perSecond: number;
}
