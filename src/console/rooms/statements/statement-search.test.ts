import { expect, it } from 'vitest';
import {
  askedOf,
  cellText,
  readCell,
  readStatementSearch,
} from '#console/rooms/statements/statement-search.ts';

it('NAT-28.10: the address names whose statement, of which type and period, and the open cell', () => {
  const search = readStatementSearch({
    subject: 'east',
    insuranceType: 'employee',
    period: 2026,
    consolidated: 'true',
    cell: 'balance_sheet/special/period/total',
  });
  expect(askedOf(search)).toEqual({
    subject: 'east',
    insuranceType: 'employee',
    period: '2026',
    consolidated: true,
  });
  const cell = readCell(search.cell);
  expect(cell).toEqual({ form: 'balance_sheet', line: 'special', column: 'period', part: 'total' });
  expect(cell === undefined ? '' : cellText(cell)).toBe(search.cell);
});

it('what cannot be meant is ignored, and nothing is drawn before all is chosen', () => {
  expect(readStatementSearch({ period: '2026-13', cell: 'a/b', insuranceType: 'x', subject: 1 })).toEqual({});
  expect(askedOf({ subject: 'east', period: '2026' })).toBeUndefined();
  expect(readCell(undefined)).toBeUndefined();
});
