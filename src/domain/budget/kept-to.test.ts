import { expect, test } from 'vitest';
import type { ExecutedLine } from '#domain/budget/execution';
import { keptTo } from '#domain/budget/kept-to';
import { fen } from '#kernel/fen';

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
  expect(keptTo(lines, 'pool')).toEqual({
    isMet: false,
    income: { budget: 1_000n, actual: 999n },
    expenditure: { budget: 800n, actual: 800n },
  });
  expect(keptTo([line('4001', 'pooled', 1_000n, 1_000n), ...lines.slice(1)], 'pool').isMet).toBe(true);
});

test('JX-2.5: levies and allocations, and premiums that are not split, say nothing of how a pool kept to its budget', () => {
  const lines = [
    line('4401', 'pooled', 10n, 0n),
    line('5301', 'pooled', 0n, 10n),
    line('4601', 'unsplit', 0n, 5n),
  ];
  expect(keptTo(lines, 'pool')).toMatchObject({
    isMet: true,
    income: { budget: 0n, actual: 0n },
    expenditure: { budget: 0n, actual: 0n },
  });
});
