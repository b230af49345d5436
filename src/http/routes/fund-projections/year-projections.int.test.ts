import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  fundProjectionListSchema,
  fundProjectionSummarySchema,
  keptFundProjectionSchema,
  projectedExplanationSchema,
} from '#contract/kept-fund-projections';
import { replaySchema } from '#contract/runs';
import type { HttpApp } from '#http/services';
import { freezeYear } from '#application/adjustment-year/freeze-year';
import { gatherFigures } from '#application/adjustment-year/gather-figures';
import { proposeYear } from '#application/adjustment-year/propose-year';
import { present } from '#kernel/assert';
import { createFundProjectionStore } from '#storage/fund-projection-store';
import { createRunStore } from '#storage/run-store';
import { allowed, makeYearBench, YEAR_NOW, type YearBench } from '#tests/support/adjustment-year-bench';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { band, driver, drivers } from '#tests/support/fund-projection';
import {
  expectProblem,
  expectShape,
  httpAs,
  httpGet,
  httpPost,
  type HttpAnswer,
} from '#tests/support/http-answers';
import { identityServices, PEOPLE_NOW, sessionOf } from '#tests/support/identity-people';
import { POOLS } from '#tests/support/ledger-bench';
import { localServer } from '#tests/support/local-server';

const KEPT = '/api/v1/fund-projections';
const BODY = {
  name: '年度起步的测算',
  note: '',
  input: {
    years: 4,
    floor: { months: '6', basis: '虚构 invented' },
    scheme: {
      bands: [band('all', { entering: '100%' })],
      drivers: drivers({ cost: driver('6%') }),
      pools: POOLS.map((id) => ({ id, persons: { all: 1000 } })),
    },
  },
  fan: { paths: 3, seed: 7 },
};

interface Kept {
  readonly projection: { readonly id: string; readonly yearId: string | null };
  readonly asked: {
    readonly base?: object;
    readonly input: { readonly schemes: readonly { readonly figures: object }[] };
  };
  readonly result: {
    readonly baseline: {
      readonly schemes: readonly {
        readonly years: readonly {
          readonly pools: readonly { readonly id: string; readonly name: object; readonly levy: string }[];
        }[];
      }[];
    };
  };
}

