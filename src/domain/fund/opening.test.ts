import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { planJournal, type Journal } from '#domain/fund/journal';
import { planOpening, type OpeningRow } from '#domain/fund/opening';
import { fen, sumFen } from '#kernel/fen';
import { loadTestPack } from '#tests/support/load-test-pack';

let journal: Journal;
beforeAll(async () => {
  const plan = planJournal(await loadTestPack('national'));
  if (!plan.allowed) throw new Error('the national journal is faulty');
  journal = plan.value;
});

const debt = (line: number, party: string, amount: bigint): OpeningRow => ({
  at: `f.csv:${line}`,
  template: 'opening_debt',
  pool: 'east',
  insuranceType: 'resident',
  counterparty: party,
  item: 'pooled',
  amount: fen(amount),
});
const plan = (rows: readonly OpeningRow[], total: bigint, hasBooks = true): ReturnType<typeof planOpening> =>
  planOpening(rows, { journal, controls: new Map([['opening_debt', fen(total)]]), hasBooks: () => hasBooks });
const codes = (decision: ReturnType<typeof planOpening>): readonly string[] =>
  decision.allowed ? [] : decision.refusals.map(({ code, at }) => `${code} ${at}`);

describe('opening balances (NAT-28.2, NAT-P.11)', () => {
  it('keep every fen of the rows, one event for each counterparty', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt(1n, 10n ** 12n), { minLength: 1, maxLength: 30 }), (amounts) => {
        const rows = amounts.map((amount, index) => debt(index + 2, `institution:H${index}`, amount));
        const sum = amounts.reduce((total, amount) => total + amount, 0n);
        const planned = plan(rows, sum);
        const events = planned.allowed ? planned.value : [];
        expect(events).toHaveLength(rows.length);
        expect(sumFen(events.map(({ total }) => total))).toBe(sum);
        expect(codes(plan(rows, sum + 1n))).toEqual(['control_differs opening_debt']);
      }),
    );
  });

  it.each([
    ['a counterparty of another kind', [debt(2, 'government:G1', 5n)], ['counterparty_wrong f.csv:2']],
    ['no counterparty', [debt(2, '', 5n)], ['counterparty_wrong f.csv:2']],
    ['an amount below zero', [debt(2, 'institution:H1', -5n)], ['amount_negative f.csv:2']],
    ['nothing but zero', [debt(2, 'institution:H1', 0n)], ['amount_zero f.csv:2']],
    [
      'an amount that stands twice',
      [debt(2, 'institution:H1', 5n), debt(3, 'institution:H1', 5n)],
      ['item_repeated f.csv:3'],
    ],
    [
      'an amount that the template has not',
      [{ ...debt(2, 'institution:H1', 5n), item: 'unsplit' }],
      ['unknown_item f.csv:2', 'items_missing f.csv:2'],
    ],
  ])('are refused for %s', (_title, rows, expected) => {
    expect(codes(plan(rows, sumFen(rows.map(({ amount }) => amount))))).toEqual(expected);
  });

  it('are refused by a template that opens nothing, and where no books are open', () => {
    const row = { ...debt(2, 'institution:H1', 5n), template: 'benefit_settled' };
    const controls = new Map([['benefit_settled', fen(5n)]]);
    expect(codes(planOpening([row], { journal, controls, hasBooks: () => true }))).toEqual([
      'not_an_opening f.csv:2',
    ]);
    expect(codes(plan([debt(2, 'institution:H1', 5n)], 5n, false))).toEqual(['books_not_opened f.csv:2']);
  });

  it('NAT-28.6: ask of employees’ insurance for personal accounts as well', () => {
    const row = { ...debt(2, 'institution:H1', 5n), insuranceType: 'employee' } as const;
    expect(codes(plan([row], 5n))).toEqual(['items_missing f.csv:2']);
  });
});
