import { describe, expect, it } from 'vitest';
import type { Line } from '#domain/reconciliation/line';
import { partyStanding } from '#domain/reconciliation/party';
import { whyNoTiming } from '#domain/reconciliation/why-no-timing';
import { plainDate } from '#kernel/plain-date';

const open = { decision: null, confirmedBy: null };

describe('the other side of a month (JH-4.7-b, NAT-144.39-c)', () => {
  it('is awaited while somebody of it could confirm, and absent where nobody can', () => {
    for (const party of ['finance', 'treasury', 'tax'] as const) {
      expect(partyStanding(party, null, true)).toBe('awaited');
      expect(partyStanding(party, open, false)).toBe('absent');
      expect(partyStanding(party, { ...open, confirmedBy: 'f' }, true)).toBe('confirmed');
    }
  });

  it('is a bank by its paper statement alone', () => {
    expect(partyStanding('bank', open, true)).toBe('paper');
  });

  it('of a closed month is what it was then; what was rejected is to be confirmed anew', () => {
    expect(partyStanding('tax', { decision: 'approved', confirmedBy: null }, true)).toBe('absent');
    expect(partyStanding('tax', { decision: 'approved', confirmedBy: 't' }, false)).toBe('confirmed');
    expect(partyStanding('tax', { decision: 'rejected', confirmedBy: 't' }, true)).toBe('awaited');
  });
});

describe('what is on its way (NAT-28.7)', () => {
  const line: Line = {
    id: 'event/1',
    on: plainDate(2026, 1, 31),
    amount: 1n,
    references: [],
    counterparty: '',
    summary: '',
    takesBack: null,
    carriedMonths: 0,
    isOpening: false,
  };

  it('is no amount that differs: the two never meet', () => {
    expect(whyNoTiming({ kind: 'amount', line })?.code).toBe('amount_is_no_timing');
  });

  it('has two months’ ends to arrive, and at the third is to be corrected or claimed', () => {
    const codes = [0, 1, 2, 3].map(
      (carriedMonths) => whyNoTiming({ kind: 'missing_from_theirs', line: { ...line, carriedMonths } })?.code,
    );
    expect(codes).toEqual([undefined, undefined, 'timing_overdue', 'timing_overdue']);
  });
});
