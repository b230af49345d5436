import { expect, test } from 'vitest';
import { gatherFigures } from '#application/adjustment-year/gather-figures';
import { addFinding, openCase } from '#application/supervision/open-case';
import { closeCase, decideOnReport, reportFinding } from '#application/supervision/rectify';
import { viewCases, viewSummary } from '#application/supervision/views';
import { standing } from '#domain/adjustment-year/figure';
import type { AskedCase, AskedFinding, Return } from '#domain/supervision/supervision-case';
import { fen } from '#kernel/fen';
import { allowed, codesOf, YEAR_NOW } from '#tests/support/adjustment-year-bench';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { BREACH, CASE, LETTER, makeSupervisionBench } from '#tests/support/supervision-bench';

describeOnPostgres('a year of supervision in an invented province', (database) => {
  test('AH-1.4-e, SC-3.3-c: off-site, joint and routine lines are kept; fraud is referred on, money comes back, the rest is loss', async () => {
    const bench = await makeSupervisionBench(database().connect('application'));
    const { services, maker, checker } = bench;
    const open = async (rest: Partial<AskedCase>): Promise<bigint> =>
      allowed(await openCase(services, maker, 'health_insurance', { ...CASE, ...rest }, YEAR_NOW)).number;
    const found = async (number: bigint, yuan: bigint, rest: Partial<AskedFinding> = {}): Promise<bigint> =>
      allowed(
        await addFinding(services, maker, number, { ...BREACH, amount: fen(yuan * 100n), ...rest }, YEAR_NOW),
      ).number;
    const settle = async (finding: bigint, returns: readonly Return[], loss: bigint): Promise<void> => {
      const report = { ...LETTER, returns, loss: fen(loss * 100n), note: '' };
      const { number } = allowed(await reportFinding(services, maker, finding, report, YEAR_NOW));
      allowed(await decideOnReport(services, checker, number, { decision: 'confirmed', note: '' }, YEAR_NOW));
    };

    // A joint inspection of a hospital: one breach is paid back in two parts, one was fraud and nobody pays all of it.
    const joint = await open({ line: 'joint', departments: ['health_insurance', 'health', 'audit'] });
    const breach = await found(joint, 300n);
    const referral = { to: 'police', document: '移送函 2 号', documentHash: 'c'.repeat(64) } as const;
    const fraud = await found(joint, 500n, { clause: 'NAT-735.40', referral });
    await settle(breach, [{ event: await bench.recover('east', '100.00'), amount: fen(10000n) }], 0n);
    await settle(breach, [{ event: await bench.recover('east', '200.00'), amount: fen(20000n) }], 0n);
    expect(codesOf(await closeCase(services, maker, joint, YEAR_NOW))).toEqual([`findings_open ${fraud}`]);
    await settle(fraud, [{ event: await bench.recover('east', '350.00'), amount: fen(35000n) }], 150n);
    allowed(await closeCase(services, maker, joint, YEAR_NOW));

    // Off-site care: a breach that cost nothing is put right by its report; the routine line found nothing.
    const offSite = await open({ line: 'off_site', offSite: 'yunhai/west' });
    await settle(await found(offSite, 0n), [], 0n);
    allowed(await closeCase(services, maker, offSite, YEAR_NOW));
    const routine = await open({ line: 'routine', stage: 'settling' });
    allowed(await closeCase(services, maker, routine, YEAR_NOW));
    // Another city's is still open.
    await found(await open({ pool: 'west', place: 'yunhai/west' }), 80n);

    expect((await viewCases(services, maker)).map(({ line, state }) => [line, state])).toEqual([
      ['routine', 'rectifying'],
      ['routine', 'closed'],
      ['off_site', 'closed'],
      ['joint', 'closed'],
    ]);
    const { rows, total } = await viewSummary(services, maker, 2025);
    expect(
      rows.map((row) => [row.line, row.pool, row.cases, row.found, row.returned, row.loss, row.open]),
    ).toEqual([
      ['joint', 'east', 1, '800.00', '650.00', '150.00', '0.00'],
      ['off_site', 'east', 1, '0.00', '0.00', '0.00', '0.00'],
      ['routine', 'east', 1, '0.00', '0.00', '0.00', '0.00'],
      ['routine', 'west', 1, '80.00', '0.00', '0.00', '80.00'],
    ]);
    expect(total).toMatchObject({ cases: 4, findings: 4, referred: 1, found: '880.00', open: '80.00' });

    // The fund's year knows of each pool what the register says, and names the cases; the third city is attested.
    const id = await bench.openAndAttest();
    allowed(await gatherFigures(services, maker, id, YEAR_NOW));
    const figures = await services.adjustmentYearStore.within(maker, (office) => office.listFigures(id));
    expect(
      standing(figures)
        .filter(({ field }) => field === 'breachesCorrected')
        .map(({ subject, value, source }) => [
          subject,
          value,
          source.kind === 'supervision' ? source.cases.length : source.kind,
        ]),
    ).toEqual([
      ['east', 'true', 2],
      ['west', 'false', 1],
      ['north', 'true', 'attested'],
    ]);
  });
});
