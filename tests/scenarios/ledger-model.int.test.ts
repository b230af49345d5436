import fc from 'fast-check';
import { expect, test } from 'vitest';
import { postEvents } from '#application/fund/post-events';
import type { PostCommand } from '#domain/fund/ledger-command';
import { fen } from '#kernel/fen';
import { describeOnPostgres } from '#tests/support/fresh-database';
import {
  failedChecks,
  FUND,
  makeLedgerBench,
  POOLS,
  TYPES,
  type LedgerBench,
} from '#tests/support/ledger-bench';
import { MODEL_KINDS, predictBalances, type ModelEvent } from '#tests/scenarios/models/auditor-model';

/** To take back what put money under restriction needs an approval, and is not this property's. */
const eventArbitrary = fc
  .record({
    kind: fc.constantFrom(...MODEL_KINDS),
    pool: fc.constantFrom(...POOLS),
    type: fc.constantFrom(...TYPES),
    fen: fc.bigInt(1n, 10n ** 12n),
    undo: fc.boolean(),
  })
  .map((event) => ({ ...event, undo: event.undo && event.kind !== 'pre_pooling_marked' }));

describeOnPostgres('an auditor with books of his own', (database) => {
  test('predicts every balance after random events and reversals, and the ledger verifies', async () => {
    const bench = await makeLedgerBench(database().connect('application'));
    const told: { readonly event: ModelEvent; readonly isUndone: boolean }[] = [];
    const property = fc.asyncProperty(
      fc.array(eventArbitrary, { minLength: 1, maxLength: 40 }),
      async (events) => {
        const outcomes = await postEvents(
          bench.store,
          events.map((event) => commandOf(bench, event)),
        );
        const numbers = outcomes.map((outcome) => (outcome.allowed ? outcome.value.number : 0n));
        const undone = events.flatMap(({ undo }, index) =>
          undo ? [bench.reversal(numbers[index] ?? 0n)] : [],
        );
        const reversals = await postEvents(bench.store, undone);
        expect([...outcomes, ...reversals].every(({ allowed }) => allowed)).toBe(true);
        told.push(...events.map((event) => ({ event, isUndone: event.undo })));
        expect(await readBalances(bench)).toEqual(predictBalances(told, FUND));
      },
    );
    await fc.assert(property, { numRuns: 20, seed: 5, endOnFailure: true });
    await bench.sealAll();
    expect(failedChecks(await bench.verify())).toEqual([]);
    expect(await readBalances(bench)).toEqual(predictBalances(told, FUND));
  });
});

const PARTIES: Readonly<Record<string, string>> = {
  premium_assessed: 'employer:E1',
  premium_to_treasury: 'employer:E1',
  subsidy_due: 'government:G1',
  subsidy_received: 'government:G1',
};
const WITHOUT_PARTY = [
  'treasury_swept',
  'interest_credited',
  'expenditure_account_funded',
  'pre_pooling_marked',
];
const WITH_CATEGORY = ['benefit_settled', 'benefit_paid', 'prepayment_set_off', 'recovery_of_same_year'];

function commandOf(bench: LedgerBench, { kind, pool, type, fen: amount }: ModelEvent): PostCommand {
  const moves = bench.pack.raw.journal?.templates.find(({ id }) => id === kind)?.moves ?? [];
  const keys = moves
    .filter(({ fund }) => type === 'employee' || fund === undefined)
    .map((move) => move.amount);
  const main = kind.startsWith('levy') ? 'levy' : 'pooled';
  const amounts = Object.fromEntries(keys.map((key) => [key, fen(key === main ? amount : 0n)]));
  const isBetween = kind.startsWith('levy');
  return bench.command(kind, {
    pool,
    insuranceType: type as PostCommand['insuranceType'],
    amounts,
    ...(isBetween ? { otherPool: FUND } : {}),
    ...(isBetween || WITHOUT_PARTY.includes(kind) ? {} : { counterparty: PARTIES[kind] ?? 'institution:H1' }),
    ...(WITH_CATEGORY.includes(kind) ? { category: 'inpatient' } : {}),
  });
}

async function readBalances(bench: LedgerBench): Promise<ReadonlyMap<string, bigint>> {
  const balances = new Map<string, bigint>();
  for (const insuranceType of TYPES) {
    for (const pool of [...POOLS, FUND]) {
      for (const { source, account, debit, credit } of await bench.store.listBalances({
        pool,
        insuranceType,
      })) {
        const key = [pool, insuranceType, source, account].join(' ');
        balances.set(key, (balances.get(key) ?? 0n) + debit - credit);
      }
    }
  }
  return new Map([...balances].filter(([, balance]) => balance !== 0n));
}
