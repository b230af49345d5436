import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RoleId } from '#application/identity/caller';
import {
  riskAssessmentListSchema,
  riskAssessmentMadeSchema,
  riskAssessmentSchema,
  watchSchema,
} from '#contract/monitoring';
import type { HttpApp } from '#http/services';
import { present } from '#kernel/assert';
import { createRiskAssessmentStore } from '#storage/monitoring/risk-assessment-store';
import { createIdentityStore } from '#storage/identity/identity-store';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { expectProblem, expectShape, faults, httpAs, type HttpAnswer } from '#tests/support/http-answers';
import { addPerson, identityServices, PEOPLE_NOW, sessionOf } from '#tests/support/identity-people';
import { FUND } from '#tests/support/ledger-bench';
import { watchingSource } from '#tests/support/invented-monitoring';
import { localServer } from '#tests/support/local-server';
import { makeStatementBench, type StatementBench } from '#tests/support/statement-bench';

const MARCH = 'insuranceType=employee&month=2026-03&pack=yunhai';
const BODY = { insuranceType: 'employee', month: '2026-03', pack: 'yunhai' } as const;
const HOSPITAL = { counterparty: 'institution:H1', category: 'inpatient' } as const;
const WHOLE = { pool: FUND, indicator: 'payable_months', measure: '压降住院费用' } as const;
const NORTH = { pool: 'north', indicator: 'arrears', measure: '尽快拨付' } as const;
const WEST = { pool: 'west', indicator: 'payable_months', measure: '申请调剂' } as const;

interface Row {
  readonly id: string;
  readonly figures: readonly {
    readonly figure: string | null;
    readonly missing: string | null;
    readonly level: string | null;
  }[];
}

