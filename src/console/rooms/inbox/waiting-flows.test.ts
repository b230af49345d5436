import { expect, it } from 'vitest';
import type { Account } from '#console/api/session-queries.ts';
import { waitingFlows } from '#console/rooms/inbox/waiting-flows.ts';

const ACCOUNT: Account = {
  userId: 'chen',
  login: 'chen',
  name: 'chen',
  department: 'finance',
  place: 'yunhai',
  mustChange: false,
  grants: [{ role: 'fund_checker', place: 'yunhai/east', breakGlass: null }],
};

it('what waits is undecided, of the own places, and proposed by another', () => {
  const record = { place: 'yunhai/east', proposedBy: 'mei', decision: null };
  expect(waitingFlows(ACCOUNT, [record])).toEqual([record]);
  expect(
    waitingFlows(ACCOUNT, [
      { ...record, proposedBy: 'chen' },
      { ...record, place: 'yunhai/west' },
      { ...record, decision: 'approved' as const },
    ]),
  ).toEqual([]);
});
