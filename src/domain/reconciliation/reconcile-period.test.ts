import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysApart, sumOf, type Line, type Sides } from '#domain/reconciliation/line';
import { comparePremiums } from '#domain/reconciliation/premium-comparison';
import { reconcilePeriod, type Period } from '#domain/reconciliation/reconcile-period';
import { nextDay, plainDate, type PlainDate } from '#kernel/plain-date';

const NONE: Sides = { ours: [], theirs: [] };

function line(id: string, day: number, amount: bigint, rest: Partial<Line> = {}): Line {
  const on = plainDate(2026, day > 31 ? 4 : 3, day > 31 ? day - 31 : day);
  const head = {
    references: [],
    counterparty: '',
    summary: '',
    takesBack: null,
    carriedMonths: 0,
    isOpening: false,
  };
  return { ...head, id, on, amount, ...rest };
}

function period(rest: Partial<Period>): Period {
  const firstDay = plainDate(2026, 3, 1);
  const opening = { ours: 0n, theirs: 0n };
  return {
    firstDay,
    opening,
    lines: NONE,
    carried: undefined,
    later: NONE,
    named: [],
    openingId: 's/0',
    ...rest,
  };
}

const kinds = (of: Partial<Period>): readonly (readonly string[])[] =>
  reconcilePeriod(period(of)).differences.map(({ line: { id }, kind }) => [id, kind]);

describe('a reconciled month (JH-4.7-b)', () => {
  it('names what one side lacks, what is there twice, and what has another amount', () => {
    const lines = {
      ours: [line('o1', 2, 10n), line('o2', 3, 25n, { references: ['K'] })],
      theirs: [
        line('t1', 4, -7n),
        line('t2', 5, 40n, { references: ['T'] }),
        line('t3', 6, 40n, { references: ['T'] }),
        line('t4', 7, 26n, { references: ['K'] }),
      ],
    };
    expect(kinds({ lines })).toEqual([
      ['o1', 'missing_from_theirs'],
      ['o2', 'amount'],
      ['t1', 'missing_from_ours'],
      ['t2', 'missing_from_ours'],
      ['t3', 'duplicate'],
      ['t4', 'amount'],
    ]);
  });

  it('calls it another amount where both sides have one open line of the day, less than a tenth apart', () => {
    const near = { ours: [line('o1', 9, 900_123_456n)], theirs: [line('t1', 9, 900_120_000n)] };
    expect(kinds({ lines: near })).toEqual([
      ['o1', 'amount'],
      ['t1', 'amount'],
    ]);
    const others = [
      { ours: [line('o1', 9, 1000n)], theirs: [line('t1', 9, 899n)] },
      { ours: [line('o1', 9, 1000n)], theirs: [line('t1', 10, 990n)] },
      { ours: [line('o1', 9, 1000n)], theirs: [line('t1', 9, -990n)] },
      { ours: [line('o1', 9, 1000n)], theirs: [line('t1', 9, 990n), line('t2', 9, 985n)] },
    ];
    for (const lines of others)
      expect(new Set(kinds({ lines }).map(([, kind]) => kind))).toEqual(
        new Set(['missing_from_theirs', 'missing_from_ours']),
      );
  });

  it('calls it another amount also among other lines of the day, where only these two are nearly the same', () => {
    const lines = {
      ours: [line('o1', 9, 39_000_000n, { references: ['S'] }), line('o2', 9, -39_000_000n)],
      theirs: [line('t1', 9, 39_000_010n, { references: ['V1'] }), line('t2', 9, 12_000_001n)],
    };
    expect(kinds({ lines })).toEqual([
      ['o1', 'amount'],
      ['o2', 'missing_from_theirs'],
      ['t1', 'amount'],
      ['t2', 'missing_from_ours'],
    ]);
  });

  it('matches one of two equal lines of a day with the other side’s only one, and calls the other there twice, whatever numbers they bear', () => {
    const lines = {
      ours: [line('o1', 9, 120n, { references: ['S'] })],
      theirs: [
        line('t1', 9, 120n, { references: ['V1'] }),
        line('t2', 9, 120n, { references: ['V2'] }),
        line('t3', 10, 120n, { references: ['V3'] }),
      ],
    };
    expect(kinds({ lines })).toEqual([
      ['t2', 'duplicate'],
      ['t3', 'missing_from_ours'],
    ]);
    expect(kinds({ lines, named: [{ item: 't2', event: 'o1' }] })).toEqual([
      ['t1', 'duplicate'],
      ['t3', 'missing_from_ours'],
    ]);
  });

  it('leaves lines of a day open where it is not all one which of them is one too many', () => {
    const lines = {
      ours: [line('o1', 9, -7n, { counterparty: 'a' }), line('o2', 9, -7n, { counterparty: 'b' })],
      theirs: [line('t1', 9, -7n)],
    };
    expect(new Set(kinds({ lines }).map(([, kind]) => kind))).toEqual(new Set(['duplicate']));
    expect(kinds({ lines })).toHaveLength(3);
  });

  it('names one wrong amount and one repetition of it as two differences of two kinds, not as three of one fault', () => {
    const lines = {
      ours: [line('o1', 9, 39_000_000n, { references: ['PT1'] })],
      theirs: [
        line('t1', 9, 39_000_010n, { references: ['PT1'] }),
        line('t2', 9, 39_000_010n, { references: ['PT1'] }),
      ],
    };
    expect(kinds({ lines })).toEqual([
      ['o1', 'amount'],
      ['t1', 'amount'],
      ['t2', 'duplicate'],
    ]);
    const [ours] = reconcilePeriod(period({ lines })).differences;
    expect(ours?.with).toEqual(['t1']);
  });

  it('a month of real vouchers: a sweep by another amount and a receipt that is there twice are three lines, none missing', () => {
    const lines = {
      ours: [line('o1', 28, 39_000_000n, { references: ['SWEPT1'] }), line('o2', 28, 12_000_001n)],
      theirs: [
        line('t1', 28, 39_000_010n, { references: ['V1'] }),
        line('t2', 28, 12_000_001n, { references: ['V2'] }),
        line('t3', 28, 12_000_001n, { references: ['V3'] }),
      ],
    };
    expect(kinds({ lines })).toEqual([
      ['o1', 'amount'],
      ['t1', 'amount'],
      ['t3', 'duplicate'],
    ]);
  });

  it('calls timing what the other side has after the month', () => {
    const lines = { ours: [line('o1', 31, 10n)], theirs: [line('t1', 31, 8n)] };
    const later = { ours: [line('o9', 33, 8n)], theirs: [line('t9', 32, 10n)] };
    expect(kinds({ lines, later })).toEqual([
      ['o1', 'timing'],
      ['t1', 'timing'],
    ]);
  });

  it('adjusts both balances by what is open, and both agree', () => {
    const lines = {
      ours: [line('o1', 2, 100n), line('o2', 3, -30n), line('o3', 4, 500n)],
      theirs: [line('t1', 20, 40n), line('t2', 21, -5n), line('t3', 4, 500n)],
    };
    const { adjustment } = reconcilePeriod(period({ lines, opening: { ours: 1000n, theirs: 1000n } }));
    expect(adjustment).toEqual({
      ours: 1570n,
      theirs: 1535n,
      theirReceipts: 40n,
      theirPayments: 5n,
      ourReceipts: 100n,
      ourPayments: 30n,
      adjusted: 1605n,
    });
  });

  it('makes a difference of the first opening balances a line of its own', () => {
    const { differences, adjustment } = reconcilePeriod(period({ opening: { ours: 90n, theirs: 100n } }));
    expect(differences).toMatchObject([
      { kind: 'opening', side: 'theirs', line: { id: 's/0', amount: 10n } },
    ]);
    expect(adjustment.adjusted).toBe(100n);
  });

  it('holds the equation month after month for any lines: what is open is carried and nothing is lost', () => {
    const some = fc.array(
      fc.tuple(
        fc.integer({ min: 1, max: 28 }),
        fc.bigInt({ min: -5n, max: 5n }).filter((one) => one !== 0n),
      ),
      { maxLength: 10 },
    );
    const months = fc.array(fc.tuple(some, some), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(months, fc.bigInt({ min: -9n, max: 9n }), (all, gap) => {
        let opening = { ours: 0n, theirs: gap };
        let carried: Sides | undefined;
        for (const [month, [ours, theirs]] of all.entries()) {
          const linesOf = (side: string, rows: typeof ours): readonly Line[] =>
            rows.map(([day, amount], index) => line(`${side}${month}/${index}`, day, amount));
          const lines = { ours: linesOf('o', ours), theirs: linesOf('t', theirs) };
          const { differences, adjustment } = reconcilePeriod(period({ lines, opening, carried }));
          const openOn = (side: 'ours' | 'theirs'): readonly Line[] =>
            differences.filter((one) => one.side === side).map((one) => one.line);
          carried = { ours: openOn('ours'), theirs: openOn('theirs') };
          opening = { ours: adjustment.ours, theirs: adjustment.theirs };
          expect(adjustment.ours + sumOf(carried.theirs)).toBe(adjustment.theirs + sumOf(carried.ours));
        }
      }),
    );
  });
});

