import { describe, expect, it } from 'vitest';
import { ourLine } from '#application/reconciliation/lines-of-sides';
import type { LedgerMovement } from '#application/ports/reconciliation-store';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';

const movement = (rest: Partial<LedgerMovement>): LedgerMovement => ({
  number: 7n,
  month: '2026-03' as Month,
  key: 'k 1',
  template: 'treasury_swept',
  counterparty: null,
  on: '2026-03-31' as PlainDate,
  note: '',
  paidBy: null,
  reverses: null,
  amount: 100n,
  ...rest,
});

describe('a movement of ours as a line', () => {
  it('NAT-144.39-c: is found by the number of the bank’s voucher that its event was recorded with', () => {
    const line = ourLine(movement({ note: '银行回单 V100\n三月归集' }));
    expect(line.references).toEqual(['K1', '三月归集', 'V100']);
    expect(line.summary).toBe('三月归集');
  });

  it('NAT-144.39-c: of a payment is found by the number that the bank’s answer gave', () => {
    const line = ourLine(movement({ key: 'payment_run r1 2', paidBy: 'P9' }));
    expect(line.references).toEqual(['PAYMENT_RUNR12', 'P9', 'R1', 'R1-2']);
  });

  it('is found by its whole note where no voucher was given', () => {
    expect(ourLine(movement({ note: 'v 100' })).references).toEqual(['K1', 'V100']);
  });
});
