import { describe, expect, it } from 'vitest';
import { importOf, NO_IMPORT, type ImportDraft } from '#console/rooms/reconciliations/import-draft.ts';

const bank: ImportDraft = {
  ...NO_IMPORT,
  books: { pool: 'east', insuranceType: 'resident' },
  party: 'bank',
  account: '1002',
  month: '2026-01',
  opening: '0',
  closing: '1,200.50',
  profile: 'plain',
  file: { name: 'january.csv', content: 'ZGF0ZQ==' },
};

describe('the import of a statement', () => {
  it('asks for what the fields say, with exact amounts', () => {
    expect(importOf(bank)).toMatchObject({ pool: 'east', account: '1002', closing: '1200.50' });
  });

  it('waits for the balances, but of tax has none', () => {
    const { opening: _none, ...rest } = bank;
    expect(importOf({ ...rest, opening: '' })).toBeUndefined();
    expect(importOf({ ...rest, opening: '', party: 'tax', account: '1005' })).toMatchObject({
      opening: null,
      closing: null,
    });
  });

  it('of own headings needs the date and an amount, and leaves out what the file does not have', () => {
    expect(importOf({ ...bank, profile: 'own', headings: { date: '日期' } })).toBeUndefined();
    const headings = { date: '日期', amount: '金额', summary: ' ' };
    expect(importOf({ ...bank, profile: 'own', headings })?.profile).toMatchObject({
      columns: { date: '日期', amount: '金额' },
    });
  });
});
