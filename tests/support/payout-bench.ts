import type { Caller, Scope } from '#application/identity/caller';
import type { IdentityServices } from '#application/identity/services';
import { decideBankAccount, proposeBankAccount } from '#application/payout/bank-accounts';
import { decidePlan, draftPlan } from '#application/payout/payment-plans';
import type { PayoutServices } from '#application/payout/services';
import type { BudgetGate } from '#application/ports/budget-gate';
import type { LedgerReader } from '#application/ports/ledger-reader';
import type { LedgerBalance } from '#application/ports/ledger-store';
import { scopeOf } from '#domain/identity/account';
import type { BankAccountDetails } from '#domain/payout/bank-account';
import { readCsvRows } from '#files/csv-rows';
import { sha256 } from '#files/sha256';
import { assert } from '#kernel/assert';
import { allow, type Decision } from '#kernel/decision';
import { fen } from '#kernel/fen';
import type { InsuranceType } from '#kernel/insurance-type';
import type { Month } from '#kernel/month';
import type { Database } from '#storage/database/connect';
import { createLedgerReader } from '#storage/ledger/ledger-reader';
import { createPayoutStore } from '#storage/payout/payout-store';
import { createPlaceStore } from '#storage/place/place-store';
import { addPerson, identityServices, makeAdministrators, sessionOf } from '#tests/support/identity-people';
import { FUND, makeLedgerBench, NOW, type LedgerBench } from '#tests/support/ledger-bench';

/** Books with money in them, and people of the invented province who propose and decide. */
export interface PayoutBench {
  readonly ledger: LedgerBench;
  readonly identity: IdentityServices;
  readonly administrators: readonly [Caller, Caller];
  readonly services: PayoutServices;
  readonly ledgerReader: LedgerReader;
  /** Proposes for the province. */
  readonly maker: Scope;
  /** Decides for the province. */
  readonly checker: Scope;
  /** Proposes and decides in one city alone. */
  readonly ofWest: Scope;
  /** What one deposit account holds, by fund. */
  balances(pool: string, insuranceType: InsuranceType): Promise<Readonly<Record<string, bigint>>>;
  post(...args: Parameters<LedgerBench['command']>): Promise<bigint>;
  /** An approved plan of the present month that expects benefits of the pooled fund; its id. */
  planBenefits(pool: string, insuranceType: InsuranceType, expected: bigint): Promise<string>;
  /** A confirmed bank account. */
  account(
    pool: string,
    details: Partial<BankAccountDetails> & Pick<BankAccountDetails, 'role'>,
  ): Promise<string>;
}

/** A budget that bears what the test says on every line; the real one is tested with the budgets. */
export function budgetOf(remaining: bigint): BudgetGate {
  return { remainingFen: () => Promise.resolve(allow(fen(remaining))) };
}

let nextNumber = 6_222_000_000_000_000n;

export async function makePayoutBench(database: Database): Promise<PayoutBench> {
  const ledger = await makeLedgerBench(database);
  const identity = identityServices(database);
  const administrators = await makeAdministrators(identity);
  const scopeFor = async (login: string, place: string): Promise<Scope> => {
    const user = { login, name: login, department: 'finance', place } as const;
    const roles = ['fund_maker', 'fund_checker'] as const;
    const grants = roles.map((role) => [role, place] as const);
    const id = await addPerson(identity, administrators, user, grants);
    return scopeOf((await sessionOf(identity, id)).account, [...roles]);
  };
  const ledgerReader = createLedgerReader(database);
  const services: PayoutServices = {
    payoutStore: createPayoutStore(database),
    placeStore: createPlaceStore(database),
    ledgerReader,
    budgetGate: budgetOf(10n ** 12n),
    readCsv: readCsvRows,
    hash: sha256,
  };
  const maker = await scopeFor('mei', FUND);
  const checker = await scopeFor('chen', FUND);
  return {
    ledger,
    identity,
    administrators,
    services,
    ledgerReader,
    maker,
    checker,
    ofWest: await scopeFor('wen', `${FUND}/west`),
    balances: async (pool, insuranceType) => {
      const found = await ledgerReader.listBalances(maker, { pools: [pool], insuranceType });
      return sumsOf(found);
    },
    post: async (...args) => {
      const [outcome] = await ledger.store.post([ledger.command(...args)]);
      assert(
        outcome !== undefined && outcome.refusal === null,
        `posted, not ${outcome?.refusal ?? 'nothing'}`,
      );
      return outcome.number;
    },
    planBenefits: async (pool, insuranceType, amount) => {
      const expected = new Map([['5001.pooled', fen(amount)]] as const);
      const plan = { pool, insuranceType, month: NOW.slice(0, 7) as Month, expected, note: '' };
      const { id } = valueIn(await draftPlan(services, maker, plan, NOW));
      valueIn(await decidePlan(services, checker, { id, decision: 'approved' }, NOW));
      return id;
    },
    account: async (pool, details) => {
      nextNumber += 1n;
      const base = { holder: '户名', bank: '云海银行', number: String(nextNumber), counterparty: null };
      const insuranceType = details.role === 'payee' ? null : ('resident' as const);
      const wanted = { ...base, insuranceType, ...details, pool };
      const { id } = valueIn(await proposeBankAccount(services, maker, wanted, NOW));
      valueIn(await decideBankAccount(services, checker, { id, decision: 'approved' }, NOW));
      return id;
    },
  };
}

/** The value of a decision that a test relies on. */
export function valueIn<T>(decision: Decision<T>): T {
  assert(decision.allowed, decision.allowed ? '' : decision.refusals.map(({ code }) => code).join(' '));
  return decision.value;
}

/** Debit less credit of each account and fund that is not nil, such as `1004 pooled`. */
function sumsOf(balances: readonly LedgerBalance[]): Readonly<Record<string, bigint>> {
  const sums: Record<string, bigint> = {};
  for (const { account, fund, debit, credit } of balances) {
    const name = `${account} ${fund}`;
    sums[name] = (sums[name] ?? 0n) + debit - credit;
  }
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0n));
}
