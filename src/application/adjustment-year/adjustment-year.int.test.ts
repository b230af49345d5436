import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { correctYear } from '#application/adjustment-year/correct-year';
import { decideYear, type YearDecision } from '#application/adjustment-year/decide-year';
import { freezeYear } from '#application/adjustment-year/freeze-year';
import { gatherFigures } from '#application/adjustment-year/gather-figures';
import { listYears } from '#application/adjustment-year/list-years';
import { decideOnMatter, requestMatter } from '#application/adjustment-year/matters';
import { openYear } from '#application/adjustment-year/open-year';
import { payYear } from '#application/adjustment-year/pay-year';
import { proposeYear } from '#application/adjustment-year/propose-year';
import { replayYear } from '#application/adjustment-year/replay-year';
import { simulateYear } from '#application/adjustment-year/simulate-year';
import { openedYear } from '#application/adjustment-year/opened-year';
import { yearNotice } from '#application/adjustment-year/year-notice';
import { standing } from '#domain/adjustment-year/figure';
import { postedAmount } from '#domain/adjustment-year/posted-lines';
import type { Scope } from '#domain/identity/account';
import { noticeFiles } from '#files/notice-files';
import { present } from '#kernel/assert';
import type { Decision } from '#kernel/decision';
import { formatYuan } from '#kernel/fen';
import { inScope } from '#storage/identity/in-scope';
import { createLedgerVerifier } from '#storage/ledger/verify/verify-ledger';
import { describeOnPostgres } from '#tests/support/fresh-database';
import {
  allowed,
  codesOf,
  DOCUMENT,
  fundBalance,
  makeYearBench,
  YEAR_NOW,
  type YearBench,
} from '#tests/support/adjustment-year-bench';
import { failedChecks, FUND, TEST_KEYS } from '#tests/support/ledger-bench';
import { readPdf } from '#tests/support/pdf-text';

const WANTED = { place: FUND, fund: FUND, insuranceType: 'employee', year: 2025, packId: 'yunhai' } as const;

