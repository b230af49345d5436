import { beforeAll, expect, it } from 'vitest';
import type { HttpApp } from '#http/services';
import { createRunStore } from '#storage/run-store';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { expectProblem, httpGet, httpPost } from '#tests/support/http-answers';
import { inventedRequest } from '#tests/support/invented-request';
import { localServer } from '#tests/support/local-server';

const FILES = [
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK\u0003\u0004'],
  ['pdf', 'application/pdf', '%PDF-1.7'],
] as const;

/** Jiangxi's rules on three invented cities. */
const adjustment = { pack: 'jiangxi', dataNote: '虚构数据 invented', input: inventedRequest() };

describeOnPostgres('exporting a stored run', (database) => {
  let app: HttpApp;
  let id: string;

  beforeAll(async () => {
    app = localServer({ runStore: createRunStore(database().connect('application')) });
    id = (await httpPost(app, '/api/v1/adjustments', adjustment)).json<{ id: string }>().id;
    return () => app.close();
  });

  it.each(FILES)(
    'gives a file .%s to keep under a Chinese name, the same every time',
    async (ending, type, start) => {
      const url = `/api/v1/runs/${id}/export.${ending}`;
      const answer = await httpGet(app, url);
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, type]);
      expect(decodeURIComponent(String(answer.headers['content-disposition']))).toContain(
        `filename*=UTF-8''江西省2024年度职工医保调剂金-${id.slice(0, 8)}.${ending}`,
      );
      expect(answer.rawPayload.toString('latin1').startsWith(start)).toBe(true);
      expect((await httpGet(app, url)).rawPayload.equals(answer.rawPayload)).toBe(true);
    },
  );

  it.each(FILES)('gives no .%s of a run that was never kept', async (ending) => {
    expectProblem(await httpGet(app, `/api/v1/runs/never/export.${ending}`), 404, [['unknown_run', 'never']]);
  });
});
