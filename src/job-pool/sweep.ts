/** One look at a source, or at one of its boards. */
export interface Sweep {
  readonly sourceId: string;
  /** Null or absent for what is no whole board, such as a file: nothing is missed by it. */
  readonly board?: string | null | undefined;
  /** When the source was swept: what is new in one sweep was first seen at one moment. */
  readonly seenAt: Date;
  /** Who handed its postings in; left out where a source was asked. */
  readonly submittedBy?: string;
  /** By whose key the source was asked: what it has is shown to that account alone. */
  readonly foundFor?: string | undefined;
}
