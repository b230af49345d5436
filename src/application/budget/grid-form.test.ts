import { describe, expect, it } from 'vitest';
import { budgetForm, executionForms } from '#application/budget/budget-forms';
import { fen } from '#kernel/fen';
import { evenTable } from '#tests/support/budget-tables';

describe('a form of a budget', () => {
  it('NAT-28.2: numbers its sums as the standard tables do, and tells categories within benefits', () => {
    const [form] = budgetForm(evenTable('resident', 100_00n), '基金预算表', 'yuan');
    expect(
      form?.table.rows.map(([label, row, amount]) => `${row ?? ''} ${label?.trim() ?? ''} ${amount ?? '—'}`),
    ).toEqual(
      expect.arrayContaining([
        '1 一、基金收入合计 500.00',
        '2 社会保险费收入 100.00',
        '8 社会保险待遇支出 700.00',
        '9 其中：住院 100.00',
        '21 五、年末滚存结余 -500.00',
      ]),
    );
    expect(form?.differences).toBeNull();
  });

  it('NAT-P.3: in ten thousands names each total whose shown parts do not add up, once with its columns', () => {
    const table = evenTable('employee', 0n, { '4001/pooled': 4_999n, '4201/pooled': 4_999n });
    const [form] = budgetForm(table, '基金预算表', 'wan');
    expect(form?.differences?.rows).toEqual([['基金收入合计', '各行', '合计 0.01；统筹基金 0.01']]);
  });

  it('SC-2.1-d: execution tells what the books have and no budget states, and rates only where there is a budget', () => {
    const actuals = [
      { line: '4001', part: 'pooled', fen: fen(600_00n) },
      { line: '4601', part: 'unsplit', fen: fen(9_00n) },
    ] as const;
    const [form] = executionForms(
      evenTable('employee', 0n, { '4001/pooled': 1_000_00n }),
      actuals,
      6,
      'yuan',
    );
    const row = (name: string): unknown =>
      form?.table.rows.find(([label]) => label?.trim() === name)?.slice(2);
    expect(row('社会保险费收入')).toEqual(['1000.00', '600.00', '60.00', '10.00']);
    expect(row('待转社会保险费收入')).toEqual([null, '9.00', null, null]);
  });
});
