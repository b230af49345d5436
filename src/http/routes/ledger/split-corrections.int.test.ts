import { afterAll, beforeAll, expect, test } from 'vitest';
import { approvalListSchema } from '#contract/ledger-approvals';
import { CITY, makeLedgerDesk, type LedgerDesk } from '#tests/support/ledger-desk';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { expectProblem, expectShape, type HttpAnswer } from '#tests/support/http-answers';

const PACK = 'national';
const BOOKS = { pool: 'linjiang', insuranceType: 'employee' } as const;
const TO_POOLED = 'split_corrected_to_pooled';
const TO_ACCOUNTS = 'split_corrected_to_accounts';

describeOnPostgres(
  'NAT-28.8: a correction of the split between pooled fund and personal accounts',
  (database) => {
    let desk: LedgerDesk;
    beforeAll(async () => {
      desk = await makeLedgerDesk(database());
      const name = { zh: '临江', en: 'Linjiang' };
      await as('admin', 'POST', '/pools', {
        id: 'linjiang',
        kind: 'pool',
        place: CITY,
        name,
        since: '2021-01-01',
      });
      await as('maker', 'POST', '/books', { ...BOOKS, firstMonth: '2025-01', pack: PACK });
      const premium = { pooled: '0.00', account: '0.00', unsplit: '200.00' };
      await post('premium_assessed', premium, { counterparty: 'employer:E1', effectiveOn: '2025-06-15' });
      await post('premium_to_treasury', premium, { counterparty: 'employer:E1', effectiveOn: '2025-06-15' });
      await post('treasury_swept', premium, { effectiveOn: '2025-06-30' });
    });
    afterAll(() => desk.app.close());

    const as: LedgerDesk['as'] = (...request) => desk.as(...request);
    let key = 0;
    const post = async (template: string, amounts: object, rest: object = {}): Promise<unknown> => {
      key += 1;
      const event = { key: `e${key}`, ...BOOKS, template, amounts, effectiveOn: '2026-02-03', ...rest };
      const answer = await as('maker', 'POST', '/events', { pack: PACK, events: [event] });
      const [outcome] = answer.json<{ outcomes: { refusal: { code: string } | null; number: string }[] }>()
        .outcomes;
      return outcome?.refusal?.code ?? outcome?.number;
    };
    const ask = (template: string, amount: string, rest: object = {}): Promise<HttpAnswer> =>
      as('maker', 'POST', '/approvals', {
        pack: PACK,
        template,
        ...BOOKS,
        amount,
        cause: 'actual_split',
        reason: '按实际数调整',
        ...rest,
      });
    const approved = async (template: string, amount: string, rest: object = {}): Promise<string> => {
      const { number } = (await ask(template, amount, rest)).json<{ number: string }>();
      await as('checker', 'POST', `/approvals/${number}/decisions`, { decision: 'approved' });
      return number;
    };

    test('names the year of the split, which is over, and of which something was split', async () => {
      expectProblem(await ask(TO_POOLED, '1.00'), 422, [['year_missing', 'year']]);
      expectProblem(await ask(TO_POOLED, '1.00', { year: 2026 }), 422, [['year_not_over', 'year']]);
      expectProblem(await ask(TO_POOLED, '1.00', { year: 2025 }), 422, [['above_given', 'amount']]);
      expectProblem(await ask('unsplit_premium_shared', '200.00', { year: 2025 }), 422, [
        ['year_not_wanted', 'year'],
      ]);
      const approval = await approved('unsplit_premium_shared', '200.00');
      const shares = { pooled: '120.00', account: '80.00' };
      await post('unsplit_premium_shared', shares, { approval, effectiveOn: '2025-12-31' });
      expectProblem(await ask(TO_POOLED, '1.00', { year: 2024 }), 422, [['above_given', 'amount']]);
    });

    test('moves back no more than was split the other way in that year, less what was moved before, and no other way', async () => {
      expectProblem(await ask(TO_POOLED, '80.01', { year: 2025 }), 422, [['above_given', 'amount']]);
      expectProblem(await ask(TO_ACCOUNTS, '120.01', { year: 2025 }), 422, [['above_given', 'amount']]);
      const [first, second] = [
        await approved(TO_POOLED, '50.00', { year: 2025 }),
        await approved(TO_POOLED, '40.00', { year: 2025 }),
      ];
      const list = await as('checker', 'GET', '/approvals');
      expectShape(list, 200, approvalListSchema);
      expect(list.json()).toMatchObject({
        approvals: [{ template: TO_POOLED, year: 2025, pool: 'linjiang' }, {}, { year: null }],
      });
      expect(await post(TO_ACCOUNTS, { to_account: '1.00' }, { approval: first })).toBe('approval_of_other');
      const moved = await post(TO_POOLED, { to_pooled: '50.00' }, { approval: first });
      expect(moved).toMatch(/^\d+$/);
      expectProblem(await ask(TO_POOLED, '30.01', { year: 2025 }), 422, [['above_given', 'amount']]);
      // Approved while more was left: 30.00 are.
      expect(await post(TO_POOLED, { to_pooled: '40.00' }, { approval: second })).toBe('above_given');
      const both = [first, second].map((approval, index) => ({
        key: `both${index}`,
        ...BOOKS,
        template: TO_POOLED,
        amounts: { to_pooled: '30.00' },
        effectiveOn: '2026-02-03',
        approval,
      }));
      const together = await as('maker', 'POST', '/events', { pack: PACK, events: both });
      expectProblem(together, 422, [['second_return', 'events[1].template']]);
      // What is reversed is there again.
      const undone = { key: 'undo', effectiveOn: '2026-02-04', note: '误转' };
      expect((await as('maker', 'POST', `/events/${String(moved)}/reversal`, undone)).statusCode).toBe(200);
      expect(await post(TO_POOLED, { to_pooled: '40.00' }, { approval: second })).toMatch(/^\d+$/);
    });
  },
);
