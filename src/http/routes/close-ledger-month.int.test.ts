import { afterAll, beforeAll, expect, test } from 'vitest';
import { bookListSchema, openedBooksSchema } from '#contract/ledger';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { expectProblem, expectShape, type HttpAnswer } from '#tests/support/http-answers';
import { CITY, makeLedgerDesk, type LedgerDesk } from '#tests/support/ledger-desk';

const PACK = 'national';

describeOnPostgres('the closing of a month', (database) => {
  let desk: LedgerDesk;
  beforeAll(async () => {
    desk = await makeLedgerDesk(database());
    const pool = { id: 'linjiang', kind: 'pool', place: CITY, since: '2021-01-01' };
    await desk.as('admin', 'POST', '/pools', { ...pool, name: { zh: '临江', en: 'Linjiang' } });
    const books = { pool: 'linjiang', insuranceType: 'employee', firstMonth: '2026-01', pack: PACK };
    expectShape(await desk.as('maker', 'POST', '/books', books), 201, openedBooksSchema);
  });
  afterAll(() => desk.app.close());

  test('NAT-28.7: what is not swept is told with its amount, and closed over only with the reason', async () => {
    const paid = {
      key: 'unswept-1',
      template: 'premium_to_treasury',
      pool: 'linjiang',
      insuranceType: 'employee',
      counterparty: 'employer:E1',
      amounts: { pooled: '7.00', account: '0.30', unsplit: '0.00' },
      effectiveOn: '2026-01-31',
    };
    const posted = await desk.as('maker', 'POST', '/events', { pack: PACK, events: [paid] });
    expect(posted.json()).toMatchObject({ outcomes: [{ refusal: null }] });
    const close = (body: object): Promise<HttpAnswer> =>
      desk.as('checker', 'POST', '/books/linjiang/employee/months/2026-01/close', body);
    const refused = await close({});
    expectProblem(refused, 422, [['accounts_unswept', 'linjiang employee 2026-01 treasury']]);
    expect(refused.body).toContain('月末国库尚有 7.30 元未划转');
    const unsweptReason = '国库 31 日停办划转';
    expect((await close({ unsweptReason })).json()).toEqual({ closedThrough: '2026-01' });
    const list = await desk.as('reader', 'GET', '/books');
    expectShape(list, 200, bookListSchema);
    expect(list.json()).toMatchObject({
      books: [{ closedThrough: '2026-01', lastClosing: { by: desk.ids['checker'], unsweptReason } }],
    });
  });
});
