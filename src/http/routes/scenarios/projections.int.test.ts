import { beforeAll, expect, it } from 'vitest';
import { projectionSchema } from '#contract/projections';
import { replaySchema } from '#contract/runs';
import { scenarioListSchema, scenarioSummarySchema, scenarioViewSchema } from '#contract/scenarios';
import type { HttpApp } from '#http/services';
import { createRunStore } from '#storage/run-store';
import { createScenarioStore } from '#storage/scenario-store';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { expectProblem, expectShape, httpGet, httpPost, type HttpAnswer } from '#tests/support/http-answers';
import { inventedRequest } from '#tests/support/invented-request';
import { localServer } from '#tests/support/local-server';

/** Jiangxi's rules on three invented cities; the levy is 10%. */
const adjustment = { pack: 'jiangxi', dataNote: '虚构数据 invented', input: inventedRequest() };
const growth = { collections: '10%', revenue: '4%', expenditure: '6%', insured: '0%' };
const projection = { years: 10, growth, pools: [{ id: 'east', expenditure: '9%' }], floorMonths: '6' };

describeOnPostgres('the years ahead of a run', (database) => {
  let app: HttpApp;
  let runId: string;
  const project = (body: object, id = runId): Promise<HttpAnswer> =>
    httpPost(app, `/api/v1/runs/${id}/projections`, { values: {}, projection, ...body });

  beforeAll(async () => {
    const application = database().connect('application');
    app = localServer({
      runStore: createRunStore(application),
      scenarioStore: createScenarioStore(application),
    });
    runId = (await httpPost(app, '/api/v1/adjustments', adjustment)).json<{ id: string }>().id;
    return () => app.close();
  });

  it('JX-2.2.3: compare the levy of every year', async () => {
    const answer = await project({ values: { levy_rate: '8%' } });
    expectShape(answer, 200, projectionSchema);
    const { years } = answer.json<{ years: { pools: { levy: unknown }[] }[] }>();
    expect(years).toHaveLength(10);
    expect(years.slice(0, 2).map(({ pools }) => pools[0]?.levy)).toEqual([
      { baseline: '100.00', scenario: '80.00', difference: '-20.00' },
      { baseline: '110.00', scenario: '88.00', difference: '-22.00' },
    ]);
  });

  it('store nothing', async () => {
    expect((await httpGet(app, '/api/v1/scenarios')).json()).toEqual({ scenarios: [] });
  });

  it('are refused with every fault of what was asked', async () => {
    expectProblem(await project({ values: { gap_share: '1%' } }), 422, [
      ['not_replaceable', 'values.gap_share'],
    ]);
    expectProblem(await project({ projection: { years: 11, growth } }), 400, [
      ['bad_value', 'projection.years'],
    ]);
    const { insured: _, ...partial } = growth;
    expectProblem(await project({ projection: { years: 2, growth: partial } }), 400, [
      ['missing_field', 'projection.growth.insured'],
    ]);
    expectProblem(await project({ projection: { years: 2, growth: { ...growth, revenue: '200%' } } }), 422, [
      ['bad_growth', 'growth.revenue'],
    ]);
    expectProblem(await project({}, 'never'), 404, [['unknown_run', 'never']]);
  });

  it('are kept, listed, shown as they were tried, and replayed to the same bytes', async () => {
    const content = { runId, name: '十年', note: '', values: { levy_rate: '8%' }, projection };
    const kept = await httpPost(app, '/api/v1/scenarios', content);
    expectShape(kept, 201, scenarioSummarySchema);
    const { id } = kept.json<{ id: string }>();
    expect((await httpPost(app, '/api/v1/scenarios', content)).json()).toMatchObject({ id });
    const list = await httpGet(app, '/api/v1/scenarios');
    expectShape(list, 200, scenarioListSchema);
    expect(list.json()).toMatchObject({ scenarios: [{ id, projection }] });
    const shown = await httpGet(app, `/api/v1/scenarios/${id}`);
    expectShape(shown, 200, scenarioViewSchema);
    expect(shown.json()).toMatchObject({
      comparison: { totals: { levy: { scenario: '480.00' } } },
      projection: (await project({ values: content.values })).json<object>(),
    });
    const replay = await httpPost(app, `/api/v1/scenarios/${id}/replays`, '');
    expectShape(replay, 200, replaySchema);
    expect(replay.json()).toMatchObject({ id, isSame: true });
  });

  it('may be kept without a replaced value, as another scenario than with one', async () => {
    const content = { runId, name: '十年', note: '', values: {}, projection };
    const kept = await httpPost(app, '/api/v1/scenarios', content);
    expectShape(kept, 201, scenarioSummarySchema);
  });
});
