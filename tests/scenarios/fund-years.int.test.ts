import { beforeAll, expect, test } from 'vitest';
import { openYear } from '#application/adjustment-year/open-year';
import { drawStatement } from '#application/statement/draw-statement';
import { refusedBy } from '#tests/support/budget-bench';
import { describeOnPostgres, type FreshDatabase } from '#tests/support/fresh-database';
import { makeFundYear, type FundYearBench } from '#tests/support/fund-year-bench';
import {
  expectExecution,
  expectOpenedCells,
  expectSettled,
  expectStatements,
  expectVerified,
} from '#tests/support/fund-year-checks';
import { SETTLED_AT, type FundYearPlace, type ShippedPack } from '#tests/support/fund-year-place';
import { FUND_ID } from '#tests/support/fund-year-scenario';

/** Far above what an idle machine needs: a year is some thousand events in five minutes at the worst. */
const LONG = 300_000;

/** Makes a place's fund year before its tests, and gives it to them. */
function fundYear(database: () => FreshDatabase, shipped: ShippedPack): () => FundYearBench {
  let bench: FundYearBench | undefined;
  beforeAll(async () => {
    bench = await makeFundYear(database(), shipped);
  }, LONG);
  return () => {
    if (bench === undefined) throw new Error('the fund year was not made');
    return bench;
  };
}

/** The shipped draft is another place's: no year of this fund is opened by it. */
async function refusalOfDraft({ services, maker, shipped }: FundYearPlace): Promise<readonly string[]> {
  const wanted = { place: FUND_ID, fund: FUND_ID, insuranceType: 'employee', year: 2027 } as const;
  return refusedBy(await openYear(services, maker, { ...wanted, packId: shipped }, SETTLED_AT));
}

describeOnPostgres('a fund year of sixteen pools in the Sichuan manner', (database) => {
  const year = fundYear(database, 'sichuan');

  test('SC-2.2-a, SC-2.2-d, SC-2.2-e, SC-2.2-f, SC-2.2-g: what is levied, reserved and distributed is what the figures give', () => {
    expectSettled(year().place, year().employees);
    expectSettled(year().place, year().residents);
  });

  test('SC-2.2-a, NAT-28.2, NAT-28.5, NAT-28.10: statements balance to the fen and levels eliminate to nil', () => {
    expectStatements(year());
  });

  test(
    'SC-2.2-a, NAT-28.9: every figure opens to events and their clauses',
    async () => {
      await expectOpenedCells(year());
    },
    LONG,
  );

  test(
    'SC-2.2-c, SC-2.1-d: a budget is executed as the books show',
    async () => {
      await expectExecution(year());
    },
    LONG,
  );

  test(
    'SC-2.2-d, NAT-P.11: the books of the year are proved from their rows',
    async () => {
      await expectVerified(year());
    },
    LONG,
  );

  test(
    'SC-eff: the draft itself is never carried out; a copy that was put in force was',
    async () => {
      expect(await refusalOfDraft(year().place)).toEqual(['pack_of_other_place pack']);
    },
    LONG,
  );
});

describeOnPostgres('a fund year of sixteen pools in the Anhui manner', (database) => {
  const year = fundYear(database, 'anhui');

  test('AH-1.5-a, AH-1.5-b, AH-1.5-e, AH-1.5-f, AH-2: what is levied and shared of gaps is what the figures give', () => {
    expectSettled(year().place, year().employees);
    expectSettled(year().place, year().residents);
  });

  test('AH-1.5-a, NAT-28.2, NAT-28.5, NAT-28.10: statements balance to the fen and levels eliminate to nil', () => {
    expectStatements(year());
  });

  test(
    'AH-1.5-b, NAT-28.9: every figure opens to events and their clauses',
    async () => {
      await expectOpenedCells(year());
    },
    LONG,
  );

  test(
    'AH-1.5-a, NAT-P.11: a budget is executed as the books show, and the books are proved from their rows',
    async () => {
      await expectExecution(year());
      await expectVerified(year());
    },
    LONG,
  );
});

