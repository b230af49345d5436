import { beforeAll, describe, expect, it } from 'vitest';
import { figureExplanationSchema } from '#contract/explanation';
import { replaySchema } from '#contract/runs';
import {
  replaceableValuesSchema,
  scenarioComparisonSchema,
  scenarioListSchema,
  scenarioSummarySchema,
  scenarioViewSchema,
} from '#contract/scenarios';
import type { HttpApp } from '#http/services';
import { createRunStore } from '#storage/run-store';
import { createScenarioStore } from '#storage/scenario-store';
import { describeOnPostgres, runOn } from '#tests/support/fresh-database';
import { expectProblem, expectShape, httpGet, httpPost, type HttpAnswer } from '#tests/support/http-answers';
import { inventedRequest } from '#tests/support/invented-request';
import { localServer } from '#tests/support/local-server';

/** Jiangxi's rules on three invented cities; the levy is 10%. */
const adjustment = { pack: 'jiangxi', dataNote: '虚构数据 invented', input: inventedRequest() };

describeOnPostgres('scenarios of a run', (database) => {
  let app: HttpApp;
  let runId: string;
  const get = (url: string): Promise<HttpAnswer> => httpGet(app, url);
  const tryValues = (values: unknown, id = runId): Promise<HttpAnswer> =>
    httpPost(app, `/api/v1/runs/${id}/scenarios`, { values });

  beforeAll(async () => {
    const application = database().connect('application');
    app = localServer({
      runStore: createRunStore(application),
      scenarioStore: createScenarioStore(application),
    });
    runId = (await httpPost(app, '/api/v1/adjustments', adjustment)).json<{ id: string }>().id;
    return () => app.close();
  });

  describe('tried', () => {
    it('tell which values they may replace', async () => {
      const answer = await get(`/api/v1/runs/${runId}/replaceable-values`);
      expectShape(answer, 200, replaceableValuesSchema);
      expect(answer.json()).toMatchObject({
        values: [
          { name: 'levy_rate', figures: [{ cell: '', text: '10%' }], cite: ['JX-2.2.3'] },
          { name: 'incentive_share', figures: [{ text: '30%' }] },
          { name: 'target_months', figures: [{ text: '9' }] },
        ],
      });
    });

    it('JX-2.2.3: compare the levy figure by figure', async () => {
      const answer = await tryValues({ levy_rate: '8%' });
      expectShape(answer, 200, scenarioComparisonSchema);
      expect(answer.json()).toMatchObject({
        run: { id: runId },
        values: { levy_rate: '8%' },
        pools: [
          { id: 'east', levy: { baseline: '100.00', scenario: '80.00', difference: '-20.00' } },
          {},
          {},
        ],
        totals: { levy: { baseline: '600.00', scenario: '480.00', difference: '-120.00' } },
        assumptions: expect.arrayContaining([
          expect.objectContaining({ value: 'levy_rate', reading: 'scenario' }),
        ]) as unknown,
      });
    });

    it('store nothing', async () => {
      expect((await get('/api/v1/scenarios')).json()).toEqual({ scenarios: [] });
      expect((await get('/api/v1/runs')).json()).toMatchObject({ runs: [{ id: runId }] });
    });

    it('explain a figure by their own values', async () => {
      const url = `/api/v1/runs/${runId}/scenarios/explanation?figure=levy/east&levy_rate=8%25`;
      const answer = await get(url);
      expectShape(answer, 200, figureExplanationSchema);
      const { nodes } = answer.json<{ nodes: readonly unknown[] }>();
      expect(nodes[0]).toMatchObject({ id: 'levy/east', value: { amount: '80.00' } });
      expect(nodes).toContainEqual(
        expect.objectContaining({ id: 'value/levy_rate', value: { kind: 'rate', rate: '8%' } }),
      );
    });

    it('refuse what they cannot replace, and what is no figure', async () => {
      expectProblem(await tryValues({ gap_share: '50%' }), 422, [['not_replaceable', 'values.gap_share']]);
      expectProblem(await tryValues({ levy_rate: '8' }), 422, [['bad_rate', 'values.levy_rate']]);
      expectProblem(await tryValues({ care_share: '8%' }), 400, [['unknown_field', 'values.care_share']]);
      expectProblem(await tryValues({ levy_rate: 8 }), 400, [['wrong_type', 'values.levy_rate']]);
    });

    it('are refused for a run or figure that is not there', async () => {
      expectProblem(await tryValues({}, 'never'), 404, [['unknown_run', 'never']]);
      expectProblem(await get('/api/v1/runs/never/replaceable-values'), 404, [['unknown_run', 'never']]);
      expectProblem(await get(`/api/v1/runs/${runId}/scenarios/explanation?figure=levy/south`), 404, [
        ['unknown_figure', 'levy/south'],
      ]);
    });
  });

  describe('kept', () => {
    const content = { name: '上解降到 8%', note: '会议讨论', values: { levy_rate: '8%' } };
    let id: string;

    beforeAll(async () => {
      const answer = await httpPost(app, '/api/v1/scenarios', { runId, ...content });
      expectShape(answer, 201, scenarioSummarySchema);
      id = answer.json<{ id: string }>().id;
      expect(answer.headers.location).toBe(`/api/v1/scenarios/${id}`);
    });

    it('are the same scenario when the same content comes again', async () => {
      const answer = await httpPost(app, '/api/v1/scenarios', { runId, ...content });
      expectShape(answer, 200, scenarioSummarySchema);
      expect(answer.json()).toMatchObject({ id });
    });

    it('are listed, of their run only when it is named', async () => {
      const answer = await get(`/api/v1/scenarios?runId=${runId}`);
      expectShape(answer, 200, scenarioListSchema);
      expect(answer.json()).toMatchObject({ scenarios: [{ id, runId, ...content }] });
      expect((await get('/api/v1/scenarios?runId=other')).json()).toEqual({ scenarios: [] });
    });

    it('are shown beside their run as they were tried', async () => {
      const answer = await get(`/api/v1/scenarios/${id}`);
      expectShape(answer, 200, scenarioViewSchema);
      const { comparison } = answer.json<{ comparison: unknown }>();
      expect(comparison).toEqual((await tryValues(content.values)).json());
    });

    it('replay to the same bytes', async () => {
      const answer = await httpPost(app, `/api/v1/scenarios/${id}/replays`, '');
      expectShape(answer, 200, replaySchema);
      expect(answer.json()).toMatchObject({ id, isSame: true });
    });

    it.each(['', '/replays'])('are not there if they were never kept (%s)', async (rest) => {
      const answer = await (rest === ''
        ? get('/api/v1/scenarios/never')
        : httpPost(app, `/api/v1/scenarios/never${rest}`, ''));
      expectProblem(answer, 404, [['unknown_scenario', 'never']]);
    });

    it('have a name and replace something', async () => {
      expectProblem(await httpPost(app, '/api/v1/scenarios', { runId, ...content, name: ' ' }), 400);
      expectProblem(await httpPost(app, '/api/v1/scenarios', { runId, ...content, values: {} }), 422, [
        ['nothing_varied', 'values'],
      ]);
      expectProblem(
        await httpPost(app, '/api/v1/scenarios', { ...content, runId, values: { gap_share: '1%' } }),
        422,
        [['not_replaceable', 'values.gap_share']],
      );
    });
  });

  it('a scenario whose stored result was altered is never shown as it stands', async () => {
    const kept = await httpPost(app, '/api/v1/scenarios', {
      runId,
      name: 'altered',
      note: '',
      values: { levy_rate: '7%' },
    });
    const { id } = kept.json<{ id: string }>();
    await runOn(database().url, `UPDATE tongchou.scenario SET result = '{}' WHERE id = '${id}'`);
    expectProblem(await get(`/api/v1/scenarios/${id}`), 500, [['stored_data_altered', `scenario ${id}`]]);
  });

  it('a run that another engine reckoned is not compared with', async () => {
    await runOn(database().url, `UPDATE tongchou.run SET engine_version = 'adjust-0' WHERE id = '${runId}'`);
    expectProblem(await tryValues({}), 422, [['other_engine', `run ${runId}`]]);
  });
});
