import { expect, test } from 'vitest';
import type { AssessedItem } from '#application/adjustment-year/assess-pool';
import { gatherFigures } from '#application/adjustment-year/gather-figures';
import { decideOnMatter, requestMatter, type RequestedMatter } from '#application/adjustment-year/matters';
import { standing } from '#domain/adjustment-year/figure';
import type { Scope } from '#domain/identity/account';
import {
  allowed,
  codesOf,
  DOCUMENT,
  makeYearBench,
  YEAR_NOW,
  type YearBench,
} from '#tests/support/adjustment-year-bench';
import { describeOnPostgres, type FreshDatabase } from '#tests/support/fresh-database';
import { inventedAssessment } from '#tests/support/invented-assessment';
import type { FileOverrides } from '#tests/support/invented-pack';
import { FUND } from '#tests/support/ledger-bench';
import { yearFiles } from '#tests/support/pooled-year-bench';

const score = (item: string, text: string, rest: Partial<AssessedItem> = {}): AssessedItem => ({
  item,
  score: text,
  evidence: '决算报告第 3 页',
  ...rest,
});

function assess(
  { services, maker }: YearBench,
  scores: readonly AssessedItem[],
  {
    by = maker,
    now = YEAR_NOW,
    ...rest
  }: Partial<RequestedMatter> & { readonly by?: Scope; readonly now?: string } = {},
): ReturnType<typeof requestMatter> {
  const matter: RequestedMatter = {
    kind: 'assessment',
    place: FUND,
    pool: 'east',
    insuranceType: 'employee',
    year: 2025,
    packId: 'yunhai',
    content: { scores },
    ...DOCUMENT,
    note: '',
    ...rest,
  };
  return requestMatter(services, by, matter, now);
}

const LATER = '2026-02-11T02:00:00.000Z';

const grant = (
  { services }: YearBench,
  by: Scope,
  id: string,
  now = YEAR_NOW,
): ReturnType<typeof decideOnMatter> =>
  decideOnMatter(services, by, id, { decision: 'granted', note: '' }, now);

async function scoresOf({ services, maker }: YearBench, id: string): Promise<readonly unknown[]> {
  allowed(await gatherFigures(services, maker, id, YEAR_NOW));
  const figures = await services.adjustmentYearStore.within(maker, (office) => office.listFigures(id));
  return standing(figures)
    .filter(({ field }) => field === 'assessmentScore')
    .map(({ subject, value, source }) => [subject, value, source.kind]);
}

const bench = (database: () => FreshDatabase, overrides: FileOverrides = {}): Promise<YearBench> =>
  makeYearBench(database().connect('application'), { ...yearFiles('gap_sharing_with_cap'), ...overrides });

describeOnPostgres('an assessment by stated items', (database) => {
  test('SC-3.1, SD-5.3: is scored by the items of the policy, granted by another, and gives the year its score', async () => {
    const of = await bench(database, inventedAssessment('exact'));
    const id = await of.openAndAttest();
    const { id: matter } = allowed(await assess(of, [score('fund', '54.5'), score('benefit', '38')]));
    expect(await scoresOf(of, id)).toEqual([]);
    expect(codesOf(await grant(of, of.maker, matter))).toEqual(['same_person']);
    expect(codesOf(await assess(of, [score('fund', '1'), score('benefit', '1')]))).toEqual([
      'assessment_open east',
    ]);
    allowed(await grant(of, of.checker, matter));
    expect(await scoresOf(of, id)).toEqual([['east', '92.50', 'matters']]);

    const { id: again } = allowed(
      await assess(of, [score('fund', '40'), score('benefit', '38')], { now: LATER }),
    );
    allowed(await grant(of, of.checker, again, LATER));
    expect(await scoresOf(of, id)).toEqual([['east', '78.00', 'matters']]);
    // The city sees how it was assessed; another city's assessment it would not.
    const seen = await of.services.adjustmentYearStore.within(of.ofEast, (office) => office.listMatters());
    expect(seen.map(({ pool, decision, content }) => [pool, decision, content.assessed?.total])).toEqual([
      ['east', 'granted', '92.50'],
      ['east', 'granted', '78.00'],
    ]);
  });
});

describeOnPostgres('an assessment', (database) => {
  test('SC-3.1: each item is scored once, within its points and on evidence; a city does not assess itself', async () => {
    const of = await bench(database, inventedAssessment('exact'));
    const whole = [score('fund', '54.5'), score('benefit', '38')];
    expect(codesOf(await assess(of, [score('fund', '60.01'), score('luck', '1')]))).toEqual([
      'unknown_indicator scores/luck',
      'bad_score scores/fund',
      'bad_score scores/benefit',
    ]);
    expect(codesOf(await assess(of, [score('fund', '1', { points: '60' }), score('benefit', '1')]))).toEqual([
      'unknown_field content.scores/fund/points',
    ]);
    expect(codesOf(await assess(of, whole, { content: {} }))).toEqual(['missing_field content.scores']);
    expect(codesOf(await assess(of, whole, { kind: 'handover' }))).toEqual(['unknown_pool east']);
    expect(codesOf(await assess(of, whole, { by: of.ofEast, place: `${FUND}/east` }))).toEqual([
      'unknown_pool east',
    ]);
  });
});

describeOnPostgres('an assessment whose points are left open', (database) => {
  test('SC-3.1, idea 4: points that the policy leaves open come with the document of the year, out of one hundred', async () => {
    const of = await bench(database, inventedAssessment('delegated'));
    const scored = (fund: string, benefit: string): readonly AssessedItem[] => [
      score('fund', '45', { points: fund }),
      score('benefit', '45', { points: benefit }),
    ];
    expect(codesOf(await assess(of, [score('fund', '45'), score('benefit', '45')]))).toEqual([
      'missing_field content.scores/fund/points',
      'missing_field content.scores/benefit/points',
    ]);
    expect(codesOf(await assess(of, scored('50', '49')))).toEqual(['points_not_hundred indicators']);
    allowed(await assess(of, scored('50', '50')));
  });
});

describeOnPostgres('an assessment by the plan of the year', (database) => {
  test('AH-1.5-f: where the policy names no items, the plan of the year brings them', async () => {
    const of = await bench(database);
    const name = { zh: '基金管理', en: 'Fund' };
    expect(codesOf(await assess(of, [score('fund', '80', { points: '100' })]))).toEqual([
      'missing_field content.scores/fund/name',
    ]);
    const { id } = allowed(await assess(of, [score('fund', '80', { points: '100', name })]));
    const year = await of.openAndAttest();
    allowed(await grant(of, of.checker, id));
    expect(await scoresOf(of, year)).toEqual([['east', '80.00', 'matters']]);
    // A policy that pays no emergency applications takes none: it would be granted in vain.
    const content = { amount: '1.00', cause: 'public_health' } as const;
    expect(codesOf(await assess(of, [], { kind: 'emergency', place: `${FUND}/east`, content }))).toEqual([
      'matter_not_taken kind',
    ]);
  });
});
