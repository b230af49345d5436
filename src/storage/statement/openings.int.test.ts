import { beforeAll, expect, test } from 'vitest';
import { MACHINE_SCOPE } from '#application/identity/machine-scope';
import { openCell } from '#application/statement/open-cell';
import { drawForm } from '#domain/statement/draw-form';
import type { DrawnStatement } from '#application/statement/statement-content';
import { monthsOf } from '#domain/statement/spans';
import type { PlainDate } from '#kernel/plain-date';
import type { SpanName } from '#rules/pack/raw-statement';
import { valueOf } from '#tests/support/decided';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { failedChecks } from '#tests/support/ledger-bench';
import { cellText, makeStatementBench, type StatementBench } from '#tests/support/statement-bench';

describeOnPostgres('balances taken over from an older system', (database) => {
  let bench: StatementBench;

  beforeAll(async () => {
    bench = await makeStatementBench(database());
    await open('special_pooled', '2025-12-31', 12_500_00n);
    await bench.post('interest_credited', '2026-01', { pooled: 40_00n });
    await bench.closeThrough('2026-01');
    await open('expenditure_pooled', '2025-12-31', 7_00n);
    await bench.post('interest_credited', '2026-02', { pooled: 2_00n });
  });

  async function open(amount: string, effectiveOn: string, fen: bigint): Promise<void> {
    const approval = await bench.ledger.approve('opening_balance', 'east', fen, 'opening', 'employee');
    const rest = { effectiveOn: effectiveOn as PlainDate, approval };
    await bench.post('opening_balance', '2026-01', { [amount]: fen }, rest);
  }

  const result = (drawn: DrawnStatement, column: SpanName): readonly string[] =>
    ['opening', 'income', 'balance_moves', 'closing'].map((line) =>
      cellText(drawn, 'income_statement', line, column, 'pooled'),
    );
  const balances = (drawn: DrawnStatement): readonly string[] =>
    (['year_start', 'previous_month', 'period'] as const).map((column) =>
      cellText(drawn, 'balance_sheet', 'fund_balance', column, 'pooled'),
    );

  test('NAT-28.10: stood before the books, as 期初结余 and 年初余额', async () => {
    const january = await bench.draw({ period: '2026-01' });
    expect(result(january, 'period')).toEqual(['12500.00', '40.00', '0.00', '12540.00']);
    expect(balances(january)).toEqual(['12500.00', '12500.00', '12500.00']);
    expect(january.checks.flatMap(({ failures }) => failures)).toEqual([]);
  });

  test('NAT-28.10: what comes after the first month is closed moves in its own, and no closed month changes', async () => {
    const february = await bench.draw({ period: '2026-02' });
    expect(result(february, 'period')).toEqual(['12540.00', '2.00', '7.00', '12549.00']);
    expect(result(february, 'previous_month')).toEqual(['12500.00', '40.00', '0.00', '12540.00']);
    expect(result(february, 'year_to_date')).toEqual(['12500.00', '42.00', '7.00', '12549.00']);
    expect(balances(february)).toEqual(['12500.00', '12500.00', '12507.00']);
    expect(february.checks.flatMap(({ failures }) => failures)).toEqual([]);
  });

  test('NAT-28.10: nothing was owed before the books where balances were taken over, and that is nil and not unknown', async () => {
    const january = await bench.draw({ period: '2026-01' });
    const owed = (drawn: DrawnStatement): string =>
      cellText(drawn, 'obligations', 'receivables', 'year_start', 'pooled');
    expect(owed(january)).toBe('0.00');
    expect(owed(await bench.draw({ subject: 'west', period: '2026-01' }))).toBe('—');
  });

  test('NAT-28.10: a cell opens to the entries that it adds up', async () => {
    const found = async (form: string, line: string, column: SpanName): Promise<readonly string[]> => {
      const cell = { form, line, column, part: 'pooled', period: '2026-02', limit: 50 };
      const subject = { subject: 'east', consolidated: false, insuranceType: 'employee' } as const;
      const opened = valueOf(await openCell(bench.services, MACHINE_SCOPE, { ...subject, ...cell }));
      return opened.entries.map(({ template, effect }) => `${template} ${effect}`);
    };
    expect(await found('income_statement', 'opening', 'year_to_date')).toEqual(['opening_balance 1250000']);
    expect(await found('income_statement', 'balance_moves', 'year_to_date')).toEqual(['opening_balance 700']);
    expect(await found('balance_sheet', 'assets', 'year_start')).toEqual(['opening_balance 1250000']);
    expect(await found('balance_sheet', 'fund_balance', 'period')).toEqual([
      'opening_balance 1250000',
      'opening_balance 700',
    ]);
  });

  test('forms of earlier versions, which say nothing of them, show them as they did: moving in their month', async () => {
    const drawn = await bench.draw({ period: '2026-01' });
    const { subject, period, head } = drawn;
    const query = { pools: ['east'], insuranceType: 'employee', through: monthsOf(period).to, head } as const;
    const rows = await bench.services.statementStore.listTurnovers(MACHINE_SCOPE, query);
    const forms = drawn.forms.map(({ form: { openings: _, ...form } }) =>
      drawForm(form, subject, period, rows),
    );
    const before = { ...drawn, forms };
    expect(result(before, 'period')).toEqual(['0.00', '40.00', '12500.00', '12540.00']);
    expect(balances(before)).toEqual(['—', '—', '12500.00']);
  });

  test('are proved by verify', async () => {
    await bench.ledger.sealAll();
    expect(failedChecks(await bench.ledger.verify())).toEqual([]);
  });
});
