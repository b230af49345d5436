import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventDetailSchema } from '#contract/ledger';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { expectProblem, expectShape, type HttpAnswer } from '#tests/support/http-answers';
import { CITY, makeLedgerDesk, type LedgerDesk } from '#tests/support/ledger-desk';

const PACK = 'national';

describeOnPostgres('events as people enter them', (database) => {
  let desk: LedgerDesk;
  beforeAll(async () => {
    desk = await makeLedgerDesk(database());
    const name = { zh: '临江', en: 'Linjiang' };
    const pool = { id: 'linjiang', kind: 'pool', place: CITY, name, since: '2021-01-01' };
    expect((await desk.as('admin', 'POST', '/pools', pool)).statusCode).toBe(201);
    const books = { pool: 'linjiang', insuranceType: 'resident', firstMonth: '2026-01', pack: PACK };
    expect((await desk.as('maker', 'POST', '/books', books)).statusCode).toBe(201);
  });
  afterAll(() => desk.app.close());

  const event = (key: string, rest: object = {}): object => ({
    key,
    template: 'subsidy_received',
    pool: 'linjiang',
    insuranceType: 'resident',
    counterparty: 'government:G9',
    amounts: { pooled: '12.50' },
    effectiveOn: '2026-02-03',
    ...rest,
  });
  const post = (...events: object[]): Promise<HttpAnswer> =>
    desk.as('maker', 'POST', '/events', { pack: PACK, events });
  const numberOf = (answer: HttpAnswer): string =>
    answer.json<{ outcomes: { number: string }[] }>().outcomes[0]?.number ?? '';

  test('NAT-144.39-c: keep the number of the bank’s voucher, which stands for one movement of an account', async () => {
    const first = await post(event('v1', { voucher: 'ｚ 100', note: '到账' }));
    const number = numberOf(first);
    const found = await desk.as('reader', 'GET', `/events/${number}`);
    expectShape(found, 200, eventDetailSchema);
    expect(found.json()).toMatchObject({ event: { voucher: 'Z100', note: '到账' } });
    const again = await post(event('v1', { voucher: 'Z100', note: '到账' }));
    expect(again.json()).toMatchObject({ outcomes: [{ number, isReplayed: true }] });
    const used = await post(event('v2', { voucher: 'z100' }));
    expectProblem(used, 422, [['voucher_used', 'Z100']]);
    expect(used.body).toContain(`已用于事项 ${number}（2026-02-03）`);
  });

  test('NAT-144.39-c: a voucher of an event that was undone may be used again', async () => {
    const wrong = await post(event('v3', { voucher: 'Z200' }));
    const reversal = { key: 'v3 undone', effectiveOn: '2026-02-03', note: '重记' };
    const undone = await desk.as('maker', 'POST', `/events/${numberOf(wrong)}/reversal`, reversal);
    expect(undone.statusCode).toBe(200);
    expect((await post(event('v4', { voucher: 'Z200' }))).json()).toMatchObject({
      outcomes: [{ refusal: null }],
    });
  });

  test('are refused before the first month of the books, and below zero where they correct nothing', async () => {
    expectProblem(await post(event('b1', { effectiveOn: '2025-12-31' })), 422, [
      ['before_books', 'events[0].effectiveOn'],
    ]);
    expectProblem(await post(event('b2', { amounts: { pooled: '-5.00' } })), 422, [
      ['negative_amount', 'events[0].amounts.pooled'],
    ]);
  });
});
