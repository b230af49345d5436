import { beforeAll, expect, test } from 'vitest';
import { assessRisk, decideRiskAssessment } from '#application/monitoring/assess-risk';
import type { OpenedStore, ProgramServices } from '#cli/services';
import { allow } from '#kernel/decision';
import { createStores } from '#storage/create-stores';
import { valueOf } from '#tests/support/decided';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { FUND } from '#tests/support/ledger-bench';
import { watchingSource } from '#tests/support/invented-monitoring';
import { runRecorded, type Heard } from '#tests/support/recorded-command';
import { makeStatementBench } from '#tests/support/statement-bench';

const AFTER = '2026-04-02T08:00:00.000Z';
const SHORT = { pool: FUND, indicator: 'payable_months', measure: '压降住院费用' } as const;

describeOnPostgres('the command line reads assessments of risk', (database) => {
  let given: Partial<ProgramServices>;
  let id = '';

  beforeAll(async () => {
    const bench = await makeStatementBench(database());
    const stores = createStores(database().connect('application'));
    const hospital = { counterparty: 'institution:H1', category: 'inpatient' };
    await bench.post('premium_to_treasury', '2026-01', { pooled: 60_00n }, { counterparty: 'employer:E1' });
    await bench.post('treasury_swept', '2026-01', { pooled: 60_00n });
    await bench.post('expenditure_account_funded', '2026-01', { pooled: 50_00n });
    await bench.post('benefit_settled', '2026-02', { pooled: 50_00n }, hospital);
    await bench.post('benefit_paid', '2026-02', { pooled: 50_00n }, hospital);
    await bench.closeThrough('2026-02');
    const services = { ...bench.services, ...stores, source: watchingSource() };
    // 10 left over 25 a month: 0.40 months, of the pool and of all together.
    const asked = { subject: FUND, insuranceType: 'employee', month: '2026-02', pack: 'yunhai' } as const;
    const measures = [SHORT, { ...SHORT, pool: 'east', measure: '申请调剂' }];
    id = valueOf(await assessRisk(services, bench.maker, { ...asked, measures }, AFTER)).id;
    const decided = { id, decision: 'confirmed', note: '' } as const;
    valueOf(await decideRiskAssessment(services, bench.checker, decided, AFTER));
    const close = (): Promise<void> => Promise.resolve();
    given = { openStore: () => Promise.resolve(allow({ ...stores, close } as unknown as OpenedStore)) };
  });
  const run = (line: string): Promise<Heard> => runRecorded(line.split(' '), given);

  test('SC-3.3-b: what was assessed is listed with its state, and shown with the measure for each warning', async () => {
    const list = await run('risks');
    expect([list.status, list.err]).toEqual([0, '']);
    expect(list.out).toMatch(/2026-02\s+yunhai\s+职工医保\s+已确认/);
    expect(JSON.parse((await run('risks --json')).out)).toMatchObject({ assessments: [{ id }] });
    const shown = await run(`--lang en risks show ${id}`);
    expect(shown.out).toMatch(/east\s+Months payable\s+申请调剂/);
    expect(JSON.parse((await run(`risks show ${id} --json`)).out)).toMatchObject({
      watched: { rows: [{ id: FUND }, { id: 'east' }, { id: 'north' }, { id: 'west' }] },
    });
  });

  test('an assessment that there is not is refused by name', async () => {
    const none = await run('risks show none');
    expect(none.status).toBe(1);
    expect(none.err).toContain('unknown_risk_assessment');
  });
});
