import { beforeAll, expect, it } from 'vitest';
import { runSummarySchema } from '#contract/runs';
import type { HttpApp } from '#http/services';
import { createRunStore } from '#storage/run-store';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { expectProblem, expectShape, faults, httpPost, type HttpAnswer } from '#tests/support/http-answers';
import { inventedRequest } from '#tests/support/invented-request';
import { localServer } from '#tests/support/local-server';

/** Jiangxi's rules on three invented cities. */
const adjustment = { pack: 'jiangxi', dataNote: '虚构数据 invented', input: inventedRequest() };

describeOnPostgres('keeping a year', (database) => {
  let app: HttpApp;
  let id: string;

  const post = (body: unknown): Promise<HttpAnswer> => httpPost(app, '/api/v1/adjustments', body);
  const postInput = (changes: object): Promise<HttpAnswer> =>
    post({ ...adjustment, input: { ...adjustment.input, ...changes } });

  beforeAll(async () => {
    app = localServer({ runStore: createRunStore(database().connect('application')) });
    const first = await post(adjustment);
    expectShape(first, 201, runSummarySchema);
    id = first.json<{ id: string }>().id;
    expect(first.headers.location).toBe(`/api/v1/runs/${id}`);
    return () => app.close();
  });

  it('gives the same run for the same content, whatever the order of its members', async () => {
    const { pack, dataNote, input } = adjustment;
    const { pools, ...others } = input;
    const again = await post({ input: { pools, ...others }, dataNote, pack });
    expectShape(again, 200, runSummarySchema);
    expect(again.json()).toMatchObject({ id });
    expect(again.headers.location).toBe(`/api/v1/runs/${id}`);
  });

  it('gives another run for other content', async () => {
    const other = await post({ ...adjustment, dataNote: 'another note' });
    expect(other.statusCode).toBe(201);
    expect(other.json<{ id: string }>().id).not.toBe(id);
  });

  it('refuses a wrong shape with each fault and its place', async () => {
    const [east] = adjustment.input.pools;
    const answer = await postInput({ pools: [{ ...east, collections: 100, colections: '1.00' }] });
    expectProblem(answer, 400, [
      ['unknown_field', 'input.pools[0].colections'],
      ['wrong_type', 'input.pools[0].collections'],
    ]);
  });

  it.each([
    ['{"pack": "jiangxi", "pack": "national"}', 'duplicate_field'],
    ['{"pack": ', 'malformed_json'],
    ['', 'empty_file'],
    ['null', 'wrong_type'],
    ['[]', 'wrong_type'],
    ['{"__proto__": {"a": 1}}', 'missing_field'],
  ])('refuses the body %s', async (body, code) => {
    const answer = await post(body);
    expectProblem(answer, 400);
    expect(faults(answer).map(([first]) => first)).toContain(code);
  });

  it('refuses what a rule refuses as 422: a missing figure is never zero', async () => {
    const pools = adjustment.input.pools.map((pool) => ({ ...pool, expenditure: undefined }));
    const answer = await postInput({ pools });
    expectProblem(answer, 422);
    expect(faults(answer)).toContainEqual(['missing_field', 'pools[0].expenditure']);
  });

  it('refuses a year before the rule, naming its clause (JX-2.1)', async () => {
    const answer = await postInput({ year: 2019 });
    expectProblem(answer, 422, [['not_in_force', 'year']]);
    expect(answer.json()).toMatchObject({ refusals: [{ clause: 'JX-2.1' }] });
  });

  it('refuses an unknown pack', async () => {
    expectProblem(await post({ ...adjustment, pack: '../jiangxi' }), 404, [['unknown_pack', '../jiangxi']]);
  });

  it('refuses more than 2 MiB', async () => {
    const answer = await post(`{"dataNote":"${'x'.repeat(2 * 1024 * 1024)}"}`);
    expectProblem(answer, 413, [['body_too_large', 'body']]);
  });
});
