import { describe, expect, it } from 'vitest';
import { planStatements } from '#domain/statement/plan-forms';
import { present } from '#kernel/assert';
import type { Pack } from '#rules/pack/pack';
import type { RawStatementForm, RawStatementLine } from '#rules/pack/raw-statement';
import { codesOf } from '#tests/support/decided';
import { loadTestPack } from '#tests/support/load-test-pack';

const pack = await loadTestPack('national');

/** The codes of what is wrong once a form of the national pack is changed. */
function faults(
  id: string,
  change: (form: RawStatementForm) => Partial<RawStatementForm>,
): readonly string[] {
  const forms = present(pack.raw.statements, 'forms');
  const statements = forms.map((form) => (form.id === id ? { ...form, ...change(form) } : form));
  return [...new Set(codesOf(planStatements({ ...pack, raw: { ...pack.raw, statements } })))];
}

/** The form's lines with one changed. */
function withLine(
  { lines }: RawStatementForm,
  id: string,
  change: Partial<RawStatementLine>,
): Pick<RawStatementForm, 'lines'> {
  return { lines: lines.map((line) => (line.id === id ? { ...line, ...change } : line)) };
}

describe('the forms of statements', () => {
  it('NAT-28.10: of the national pack are sound', () => {
    expect(codesOf(planStatements(pack))).toEqual([]);
  });

  it('NAT-28.10: refuse an account that stands in no line, or in two', () => {
    expect(
      faults('income_statement', (form) => ({ lines: form.lines.filter(({ id }) => id !== 'pharmacy') })),
    ).toEqual(['unknown_line']);
    expect(faults('income_statement', (form) => withLine(form, 'interest', { accounts: ['4501'] }))).toEqual([
      'account_not_once',
    ]);
    expect(faults('obligations', (form) => withLine(form, 'from_pools', { parties: ['person'] }))).toContain(
      'account_not_once',
    );
  });

  it('NAT-28.2: refuse a balance that need not hold', () => {
    expect(faults('balance_sheet', (form) => withLine(form, 'borrowings', { side: 'debit' }))).toEqual([
      'does_not_balance',
    ]);
    expect(faults('balance_sheet', (form) => withLine(form, 'balance', { sum: ['fund_balance'] }))).toEqual([
      'does_not_balance',
    ]);
  });

  it('NAT-28.2: refuse parts in which money stands twice or not at all', () => {
    const without = faults('balance_sheet', ({ parts }) => ({
      parts: parts.filter(({ id }) => id !== 'reserve'),
    }));
    expect(without).toEqual(['part_not_once']);
    const twice = faults('sources_and_uses', ({ parts }) => ({
      parts: parts.map(({ sources: _, ...part }) => part),
    }));
    expect(twice).toEqual(['part_not_once']);
  });

  it.each<[string, Partial<RawStatementLine>]>([
    ['unknown_account', { accounts: ['9999'] }],
    ['unknown_account', { accounts: ['receivable'] }],
    ['unknown_party', { parties: ['friend'] }],
    ['line_unclear', { sum: ['special_account'] }],
    ['unknown_line', { within: 'assets' }],
  ])('refuse a line with %s: %o', (code, change) => {
    expect(faults('balance_sheet', (form) => withLine(form, 'special_account', change))).toContain(code);
  });

  it('refuse a line or a form that is given twice, and clauses that nobody knows', () => {
    expect(faults('obligations', ({ lines }) => ({ lines: [...lines, ...lines.slice(0, 1)] }))).toEqual([
      'duplicate_id',
    ]);
    expect(faults('obligations', () => ({ id: 'balance_sheet' }))).toContain('duplicate_id');
    expect(faults('obligations', () => ({ cite: ['NAT-0'] }))).toEqual(['unknown_reference']);
  });

  it('are missing in a pack that has none', () => {
    const { statements: _, ...raw } = pack.raw;
    const bare: Pack = { ...pack, raw };
    expect(codesOf(planStatements(bare))).toEqual(['no_statement_forms']);
  });
});
