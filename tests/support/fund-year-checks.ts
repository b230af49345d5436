import { expect } from 'vitest';
import { proposeAdjustment } from '#application/adjustment/propose-adjustment';
import type { AdjustmentOutput } from '#application/adjustment/output';
import { showExecution } from '#application/budget/show-execution';
import { openCell, type CellAsked } from '#application/statement/open-cell';
import type { OpenedEntry } from '#application/statement/open-terms';
import type { EntryMark } from '#application/ports/statement-store';
import { present } from '#kernel/assert';
import { formatYuan, fen, parseYuan } from '#kernel/fen';
import { createLedgerVerifier } from '#storage/ledger/verify/verify-ledger';
import { valueOf } from '#tests/support/decided';
import { statementsOf, type FundYearBench, type TypeBench } from '#tests/support/fund-year-bench';
import { FUND_YEAR, seeded } from '#tests/support/fund-year-figures';
import { expectedRequest } from '#tests/support/fund-year-inputs';
import type { FundYearPlace } from '#tests/support/fund-year-place';
import { POOL_NAMES } from '#tests/support/fund-year-scenario';
import {
  amountAt,
  expectConsolidated,
  expectOpened,
  expectSound,
  TRANSFERS,
} from '#tests/support/fund-year-statements';
import { failedChecks, TEST_KEYS } from '#tests/support/ledger-bench';

/** Everything in the ledger is proved from its rows by the verifier's own code, to the last sealed block. */
export async function expectVerified({ place, employees, residents }: FundYearBench): Promise<void> {
  const report = await createLedgerVerifier(place.fresh.connect('auditor'), TEST_KEYS).verify(null);
  expect(failedChecks(report)).toEqual([]);
  expect(report.checks.filter(({ unproved }) => unproved > 0n)).toEqual([]);
  expect(report.unsealed).toBe(0n);
  const posted = BigInt(employees.year.events.length + residents.year.events.length);
  expect(report.checks.some(({ checked }) => checked > posted)).toBe(true);
}

/** The run that was carried out is that of the invented figures, reckoned without the ledger; what it decides was paid. */
export function expectSettled(place: FundYearPlace, { year, settled }: TypeBench): void {
  const { request, output, postings } = present(settled, 'an adjustment of the type');
  const wanted = expectedRequest(place.shipped, year);
  expect(request).toEqual(wanted);
  expect(figuresOf(output)).toEqual(figuresOf(valueOf(proposeAdjustment(place.pack, wanted))));
  const sum = (line: string, part: string): string =>
    formatYuan(
      fen(
        postings
          .filter((own) => own.line === line && own.part === part)
          .reduce((all, { amount }) => all + amount, 0n),
      ),
    );
  const owed = [
    ...output.levies.map(({ pool, amount }) => [`levy/${pool}`, amount] as const),
    ...output.allocations.map(({ stage, pool, amount }) => [`allocation/${stage}/${pool}`, amount] as const),
  ];
  for (const [line, amount] of owed) {
    expect([line, sum(line, 'due'), sum(line, 'paid')]).toEqual([line, amount, amount]);
  }
  expect(output.levies.some(({ amount }) => amount !== '0.00')).toBe(true);
  expect(output.allocations.some(({ amount }) => amount !== '0.00')).toBe(true);
}

function figuresOf(output: AdjustmentOutput): Partial<AdjustmentOutput> {
  const { year, scheme, levies, allocations, refusals, burdens, fund, pools } = output;
  return { year, scheme, levies, allocations, refusals, burdens, fund, pools };
}

/** Statements of the year and of the month of the settlement hold to the fen, alone and consolidated. */
export function expectStatements({ employees, residents }: FundYearBench): void {
  for (const type of [employees, residents]) {
    for (const all of [type.ofYear, type.ofSettlement]) {
      expect(all.pools.size).toBe(POOL_NAMES.length);
      statementsOf(all).forEach(expectSound);
      expectConsolidated(all);
    }
    expectFigures(type);
    expectEliminated(type);
  }
}

/** The year's statement of each pool shows what the invented figures come to. */
function expectFigures({ year, ofYear }: TypeBench): void {
  for (const { pool, figures } of year.pools) {
    const drawn = present(ofYear.pools.get(pool), pool);
    const at = (line: string, form = 'income_statement'): bigint =>
      amountAt(drawn, form, { line, column: 'period', part: 'pooled' });
    const [levied, allocated] = [year.fund?.levied.get(pool) ?? 0n, year.fund?.allocated.get(pool) ?? 0n];
    const shown = [at('premiums'), at('income'), at('expenditure'), at('closing')];
    const closing = figures.opening + figures.revenue + allocated - figures.expenditure - levied;
    expect([pool, ...shown]).toEqual([
      pool,
      figures.collections,
      figures.revenue + allocated,
      figures.expenditure + levied,
      closing,
    ]);
    expect([pool, at('pre_pooling', 'balance_sheet')]).toEqual([pool, figures.legacy]);
    expect([pool, at('balance', 'balance_sheet')]).toEqual([pool, closing]);
  }
}

