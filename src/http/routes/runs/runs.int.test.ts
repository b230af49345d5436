import { beforeAll, expect, it } from 'vitest';
import { figureExplanationSchema } from '#contract/explanation';
import { replaySchema, runListSchema, runViewSchema } from '#contract/runs';
import type { HttpApp } from '#http/services';
import { createRunStore } from '#storage/run-store';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { expectProblem, expectShape, httpGet, httpPost, type HttpAnswer } from '#tests/support/http-answers';
import { inventedRequest } from '#tests/support/invented-request';
import { FROM_CONSOLE, localServer } from '#tests/support/local-server';

/** Jiangxi's rules on three invented cities. */
const adjustment = { pack: 'jiangxi', dataNote: '虚构数据 invented', input: inventedRequest() };

describeOnPostgres('stored runs', (database) => {
  let app: HttpApp;
  let id: string;
  const get = (url: string): Promise<HttpAnswer> => httpGet(app, url);

  beforeAll(async () => {
    app = localServer({ runStore: createRunStore(database().connect('application')) });
    const kept = await httpPost(app, '/api/v1/adjustments', adjustment);
    id = kept.json<{ id: string }>().id;
    await httpPost(app, '/api/v1/adjustments', { ...adjustment, dataNote: 'later' });
    return () => app.close();
  });

  it('are listed, newest first', async () => {
    const answer = await get('/api/v1/runs');
    expectShape(answer, 200, runListSchema);
    const { runs } = answer.json<{ runs: { id: string; dataNote: string }[] }>();
    expect(runs.map((run) => run.dataNote)).toEqual(['later', adjustment.dataNote]);
    expect(runs[1]?.id).toBe(id);
  });

  it('are shown with their table, and never cached', async () => {
    const answer = await get(`/api/v1/runs/${id}`);
    expectShape(answer, 200, runViewSchema);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.json()).toMatchObject({
      place: { zh: '江西省' },
      stages: ['recovery_return', 'normal', 'emergency', 'incentive'],
      targetMonths: '9',
      pools: [{ id: 'east', name: { zh: 'east' }, balanceBefore: '600.00', levy: '100.00' }, {}, {}],
    });
  });

  it.each(['', '/explanation?figure=levy/east'])(
    'are not there if they were never kept (%s)',
    async (rest) => {
      expectProblem(await get(`/api/v1/runs/never${rest}`), 404, [['unknown_run', 'never']]);
    },
  );

  it.each(['balance-after/east', 'normal/east', 'months-after/west', 'fund/closing'])(
    'explain %s',
    async (figure) => {
      const answer = await get(`/api/v1/runs/${id}/explanation?figure=${encodeURIComponent(figure)}`);
      expectShape(answer, 200, figureExplanationSchema);
      const explanation = answer.json<{ figure: string; nodes: { id: string }[] }>();
      expect([explanation.figure, explanation.nodes[0]?.id]).toEqual([figure, figure]);
    },
  );

  it('explain no figure that they do not have, and no unnamed one', async () => {
    const url = `/api/v1/runs/${id}/explanation`;
    expectProblem(await get(`${url}?figure=levy/south`), 404, [['unknown_figure', 'levy/south']]);
    expectProblem(await get(url), 400, [['missing_field', 'figure']]);
    expectProblem(await get(`${url}?figure=levy/east&pool=east`), 400, [['unknown_field', 'pool']]);
  });

  it('replay to the same bytes, with or without an empty body', async () => {
    const url = `/api/v1/runs/${id}/replays`;
    const bare = await app.inject({ method: 'POST', url, headers: FROM_CONSOLE });
    for (const answer of [bare, await httpPost(app, url, ''), await httpPost(app, url, {})]) {
      expectShape(answer, 200, replaySchema);
      expect(answer.json()).toMatchObject({ id, isSame: true });
    }
  });

  it('do not replay if they were never kept', async () => {
    expectProblem(await httpPost(app, '/api/v1/runs/never/replays', ''), 404, [['unknown_run', 'never']]);
  });
});
