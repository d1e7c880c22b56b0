import { describe, expect, test } from 'vitest';
import { approvalFor, approvalOf, judgeChanges, parseApprovals } from '#authorization/access-approvals.ts';
import type { AccessChange } from '#authorization/compare-matrices.ts';
import { PolicyError } from '#authorization/policy.ts';

const header = 'coordinate\twhat\trow\treason';
const opened: AccessChange = {
  label: 'WIDENS',
  coordinate: 'Query.sign',
  what: 'open to Anonymous',
  row: 'Query.sign\tyes\tyes',
};
const closed: AccessChange = { ...opened, label: 'NARROWS', coordinate: 'Query.audit', what: 'no longer open to USER' };
const approvalsOf = (...lines: readonly string[]) => parseApprovals(`${[header, ...lines].join('\n')}\n`);

describe('a change that widens', () => {
  test('needs a line of its own, and others need none', () => {
    expect(judgeChanges([opened, closed], approvalsOf()).unapproved).toEqual([opened]);
    const approved = approvalsOf(`${approvalFor(opened)}the sign hangs outside`);
    expect(judgeChanges([opened, closed], approved)).toEqual({ unapproved: [], stale: [] });
  });

  test('is approved as it is, and in no other outcome', () => {
    const approved = approvalsOf(`${approvalFor(opened)}the sign hangs outside`);
    const wider = { ...opened, row: 'Query.sign\tyes\tyes\tno tripwire' };
    const otherwise = { ...opened, what: 'open to Anonymous, USER' };
    const elsewhere = { ...opened, coordinate: 'Query.audit' };
    for (const change of [wider, otherwise, elsewhere])
      expect(judgeChanges([change], approved)).toEqual({ unapproved: [change], stale: approved });
  });
});

describe('a line of approvals', () => {
  test.each([
    ['without a reason', approvalFor(opened)],
    ['with a reason of nothing', `${approvalFor(opened)}  `],
    ['with too many cells', `${approvalFor(opened)}a reason\tand another`],
    ['with too few', 'Query.sign\tmine'],
  ])('%s is refused by its number', (_what, line) => {
    expect(() => approvalsOf(`${approvalFor(opened)}good`, line)).toThrow(PolicyError);
    expect(() => approvalsOf(`${approvalFor(opened)}good`, line)).toThrow('access-approvals.tsv:3:');
  });

  test('stands below the names of its columns', () => {
    expect(() => parseApprovals('')).toThrow('access-approvals.tsv:1:');
  });
});

test('a change that widens nothing is approved by no line, whatever the line says', () => {
  const widens = { label: 'WIDENS', coordinate: 'Query.me', what: 'open to Anonymous', row: 'Query.me\tyes' } as const;
  const lines = parseApprovals(`coordinate\twhat\trow\treason\n${approvalFor(widens)}asked for`);
  expect(approvalOf(widens, lines)?.reason).toBe('asked for');
  expect(approvalOf({ ...widens, label: 'NARROWS' }, lines)).toBeUndefined();
});
