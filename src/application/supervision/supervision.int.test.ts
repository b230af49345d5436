import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { gatherFigures } from '#application/adjustment-year/gather-figures';
import { addFinding, openCase } from '#application/supervision/open-case';
import { closeCase, decideOnReport, reportFinding } from '#application/supervision/rectify';
import { viewCases, viewSummary } from '#application/supervision/views';
import { standing } from '#domain/adjustment-year/figure';
import type { AskedCase } from '#domain/supervision/supervision-case';
import { fen } from '#kernel/fen';
import { allowed, codesOf, YEAR_NOW } from '#tests/support/adjustment-year-bench';
import { describeOnPostgres } from '#tests/support/fresh-database';
import {
  BREACH,
  CASE,
  LETTER,
  makeSupervisionBench,
  type SupervisionBench,
} from '#tests/support/supervision-bench';

const opened = async (
  { services, maker }: SupervisionBench,
  rest: Partial<AskedCase> = {},
): Promise<bigint> =>
  allowed(await openCase(services, maker, 'health_insurance', { ...CASE, ...rest }, YEAR_NOW)).number;

const found = async ({ services, maker }: SupervisionBench, number: bigint, yuan = 100): Promise<bigint> =>
  allowed(
    await addFinding(services, maker, number, { ...BREACH, amount: fen(BigInt(yuan) * 100n) }, YEAR_NOW),
  ).number;

const stateOf = async ({ services, maker }: SupervisionBench): Promise<readonly unknown[]> =>
  (await viewCases(services, maker)).map(({ state, returned, loss, open }) => [state, returned, loss, open]);

const CONFIRMED = { decision: 'confirmed', note: '' } as const;

describeOnPostgres('a case of supervision', (database) => {
  test('AH-1.4-e, SC-3.3-c: its money comes back by events of the ledger, is confirmed by another above the pool, and it is closed', async () => {
    const bench = await makeSupervisionBench(database().connect('application'));
    const { services, maker, checker, ofEast } = bench;
    const number = await opened(bench);
    expect(await stateOf(bench)).toEqual([['open', '0.00', '0.00', '0.00']]);
    const finding = await found(bench, number);
    expect(await stateOf(bench)).toEqual([['rectifying', '0.00', '0.00', '100.00']]);
    expect(codesOf(await closeCase(services, maker, number, YEAR_NOW))).toEqual([`findings_open ${finding}`]);

    const event = await bench.recover('east', '60.00');
    const report = { ...LETTER, returns: [{ event, amount: fen(6000n) }], loss: fen(4000n), note: '' };
    const { number: made } = allowed(await reportFinding(services, ofEast, finding, report, YEAR_NOW));
    expect(codesOf(await reportFinding(services, ofEast, finding, report, YEAR_NOW))).toEqual([
      `report_waits ${finding}`,
    ]);
    // The pool's people do not confirm what is confirmed at the place of the fund, nor does who reported.
    expect(codesOf(await decideOnReport(services, ofEast, made, CONFIRMED, YEAR_NOW))).toEqual([
      'decided_above yunhai',
    ]);
    allowed(await decideOnReport(services, checker, made, CONFIRMED, YEAR_NOW));
    expect(codesOf(await decideOnReport(services, checker, made, CONFIRMED, YEAR_NOW))).toEqual([
      `report_decided ${made}`,
    ]);
    expect(await stateOf(bench)).toEqual([['rectified', '60.00', '40.00', '0.00']]);
    allowed(await closeCase(services, ofEast, number, YEAR_NOW));
    expect(await stateOf(bench)).toEqual([['closed', '60.00', '40.00', '0.00']]);
    expect(codesOf(await addFinding(services, maker, number, BREACH, YEAR_NOW))).toEqual(['case_closed']);

    // Money that the ledger takes back is open again.
    await bench.reverse(event);
    expect(await stateOf(bench)).toEqual([['rectifying', '0.00', '40.00', '60.00']]);
  });
});

