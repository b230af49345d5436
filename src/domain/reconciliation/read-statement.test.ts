import { describe, expect, it } from 'vitest';
import { checkStatement } from '#domain/reconciliation/check-statement';
import { PROFILES, type StatementProfile } from '#domain/reconciliation/profile';
import type { RawTable } from '#domain/reconciliation/raw-table';
import { readStatement } from '#domain/reconciliation/read-statement';
import { readStatementDay } from '#domain/reconciliation/statement-cells';
import { assert, present } from '#kernel/assert';
import type { Month } from '#kernel/month';

const BANK = present(PROFILES['bank_two_columns'], 'a profile');
const HEAD = ['交易日期', '凭证号', '借方发生额', '贷方发生额', '余额', '对方户名', '摘要', '网点'];

function table(...rows: readonly (readonly string[])[]): RawTable {
  return {
    file: 's.csv',
    rows: rows.map((cells, index) => ({
      line: index + 1,
      cells: cells.map((text) => ({ text, isNumber: false })),
    })),
  };
}

const GOOD = table(
  ['户名', '某经办机构'],
  HEAD,
  ['2026/3/2', 'V1', '', '1,000.50', '1,100.50', '甲', '保费', '西'],
  ['2026-03-05', 'V2', '300.25', '', '800.25', '乙', '待遇', '西'],
  ['合计', '', '300.25', '1,000.50', '', '', '', ''],
);

const faults = (found: ReturnType<typeof readStatement>): readonly (readonly string[])[] =>
  found.allowed ? [] : found.refusals.map(({ code, at }) => [code, at]);

function check(of: RawTable, opening: bigint, closing: bigint): readonly (readonly string[])[] {
  const read = readStatement(of, BANK);
  assert(read.allowed, 'it can be read');
  const frame = { file: of.file, month: '2026-03' as Month, opening, closing };
  const checked = checkStatement(frame, read.value);
  return checked.allowed ? [] : checked.refusals.map(({ code, at }) => [code, at]);
}

function changed(line: number, column: number, text: string): RawTable {
  const rows = GOOD.rows.map((row) =>
    row.line !== line
      ? row
      : { ...row, cells: row.cells.map((cell, index) => (index === column ? { ...cell, text } : cell)) },
  );
  return { ...GOOD, rows };
}

describe('a statement of another party (JH-4.7-b)', () => {
  it('is read by the headings of its profile, whatever stands above and beside them', () => {
    const read = readStatement(GOOD, BANK);
    assert(read.allowed, 'it can be read');
    expect(read.value.lines).toMatchObject([
      { line: 3, on: '2026-03-02', amount: 100_050n, reference: 'V1', balance: 110_050n },
      { line: 4, on: '2026-03-05', amount: -30_025n, counterparty: '乙', summary: '待遇' },
    ]);
    expect(check(GOOD, 10_000n, 80_025n)).toEqual([]);
  });

  it.each([
    [3, 3, '', 'amount_missing', 's.csv:3 贷方发生额'],
    [3, 2, '1', 'amount_on_both_sides', 's.csv:3 贷方发生额'],
    [3, 3, '1.005', 'statement_amount_wrong', 's.csv:3 贷方发生额'],
    [3, 3, '1,00.5', 'statement_amount_wrong', 's.csv:3 贷方发生额'],
    [4, 0, '2026-02-30', 'statement_day_wrong', 's.csv:4 交易日期'],
    [4, 4, 'x', 'statement_amount_wrong', 's.csv:4 余额'],
    [2, 0, '日期', 'headings_missing', 's.csv'],
  ])('names line and heading of a fault: line %i, column %i, "%s" is %s', (line, column, text, code, at) => {
    expect(faults(readStatement(changed(line, column, text), BANK))).toEqual([[code, at]]);
  });

  it('that does not add up is caught, and the line named', () => {
    expect(check(changed(3, 4, '1,100.51'), 10_000n, 80_025n)).toEqual([
      ['statement_balance_wrong', 's.csv:3'],
      ['statement_balance_wrong', 's.csv:4'],
    ]);
    expect(check(changed(5, 3, '1000.51'), 10_000n, 80_025n)).toEqual([['statement_total_wrong', 's.csv:5']]);
    expect(check(GOOD, 10_000n, 80_026n)).toEqual([['statement_closing_wrong', 's.csv']]);
    expect(check(changed(4, 0, '2026-04-01'), 10_000n, 80_025n)).toEqual([
      ['statement_day_outside', 's.csv:4'],
    ]);
  });

  it('may have nothing below its totals', () => {
    const more = table(...GOOD.rows.map(({ cells }) => cells.map(({ text }) => text)), ['2026-03-06']);
    expect(faults(readStatement(more, BANK))).toEqual([['rows_after_totals', 's.csv:6']]);
  });

  it('tells received and paid by a mark or a sign', () => {
    const marked = present(PROFILES['bank_marked'], 'a profile');
    const rows = table(
      ['交易日期', '交易金额', '借贷标志', '账户余额', '流水号', '对方户名', '摘要'],
      ['20260302', '5', '贷', '', '1', '', ''],
      ['2026年3月3日', '2', '借', '', '2', '', ''],
      ['2026-03-04 10:00:00', '2', '?', '', '3', '', ''],
    );
    expect(faults(readStatement(rows, marked))).toEqual([['direction_unknown', 's.csv:4 借贷标志']]);
    const read = readStatement({ ...rows, rows: rows.rows.slice(0, 3) }, marked);
    expect(read.allowed && read.value.lines.map(({ on, amount }) => [on, amount])).toEqual([
      ['2026-03-02', 500n],
      ['2026-03-03', -200n],
    ]);
    const signed: StatementProfile = { ...marked, columns: { date: '日', amount: '额' } };
    const plain = readStatement(table(['日', '额'], ['2026-03-02', '-3.5']), signed);
    expect(plain.allowed && plain.value.lines).toMatchObject([{ amount: -350n, isReceipt: false }]);
  });

  it('reads days of a workbook from their numbers', () => {
    const day = (text: string) => readStatementDay({ text, isNumber: true });
    expect([day('46112'), day('46023'), day('36585'), day('36586')]).toEqual([
      '2026-03-31',
      '2026-01-01',
      '2000-02-29',
      '2000-03-01',
    ]);
    expect([day('20260331'), day('12'), readStatementDay({ text: '46112', isNumber: false })]).toEqual([
      '2026-03-31',
      undefined,
      undefined,
    ]);
  });
});
