import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectRun, type RunFacts } from '#domain/payout/collect-run';
import { lessPending } from '#domain/payout/less-pending';
import type { Payable } from '#domain/payout/purpose';
import { expectRefused } from '#tests/support/refused-codes';

const H1 = 'institution:H1';
const H2 = 'institution:H2';
const payables: readonly Payable[] = [
  { counterparty: H1, purpose: 'benefit', pooled: 500n, account: 70n },
  { counterparty: H2, purpose: 'benefit', pooled: 30n, account: 0n },
  { counterparty: H1, purpose: 'advance', pooled: 200n, account: 0n },
  { counterparty: H1, purpose: 'returned', pooled: 9n, account: 0n },
];
const facts = (rest: Partial<RunFacts>): RunFacts => ({
  purpose: 'benefit',
  payables,
  payees: new Map([
    [H1, 'a1'],
    [H2, 'a2'],
  ]),
  sentBackFrom: new Map(),
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
    const payees = new Map([[H1, 'a1']]);
    expect(collectRun(facts({ payees }))).toMatchObject({
      value: { lines: [{ counterparty: H1 }], leftOut: [{ counterparty: H2, code: 'bank_details_missing' }] },
    });
    expectRefused(collectRun(facts({ payees, wanted: [{ counterparty: H2 }] })), ['bank_details_missing']);
    expectRefused(collectRun(facts({ payees: new Map() })), ['nothing_to_pay']);
  });

  it('a set-off takes the lesser of benefits owed and advance, and needs no bank account', () => {
    expect(collectRun(facts({ purpose: 'set_off', payees: new Map() }))).toMatchObject({
      value: { lines: [{ counterparty: H1, pooled: 200n, account: 0n, payee: null }] },
    });
  });

  it('NAT-28.7: what the bank sent back is paid again only to another confirmed account', () => {
    const returned = facts({ purpose: 'returned', wanted: [{ counterparty: H1 }] });
    const same = collectRun({ ...returned, sentBackFrom: new Map([[H1, 'a1']]) });
    expectRefused(same, ['bank_details_not_corrected']);
    expect(collectRun({ ...returned, sentBackFrom: new Map([[H1, 'a0']]) }).allowed).toBe(true);
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
    ['amounts_missing', { purpose: 'prepayment' }],
    ['above_what_is_owed', { purpose: 'prepayment', wanted: [{ counterparty: H1, account: 5n }] }],
  ] as const)('%s', (code, rest) => {
    expectRefused(collectRun(facts(rest)), [code]);
  });

  it('pays no fen twice: what is under way and what a further run takes are never more than was owed', () => {
    const part = fc.bigInt({ min: 0n, max: 600n });
    fc.assert(
      fc.property(part, part, (pooled, account) => {
        const pending = [{ counterparty: H1, purpose: 'benefit', pooled, account }] as const;
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
    const pending = [{ counterparty: H1, purpose: 'set_off', pooled: 150n, account: 0n }] as const;
    const left = lessPending(payables, pending);
    expect(left.map(({ pooled }) => pooled)).toEqual([350n, 30n, 50n, 9n]);
  });
});
