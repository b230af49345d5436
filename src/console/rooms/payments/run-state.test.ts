import { expect, it } from 'vitest';
import { runState } from '#console/rooms/payments/run-state.ts';

const RUN = {
  decision: null,
  ended: null,
  sentAt: null,
  fileHash: null,
  paidCount: 0,
  rejectedCount: 0,
  lineCount: 2,
} as const;

it('NAT-P.11: a run waits, is approved, sent, and over once the bank answered every line', () => {
  const approved = { ...RUN, decision: 'approved' } as const;
  const sent = { ...approved, sentAt: '2026-03-01T00:00:00.000Z', fileHash: 'a' } as const;
  expect(runState(RUN)).toBe('waiting');
  expect(runState({ ...RUN, decision: 'rejected' })).toBe('rejected');
  expect(runState(approved)).toBe('approved');
  expect(runState({ ...approved, ended: 'withdrawn' })).toBe('withdrawn');
  expect(runState({ ...RUN, ended: 'lapsed' })).toBe('lapsed');
  expect(runState({ ...sent, paidCount: 1 })).toBe('sent');
  expect(runState({ ...sent, paidCount: 1, rejectedCount: 1 })).toBe('answered');
  expect(runState({ ...sent, fileHash: null })).toBe('answered');
});