describeOnPostgres('routes of watching the funds', (database) => {
  let app: HttpApp;
  let bench: StatementBench;
  const tokens: Record<string, string> = {};

  beforeAll(async () => {
    bench = await makeStatementBench(database());
    const connected = database().connect('application');
    const identity = identityServices(connected);
    app = localServer({
      ...identity,
      ...bench.services,
      identityStore: createIdentityStore(connected),
      packLifeStore: bench.packLifeStore,
      placeStore: bench.placeStore,
      riskAssessmentStore: createRiskAssessmentStore(connected),
      source: watchingSource(),
      now: () => PEOPLE_NOW,
    });
    const people: readonly (readonly [string, RoleId, string])[] = [
      ['ina', 'fund_maker', FUND],
      ['otto', 'fund_checker', FUND],
      ['both', 'fund_checker', FUND],
      ['wes', 'fund_maker', `${FUND}/west`],
    ];
    for (const [login, role, place] of people) {
      const user = { login, name: login, department: 'finance', place } as const;
      const roles: [RoleId, string][] = [[role, place]];
      if (login === 'both') roles.push(['fund_maker', place]);
      const id = await addPerson(identity, bench.administrators, user, roles);
      tokens[login] = (await sessionOf(identity, id)).token;
    }
    await spend('east', 600_00n, [
      ['2026-02', 100_00n],
      ['2026-03', 200_00n],
    ]);
    await spend('west', 60_00n, [['2026-03', 50_00n]]);
    await bench.post('levy_due', '2026-03', { levy: 5_00n }, { pool: 'west', otherPool: FUND });
    await bench.post('levy_paid', '2026-03', { levy: 5_00n }, { pool: 'west', otherPool: FUND });
    await bench.post('benefit_settled', '2026-03', { pooled: 40_00n }, { ...HOSPITAL, pool: 'north' });
    await bench.closeThrough('2026-03');
  });
  afterAll(() => app.close());

  /** Premiums of January, and benefits paid in the months after. */
  const spend = async (
    pool: string,
    pooled: bigint,
    benefits: readonly (readonly [month: string, amount: bigint])[],
  ): Promise<void> => {
    const employer = { pool, counterparty: 'employer:E1' };
    await bench.post('premium_assessed', '2026-01', { pooled }, employer);
    await bench.post('premium_to_treasury', '2026-01', { pooled }, employer);
    await bench.post('treasury_swept', '2026-01', { pooled }, { pool });
    const paid = benefits.reduce((sum, [, amount]) => sum + amount, 0n);
    await bench.post('expenditure_account_funded', '2026-01', { pooled: paid }, { pool });
    for (const [month, amount] of benefits) {
      await bench.post('benefit_settled', month, { pooled: amount }, { ...HOSPITAL, pool });
      await bench.post('benefit_paid', month, { pooled: amount }, { ...HOSPITAL, pool });
    }
  };
  const as = (who: string, method: 'GET' | 'POST', url: string, body?: object): Promise<HttpAnswer> =>
    httpAs(app, present(tokens[who], who), method, `/api/v1${url}`, body);
  const rowsOf = (answer: HttpAnswer): readonly string[] =>
    answer
      .json<{ rows: readonly Row[] }>()
      .rows.map(({ id, figures }) =>
        [
          id,
          ...figures.map(({ figure, missing, level }) => `${figure ?? missing ?? ''} ${level ?? '-'}`),
        ].join(', '),
      );
  const isRefused = (answer: HttpAnswer, status: number, codes: string): void => {
    expectProblem(answer, status);
    expect(
      faults(answer)
        .map(([code]) => code)
        .join(' '),
    ).toBe(codes);
  };
  const assess = (who: string, measures: readonly object[], subject: string = FUND): Promise<HttpAnswer> =>
    as(who, 'POST', `/watched-funds/${subject}/risk-assessments`, { ...BODY, measures });

  test('SC-3.3-b, JH-4.12: every pool is watched from its books, the whole with its fund first, and what is beyond the line warns', async () => {
    const answer = await as('ina', 'GET', `/watched-funds/${FUND}?${MARCH}`);
    expectShape(answer, 200, watchSchema);
    // 305 of balance and 5 that the west sent up, 350 spent in three months; 300 of 300; 5 of 50; nothing spent in the north,
    // and 40 settled there that nobody is paid.
    expect(rowsOf(answer)).toEqual([
      'yunhai, 2.66 warning, 310.00 in_order, nothing_to_compare -, 0.31 in_order',
      'east, 3.00 in_order, 300.00 in_order, nothing_to_compare -, 0.00 in_order',
      'north, nothing_spent -, 0.00 in_order, nothing_to_compare -, 3.00 warning',
      'west, 0.30 warning, 10.00 in_order, nothing_to_compare -, 0.00 in_order',
    ]);
    const { due, open } = answer.json<{ due: object; open: readonly string[] }>();
    expect(open).toEqual([]);
    const interval = { months: '12', value: 'watch_interval', standing: 'stated' };
    expect(due).toEqual({ last: null, interval, nextBy: null });
  });

  test('JX-3.4: a policy with months of its own warns by them, and a pool alone is watched alone', async () => {
    const url = '/watched-funds/east?insuranceType=employee&month=2026-03&pack=jiangxi';
    expect(rowsOf(await as('ina', 'GET', url))).toEqual([
      'east, 3.00 warning, 300.00 in_order, nothing_to_compare -, 0.00 in_order',
    ]);
  });

  test('nothing is watched beyond the own places, before the books, or by a policy that is not there', async () => {
    isRefused(await as('wes', 'GET', `/watched-funds/east?${MARCH}`), 404, 'unknown_pool');
    const of = (query: string): Promise<HttpAnswer> => as('ina', 'GET', `/watched-funds/${FUND}?${query}`);
    isRefused(await of(MARCH.replace('2026-03', '2025-12')), 422, 'before_books');
    isRefused(await of(MARCH.replace('yunhai', 'atlantis')), 404, 'unknown_pack');
    isRefused(await of(MARCH.replace('yunhai', 'national')), 422, 'not_monitored');
  });

  test('SC-3.3-b: an assessment names a measure for each warning, none besides, of closed months, by the own policy in force', async () => {
    isRefused(await assess('ina', [NORTH, WEST]), 422, 'measure_missing');
    isRefused(await assess('ina', [WHOLE, NORTH, { ...WEST, measure: ' ' }]), 422, 'measure_missing');
    isRefused(await assess('ina', [WHOLE, NORTH, WEST, WEST]), 422, 'measure_not_wanted');
    isRefused(
      await assess('ina', [WHOLE, NORTH, WEST, { ...WEST, pool: 'east' }]),
      422,
      'measure_not_wanted',
    );
    const by = (pack: string): Promise<HttpAnswer> =>
      as('ina', 'POST', `/watched-funds/${FUND}/risk-assessments`, { ...BODY, pack, measures: [] });
    isRefused(await by('jiangxi'), 422, 'pack_of_other_place');
    isRefused(await by('sichuan'), 422, 'draft_in_production');
    const open = { ...BODY, month: '2026-04', measures: [WHOLE, NORTH, WEST] };
    isRefused(await as('ina', 'POST', `/watched-funds/${FUND}/risk-assessments`, open), 422, 'period_open');
  });

  test('SC-3.3-a, SC-3.3-b: an assessment counts once another person confirmed it, and once a month', async () => {
    const first = await assess('both', [WHOLE, NORTH, WEST]);
    expectShape(first, 201, riskAssessmentMadeSchema);
    const { id } = first.json<{ id: string }>();
    isRefused(await assess('ina', [WHOLE, NORTH, WEST]), 409, 'risk_assessment_undecided');
    const decide = (who: string, of: string, decision: string): Promise<HttpAnswer> =>
      as(who, 'POST', `/risk-assessments/${of}/decisions`, { decision, note: '核对无误' });
    isRefused(await decide('both', id, 'confirmed'), 422, 'same_person');
    const silent = { decision: 'rejected', note: ' ' };
    isRefused(await as('otto', 'POST', `/risk-assessments/${id}/decisions`, silent), 422, 'reason_missing');
    expect((await decide('otto', id, 'rejected')).statusCode).toBe(204);
    const again = (await assess('ina', [WHOLE, NORTH, WEST])).json<{ id: string }>().id;
    expect((await decide('otto', again, 'confirmed')).statusCode).toBe(204);
    isRefused(await decide('otto', again, 'rejected'), 409, 'record_decided');
    isRefused(await assess('ina', [WHOLE, NORTH, WEST]), 409, 'risk_assessment_confirmed');
    isRefused(await decide('otto', 'none', 'confirmed'), 404, 'unknown_risk_assessment');

    const kept = await as('otto', 'GET', `/risk-assessments/${again}`);
    expectShape(kept, 200, riskAssessmentSchema);
    expect(kept.json()).toMatchObject({ state: 'confirmed', measures: [NORTH, WEST, WHOLE] });
    isRefused(await as('wes', 'GET', `/risk-assessments/${again}`), 404, 'unknown_risk_assessment');
    const list = await as('otto', 'GET', '/risk-assessments');
    expectShape(list, 200, riskAssessmentListSchema);
    expect(
      list.json<{ assessments: readonly { state: string }[] }>().assessments.map((one) => one.state),
    ).toEqual(expect.arrayContaining(['confirmed', 'rejected']));
    const { due } = (await as('ina', 'GET', `/watched-funds/${FUND}?${MARCH}`)).json<{ due: object }>();
    expect(due).toMatchObject({ last: '2026-03', nextBy: '2027-03' });
  });

  test('NAT-P.11: an assessment once written is not altered, and the second person is held by the database', async () => {
    const owner = database().connect('migrator');
    const change = (text: string): Promise<unknown> => sql.raw(text).execute(owner);
    await expect(change(`UPDATE tongchou.risk_assessment SET content = '{}'`)).rejects.toThrow();
    await expect(change('DELETE FROM tongchou.risk_assessment_decision')).rejects.toThrow();
    await expect(
      change(`INSERT INTO tongchou.risk_assessment_decision (assessment_id, maker, decision, note, decided_by, decided_at)
        SELECT id, made_by, 'confirmed', '', made_by, now() FROM tongchou.risk_assessment LIMIT 1`),
    ).rejects.toThrow(/second_person|pkey/);
  });
});
