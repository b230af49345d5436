import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  caseListSchema,
  caseSchema,
  recordedNumberSchema,
  supervisionSummarySchema,
} from '#contract/supervision';
import type { HttpApp } from '#http/services';
import { present } from '#kernel/assert';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { expectProblem, expectShape, httpAs, type HttpAnswer } from '#tests/support/http-answers';
import { identityServices, PEOPLE_NOW, sessionOf } from '#tests/support/identity-people';
import { localServer } from '#tests/support/local-server';
import { CASE, LETTER, makeSupervisionBench, type SupervisionBench } from '#tests/support/supervision-bench';

const CASES = '/api/v1/supervision-cases';
const { packId, note: _note, offSite: _offSite, ...OPENED } = CASE;
const NEW = { ...OPENED, pack: packId, departments: [...CASE.departments] };
const FOUND = { what: '串换诊疗项目', clause: 'NAT-735.38', amount: '100.00' } as const;

describeOnPostgres('the routes of supervision', (database) => {
  let app: HttpApp;
  let bench: SupervisionBench;
  const tokens: Record<string, string> = {};

  beforeAll(async () => {
    const connection = database().connect('application');
    bench = await makeSupervisionBench(connection);
    const services = identityServices(connection);
    app = localServer({ ...services, ...bench.services, now: () => PEOPLE_NOW });
    for (const who of ['maker', 'checker', 'ofEast', 'reader'] as const)
      tokens[who] = (await sessionOf(services, bench[who].userId)).token;
  });
  afterAll(() => app.close());

  const as = (who: string, method: 'GET' | 'POST', url: string, body?: object): Promise<HttpAnswer> =>
    httpAs(app, present(tokens[who], who), method, url, body);
  const made = async (who: string, url: string, body: object): Promise<string> => {
    const answer = await as(who, 'POST', url, body);
    expectShape(answer, 201, recordedNumberSchema);
    return answer.json<{ number: string }>().number;
  };

  test('a case goes from its opening over findings and a confirmed report to its end', async () => {
    const number = await made('ofEast', CASES, NEW);
    const finding = await made('ofEast', `${CASES}/${number}/findings`, {
      ...FOUND,
      referral: { to: 'police', document: '移送函 9 号', documentHash: 'c'.repeat(64) },
    });
    expectProblem(await as('ofEast', 'POST', `${CASES}/${number}/closing`), 422, [
      ['findings_open', finding],
    ]);
    const event = String(await bench.recover('east', '100.00'));
    const report = await made('ofEast', `/api/v1/supervision-findings/${finding}/rectifications`, {
      returns: [{ event, amount: '60.00' }],
      loss: '40.00',
      ...LETTER,
    });
    const decisions = `/api/v1/rectifications/${report}/decisions`;
    expect((await as('ofEast', 'POST', decisions, { decision: 'confirmed' })).statusCode).toBe(403);
    expect((await as('checker', 'POST', decisions, { decision: 'confirmed' })).statusCode).toBe(204);
    expect((await as('ofEast', 'POST', `${CASES}/${number}/closing`)).statusCode).toBe(204);
    expectProblem(await as('ofEast', 'POST', `${CASES}/${number}/closing`), 409, [['case_closed', number]]);
    const shown = await as('reader', 'GET', `${CASES}/${number}`);
    expectShape(shown, 200, caseSchema);
    expect(shown.json()).toMatchObject({ state: 'closed', returned: '60.00', loss: '40.00', open: '0.00' });
  });

  test('lists and the summary of a year have their shapes; a bad year is refused', async () => {
    expectShape(await as('reader', 'GET', CASES), 200, caseListSchema);
    const summary = await as('reader', 'GET', '/api/v1/supervision-summary?year=2025');
    expectShape(summary, 200, supervisionSummarySchema);
    expect(summary.json()).toMatchObject({ total: { cases: 1, findings: 1, referred: 1 } });
    expectProblem(await as('reader', 'GET', '/api/v1/supervision-summary?year=x'), 400);
  });

  test('each write is refused to who may not do it, and outside of the own places', async () => {
    expectProblem(await as('reader', 'POST', CASES, NEW), 403);
    expectProblem(await as('ofEast', 'POST', CASES, { ...NEW, place: 'yunhai/west', pool: 'west' }), 403, [
      ['outside_your_places', 'yunhai/west'],
    ]);
    expectProblem(await as('maker', 'POST', CASES, { ...NEW, line: 'luck' }), 422, [
      ['unknown_line', 'line'],
    ]);
    const west = await made('maker', CASES, { ...NEW, place: 'yunhai/west', pool: 'west' });
    const unknown = [['unknown_supervision', west]] as const;
    expectProblem(await as('ofEast', 'GET', `${CASES}/${west}`), 404, unknown);
    expectProblem(await as('ofEast', 'POST', `${CASES}/${west}/findings`, FOUND), 404, unknown);
    expectProblem(await as('ofEast', 'POST', `${CASES}/${west}/closing`), 404, unknown);
    const finding = await made('maker', `${CASES}/${west}/findings`, FOUND);
    const lost = { returns: [], loss: '100.00', ...LETTER };
    const rectifications = `/api/v1/supervision-findings/${finding}/rectifications`;
    expectProblem(await as('ofEast', 'POST', rectifications, lost), 404, [['unknown_supervision', finding]]);
    const report = await made('maker', rectifications, lost);
    expectProblem(
      await as('maker', 'POST', `/api/v1/rectifications/${report}/decisions`, { decision: 'confirmed' }),
      403,
    );
    expectProblem(
      await as('checker', 'POST', '/api/v1/rectifications/999/decisions', { decision: 'confirmed' }),
      404,
      [['unknown_supervision', '999']],
    );
  });
});
