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

  test('NAT-28.2: December is closed only after its year, for nothing could close the year later', async () => {
    const books = { pool: 'linjiang', insuranceType: 'resident', firstMonth: '2025-12', pack: PACK };
    expectShape(await desk.as('maker', 'POST', '/books', books), 201, openedBooksSchema);
    const subsidy = {
      key: 'december-1',
      template: 'subsidy_received',
      pool: 'linjiang',
      insuranceType: 'resident',
      counterparty: 'government:G9',
      amounts: { pooled: '12.50' },
      effectiveOn: '2025-12-05',
    };
    await desk.as('maker', 'POST', '/events', { pack: PACK, events: [subsidy] });
    const close = (): Promise<HttpAnswer> =>
      desk.as('checker', 'POST', '/books/linjiang/resident/months/2025-12/close', {});
    const refused = await close();
    expectProblem(refused, 422, [['year_not_closed', 'linjiang resident 2025-12']]);
    expect(refused.body).toContain('4101');
    const closing = '/books/linjiang/resident/years/2025/close';
    const year = await desk.as('maker', 'POST', closing, { pack: PACK });
    expect(year.json()).toMatchObject({ postingMonth: '2025-12', refusal: null });
    expect((await close()).json()).toEqual({ closedThrough: '2025-12' });
  });
});
