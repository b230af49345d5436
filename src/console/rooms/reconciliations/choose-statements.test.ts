import { expect, test } from 'vitest';
import { chooseStatements } from '#console/rooms/reconciliations/choose-statements.ts';

const EAST = { pool: 'east', insuranceType: 'resident' } as const;
const STATEMENTS = [
  { ...EAST, state: 'open' },
  { ...EAST, state: 'reconciled' },
  { ...EAST, insuranceType: 'employee', state: 'open' },
  { pool: 'west', insuranceType: 'resident', state: 'open' },
] as const;

test('everything is shown until somebody asks for less', () => {
  expect(chooseStatements(STATEMENTS, {})).toEqual(STATEMENTS);
});

test('books and state narrow what is shown, each and together', () => {
  expect(chooseStatements(STATEMENTS, { books: EAST })).toEqual(STATEMENTS.slice(0, 2));
  expect(chooseStatements(STATEMENTS, { state: 'open' })).toHaveLength(3);
  expect(chooseStatements(STATEMENTS, { books: EAST, state: 'reconciled' })).toEqual([STATEMENTS[1]]);
});
