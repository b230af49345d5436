import { describe, expect, it } from 'vitest';
import type { JournalTemplate } from '#console/api/ledger-queries.ts';
import type { Difference } from '#console/api/reconciliation-queries.ts';
import { correctionOf, emptyCorrection, waysOf } from '#console/rooms/reconciliations/correction-draft.ts';

const line = (id: string): Pick<Difference, 'line'> => ({
  line: { id, on: '2026-03-05', amount: '0.40', references: [], counterparty: '', summary: '' },
});
const BOOKS = { pool: 'east', insuranceType: 'resident' } as const;
const TEMPLATE = {
  id: 'donation_received',
  parties: [],
  categories: [],
  betweenPools: false,
  needsApproval: false,
  amounts: { employee: ['pooled'], resident: ['pooled'] },
} as unknown as JournalTemplate;

describe('a correction as it is typed', () => {
  it('takes back only an event of ours; what they alone have is posted', () => {
    expect(waysOf(line('event/7'))).toContain('reversed');
    expect(waysOf(line('statement/3'))).not.toContain('reversed');
  });

  it('names an event, or says what to post, and never both', () => {
    const draft = emptyCorrection(line('statement/3'));
    expect(correctionOf(draft, undefined, BOOKS)).toBeUndefined();
    expect(correctionOf({ ...draft, way: 'named', event: '12' }, undefined, BOOKS)).toEqual({
      event: '12',
      posting: null,
    });
    expect(correctionOf({ ...draft, way: 'reversed' }, undefined, BOOKS)).toEqual({
      event: null,
      posting: { template: null, amounts: {}, effectiveOn: '2026-03-05' },
    });
    const post = { ...draft.post, amounts: { pooled: '0.4' } };
    expect(correctionOf({ ...draft, way: 'posted', post }, TEMPLATE, BOOKS)).toEqual({
      event: null,
      posting: { template: 'donation_received', amounts: { pooled: '0.40' }, effectiveOn: '2026-03-05' },
    });
    expect(correctionOf({ ...draft, way: 'posted' }, TEMPLATE, BOOKS)).toBeUndefined();
  });
});
