import { expect, test } from 'vitest';
import type { ExecutedLine } from '#domain/budget/execution';
import { keptTo } from '#domain/budget/kept-to';
import { fen } from '#kernel/fen';

const NOTHING = { income: fen(0n), expenditure: fen(0n) };

const line = (id: string, part: ExecutedLine['part'], budget: bigint, actual: bigint): ExecutedLine => ({
  line: id,
  part,
  side: id.startsWith('4') ? 'income' : 'expenditure',
  budgetFen: fen(budget),
  actualFen: fen(actual),
  rate: null,
  ahead: null,
  notice: null,
  isOver: false,
});

test('R-1, NAT-28: a surplus of personal accounts does not make up for pooled collections that miss the budget', () => {
  const lines = [
    line('4001', 'pooled', 1_000n, 999n),
    line('4001', 'account', 500n, 900n),
    line('5001.inpatient', 'pooled', 800n, 800n),
    line('5001.outpatient', 'account', 100n, 300n),
  ];
  expect(keptTo(lines, 'pool', NOTHING)).toEqual({
    isMet: false,
    income: { budget: 1_000n, actual: 999n, unstated: [] },
    expenditure: { budget: 800n, actual: 800n, unstated: [] },
  });
  expect(keptTo([line('4001', 'pooled', 1_000n, 1_000n), ...lines.slice(1)], 'pool', NOTHING).isMet).toBe(
    true,
  );
});

test('JX-2.5: levies and allocations, and premiums that are not split, say nothing of how a pool kept to its budget', () => {
  const lines = [
    line('4401', 'pooled', 10n, 0n),
    line('5301', 'pooled', 0n, 10n),
    line('4601', 'unsplit', 0n, 5n),
  ];
  expect(keptTo(lines, 'pool', NOTHING)).toMatchObject({
    isMet: true,
    income: { budget: 0n, actual: 0n },
    expenditure: { budget: 0n, actual: 0n },
  });
});

test('NAT-28.2: spending on a line that the whole budget does not state is beyond the budget, and named', () => {
  const lines = [
    line('4001', 'pooled', 1_000n, 1_000n),
    line('5001.inpatient', 'pooled', 800n, 800n),
    { ...line('5201', 'pooled', 0n, 1n), budgetFen: null },
  ];
  expect(keptTo(lines, 'pool', NOTHING)).toEqual({
    isMet: false,
    income: { budget: 1_000n, actual: 1_000n, unstated: [] },
    expenditure: { budget: 800n, actual: 801n, unstated: ['5201'] },
  });
});

test('JX-2.2.4: what goes to the fund neither meets the budgeted income nor lowers the expenditure', () => {
  const lines = [line('4001', 'pooled', 1_000n, 1_000n), line('5001.inpatient', 'pooled', 800n, 790n)];
  expect(keptTo(lines, 'pool', { income: fen(40n), expenditure: fen(-20n) })).toMatchObject({
    isMet: false,
    income: { actual: 960n },
    expenditure: { actual: 810n },
  });
});
