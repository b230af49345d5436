import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { gatherFigures } from '#application/adjustment-year/gather-figures';
import { simulateYear } from '#application/adjustment-year/simulate-year';
import { addFinding, openCase } from '#application/supervision/open-case';
import { closeCase, decideOnReport, reportFinding } from '#application/supervision/rectify';
import { standing } from '#domain/adjustment-year/figure';
import { OUTSIDE_FUND, type AskedCase } from '#domain/supervision/supervision-case';
import { fen } from '#kernel/fen';
import { allowed, codesOf, netOf, POOL_YEARS, settle, YEAR_NOW } from '#tests/support/adjustment-year-bench';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { FUND, POOLS } from '#tests/support/ledger-bench';
import {
  BREACH,
  CASE,
  LETTER,
  makeSupervisionBench,
  type SupervisionBench,
} from '#tests/support/supervision-bench';

const OFF_SITE = { ...CASE, line: 'off_site', offSite: 'yunhai/west' } as const;
const EAST = {
  opening: '500.00',
  premium: '1000.00',
  subsidy: '300.00',
  benefit: '1200.00',
  recovered: { sameYear: '60.01', earlier: '40.00' },
} as const;

describeOnPostgres('money recovered off-site', (database) => {
  let bench: SupervisionBench;
  let id = '';
  beforeAll(async () => {
    bench = await makeSupervisionBench(database().connect('application'), {}, { ...POOL_YEARS, east: EAST });
    id = await bench.openAndAttest();
  });
  const open = async (rest: Partial<AskedCase> = {}): ReturnType<typeof openCase> =>
    openCase(bench.services, bench.ofEast, 'health_insurance', { ...OFF_SITE, ...rest }, YEAR_NOW);
  const figures = async (): Promise<readonly (readonly string[])[]> => {
    allowed(await gatherFigures(bench.services, bench.maker, id, YEAR_NOW));
    const recorded = await bench.services.adjustmentYearStore.within(bench.maker, (office) =>
      office.listFigures(id),
    );
    return standing(recorded)
      .filter(({ subject, field }) => subject === 'east' && /^recovery|^revenue$|^expenditure$/.test(field))
      .map(({ field, value, source }) => [field, value, source.kind]);
  };

  test('JX-2.2.4: the other place is a pool of the same fund, by id, place or a place below, or named as outside', async () => {
    expect(codesOf(await open({ offSite: 'atlantis' }))).toEqual(['other_place_unknown offSite']);
    expect(codesOf(await open({ offSite: FUND }))).toEqual(['other_place_unknown offSite']);
    expect(codesOf(await open({ offSite: 'east' }))).toEqual(['other_place_unknown offSite']);
    for (const [offSite, kept] of [
      ['west', 'yunhai/west'],
      [OUTSIDE_FUND, OUTSIDE_FUND],
    ]) {
      const { number } = allowed(await open({ offSite: offSite ?? null }));
      const found = await bench.services.supervisionStore.within(bench.ofEast, (office) =>
        office.findCase(number),
      );
      expect(found?.offSite).toBe(kept);
    }
  });

  test('JX-2.2.4: a closed case gives the recovery by place of insurance, and the books’ revenue and benefits are without it', async () => {
    expect(await figures()).toEqual([
      ['revenue', '1340.00', 'ledger'],
      ['expenditure', '1139.99', 'ledger'],
    ]);
    const { services, maker, checker } = bench;
    const { number } = allowed(await open());
    const breach = { ...BREACH, amount: fen(100_01n) };
    const { number: finding } = allowed(await addFinding(services, maker, number, breach, YEAR_NOW));
    const { rows } = await sql<{ number: bigint; template: string }>`
      SELECT number, template FROM ledger_event WHERE template LIKE 'recovery_of_%' ORDER BY number`.execute(
      database().connect('auditor'),
    );
    const amounts = [60_01n, 40_00n];
    const returns = rows.map((row, at) => ({ event: row.number, amount: fen(amounts[at] ?? 0n) }));
    const report = { ...LETTER, returns, loss: fen(0n), note: '' };
    const { number: made } = allowed(await reportFinding(services, maker, finding, report, YEAR_NOW));
    const confirmed = { decision: 'confirmed', note: '' } as const;
    allowed(await decideOnReport(services, checker, made, confirmed, YEAR_NOW));
    expect((await figures()).map(([field]) => field)).not.toContain('recovery.west');
    allowed(await closeCase(services, maker, number, YEAR_NOW));
    expect(await figures()).toEqual([
      ['revenue', '1300.00', 'ledger'],
      ['expenditure', '1200.00', 'ledger'],
      ['recovery.west', '100.01', 'supervision'],
    ]);
  });

  test('a document does not attest it against the register; of a pool without cases it does, and counts alike', async () => {
    expect(codesOf(await bench.attest(id, 'east', 'recovery.north', '1.00'))).toEqual([
      'ledger_holds_figure east.recovery.north',
    ]);
    allowed(await bench.attest(id, 'north', 'recovery.east', '7.00'));
    allowed(await gatherFigures(bench.services, bench.maker, id, YEAR_NOW));
  });

  test('JX-2.2.4, JX-R3: the balance that the run reckons for each pool is what its books hold after all payments', async () => {
    await bench.grant({ kind: 'adoption', pool: FUND, content: { value: 'shortage_rule' } });
    const { pools } = allowed(await simulateYear(bench.services, bench.maker, id, YEAR_NOW));
    await settle(bench, id, 'all');
    for (const pool of POOLS)
      expect([pool, await netOf(bench, pool, '1003')]).toEqual([
        pool,
        pools.find((one) => one.id === pool)?.balanceAfter,
      ]);
  });
});
