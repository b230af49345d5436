import { beforeAll, describe, expect, it } from 'vitest';
import { checkTemplate } from '#domain/fund/check-template';
import { planJournal, type Journal } from '#domain/fund/journal';
import { present } from '#kernel/assert';
import type { RawMove, RawTemplate } from '#rules/pack/raw-pack';
import { loadTestPack } from '#tests/support/load-test-pack';

let journal: Journal;
beforeAll(async () => {
  const planned = planJournal(await loadTestPack('national'));
  if (!planned.allowed) throw new Error(JSON.stringify(planned.refusals));
  journal = planned.value;
});

describe('the national journal', () => {
  it('NAT-28.2: has the medical accounts of the statutory chart and our chart of obligations', () => {
    const codes = [...journal.accounts.values()]
      .filter(({ book }) => book === 'cash')
      .map(({ code }) => code);
    expect(codes).toEqual(
      expect.arrayContaining([
        '1003',
        '1004',
        '1005',
        '3001',
        '4001',
        '4401',
        '4402',
        '5001',
        '5301',
        '5302',
      ]),
    );
    expect(codes).not.toContain('1202');
    const deposits = [...journal.accounts.values()].filter((account) => account.class === 'deposit');
    expect(deposits.map(({ code }) => code)).toEqual(['1002', '1003', '1004', '1005']);
  });

  it('NAT-28.3, NAT-28.4: levies and allocations stand on both sides by the same amount', () => {
    for (const [template, own, other] of [
      ['levy_paid', '5301', '4402'],
      ['allocation_paid', '5302', '4401'],
    ] as const) {
      const { moves } = present(journal.templates.get(template), template);
      expect(moves.find(({ debit }) => debit === own)).toMatchObject({ credit: '1003' });
      expect(moves.find(({ credit }) => credit === other)).toMatchObject({ debit: '1003', pool: 'other' });
      expect(new Set(moves.map(({ amount }) => amount)).size).toBe(1);
    }
  });

  it('NAT-P.11: what cash settles is cleared in the same template, by the same amounts', () => {
    for (const { id, moves, parties } of journal.templates.values()) {
      if (parties === undefined) continue;
      expect([id, netOf(moves, isCash)]).toEqual([
        id,
        netOf(moves, ({ debit, credit }) => [debit, credit].includes('cleared')),
      ]);
    }
  });

  it('NAT-28.11, NAT-28.9: other income has a template of each kind: late fees, penalties, donations, what is recovered late', () => {
    const into4501 = [...journal.templates.values()]
      .filter(({ moves }) => moves.some(({ credit }) => credit === '4501'))
      .map(({ id, moves }) => `${id} ${moves.find(({ credit }) => credit === '4501')?.debit ?? ''}`);
    expect(into4501).toEqual([
      'late_fee_to_treasury 1005',
      'late_fee_to_income_account 1002',
      'breach_penalty_received 1003',
      'donation_received 1003',
      'other_income_received 1003',
      'recovery_of_earlier_year 1003',
    ]);
  });

  it('NAT-28.1: working capital is borrowed and repaid with an approval, and stands as a liability till then', () => {
    for (const [id, debit, credit] of [
      ['working_capital_borrowed', '1003', '2101'],
      ['borrowing_repaid', '2101', '1003'],
    ] as const) {
      const template = present(journal.templates.get(id), id);
      expect(template).toMatchObject({ approval: 'required', parties: ['government'] });
      expect(template.moves[0]).toMatchObject({ debit, credit });
    }
  });

  it('NAT-28.8, NAT-28.2: every account of income and expenditure is closed at year end', () => {
    const closing = present(journal.templates.get('year_closed'), 'the closing');
    const ofFund = present(
      journal.templates.get('year_of_adjustment_fund_closed'),
      'the closing of the fund',
    );
    const closed = new Set(
      [...closing.moves, ...ofFund.moves].flatMap(({ debit, credit }) => [debit, credit]),
    );
    const used = [...journal.templates.values()]
      .flatMap(({ moves }) => moves.flatMap(({ debit, credit }) => [debit, credit]))
      .filter((code) => ['income', 'expense'].includes(journal.accounts.get(code)?.class ?? ''))
      .filter((code) => !['4601', '4602'].includes(code));
    expect([...new Set(used)].filter((code) => !closed.has(code))).toEqual([]);
  });
});

describe('a template is refused', () => {
  it.each<readonly [string, Partial<RawTemplate>]>([
    ['unknown_account', { moves: [{ amount: 'a', debit: '9999', credit: '1003' }] }],
    ['books_mixed', { moves: [{ amount: 'a', debit: '1003', credit: 'payable' }], parties: ['person'] }],
    [
      'levy_not_to_special_account',
      { moves: [{ amount: 'a', debit: '1002', credit: '4402', source: 'adjustment' }] },
    ],
    ['special_account_misused', { moves: [{ amount: 'a', debit: '5401', credit: '1003' }] }],
    ['expenditure_account_misused', { moves: [{ amount: 'a', debit: '1004', credit: '4001' }] }],
    ['sweep_goes_elsewhere', { moves: [{ amount: 'a', debit: '1101', credit: '1005' }] }],
    ['subsidy_not_pooled', { moves: [{ amount: 'a', debit: '1003', credit: '4101', fund: 'account' }] }],
    ['transfer_not_personal', { moves: [{ amount: 'a', debit: '1003', credit: '4301' }] }],
    [
      'approval_not_required',
      { moves: [{ amount: 'a', debit: '3001', credit: '1003', source: 'pre_pooling' }] },
    ],
    ['causes_wrong', { causes: ['epidemic'] }],
    ['parties_wrong', { parties: ['pool'] }],
    ['party_missing', { moves: [{ amount: 'a', debit: 'receivable', credit: 'arisen.premium' }] }],
    [
      'sources_mixed',
      {
        moves: [
          { amount: 'a', debit: '1003', credit: '4201' },
          { amount: 'a', debit: '1003', credit: '4201', source: 'adjustment' },
        ],
      },
    ],
    ['money_not_conserved', { moves: [{ amount: 'a', debit: '3001', credit: '1003' }] }],
  ])('%s', (code, change) => {
    const moves: readonly RawMove[] = [{ amount: 'a', debit: '1003', credit: '4201' }];
    const base: RawTemplate = { id: 'x', name: { zh: '试', en: 'x' }, cite: [], types: ['resident'], moves };
    const codes = checkTemplate({ ...base, ...change }, journal.accounts, 'here').map(
      (refusal) => refusal.code,
    );
    expect(codes).toContain(code);
    expect(checkTemplate(base, journal.accounts, 'here')).toEqual([]);
  });
});

function isCash({ debit }: RawMove): boolean {
  return /^\d{4}$/.test(debit);
}

/** Cash that comes in, or obligations that are cleared, per pool, fund and amount; moves within the cash book are nil. */
function netOf(
  moves: readonly RawMove[],
  isCounted: (move: RawMove) => boolean,
): Readonly<Record<string, number>> {
  const isMoney = (code: string): boolean => code === 'cleared' || /^100\d$/.test(code);
  const net: Record<string, number> = {};
  for (const move of moves.filter(isCounted)) {
    const group = [move.pool ?? 'own', move.fund ?? 'pooled', move.source ?? 'current', move.amount].join(
      ' ',
    );
    const change = Number(isMoney(move.debit)) - Number(isMoney(move.credit));
    if (change !== 0) net[group] = (net[group] ?? 0) + change;
  }
  return net;
}