describe('premiums from station to station (JH-4.7-b, JX-3.2)', () => {
  const stations = {
    assessed: 1000n,
    levied: 900n,
    received: 820n,
    receivedByTreasury: 850n,
    collectedByAgency: 40n,
    swept: 700n,
    sweptByTreasury: 700n,
  };
  it('names each difference; together they are what was assessed and is not swept', () => {
    const gaps = comparePremiums(stations);
    expect(gaps.map(({ gap, amount }) => [gap, amount])).toEqual([
      ['not_levied', 60n],
      ['in_transit', 50n],
      ['not_booked', 30n],
      ['not_swept', 120n],
      ['sweep_not_booked', 0n],
    ]);
    expect(gaps.reduce((sum, { amount }) => sum + (amount ?? 0n), 0n)).toBe(1000n - 40n - 700n);
  });

  it('says nothing of a station that was not told', () => {
    const gaps = comparePremiums({ ...stations, levied: null });
    expect(gaps.slice(0, 2).map(({ amount }) => amount)).toEqual([null, null]);
  });
});

it('days apart are those of the calendar', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 27 }), fc.integer({ min: 0, max: 900 }), (day, count) => {
      const from = plainDate(2023, 12, day);
      let to: PlainDate = from;
      for (let step = 0; step < count; step += 1) to = nextDay(to);
      expect([daysApart(from, to), daysApart(to, from)]).toEqual([count, count]);
    }),
    { numRuns: 30 },
  );
});
