import { describe, expect, it } from 'vitest';
import { compareMembers, compareMonths } from '#domain/statement/compare-kept';
import { drawForm, type DrawnForm } from '#domain/statement/draw-form';
import { formsFor, planStatements } from '#domain/statement/plan-forms';
import { parsePeriod } from '#domain/statement/spans';
import type { StatementSubject } from '#domain/statement/turnover';
import { present } from '#kernel/assert';
import type { Month } from '#kernel/month';
import { valueOf } from '#tests/support/decided';
import { loadTestPack } from '#tests/support/load-test-pack';
import { postedEntries, type PostedEntry } from '#tests/support/posted-turnovers';

const pack = await loadTestPack('national');
const plan = valueOf(planStatements(pack));

function posted(
  template: string,
  month: string,
  amounts: Readonly<Record<string, bigint>>,
  pool: string,
  otherPool?: string,
) {
  const found = present(
    pack.raw.journal?.templates.find(({ id }) => id === template),
    template,
  );
  const own = { template: found, month: month as Month, pool, insuranceType: 'resident', amounts } as const;
  return postedEntries([otherPool === undefined ? own : { ...own, otherPool }], '2026-01' as Month);
}

const ROWS = [
  ...posted('interest_credited', '2026-02', { pooled: 500n }, 'east'),
  ...posted('interest_credited', '2026-07', { pooled: 70n }, 'east'),
  ...posted('levy_paid', '2026-09', { levy: 30n }, 'east', 'fund'),
];

function drawn(
  kind: StatementSubject['kind'],
  ids: readonly string[],
  text: string,
  rows: readonly PostedEntry[],
): readonly DrawnForm[] {
  const members = ids.map((id) => {
    const own = id === 'fund' ? ('fund' as const) : ('pool' as const);
    return { id, kind: own, name: { zh: id, en: id }, firstMonth: '2026-01' as Month };
  });
  const name = { zh: kind, en: kind };
  const subject = {
    kind,
    id: ids[0] ?? '',
    name,
    place: 'yunhai',
    insuranceType: 'resident',
    members,
  } as const;
  return formsFor(plan, kind).map((form) => drawForm(form, subject, present(parsePeriod(text), text), rows));
}

function months(rows: readonly PostedEntry[]): readonly (readonly DrawnForm[])[] {
  return Array.from({ length: 12 }, (_, index) =>
    drawn('pool', ['east'], `2026-${(index + 1).toString().padStart(2, '0')}`, rows),
  );
}

describe('a statement against others that were published', () => {
  it('NAT-28.10: a year is its months added up', () => {
    expect(compareMonths(drawn('pool', ['east'], '2026', ROWS), months(ROWS))).toEqual([]);
  });

  it('NAT-28.10: a year that is not is caught by the line', () => {
    const failures = compareMonths(drawn('pool', ['east'], '2026', ROWS), months(ROWS.slice(2)));
    expect(failures.map(({ line, difference }) => [line, difference])).toEqual([
      ['interest', 500n],
      ['income', 500n],
      ['result', 500n],
    ]);
  });

  it('NAT-28.5: a consolidated statement is that of its members part by part', () => {
    const group = drawn('group', ['east', 'fund'], '2026', ROWS);
    const own = [
      { kind: 'pool', forms: drawn('pool', ['east'], '2026', ROWS) },
      { kind: 'fund', forms: drawn('fund', ['fund'], '2026', ROWS) },
    ] as const;
    expect(compareMembers(group, own)).toEqual([]);
    const other = [
      own[0],
      { kind: 'fund', forms: drawn('fund', ['fund'], '2026', ROWS.slice(0, 4)) },
    ] as const;
    expect(compareMembers(group, other).map(({ at }) => at)).toEqual([
      'balance_sheet special_account fund',
      'balance_sheet assets fund',
      'balance_sheet current_result fund',
      'balance_sheet balance fund',
      'balance_sheet liabilities_and_balance fund',
      'obligations from_pools fund',
      'obligations receivables fund',
      'obligations net fund',
      'obligations arisen_less_cleared fund',
    ]);
  });
});
