import { expect, test } from 'vitest';
import { decideOnMatter, requestMatter } from '#application/adjustment-year/matters';
import { withStandings } from '#application/adjustment-year/short-pools';
import type { MatterContent } from '#domain/adjustment-year/matter';
import { matterFigures } from '#domain/adjustment-year/matter-figures';
import { present } from '#kernel/assert';
import type { Decision } from '#kernel/decision';
import {
  allowed,
  codesOf,
  makeYearBench,
  POOL_YEARS,
  YEAR_NOW,
  type YearBench,
} from '#tests/support/adjustment-year-bench';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { FUND } from '#tests/support/ledger-bench';

interface Applied {
  readonly content: MatterContent;
  /** A hexadecimal digit: another paper has another hash. */
  readonly paper: string;
  readonly corrects?: string;
  readonly year?: number;
}

const apply = (
  { services, maker }: YearBench,
  { content, paper, corrects, year = 2025 }: Applied,
  now = YEAR_NOW,
): Promise<Decision<{ readonly id: string }>> =>
  requestMatter(
    services,
    maker,
    {
      kind: 'emergency',
      place: `${FUND}/east`,
      pool: 'east',
      insuranceType: 'employee',
      year,
      packId: 'yunhai',
      content,
      corrects: corrects ?? null,
      document: `YH-${paper}`,
      documentHash: paper.repeat(64),
      note: 'at actual need',
    },
    now,
  );

const grant = ({ services, checker }: YearBench, id: string, note = ''): Promise<Decision<null>> =>
  decideOnMatter(services, checker, id, { decision: 'granted', note }, YEAR_NOW);

async function standingOf({ services, checker }: YearBench, id: string, now = YEAR_NOW): Promise<unknown> {
  const matter = await services.adjustmentYearStore.within(checker, (office) => office.findMatter(id));
  const [stood] = await withStandings(services, checker, [present(matter, 'the matter')], now);
  return stood?.standing;
}

/** The amount that the applications of the east give the year. */
async function applied({ services, maker }: YearBench): Promise<string | undefined> {
  const matters = await services.adjustmentYearStore.within(maker, (office) => office.listMatters());
  return matterFigures(['east'], 2025, matters).find(({ field }) => field === 'emergency')?.value;
}

const policy = (amount: string): MatterContent => ({ amount, cause: 'policy' });

describeOnPostgres('an emergency application', (database) => {
  test('JX-2.3.2, JX-R8: both causes stand in one year, one paper is one application, another cause is said to be never paid', async () => {
    const bench = await makeYearBench(database().connect('application'));
    const first = allowed(await apply(bench, { content: policy('50.00'), paper: 'a' })).id;
    expect(codesOf(await apply(bench, { content: policy('50.00'), paper: 'a' }))).toEqual([
      'already_submitted documentHash',
    ]);
    const content = { amount: '20.00', cause: 'public_health' } as const;
    const second = allowed(await apply(bench, { content, paper: 'b' })).id;
    const other = await apply(bench, { content: { amount: '7.00', cause: 'other' }, paper: 'c' });
    expect(other).toMatchObject({ refusals: [{ code: 'cause_not_paid', clause: 'YH-6' }] });
    allowed(await grant(bench, first));
    allowed(await grant(bench, second));
    expect(await applied(bench)).toBe('70.00');

    const corrected = allowed(
      await apply(bench, { content: policy('30.00'), paper: 'a', corrects: first }),
    ).id;
    expect(await applied(bench)).toBe('70.00');
    allowed(await grant(bench, corrected));
    expect(await applied(bench)).toBe('50.00');
    expect(codesOf(await apply(bench, { content: policy('1.00'), paper: 'd', corrects: first }))).toEqual([
      'not_correctable corrects',
    ]);
  });
});

describeOnPostgres('the decision on an emergency application', (database) => {
  test('JX-2.3.2: shows balance after levy, months and shortage, and above the shortage says why', async () => {
    const bench = await makeYearBench(
      database().connect('application'),
      {},
      {
        ...POOL_YEARS,
        // 500 + 1,000 − 1,200 − 60 of levy leave 240: 2.4 months; six take 600.
        east: { opening: '500.00', premium: '1000.00', subsidy: '0.00', benefit: '1200.00' },
      },
    );
    const short = allowed(await apply(bench, { content: policy('360.00'), paper: 'a' })).id;
    expect(await standingOf(bench, short)).toEqual({
      through: '2025-12',
      levy: '60.00',
      balanceAfterLevy: '240.00',
      months: '2.40',
      targetMonths: '6',
      shortage: '360.00',
    });
    allowed(await grant(bench, short));
    expect(await standingOf(bench, short)).toBeNull();
    const above = allowed(await apply(bench, { content: policy('360.01'), paper: 'b' })).id;
    expect(await grant(bench, above)).toMatchObject({
      refusals: [{ code: 'grant_above_shortage', at: 'note', clause: 'YH-6' }],
    });
    allowed(await grant(bench, above, 'two outbreaks'));
    // Without one whole month of the year nothing is reckoned, and the grant says why.
    const early = allowed(
      await apply(bench, { content: policy('1.00'), paper: 'c', year: 2026 }, '2026-01-20T02:00:00.000Z'),
    ).id;
    expect(await standingOf(bench, early, '2026-01-20T02:00:00.000Z')).toBeNull();
  });
});
