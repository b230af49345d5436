import { beforeAll, expect, it } from 'vitest';
import { replaySchema } from '#contract/runs';
import {
  fundProjectionListSchema,
  fundProjectionSummarySchema,
  keptFundProjectionSchema,
  projectedExplanationSchema,
} from '#contract/kept-fund-projections';
import type { HttpApp } from '#http/services';
import { present } from '#kernel/assert';
import { createAdjustmentYearStore } from '#storage/adjustment-year/adjustment-year-store';
import { createFundProjectionStore } from '#storage/fund-projection-store';
import { createRunStore } from '#storage/run-store';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { driver, drivers, fundRequest } from '#tests/support/fund-projection';
import { expectProblem, expectShape, httpGet, httpPost } from '#tests/support/http-answers';
import { localServer } from '#tests/support/local-server';

const spread = { kind: 'triangular', low: '2%', high: '9%' } as const;
const BODY = {
  pack: 'jiangxi',
  name: '改革前测算',
  note: '虚构数据 invented',
  input: fundRequest({ drivers: drivers({ cost: driver('6%', spread) }) }, { years: 4 }),
  scenario: {
    name: 'lower levy',
    schemes: [{ scheme: 'employee', rules: [{ from: 2026, values: { levy_rate: '5%' }, basis: 'a draft' }] }],
  },
  fan: { paths: 5, seed: 7 },
};
const PATH = '/api/v1/fund-projections';

describeOnPostgres('kept fund projections', (database) => {
  let app: HttpApp;
  let id: string;

  beforeAll(async () => {
    const application = database().connect('application');
    app = localServer({
      adjustmentYearStore: createAdjustmentYearStore(application),
      runStore: createRunStore(application),
      fundProjectionStore: createFundProjectionStore(application),
    });
    const answer = await httpPost(app, PATH, BODY);
    expectShape(answer, 201, fundProjectionSummarySchema);
    id = answer.json<{ id: string }>().id;
    return () => app.close();
  });

  it('SD-5.1: are kept once, listed, and shown as they were stored', async () => {
    expectShape(await httpPost(app, PATH, BODY), 200, fundProjectionSummarySchema);
    const list = await httpGet(app, PATH);
    expectShape(list, 200, fundProjectionListSchema);
    expect(list.json<{ projections: { id: string }[] }>().projections.map((each) => each.id)).toEqual([id]);
    const kept = await httpGet(app, `${PATH}/${id}`);
    expectShape(kept, 200, keptFundProjectionSchema);
    expect(kept.json<{ asked: object }>().asked).toEqual({
      input: BODY.input,
      scenario: BODY.scenario,
      fan: BODY.fan,
    });
  });

  it('SD-5.1: are reckoned again to the byte, their paths included', async () => {
    const answer = await httpPost(app, `${PATH}/${id}/replays`, '');
    expectShape(answer, 200, replaySchema);
    expect(answer.json()).toMatchObject({ id, isSame: true });
  });

  it('JX-3.4: explain a figure down to drivers and the rule that was changed', async () => {
    const ask = (course: string, figure: string) =>
      httpGet(app, `${PATH}/${id}/explanation?course=${course}&scheme=employee&figure=${figure}`);
    const answer = await ask('scenario', '2026/levy/east');
    expectShape(answer, 200, projectedExplanationSchema);
    const ids = answer.json<{ nodes: { id: string }[] }>().nodes.map((node) => node.id);
    expect(ids).toEqual(expect.arrayContaining(['driver/premium', 'rule/levy_rate/2026']));
    expectProblem(await ask('baseline', 'nothing'), 404, [['unknown_figure', 'nothing']]);
  });

  it('SD-5.1: start from a stored run of the calculators, by its policy, and stay everybody’s', async () => {
    const { figures, ...scheme } = present(BODY.input.schemes[0], 'an insurance type');
    const run = { pack: 'jiangxi', dataNote: '虚构 invented', input: figures };
    const { id: runId } = (await httpPost(app, '/api/v1/adjustments', run)).json<{ id: string }>();
    const asked = { name: '由计算记录起步', note: '', input: { years: 4, scheme } };
    const answer = await httpPost(app, `/api/v1/runs/${runId}/fund-projections`, asked);
    expectShape(answer, 201, fundProjectionSummarySchema);
    const kept = await httpGet(app, `${PATH}/${answer.json<{ id: string }>().id}`);
    expectShape(kept, 200, keptFundProjectionSchema);
    expect(kept.json()).toMatchObject({
      projection: { yearId: null },
      asked: { base: { kind: 'run', run: runId }, input: { schemes: [{ figures }] } },
    });
    expectProblem(await httpPost(app, '/api/v1/runs/nothing/fund-projections', asked), 404, [
      ['unknown_run', 'nothing'],
    ]);
  });

  it('are refused with every fault of what was asked, and then nothing is kept', async () => {
    const input = fundRequest({ pools: [] });
    expectProblem(await httpPost(app, PATH, { ...BODY, input, scenario: undefined }), 400, [
      ['bad_value', 'input.schemes[0].pools'],
    ]);
    expectProblem(await httpGet(app, `${PATH}/nothing`), 404, [['unknown_fund_projection', 'nothing']]);
    expect((await httpGet(app, PATH)).json<{ projections: object[] }>().projections).toHaveLength(2);
  });
});
