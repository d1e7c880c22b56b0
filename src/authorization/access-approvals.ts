import { createHash } from 'node:crypto';
import type { AccessChange } from './compare-matrices.ts';
import { PolicyError } from './policy.ts';

/** A line by which somebody takes responsibility for what a change of the policy opens. */
export interface Approval {
  readonly coordinate: string;
  readonly what: string;
  /** Fingerprint of the line that the matrix has then: approved is this outcome, and no later one. */
  readonly row: string;
  readonly reason: string;
}

const columns = ['coordinate', 'what', 'row', 'reason'] as const;

/**
 * Reads the committed approvals.
 * @throws PolicyError naming every line that is none
 */
export function parseApprovals(text: string): readonly Approval[] {
  const [header = '', ...lines] = text.split('\n');
  const faults =
    header === columns.join('\t') ? [] : [`access-approvals.tsv:1: write the columns ${columns.join(', ')}`];
  const approvals = lines.flatMap((line, at) => {
    if (line === '') return [];
    const [coordinate = '', what = '', row = '', reason = '', ...more] = line.split('\t');
    if ([coordinate, what, row, reason].some((cell) => cell.trim() === '') || more.length > 0)
      faults.push(`access-approvals.tsv:${at + 2}: write ${columns.join(', ')}, none of them empty`);
    return [{ coordinate, what, row, reason }];
  });
  if (faults.length > 0) throw new PolicyError(faults);
  return approvals;
}

export interface JudgedChanges {
  /** What widens, and no line approves it. */
  readonly unapproved: readonly AccessChange[];
  /** Lines that approve nothing of these changes. */
  readonly stale: readonly Approval[];
}

export function judgeChanges(changes: readonly AccessChange[], approvals: readonly Approval[]): JudgedChanges {
  const widening = changes.filter(({ label }) => label === 'WIDENS');
  return {
    unapproved: widening.filter((change) => !approvalOf(change, approvals)),
    stale: approvals.filter((approval) => !widening.some((change) => approves(approval, change))),
  };
}

/** The line that approves a change, if there is one. */
export const approvalOf = (change: AccessChange, approvals: readonly Approval[]): Approval | undefined =>
  change.label === 'WIDENS' ? approvals.find((approval) => approves(approval, change)) : undefined;

const approves = (approval: Approval, change: AccessChange): boolean =>
  approval.coordinate === change.coordinate && approval.what === change.what && approval.row === fingerprint(change);

/** The line to add for a change, but for its reason. */
export const approvalFor = (change: AccessChange): string =>
  [change.coordinate, change.what, fingerprint(change), ''].join('\t');

const fingerprint = ({ row }: AccessChange): string => createHash('sha256').update(row).digest('hex').slice(0, 12);
