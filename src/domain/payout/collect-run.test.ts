import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectRun, type PayeeAccount, type RunFacts } from '#domain/payout/collect-run';
import { lessPending } from '#domain/payout/less-pending';
import type { Payable } from '#domain/payout/purpose';
import { expectRefused } from '#tests/support/refused-codes';

const H1 = 'institution:H1';
const H2 = 'institution:H2';
const payables: readonly Payable[] = [
  { counterparty: H1, purpose: 'benefit', category: 'inpatient', pooled: 500n, account: 70n },
  { counterparty: H2, purpose: 'benefit', category: 'inpatient', pooled: 30n, account: 0n },
  { counterparty: H1, purpose: 'advance', category: null, pooled: 200n, account: 0n },
  { counterparty: H1, purpose: 'returned', category: null, pooled: 9n, account: 0n },
];
/** A run under way. */
const RUN = { run: 'r1', paysOn: '2026-03-10' } as const;
const OUTPATIENT: Payable = {
  counterparty: H1,
  purpose: 'benefit',
  category: 'outpatient',
  pooled: 40n,
  account: 0n,
};
/** A debt that was brought into the books. */
const BROUGHT: Payable = { ...OUTPATIENT, category: null, pooled: 25n };
const payee = (id: string, sentBackFor: string | null = null): PayeeAccount => {
  return { id, number: `62220000${id}`, sentBackFor };
};
const facts = (rest: Partial<RunFacts>): RunFacts => ({
  purpose: 'benefit',
  category: 'inpatient',
  payables,
  payees: new Map([
    [H1, payee('a1')],
    [H2, payee('a2')],
  ]),
  wanted: undefined,
  ...rest,
});

describe('a payment run', () => {
  it('NAT-P.11: gathers what is owed for its purpose, a line for each counterparty', () => {
    expect(collectRun(facts({}))).toMatchObject({
      value: {
        lines: [
          { counterparty: H1, pooled: 500n, account: 70n, payee: 'a1' },
          { counterparty: H2, pooled: 30n, account: 0n, payee: 'a2' },
        ],
        leftOut: [],
      },
    });
  });

  it('names who is left out for want of a bank account, and refuses where that payee was asked for', () => {
    const payees = new Map([[H1, payee('a1')]]);
    expect(collectRun(facts({ payees }))).toMatchObject({
      value: { lines: [{ counterparty: H1 }], leftOut: [{ counterparty: H2, code: 'bank_details_missing' }] },
    });
    expectRefused(collectRun(facts({ payees, wanted: [{ counterparty: H2 }] })), ['bank_details_missing']);
    expectRefused(collectRun(facts({ payees: new Map() })), ['bank_details_missing', 'bank_details_missing']);
    expectRefused(collectRun(facts({ payables: [] })), ['nothing_to_pay']);
  });

  it('a set-off takes the lesser of benefits owed and advance, and needs no bank account', () => {
    expect(collectRun(facts({ purpose: 'set_off', payees: new Map() }))).toMatchObject({
      value: { lines: [{ counterparty: H1, pooled: 200n, account: 0n, payee: null }] },
    });
  });

  it('NAT-28.7: nothing is paid to an account from which the bank sent a payment back; it is named with the reason', () => {
    const payees = new Map([[H1, payee('1234', '账号已销户')]]);
    for (const purpose of ['returned', 'benefit'] as const) {
      const category = purpose === 'benefit' ? 'inpatient' : null;
      const refused = collectRun(facts({ purpose, category, payees, wanted: [{ counterparty: H1 }] }));
      expectRefused(refused, ['bank_details_not_corrected']);
      expect(refused).toMatchObject({
        refusals: [
          { at: H1, what: { zh: `医药机构 H1 的收款账户 ****1234 已停用：银行退回（账号已销户）` } },
        ],
      });
    }
  });

  it('NAT-28.9: a run of one category takes what was settled as that category alone', () => {
    const run = facts({ payables: [...payables, OUTPATIENT], category: 'outpatient' });
    expect(collectRun(run)).toMatchObject({
      value: { lines: [{ counterparty: H1, pooled: 40n, account: 0n }], leftOut: [] },
    });
    const more = [{ counterparty: H1, pooled: 41n }];
    expectRefused(collectRun({ ...run, wanted: more }), ['above_what_is_owed']);
  });

  it('NAT-28.2: a debt from before the books has no category; only a line with its amount pays it', () => {
    const run = facts({ payables: [BROUGHT], category: 'outpatient' });
    expectRefused(collectRun(run), ['category_unknown']);
    const named = (pooled: bigint, own: readonly Payable[]) =>
      collectRun({ ...run, payables: own, wanted: [{ counterparty: H1, pooled }] });
    expect(named(25n, [BROUGHT]).allowed).toBe(true);
    expect(named(65n, [BROUGHT, OUTPATIENT]).allowed).toBe(true);
    const pending = [{ ...RUN, purpose: 'benefit', counterparty: H1, pooled: 20n, account: 0n }] as const;
    const left = lessPending([BROUGHT], [{ ...pending[0], category: 'inpatient' }]);
    expectRefused(named(6n, left), ['above_what_is_owed']);
    expect(named(5n, left).allowed).toBe(true);
  });

  it.each([
    ['above_what_is_owed', { wanted: [{ counterparty: H1, pooled: 501n }] }],
    ['amount_not_positive', { wanted: [{ counterparty: H1, pooled: 0n }] }],
    ['amount_not_positive', { wanted: [{ counterparty: H1, pooled: -1n, account: 5n }] }],
    ['nothing_owed', { wanted: [{ counterparty: 'institution:H3' }] }],
    ['payee_of_other_kind', { wanted: [{ counterparty: 'employer:E1' }] }],
    [
      'payee_repeated',
      {
        wanted: [
          { counterparty: H1, pooled: 1n },
          { counterparty: H1, pooled: 1n },
        ],
      },
    ],
    ['amounts_missing', { purpose: 'prepayment', category: null }],
    [
      'above_what_is_owed',
      { purpose: 'prepayment', category: null, wanted: [{ counterparty: H1, account: 5n }] },
    ],
  ] as const)('%s', (code, rest) => {
    expectRefused(collectRun(facts(rest)), [code]);
  });

  it('pays no fen twice: what is under way and what a further run takes are never more than was owed', () => {
    const part = fc.bigInt({ min: 0n, max: 600n });
    fc.assert(
      fc.property(part, part, (pooled, account) => {
        const pending = [
          { ...RUN, counterparty: H1, purpose: 'benefit', category: 'inpatient', pooled, account },
        ] as const;
        const run = collectRun(
          facts({ payables: lessPending(payables, pending), wanted: [{ counterparty: H1 }] }),
        );
        const line = run.allowed ? run.value.lines[0] : undefined;
        const max = (a: bigint, b: bigint): bigint => (a > b ? a : b);
        expect((line?.pooled ?? 0n) + pooled).toBe(run.allowed ? max(500n, pooled) : pooled);
        expect((line?.account ?? 0n) + account).toBe(run.allowed ? max(70n, account) : account);
      }),
    );
  });

  it('a set-off under way takes down the benefits owed and the advance', () => {
    const pending = [
      { ...RUN, counterparty: H1, purpose: 'set_off', category: 'inpatient', pooled: 150n, account: 0n },
    ] as const;
    const left = lessPending(payables, pending);
    expect(left.map(({ pooled }) => pooled)).toEqual([350n, 30n, 50n, 9n]);
  });
});
