import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { MACHINE_SCOPE } from '#application/identity/machine-scope';
import { listPayables } from '#application/payout/show-runs';
import { totalOf } from '#domain/payout/purpose';
import { fen } from '#kernel/fen';
import { plainDate } from '#kernel/plain-date';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { makePayoutBench, valueIn, type PayoutBench } from '#tests/support/payout-bench';

const BOOKS = { pool: 'east', insuranceType: 'employee' } as const;

/** What happens to a debt: it is brought into the books or settled, paid, comes back, and is paid again. */
const STEPS = [
  'opening_debt',
  'benefit_settled',
  'benefit_paid',
  'refund_due',
  'refund_paid',
  'payment_rejected',
  'payment_repeated',
] as const;
const WITH_CATEGORY: readonly string[] = ['benefit_settled', 'benefit_paid'];
const OWES: readonly string[] = ['opening_debt', 'benefit_settled', 'refund_due', 'payment_rejected'];

describeOnPostgres('what may be paid', (database) => {
  let bench: PayoutBench;
  beforeAll(async () => {
    bench = await makePayoutBench(database().connect('application'));
    const amounts = { pooled: fen(10n ** 9n), account: fen(10n ** 9n), unsplit: fen(0n) };
    const premium = { ...BOOKS, counterparty: 'employer:E1', amounts };
    await bench.post('premium_assessed', premium);
    await bench.post('premium_to_treasury', premium);
  });

  /** What an opening debt needs: the approval of two people, and the first day of the books. */
  const approved = async (amount: bigint) => ({
    approval: await bench.ledger.approve('opening_debt', BOOKS.pool, amount, 'opening', BOOKS.insuranceType),
    effectiveOn: plainDate(2026, 1, 1),
  });

  test('NAT-P.11: of each counterparty is, to the fen, the open payable of the obligations', async () => {
    const step = fc.record({
      template: fc.constantFrom(...STEPS),
      category: fc.constantFrom('inpatient', 'pharmacy'),
      pooled: fc.bigInt({ min: 0n, max: 300n }),
      account: fc.bigInt({ min: 0n, max: 300n }),
    });
    let next = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        next += 1;
        const counterparty = `person:P${next}`;
        const open = { pooled: 0n, account: 0n };
        for (const { template, category, ...wanted } of steps) {
          const owes = OWES.includes(template);
          // No more is paid than is owed of a fund in all: a run refuses it.
          const pooled = owes || wanted.pooled < open.pooled ? wanted.pooled : open.pooled;
          const account = owes || wanted.account < open.account ? wanted.account : open.account;
          if (pooled + account === 0n) continue;
          const sign = owes ? 1n : -1n;
          open.pooled += sign * pooled;
          open.account += sign * account;
          const amounts = { pooled: fen(pooled), account: fen(account) };
          const of = WITH_CATEGORY.includes(template) ? { category } : {};
          const opening = template === 'opening_debt' ? await approved(pooled + account) : {};
          await bench.post(template, { ...BOOKS, counterparty, amounts, ...of, ...opening });
        }
        const { payables } = valueIn(await listPayables(bench.services, bench.maker, BOOKS));
        const listed = payables.filter((one) => one.counterparty === counterparty);
        const obligations = await bench.ledgerReader.listOpenObligations(MACHINE_SCOPE, {
          pools: [BOOKS.pool],
          insuranceType: BOOKS.insuranceType,
          counterparty,
        });
        const owed = obligations.reduce((sum, { payable }) => sum + payable, 0n);
        expect(listed.reduce((sum, one) => sum + totalOf(one), 0n)).toBe(owed);
        expect(owed).toBe(totalOf(open));
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});