describeOnPostgres('a fund year of sixteen units in the Jinhua manner', (database) => {
  const year = fundYear(database, 'jinhua');

  test('JH-4.7-a, JH-4.7-d, JH-4.7-e, JH-4.8: all revenue goes up, all spending comes down, and units bear their part', () => {
    expectSettled(year().place, year().employees);
    expectSettled(year().place, year().residents);
  });

  test('JH-4.7-a, NAT-28.2, NAT-28.5, NAT-28.10: statements balance to the fen and levels eliminate to nil', () => {
    expectStatements(year());
  });

  test(
    'JH-4.7-a, NAT-28.9: every figure opens to events and their clauses',
    async () => {
      await expectOpenedCells(year());
    },
    LONG,
  );

  test(
    'JH-4.6, NAT-P.11: a budget is executed as the books show, and the books are proved from their rows',
    async () => {
      await expectExecution(year());
      await expectVerified(year());
    },
    LONG,
  );

  test(
    'JH-eff: the draft itself is never carried out; a copy that was put in force was',
    async () => {
      expect(await refusalOfDraft(year().place)).toEqual(['pack_of_other_place pack']);
    },
    LONG,
  );
});

describeOnPostgres('a fund year of sixteen pools in the Jiangxi manner', (database) => {
  const year = fundYear(database, 'jiangxi');

  test('JX-2.2.2, JX-2.2.3, JX-2.2.4, JX-2.3.1, JX-2.3.2, JX-2.3.3-a, JX-2.3.3-b, JX-2.5: the settlement is what the figures give', () => {
    expectSettled(year().place, year().employees);
    expectSettled(year().place, year().residents);
    const { output } = year().residents.settled ?? {};
    expect(output?.refusals.map(({ condition }) => condition)).toContain('budgetMet');
    expect(output?.refusals.map(({ condition }) => condition)).toContain('breachesCorrected');
  });

  test('JX-2.1, NAT-28.2, NAT-28.5, NAT-28.10: statements balance to the fen and levels eliminate to nil', () => {
    expectStatements(year());
  });

  test(
    'JX-2.2.3, NAT-28.9: every figure opens to events and their clauses',
    async () => {
      await expectOpenedCells(year());
    },
    LONG,
  );

  test(
    'JX-2.5, NAT-P.11: a budget is executed as the books show, and the books are proved from their rows',
    async () => {
      await expectExecution(year());
      await expectVerified(year());
    },
    LONG,
  );
});

describeOnPostgres('a fund year of sixteen pools in the Shandong manner', (database) => {
  const year = fundYear(database, 'shandong');

  test('SD-3.4-a, SD-3.4-c, SD-3.4-d: what is levied of employees and shared of their gaps is what the figures give', () => {
    expectSettled(year().place, year().employees);
  });

  test(
    'SD-3.4-a, SD-4: residents have no adjustment fund: no year opens, and their books stand without it',
    async () => {
      const { services, maker, pack } = year().place;
      const wanted = { place: FUND_ID, fund: FUND_ID, insuranceType: 'resident', year: 2026 } as const;
      const opened = await openYear(services, maker, { ...wanted, packId: pack.raw.id }, SETTLED_AT);
      expect(refusedBy(opened)).toEqual(['not_in_force year']);
      const asked = {
        subject: FUND_ID,
        consolidated: false,
        insuranceType: 'resident',
        period: '2026',
      } as const;
      expect(refusedBy(await drawStatement(services, maker, asked))).toEqual([`books_not_opened ${FUND_ID}`]);
      expect(year().residents.ofYear.group.withoutBooks).toEqual([FUND_ID]);
    },
    LONG,
  );

  test('SD-3.4-b, NAT-28.2, NAT-28.5, NAT-28.10: statements balance to the fen and levels eliminate to nil', () => {
    expectStatements(year());
  });

  test(
    'SD-3.4-a, NAT-28.9: every figure opens to events and their clauses',
    async () => {
      await expectOpenedCells(year());
    },
    LONG,
  );

  test(
    'SD-3.4-b, NAT-P.11: a budget is executed as the books show, and the books are proved from their rows',
    async () => {
      await expectExecution(year());
      await expectVerified(year());
    },
    LONG,
  );

  test(
    'SD-eff: the draft itself is never carried out; a copy that was put in force was',
    async () => {
      expect(await refusalOfDraft(year().place)).toEqual(['pack_of_other_place pack']);
    },
    LONG,
  );
});
