import { beforeAll, expect, test } from 'vitest';
import { attestFigure } from '#application/adjustment-year/attest-figure';
import { decideYear, type YearDecision } from '#application/adjustment-year/decide-year';
import { figureOrigins } from '#application/adjustment-year/figure-origins';
import { freezeYear } from '#application/adjustment-year/freeze-year';
import { gatherFigures } from '#application/adjustment-year/gather-figures';
import { proposeYear } from '#application/adjustment-year/propose-year';
import { simulateYear } from '#application/adjustment-year/simulate-year';
import { standing } from '#domain/adjustment-year/figure';
import type { Scope } from '#domain/identity/account';
import type { Decision } from '#kernel/decision';
import {
  allowed,
  codesOf,
  DOCUMENT,
  makeYearBench,
  YEAR_NOW,
  type YearBench,
} from '#tests/support/adjustment-year-bench';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { FUND } from '#tests/support/ledger-bench';

describeOnPostgres('what is recorded after the figures of a year were frozen', (database) => {
  let bench: YearBench;
  let id = '';
  beforeAll(async () => {
    bench = await makeYearBench(database().connect('application'));
    id = await bench.openAndAttest();
    await bench.grant({ kind: 'adoption', pool: FUND, content: { value: 'shortage_rule' } });
    allowed(await gatherFigures(bench.services, bench.maker, id, YEAR_NOW));
    allowed(await freeze());
  });
  const freeze = (note = ''): Promise<Decision<unknown>> =>
    freezeYear(bench.services, bench.maker, id, note, YEAR_NOW);
  const propose = (): Promise<Decision<unknown>> =>
    proposeYear(bench.services, bench.payer, id, '', YEAR_NOW);
  const decide = (who: Scope, decision: YearDecision): Promise<Decision<unknown>> =>
    decideYear(bench.services, who, id, { decision, note: 'look again' }, YEAR_NOW);

  test('JX-2.5: a figure attested since then is in no proposal: a new freeze takes it first', async () => {
    allowed(await bench.attest(id, 'east', 'enrolmentMet', 'false'));
    expect(codesOf(await propose())).toEqual(['recorded_since_freeze east.enrolmentMet']);
    allowed(await freeze());
    allowed(await propose());
  });

  test('JX-2.3.2: a matter granted since then stops the check and the approval; the proposal is returned and made anew', async () => {
    const content = { amount: '10.00', cause: 'public_health' } as const;
    await bench.grant({ kind: 'emergency', pool: 'north', content }, '10.00');
    const since = ['recorded_since_freeze north.emergency', 'recorded_since_freeze north.emergencyCause'];
    expect(codesOf(await decide(bench.checker, 'checked'))).toEqual(since);
    allowed(await decide(bench.checker, 'returned'));
    allowed(await gatherFigures(bench.services, bench.maker, id, YEAR_NOW));
    allowed(await freeze());
    allowed(await propose());
    allowed(await decide(bench.checker, 'checked'));
    allowed(await decide(bench.approver, 'approved'));
  });
});

describeOnPostgres('a year whose pools have budgets', (database) => {
  test('JX-2.4-b: a pool whose final account is not approved is named at the freeze, which then takes a reason', async () => {
    const bench = await makeYearBench(database().connect('application'));
    const id = await bench.openAndAttest();
    const services = {
      ...bench.services,
      budgetExecution: {
        findBudgetMet: (_scope: Scope, { pool }: { readonly pool: string }) =>
          Promise.resolve({ isMet: true, basis: 'invented', hasFinalAccount: pool !== 'west' }),
      },
    };
    allowed(await gatherFigures(services, bench.maker, id, YEAR_NOW));
    const frozen = await freezeYear(services, bench.maker, id, '', YEAR_NOW);
    expect(codesOf(frozen)).toEqual(['final_account_missing note']);
    expect(JSON.stringify(frozen)).toContain('west');
    allowed(await freezeYear(services, bench.maker, id, 'agreed by letter 4', YEAR_NOW));
  });
});

describeOnPostgres('a pool that missed its budget', (database) => {
  test('JX-2.5: a missed budget passes by an exception with a document and a reason, which the run names', async () => {
    const bench = await makeYearBench(database().connect('application'));
    const id = await bench.openAndAttest();
    const { maker } = bench;
    const services = {
      ...bench.services,
      budgetExecution: {
        findBudgetMet: () =>
          Promise.resolve({ isMet: false, basis: 'missed by 0.01', hasFinalAccount: true }),
      },
    };
    allowed(await gatherFigures(services, maker, id, YEAR_NOW));
    const refusedPools = async (): Promise<readonly string[]> =>
      allowed(await simulateYear(services, maker, id, YEAR_NOW)).refusals.map(({ pool }) => pool);
    expect(await refusedPools()).toEqual(['east', 'north', 'west']);
    expect(codesOf(await bench.attest(id, 'west', 'budgetMet', 'true'))).toEqual([
      'ledger_holds_figure west.budgetMet',
    ]);
    const exception = { subject: 'west', field: 'budgetException', value: 'true', ...DOCUMENT };
    expect(codesOf(await attestFigure(services, maker, id, { ...exception, note: '' }, YEAR_NOW))).toEqual([
      'reason_missing note',
    ]);
    allowed(await attestFigure(services, maker, id, { ...exception, note: 'one fen' }, YEAR_NOW));
    expect(await refusedPools()).toEqual(['east', 'north']);
    const figures = await services.adjustmentYearStore.within(maker, (office) => office.listFigures(id));
    expect(figureOrigins(standing(figures))['condition/budgetMet/west']?.basis).toBe(
      `预算 budget: missed by 0.01; 例外 exception: 材料 document: ${DOCUMENT.document}, sha256 ${DOCUMENT.documentHash}`,
    );
  });
});