const DOWN = ['from_above', 'to_below'];

/** What is eliminated is what was moved: last year's settlement within the year, the year's own when it was paid. */
function expectEliminated({ year, settled, ofYear, ofSettlement }: TypeBench): void {
  const total = (amounts: Iterable<bigint>): bigint => [...amounts].reduce((sum, one) => sum + one, 0n);
  const paid = (isDown: boolean): bigint =>
    total(
      (settled?.postings ?? [])
        .filter(({ part, line }) => part === 'paid' && !line.startsWith('treasury/'))
        .filter(({ line }) => line.startsWith('allocation/') === isDown)
        .map(({ amount }) => amount),
    );
  const moved = [
    [ofYear, total(year.fund?.allocated.values() ?? []), total(year.fund?.levied.values() ?? [])],
    [ofSettlement, paid(true), paid(false)],
  ] as const;
  for (const [{ group }, down, up] of moved) {
    for (const line of TRANSFERS) {
      const at = (part: string): bigint =>
        amountAt(group, 'income_statement', { line, column: 'period', part });
      const amount = DOWN.includes(line) ? down : up;
      expect([line, at('eliminated'), at('total')]).toEqual([line, -amount, 0n]);
    }
  }
}

/** Two pools line by line, the fund, and the group's transfers: opened down to events that cite clauses. */
export async function expectOpenedCells({ place, employees, residents }: FundYearBench): Promise<void> {
  const random = seeded(`cells ${place.shipped}`);
  for (const { ofYear, ofSettlement } of [employees, residents]) {
    const sample = [random.oneOf(POOL_NAMES.slice(0, 8)), random.oneOf(POOL_NAMES.slice(8))];
    for (const [number, pool] of sample.entries()) {
      const drawn = present(ofYear.pools.get(pool), pool);
      const isOpened = ({ column, part }: { readonly column: string; readonly part: string }): boolean =>
        column === 'period' && (number === 0 || part === 'pooled');
      const opened = await expectOpened(place, drawn, isOpened);
      expect(opened.cells).toBeGreaterThanOrEqual(60);
      expect(opened.entries).toBeGreaterThan(500);
    }
    for (const { fund, group } of [ofYear, ofSettlement]) {
      if (fund !== null) await expectOpened(place, fund, ({ column }) => column === 'period');
      await expectOpened(
        place,
        group,
        ({ line, column, part }) => TRANSFERS.includes(line) && column === 'period' && part !== 'total',
      );
    }
  }
  await expectPaged(place, random.oneOf(POOL_NAMES));
}

/** The use case opens the same cell page by page. */
async function expectPaged({ services, maker }: FundYearPlace, subject: string): Promise<void> {
  const cell: CellAsked = {
    subject,
    consolidated: false,
    insuranceType: 'employee',
    period: String(FUND_YEAR),
    form: 'income_statement',
    line: 'benefits',
    column: 'period',
    part: 'pooled',
    limit: 40,
  };
  const entries: OpenedEntry[] = [];
  let amount: bigint | null = null;
  let after: EntryMark | null | undefined;
  while (after !== null) {
    const asked = after === undefined ? cell : { ...cell, after };
    const opened = valueOf(await openCell(services, maker, asked));
    amount ??= opened.amount;
    entries.push(...opened.entries);
    after = opened.next;
  }
  expect(entries.reduce((sum, { effect }) => sum + effect, 0n)).toBe(amount);
  expect(entries.every(({ cite }) => cite.length > 0)).toBe(true);
}

/** Lines of a pool's budget, and the line of the income statement that shows the same. */
const EXECUTED: Readonly<Record<string, string>> = {
  '4001': 'premiums',
  '4101': 'subsidy',
  '4201': 'interest',
  '4401': 'from_above',
  '4501': 'other_income',
  '5001.other': 'other_benefits',
  '5101': 'large_expense',
  '5301': 'to_above',
  '5401': 'other_expenditure',
};

/** A pool's budget is executed as its statement shows, line by line, and in sum. */
export async function expectExecution({ place, residents, budgets }: FundYearBench): Promise<void> {
  const pool = seeded(`budget ${place.shipped}`).oneOf(POOL_NAMES);
  const budget = present(budgets.get(pool), pool);
  const view = valueOf(await showExecution(place.services, place.maker, budget, 12));
  const drawn = present(residents.ofYear.pools.get(pool), pool);
  const at = (line: string): bigint =>
    amountAt(drawn, 'income_statement', { line, column: 'period', part: 'pooled' });
  for (const { line, actual } of view.lines) {
    const shown = EXECUTED[line] ?? line.replace('5001.', '');
    expect([line, parseYuan(actual)]).toEqual([line, at(shown)]);
  }
  expect([parseYuan(view.income.actual), parseYuan(view.expenditure.actual)]).toEqual([
    at('income'),
    at('expenditure'),
  ]);
}
