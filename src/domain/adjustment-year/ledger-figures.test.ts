import { describe, expect, it } from 'vitest';
import { ledgerFigures } from '#domain/adjustment-year/ledger-figures';
import type { BookTurnover, LedgerReading } from '#domain/adjustment-year/ledger-reading';
import type { Month } from '#kernel/month';

/** A turnover of the pooled fund's cash book; debits are given below zero. */
function turnover(month: string, account: string, amount: bigint): BookTurnover {
  return {
    pool: 'east',
    postingMonth: month as Month,
    book: 'cash',
    fund: 'pooled',
    source: 'current',
    account,
    debit: amount < 0n ? -amount : 0n,
    credit: amount > 0n ? amount : 0n,
  };
}

const reading = (turnovers: readonly BookTurnover[]): LedgerReading => ({
  books: [{ pool: 'east', firstMonth: '2024-01' as Month, closedThrough: null }],
  turnovers,
  closing: [],
  opening: [],
  levyOpen: new Map(),
  unpaid: new Map(),
  subsidyOpen: new Map(),
  subsidyDue: new Map(),
  block: 1n,
  through: 9n,
});

const figuresOf = (turnovers: readonly BookTurnover[], takesBonds: boolean): Record<string, string> =>
  Object.fromEntries(
    ledgerFigures({ fund: 'fund', pools: ['east'], year: 2025, takesBonds }, reading(turnovers), []).map(
      ({ field, value }) => [field, value],
    ),
  );

const BEFORE = [turnover('2024-03', '3001', 100_00n), turnover('2024-05', '1201', -40_00n)];

describe('bonds in the figures of a year (NAT-144.36, R-6)', () => {
  it('what those held at its start brought in is a source of its own, and no accumulated balance as well', () => {
    const realised = [...BEFORE, turnover('2025-06', '1201', 30_00n), turnover('2025-06', '4201', 1_00n)];
    expect(figuresOf(realised, true)).toMatchObject({
      openingBalance: '70.00',
      bondsRealised: '30.00',
      revenue: '1.00',
    });
  });

  it('a pipeline that names no bonds finds them in the balance, where they stay', () => {
    const realised = [...BEFORE, turnover('2025-06', '1201', 30_00n)];
    const figures = figuresOf(realised, false);
    expect(figures).toMatchObject({ openingBalance: '100.00' });
    expect(Object.keys(figures)).not.toContain('bondsRealised');
  });

  it('bonds bought and realised within the year are none: their money is in the opening balance', () => {
    const within = [turnover('2024-03', '3001', 100_00n), turnover('2025-02', '1201', -40_00n)];
    const figures = figuresOf([...within, turnover('2025-09', '1201', 40_00n)], true);
    expect(figures).toMatchObject({ openingBalance: '100.00' });
    expect(Object.keys(figures)).not.toContain('bondsRealised');
  });

  it('where the books show none, none is said: a document may', () => {
    expect(Object.keys(figuresOf(BEFORE, true))).not.toContain('bondsRealised');
  });
});

describe('what a treasury gives for a year that was settled (JH-4.7-d, JH-R4)', () => {
  const came = [...BEFORE, turnover('2025-06', '4101', 45_00n), turnover('2025-07', '4101', 5_00n)];
  const moved = [
    { year: 2024, pool: 'east', kind: 'treasury', amount: 45_00n, postingMonth: '2025-06' as Month },
  ] as const;

  it('belongs to that year, and is no revenue of the year in which it came in', () => {
    const of = { fund: 'fund', pools: ['east'], year: 2025, takesBonds: false };
    const figures = ledgerFigures(of, reading(came), moved);
    const found = (field: string): unknown => figures.find((one) => one.field === field);
    expect(found('revenue')).toMatchObject({
      value: '5.00',
      source: { basis: '4001 4101 4201 4501 2025-01..2025-12 − settled 4101 2025-01..2025-12' },
    });
    expect(found('openingBalance')).toMatchObject({ value: '145.00' });
  });
});

describe('whether levies are paid (JX-2.5)', () => {
  const owing = (levyOpen: bigint, ownOpen: bigint): unknown =>
    ledgerFigures(
      {
        fund: 'fund',
        pools: ['east'],
        year: 2025,
        takesBonds: false,
        ownOpen: new Map([['east', ownOpen]]),
      },
      { ...reading(BEFORE), levyOpen: new Map([['east', levyOpen]]) },
      [],
    ).find(({ field }) => field === 'levyPaid');

  it('what the year itself decided and is still to be paid does not deny it, when the year is corrected', () => {
    expect(owing(160_00n, 160_00n)).toMatchObject({
      value: 'true',
      source: { basis: 'payable pool:fund = 0.00 + 2025 160.00' },
    });
  });

  it('what is owed from an earlier year denies it', () => {
    expect(owing(160_00n, 150_00n)).toMatchObject({
      value: 'false',
      source: { basis: 'payable pool:fund = 10.00 + 2025 150.00' },
    });
  });
});

describe('whether subsidies are paid in time (JX-2.5)', () => {
  const told = (open: bigint, due: bigint): unknown =>
    ledgerFigures(
      { fund: 'fund', pools: ['east'], year: 2025, takesBonds: false },
      { ...reading(BEFORE), subsidyOpen: new Map([['east', open]]), subsidyDue: new Map([['east', due]]) },
      [],
    ).find(({ field }) => field === 'subsidyPaid')?.value;

  it('what a government still owed at the end of the year denies it', () => {
    expect(told(1n, 300_00n)).toBe('false');
  });

  it('it is so once all that fell due has come in', () => {
    expect(told(0n, 300_00n)).toBe('true');
  });

  it('where nothing fell due, the books say nothing: a document does', () => {
    expect(told(0n, 0n)).toBeUndefined();
  });
});

describe('what was recovered off-site and goes to the fund whole (JX-2.2.4)', () => {
  it('is no revenue, and benefits are counted as if it had not lowered them', () => {
    const came = [...BEFORE, turnover('2025-03', '4501', 40_00n), turnover('2025-04', '5001', -100_00n)];
    const held = new Map([['east', { income: 30_00n, spending: 20_00n, attested: 5_00n }]]);
    const of = { fund: 'fund', pools: ['east'], year: 2025, takesBonds: false, heldForFund: held };
    const figures = ledgerFigures(of, reading(came), []);
    const months = '2025-01..2025-12';
    expect(figures.find(({ field }) => field === 'revenue')).toMatchObject({
      value: '5.00',
      source: {
        basis: `4001 4101 4201 4501 ${months} − recovered 4501 ${months} − recovered attested ${months}`,
      },
    });
    expect(figures.find(({ field }) => field === 'expenditure')).toMatchObject({
      value: '120.00',
      source: { basis: `5001 5101 5401 ${months} + recovered 5001 ${months}` },
    });
  });
});