describeOnPostgres('money of supervision', (database) => {
  test('one recovery counts for one finding, with no more than the ledger holds, in the books of the pool', async () => {
    const bench = await makeSupervisionBench(database().connect('application'));
    const { services, maker, checker } = bench;
    const number = await opened(bench);
    const [first, second] = [await found(bench, number), await found(bench, number)];
    const [event, ofWest] = [await bench.recover('east', '60.00'), await bench.recover('west', '60.00')];
    const say = (
      finding: bigint,
      returned: bigint,
      amount: bigint,
      loss = 0n,
    ): ReturnType<typeof reportFinding> =>
      reportFinding(
        services,
        maker,
        finding,
        { ...LETTER, returns: [{ event: returned, amount: fen(amount) }], loss: fen(loss), note: '' },
        YEAR_NOW,
      );
    expect(codesOf(await say(first, event, 6001n))).toEqual(['above_event returns[0].amount']);
    expect(codesOf(await say(first, ofWest, 100n))).toEqual(['event_not_recovery returns[0].event']);
    expect(codesOf(await say(first, event, 6000n, 4001n))).toEqual(['above_open returns']);
    const [one, other] = [allowed(await say(first, event, 3000n)), allowed(await say(second, event, 3000n))];
    expect(codesOf(await decideOnReport(services, maker, one.number, CONFIRMED, YEAR_NOW))).toEqual([
      `same_person ${one.number}`,
    ]);
    allowed(await decideOnReport(services, checker, one.number, CONFIRMED, YEAR_NOW));
    expect(codesOf(await decideOnReport(services, checker, other.number, CONFIRMED, YEAR_NOW))).toEqual([
      'event_counted returns[0].event',
    ]);
    expect(
      codesOf(
        await decideOnReport(services, checker, other.number, { decision: 'refused', note: '' }, YEAR_NOW),
      ),
    ).toEqual(['reason_missing note']);
    allowed(
      await decideOnReport(services, checker, other.number, { decision: 'refused', note: '另报' }, YEAR_NOW),
    );
    expect(codesOf(await say(second, event, 3000n))).toEqual(['event_counted returns[0].event']);
    expect(await viewSummary(services, maker, 2025)).toMatchObject({
      rows: [{ line: 'routine', pool: 'east', cases: 1, findings: 2, found: '200.00', returned: '30.00' }],
      total: { cases: 1, open: '170.00', referred: 0 },
    });
  });
});

describeOnPostgres('the register of supervision', (database) => {
  test('the database holds it too: second person, sums, closed cases, and rows of other places', async () => {
    const connection = database().connect('application');
    const bench = await makeSupervisionBench(connection);
    const { services, maker, checker, ofEast } = bench;
    const number = await opened(bench);
    const west = await opened(bench, { pool: 'west', place: 'yunhai/west' });
    const finding = await found(bench, number);
    const event = await bench.recover('east', '60.00');
    const report = { ...LETTER, returns: [{ event, amount: fen(6000n) }], loss: fen(0n), note: '' };
    const { number: made } = allowed(await reportFinding(services, maker, finding, report, YEAR_NOW));
    const store = services.supervisionStore;
    const caseOf = await store.within(maker, (office) => office.findCase(number));
    const stored = caseOf?.findings[0]?.reports[0];
    if (caseOf === undefined || stored === undefined) throw new Error('the case is there');
    const decide = (returns: bigint, by = checker): Promise<boolean> => {
      const wanted = { ...stored, returns: [{ event, amount: fen(returns) }] };
      return store.within(by, (office) =>
        office.decideReport(caseOf, wanted, CONFIRMED, by.userId, YEAR_NOW),
      );
    };
    await expect(decide(6000n, maker)).rejects.toThrow('supervision_second_person');
    await expect(decide(6001n)).rejects.toThrow('the event recovered less');
    await expect(
      store.within(maker, (office) => office.closeCase(caseOf, maker.userId, YEAR_NOW)),
    ).rejects.toThrow('a finding is open');
    expect(made).toBe(stored.number);
    // Whoever is of one city sees its cases and no other's.
    expect((await viewCases(services, ofEast)).map((one) => one.number)).toEqual([String(number)]);
    expect(await store.within(ofEast, (office) => office.findCase(west))).toBeUndefined();
    await expect(sql`DELETE FROM supervision_case`.execute(connection)).rejects.toThrow();
  });
});

describeOnPostgres('a year of the fund', (database) => {
  test('JX-2.5, SC-R5: takes corrected breaches and their loss from the register where it holds cases, else from documents', async () => {
    const bench = await makeSupervisionBench(database().connect('application'));
    const { services, maker, checker } = bench;
    const id = await bench.openAndAttest();
    const read = async (): Promise<readonly unknown[]> => {
      allowed(await gatherFigures(services, maker, id, YEAR_NOW));
      const figures = await services.adjustmentYearStore.within(maker, (office) => office.listFigures(id));
      return standing(figures)
        .filter(({ field }) => field === 'breachesCorrected' || field === 'breachLoss')
        .map(({ subject, field, value, source }) => [subject, field, value, source.kind]);
    };
    const attested = (pool: string): readonly unknown[] => [pool, 'breachesCorrected', 'true', 'attested'];
    expect(await read()).toEqual(['east', 'west', 'north'].map(attested));
    const number = await opened(bench);
    const finding = await found(bench, number);
    const ofRegister = (value: string): readonly unknown[] => [
      'east',
      'breachesCorrected',
      value,
      'supervision',
    ];
    expect(await read()).toEqual([ofRegister('false'), attested('west'), attested('north')]);
    expect(codesOf(await bench.attest(id, 'east', 'breachesCorrected', 'true'))).toEqual([
      'ledger_holds_figure east.breachesCorrected',
    ]);
    const lost = { ...LETTER, returns: [], loss: fen(10000n), note: '' };
    const { number: made } = allowed(await reportFinding(services, maker, finding, lost, YEAR_NOW));
    expect(await read()).toContainEqual(ofRegister('false'));
    allowed(await decideOnReport(services, checker, made, CONFIRMED, YEAR_NOW));
    allowed(await closeCase(services, maker, number, YEAR_NOW));
    expect(await read()).toContainEqual(ofRegister('true'));
  });
});