describeOnPostgres('the year of an adjustment fund', (database) => {
  let bench: YearBench;
  let id = '';
  let notice: Uint8Array = new Uint8Array();
  beforeAll(async () => {
    bench = await makeYearBench(database().connect('application'));
    id = await bench.openAndAttest();
  });
  const decide = (who: Scope, decision: YearDecision, note = ''): Promise<Decision<unknown>> =>
    decideYear(bench.services, who, id, { decision, note }, YEAR_NOW);
  const pay = (
    key: string,
    payments?: Parameters<typeof payYear>[3]['payments'],
  ): ReturnType<typeof payYear> =>
    payYear(bench.services, bench.payer, id, { key, payments, note: '' }, YEAR_NOW);
  const propose = (): Promise<Decision<unknown>> =>
    proposeYear(bench.services, bench.payer, id, '', YEAR_NOW);
  const gather = (): Promise<Decision<unknown>> => gatherFigures(bench.services, bench.maker, id, YEAR_NOW);
  const freeze = (): Promise<Decision<unknown>> => freezeYear(bench.services, bench.maker, id, '', YEAR_NOW);
  const postings = (): ReturnType<typeof readPostings> => readPostings(bench, id);
  const noticeOf = async (version?: number): Promise<Uint8Array> => {
    const asked = { id, kind: 'levy', pool: 'west', version } as const;
    return noticeFiles.pdf(allowed(await yearNotice(bench.services, bench.checker, asked)));
  };
  const verified = async (): Promise<readonly string[]> =>
    failedChecks(await createLedgerVerifier(database().connect('auditor'), TEST_KEYS).verify(null));

  test('AH-2, JX-2.4-b: a year is opened once, not before its rule, and settled when it is over', async () => {
    const open = (wanted: object): Promise<Decision<unknown>> =>
      openYear(bench.services, bench.maker, { ...WANTED, ...wanted }, YEAR_NOW);
    expect(codesOf(await open({}))).toEqual(['already_submitted year']);
    expect(await open({ year: 2023 })).toMatchObject({
      refusals: [{ code: 'not_in_force', clause: 'YH-1' }],
    });
    expect(await open({ year: 2027 })).toMatchObject({
      refusals: [{ code: 'stage_not_reached', clause: 'YH-1' }],
    });
    expect(codesOf(await open({ fund: 'east' }))).toEqual(['unknown_pool east']);
    expect(codesOf(await open({ year: 2026, packId: 'national' }))).toEqual(['no_adjustment packs/national']);
    const { id: current } = allowed(
      await openYear(bench.services, bench.maker, { ...WANTED, year: 2026 }, YEAR_NOW),
    );
    expect(codesOf(await freezeYear(bench.services, bench.maker, current, '', YEAR_NOW))).toEqual([
      'stage_not_reached year',
    ]);
  });

  test('row security: a city sees nothing of the fund and its year', async () => {
    expect(await listYears(bench.services, bench.ofEast)).toEqual([]);
    expect(codesOf(await gatherFigures(bench.services, bench.ofEast, id, YEAR_NOW))).toEqual([
      `unknown_adjustment_year ${id}`,
    ]);
  });

  test('JX-2.4-b, R-1, R-2, R-5: the ledger gives what it holds, closings and openings understood', async () => {
    expect(
      codesOf(await freeze())
        .filter((code) => !code.startsWith('figures_moved'))
        .slice(0, 2),
    ).toEqual(['figure_missing fund.openingBalance', 'figure_missing fund.interest']);
    // What goes to the fund is no revenue of the west (JX-2.2.4).
    allowed(await bench.attest(id, 'west', 'recovery.east', '10.00'));
    allowed(await gather());
    const figures = await bench.services.adjustmentYearStore.within(bench.maker, (office) =>
      office.listFigures(id),
    );
    const held = standing(figures).filter(({ source }) => source.kind === 'ledger');
    const texts = held.map((one) => `${one.subject} ${one.field} ${one.value}`);
    expect(texts).toEqual([
      'east subsidyPaid true',
      ...poolTexts('east', ['1000.00', '1300.00', '1200.00', '500.00']),
      ...poolTexts('north', ['2000.00', '2000.00', '1500.00', '1000.00']),
      ...poolTexts('west', ['5000.00', '4990.00', '3000.00', '4000.00']),
      'fund openingBalance 200.00',
      'fund interest 5.00',
      'fund otherIncome 0.00',
      'fund reserveHeld 0.00',
    ]);
    expect(codesOf(await bench.attest(id, 'east', 'collections', '1.00'))).toEqual([
      'ledger_holds_figure east.collections',
    ]);
    expect(codesOf(await bench.attest(id, 'east', 'insured', 'many'))).toEqual(['bad_figure insured']);
  });

  test('a delegated value that nobody adopted refuses the run by name; a simulation says it is assumed', async () => {
    allowed(await freeze());
    expect(codesOf(await propose())).toEqual(['assumption_in_production shortage_rule']);
    const simulated = allowed(await simulateYear(bench.services, bench.checker, id, YEAR_NOW));
    expect(simulated.assumptions).toEqual([{ value: 'shortage_rule', reading: 'YH-R1' }]);
    await bench.grant({ kind: 'adoption', pool: FUND, content: { value: 'shortage_rule' } });
    const adopted = allowed(await simulateYear(bench.services, bench.checker, id, YEAR_NOW));
    expect(adopted.assumptions).toEqual([]);
    expect(codesOf(await propose())).toEqual(['adopted_since_freeze shortage_rule']);
  });

  test('JX-2.3.2: an emergency is applied for with a document, decided by another, and feeds the pipeline', async () => {
    const content = { amount: '50.00', cause: 'public_health' } as const;
    const asked = {
      kind: 'emergency',
      pool: 'north',
      place: `${FUND}/north`,
      content,
      ...DOCUMENT,
      note: '',
    } as const;
    const whole = {
      ...asked,
      insuranceType: 'employee',
      year: 2025,
      packId: 'yunhai',
      corrects: null,
    } as const;
    const { id: matter } = allowed(await requestMatter(bench.services, bench.maker, whole, YEAR_NOW));
    expect(codesOf(await freeze())).toEqual([`matter_open ${matter}`]);
    const grant = (who: Scope, granted: string, note = 'epidemic'): Promise<Decision<null>> =>
      decideOnMatter(bench.services, who, matter, { decision: 'granted', granted, note }, YEAR_NOW);
    expect(codesOf(await grant(bench.maker, '40.00'))).toEqual(['same_person']);
    // A city's own checker does not grant the city's application: the fund is the province's.
    const ofNorth = { ...bench.checker, parts: [{ place: `${FUND}/north`, department: '*' as const }] };
    expect(codesOf(await grant(ofNorth, '40.00'))).toEqual([`decided_above ${FUND}`]);
    expect(codesOf(await grant(bench.checker, '50.01'))).toEqual(['grant_above_application granted']);
    // It is not short: 1,000 + 2,000 − 1,500 − 120 of levy pay for eleven months.
    expect(codesOf(await grant(bench.checker, '40.00', ''))).toEqual(['grant_above_shortage note']);
    allowed(await grant(bench.checker, '40.00'));
    expect(codesOf(await grant(bench.checker, '40.00'))).toEqual([`grant_decided ${matter}`]);
    expect(codesOf(await freeze())).toEqual([
      'figures_moved north.emergency',
      'figures_moved north.emergencyCause',
    ]);
    allowed(await gather());
    allowed(await freeze());
  });

  test('SC-3.3-a: who made any of it neither checks nor approves it, by the program and by the database', async () => {
    allowed(await propose());
    for (const who of [bench.maker, bench.payer])
      expect(codesOf(await decide(who, 'checked'))).toEqual(['same_person']);
    const forged = inScope(database().connect('application'), bench.payer, (within) =>
      sql`INSERT INTO adjustment_year_step (year_id, sequence, place, kind, version, of_step, of_kind, done_by, done_at,
          note, makers, bound, content, content_hash)
        SELECT year_id, sequence + 1, place, 'checked', version, sequence, 'proposed', ${bench.payer.userId}, now(), '',
          makers, makers, content, content_hash
        FROM adjustment_year_step WHERE year_id = ${id} AND kind = 'proposed'`.execute(within),
    );
    await expect(forged).rejects.toThrow(/second_person/);
    expect(codesOf(await pay('early'))).toEqual(['wrong_state proposed']);
    allowed(await decide(bench.checker, 'returned', 'look again'));
    allowed(await freeze());
    allowed(await propose());
    allowed(await decide(bench.checker, 'checked'));
  });

  test('SC-3.3-a: proposal, check and approval are three people’s, by the program and by the database', async () => {
    expect(await decide(bench.checker, 'approved')).toMatchObject({
      refusals: [{ code: 'third_person_missing' }],
    });
    const forge = (checkedBy: string): Promise<unknown> =>
      inScope(database().connect('application'), bench.checker, (within) =>
        sql`INSERT INTO adjustment_year_step (year_id, sequence, place, kind, version, of_step, of_kind, done_by, done_at,
            note, makers, bound, checked_by, content, content_hash)
          SELECT year_id, sequence + 1, place, 'approved', version, sequence, 'checked', ${bench.checker.userId}, now(), '',
            makers, makers, ${checkedBy}, content, content_hash
          FROM adjustment_year_step WHERE year_id = ${id} AND kind = 'checked'`.execute(within),
      );
    await expect(forge(bench.checker.userId)).rejects.toThrow(/third_person/);
    await expect(forge(bench.approver.userId)).rejects.toThrow(/follows_checker/);
    allowed(await decide(bench.approver, 'approved', 'YH-2026-9'));
  });

  test('NAT-28.3, NAT-28.4: what is owed is posted with the approval, what is paid with its payment, in parts', async () => {
    const lines = [
      'recovery_return/east',
      'recovery_return/west',
      'normal/east',
      'emergency/north',
      'incentive/west',
    ];
    const amounts = ['5.00', '3.00', '60.00', '40.00', '154.80'];
    const early = lines.map((line, at) => ({ line: `allocation/${line}`, amount: amounts[at] ?? '' }));
    // The fund holds 200 and 5 of interest while no levy has come in.
    expect(codesOf(await pay('k0', early))).toEqual(early.map(({ line }) => `special_account_short ${line}`));
    const part = [{ line: 'levy/west', amount: '100.00' }];
    expect(allowed(await pay('k1', part))).toEqual({ posted: 1, isFinal: false });
    expect(allowed(await pay('k1', part))).toEqual({ posted: 0, isFinal: false });
    expect(codesOf(await pay('k2', [{ line: 'levy/west', amount: '200.01' }]))).toEqual([
      'payment_above_open payments[0].amount',
    ]);
    expect(allowed(await pay('k3')).isFinal).toBe(true);
    expect(await postings()).toEqual({
      'levy/east': ['60.00', '60.00'],
      'levy/north': ['120.00', '120.00'],
      'levy/west': ['300.00', '300.00'],
      'recovery/west': ['10.00', '10.00'],
      'allocation/recovery_return/east': ['5.00', '5.00'],
      'allocation/recovery_return/west': ['3.00', '3.00'],
      'allocation/normal/east': ['60.00', '60.00'],
      'allocation/emergency/north': ['40.00', '40.00'],
      'allocation/incentive/west': ['154.80', '154.80'],
    });
    expect(await fundBalance(bench)).toBe('432.20');
    expect(await verified()).toEqual([]);
  });

  test('the notice names the amounts in figures and capital numerals, and comes again to the same bytes', async () => {
    notice = await noticeOf();
    expect(Buffer.compare(notice, await noticeOf())).toBe(0);
    const text = readPdf(notice).pages.join('\n');
    for (const part of [
      '上解通知',
      '300.00',
      '本年征缴收入 5,000.00 元 × 6%',
      '叁佰壹拾元整',
      'YH-2',
      '复核',
      '（医保）',
    ])
      expect(text).toContain(part);
    for (const part of ['yunhai医疗保障局', 'yunhai医保调剂（2025 年度职工）〔2026〕3 号', '批准时未登记'])
      expect(text).toContain(part);
  });

  test('a correction is posted as differences that cite both runs and add up to the new one', async () => {
    expect(
      codesOf(
        await correctYear(bench.services, bench.maker, id, { step: 'corrected', reason: '' }, YEAR_NOW),
      ),
    ).toEqual(['reason_missing note']);
    allowed(
      await correctYear(
        bench.services,
        bench.maker,
        id,
        { step: 'corrected', reason: 'audit of the west' },
        YEAR_NOW,
      ),
    );
    allowed(await bench.attest(id, 'west', 'breachesCorrected', 'false'));
    allowed(await gather());
    allowed(await freeze());
    allowed(await propose());
    allowed(await decide(bench.checker, 'checked'));
    allowed(await decide(bench.approver, 'approved', 'YH-2026-30'));
    expect(allowed(await pay('v2'))).toEqual({ posted: 2, isFinal: true });
    expect(await postings()).toMatchObject({
      'levy/west': ['300.00', '300.00'],
      'allocation/recovery_return/west': ['0.00', '0.00'],
      'allocation/incentive/west': ['0.00', '0.00'],
      'allocation/emergency/north': ['40.00', '40.00'],
    });
    expect(await fundBalance(bench)).toBe('590.00');
    const { rows } = await sql<{ note: string; corrects: bigint }>`
      SELECT note, corrects FROM ledger_event WHERE corrects IS NOT NULL`.execute(
      database().connect('auditor'),
    );
    expect(rows).toHaveLength(4);
    for (const { note } of rows) expect(note).toMatch(/v2 run \w{20} \w{64}; corrects v1 run \w{20} \w{64}$/);
    expect(await verified()).toEqual([]);
  });

  test('a correction that came to nothing is dropped by two: the year is final again, in the version in force', async () => {
    const stateNow = async (): Promise<readonly unknown[]> => {
      const [year] = (await listYears(bench.services, bench.maker)).filter((one) => one.id === id);
      return [year?.phase, year?.version];
    };
    const version = { version: 3 };
    expect(
      allowed(
        await correctYear(
          bench.services,
          bench.maker,
          id,
          { step: 'corrected', reason: 'a doubt' },
          YEAR_NOW,
        ),
      ),
    ).toEqual(version);
    allowed(await gather());
    expect(codesOf(await decide(bench.checker, 'dropped', 'no'))).toEqual(['wrong_state gathering']);
    allowed(await freeze());
    allowed(await propose());
    expect(await stateNow()).toEqual(['proposed', 3]);
    expect(codesOf(await decide(bench.maker, 'dropped', 'no'))).toEqual(['same_person']);
    const before = await postings();
    allowed(await decide(bench.checker, 'dropped', 'nothing follows'));
    expect([await stateNow(), await postings()]).toEqual([['final', 2], before]);
    expect(await verified()).toEqual([]);
  });

  test('years later every version is reckoned again to the same bytes, and its notice too', async () => {
    const replays = allowed(await replayYear(bench.services, bench.checker, id));
    expect(replays.map(({ version, isSame }) => [version, isSame])).toEqual([
      [1, true],
      [1, true],
      [2, true],
      [3, true],
    ]);
    expect(Buffer.compare(notice, await noticeOf(1))).toBe(0);
    const corrected = readPdf(await noticeOf(2))
      .pages.join('\n')
      .replaceAll(/\s/g, '');
    for (const part of [
      '第1版，该版通知文号yunhai医保调剂（2025年度职工）〔2026〕3号',
      present(replays[1], 'the first').storedHash,
    ])
      expect(corrected).toContain(part);
    const { steps } = (
      await bench.services.adjustmentYearStore
        .within(bench.maker, (office) => openedYear(office, id))
        .then(allowed)
    ).state;
    expect(steps.at(-1)).toMatchObject({ kind: 'returned', version: 3 });
  });
});

function poolTexts(
  pool: string,
  [collections, revenue, expenditure, opening]: readonly string[],
): readonly string[] {
  return [
    `${pool} collections ${collections}`,
    `${pool} revenue ${revenue}`,
    `${pool} expenditure ${expenditure}`,
    `${pool} openingBalance ${opening}`,
    `${pool} legacyBalance 0.00`,
    `${pool} levyPaid true`,
  ];
}

/** What each line has posted as owed and as paid. */
async function readPostings(
  bench: YearBench,
  id: string,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const posted = await bench.services.adjustmentYearStore.within(bench.maker, (office) =>
    office.listPostings(id),
  );
  const lines = [...new Set(posted.map(({ line }) => line))];
  return Object.fromEntries(
    lines.map((line) => [
      line,
      (['due', 'paid'] as const).map((part) => formatYuan(postedAmount(posted, line, part))),
    ]),
  );
}