describeOnPostgres('a projection that starts from a year of adjustment', (database) => {
  let app: HttpApp;
  let bench: YearBench;
  let year = '';
  let id = '';
  const tokens: Record<string, string> = {};

  beforeAll(async () => {
    const connection = database().connect('application');
    bench = await makeYearBench(connection);
    const services = identityServices(connection);
    let ticks = 0;
    app = localServer({
      ...services,
      ...bench.services,
      runStore: createRunStore(connection),
      fundProjectionStore: createFundProjectionStore(connection),
      now: () => new Date(Date.parse(PEOPLE_NOW) + (ticks += 1)).toISOString(),
    });
    for (const who of ['maker', 'checker', 'ofEast', 'reader'] as const)
      tokens[who] = (await sessionOf(services, bench[who].userId)).token;
    year = await bench.openAndAttest();
  });
  afterAll(() => app.close());

  const as = (who: string, method: 'GET' | 'POST', url: string, body?: object): Promise<HttpAnswer> =>
    httpAs(app, present(tokens[who], who), method, url, body);
  const project = (who: string, body: object = BODY): Promise<HttpAnswer> =>
    as(who, 'POST', `/api/v1/adjustment-years/${year}/fund-projections`, body);
  const idsFor = (answer: HttpAnswer): readonly string[] => {
    expectShape(answer, 200, fundProjectionListSchema);
    return answer.json<{ projections: { id: string }[] }>().projections.map((one) => one.id);
  };

  test('is refused while the figures are not frozen, and in another place there is no such year', async () => {
    expectProblem(await project('maker'), 422, [['stage_not_reached', year]]);
    expectProblem(await project('ofEast'), 404, [['unknown_adjustment_year', year]]);
    expectProblem(await project('reader'), 403);
  });

  test('SD-5.1: has the frozen figures as its first year, by the policy as it was adopted, and names both', async () => {
    await bench.grant({ kind: 'adoption', pool: 'yunhai', content: { value: 'shortage_rule' } });
    allowed(await gatherFigures(bench.services, bench.maker, year, YEAR_NOW));
    const { snapshotHash } = allowed(await freezeYear(bench.services, bench.maker, year, '', YEAR_NOW));
    const answer = await project('maker');
    expectShape(answer, 201, fundProjectionSummarySchema);
    expectShape(await project('checker'), 200, fundProjectionSummarySchema);
    id = answer.json<{ id: string }>().id;
    const kept = await as('checker', 'GET', `${KEPT}/${id}`);
    expectShape(kept, 200, keptFundProjectionSchema);
    const { projection, asked, result } = kept.json<Kept>();
    expect(projection.yearId).toBe(year);
    expect(asked.base).toMatchObject({ kind: 'year', year, version: 1, snapshotHash });
    expect(asked.input.schemes[0]?.figures).toMatchObject({ year: 2025, scheme: 'employee' });
    const simulated = await as('maker', 'GET', `/api/v1/adjustment-years/${year}/simulation`);
    const { levies } = simulated.json<{ levies: { pool: string; amount: string }[] }>();
    const first = present(result.baseline.schemes[0]?.years[0], 'the first year').pools;
    expect(first.map(({ id: pool, levy }) => [pool, levy])).toEqual(
      levies.map(({ pool, amount }) => [pool, amount]),
    );
    // As the register names them, not the pack.
    expect(first.map(({ name }) => name)).toContainEqual({ zh: 'east', en: 'east' });
  });

  test('SD-5.1: is reckoned again to the byte and explained, for who may see the year', async () => {
    const replay = await as('checker', 'POST', `${KEPT}/${id}/replays`, undefined);
    expectShape(replay, 200, replaySchema);
    expect(replay.json()).toMatchObject({ id, isSame: true });
    const figure = `${KEPT}/${id}/explanation?course=baseline&scheme=employee&figure=2026/levy/east`;
    expectShape(await as('checker', 'GET', figure), 200, projectedExplanationSchema);
  });

  test('is there for nobody else, at any address, with or without a session', async () => {
    const addresses = ['', '/explanation?course=baseline&scheme=employee&figure=driver/cost'];
    for (const end of addresses) {
      const at = `${KEPT}/${id}${end}`;
      expectProblem(await httpGet(app, at), 404, [['unknown_fund_projection', id]]);
      for (const who of ['ofEast', 'reader'])
        expectProblem(await as(who, 'GET', at), 404, [['unknown_fund_projection', id]]);
    }
    expectProblem(await httpPost(app, `${KEPT}/${id}/replays`, ''), 404, [['unknown_fund_projection', id]]);
    expectProblem(await as('ofEast', 'POST', `${KEPT}/${id}/replays`), 404, [
      ['unknown_fund_projection', id],
    ]);
    expect(idsFor(await as('checker', 'GET', KEPT))).toEqual([id]);
    for (const answer of [
      await httpGet(app, KEPT),
      await as('ofEast', 'GET', KEPT),
      await as('reader', 'GET', KEPT),
    ])
      expect(idsFor(answer)).toEqual([]);
  });

  test('a reading of it stands in the access log', async () => {
    await as('checker', 'GET', `${KEPT}/${id}`);
    const log = await bench.services.identityStore.within(
      { userId: bench.maker.userId, parts: [{ place: 'yunhai', department: '*' }] },
      (office) => office.listAccess(5, { route: KEPT, userId: bench.checker.userId }),
    );
    expect(log[0]).toMatchObject({ route: `${KEPT}/:id`, record: id, status: 200 });
  });

  test('every fault of what was asked is told, and then nothing is kept', async () => {
    const input = {
      ...BODY.input,
      scheme: { ...BODY.input.scheme, pools: BODY.input.scheme.pools.slice(1) },
    };
    expectProblem(await project('maker', { ...BODY, input }), 422, [
      ['missing_field', 'schemes[0].pools.east'],
    ]);
    const figures = { ...BODY.input.scheme, figures: {} };
    expectProblem(await project('maker', { ...BODY, input: { ...BODY.input, scheme: figures } }), 400);
    expect(idsFor(await as('checker', 'GET', KEPT))).toEqual([id]);
  });

  test('nothing for everybody starts from the run of a year', async () => {
    const { run } = allowed(await proposeYear(bench.services, bench.payer, year, '', YEAR_NOW));
    const at = `/api/v1/runs/${run}/fund-projections`;
    expectProblem(await httpPost(app, at, BODY), 404, [['unknown_run', run]]);
    expectProblem(await as('ofEast', 'POST', at, BODY), 404, [['unknown_run', run]]);
    expectProblem(await as('checker', 'POST', at, BODY), 422, [['projection_of_year', run]]);
  });
});
