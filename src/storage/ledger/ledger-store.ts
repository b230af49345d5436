import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { BooksOf, LedgerBalance, LedgerStore, Signature } from '#application/ports/ledger-store';
import type { VoucherUse } from '#domain/fund/event-refusals';
import type { LedgerCommand, LedgerOutcome } from '#domain/fund/ledger-command';
import type { Scope } from '#domain/identity/account';
import { assert, present } from '#kernel/assert';
import { firstDayOf, type Month } from '#kernel/month';
import type { Database } from '#storage/database/connect';
import { KEPT } from '#storage/database/kept-statements';
import type { Tables } from '#storage/database/tables';
import { inScope, settingsOf } from '#storage/identity/in-scope';
import { withRetry } from '#storage/database/with-retry';
import { createRunStore } from '#storage/run-store';

/**
 * The port on PostgreSQL: each call is one of the ledger's functions, which alone may write. On a transaction that
 * `inScope` has begun its calls are part of it and of its scope.
 */
export function createLedgerStore(database: Database): LedgerStore {
  return ledgerStore(database, undefined);
}

function ledgerStore(database: Database, scope: Scope | undefined): LedgerStore {
  const call = <Result>(of: RawBuilder<unknown>): Promise<Result> => callLedger<Result>(database, scope, of);
  const codeOf = async (of: RawBuilder<unknown>): Promise<string | undefined> =>
    (await call<string | null>(of)) ?? undefined;
  return {
    within: (other) => ledgerStore(database, other),

    async registerJournal(artefact) {
      await createRunStore(database).keepArtefact(artefact);
      await call(sql`register_journal(${artefact.hash})`);
    },

    openBooks: ({ pool, insuranceType, kind, firstMonth }, { by, now }) =>
      codeOf(
        sql`open_ledger_books(${pool}, ${insuranceType}, ${kind}, ${firstDayOf(firstMonth)}, ${by}, ${now})`,
      ),

    async post(commands) {
      const text = JSON.stringify(commands.map(rowOf));
      return (await call<readonly StoredOutcome[]>(sql`post_events(${text}::jsonb)`)).map(outcomeOf);
    },

    listVoucherUses: (commands) =>
      reading(database, scope, async (within) => {
        const text = JSON.stringify(commands.map(rowOf));
        const { rows } = await sql<VoucherUse>`SELECT * FROM voucher_uses(${text}::jsonb)`.execute(within);
        return rows;
      }),

    closeMonth: ({ pool, insuranceType }: BooksOf, month: Month, { by, now }: Signature, unsweptReason) =>
      codeOf(
        sql`close_ledger_month(${pool}, ${insuranceType}, ${firstDayOf(month)}, ${by}, ${now},
          ${unsweptReason ?? null})`,
      ),

    async requestApproval(
      { template, pool, insuranceType, amount, cause, reason, year },
      { by, now },
      whole,
    ) {
      assert(whole === undefined || database.isTransaction, 'a request is kept together with its whole');
      const number =
        await call<bigint>(sql`request_ledger_approval(${template}, ${pool}, ${insuranceType}, ${amount}, ${cause},
          ${reason}, ${by}, ${now}, ${year ?? null}::integer)`);
      if (whole !== undefined)
        await sql`INSERT INTO approval_whole (request, whole) VALUES (${number}, ${whole})`.execute(database);
      return number;
    },

    decideApproval: (request, decision, { by, now }, { whole = null, reason = null } = {}) =>
      codeOf(sql`decide_ledger_approval(${request}, ${decision}, ${by}, ${now}, ${whole}, ${reason})`),

    listBalances: ({ pool, insuranceType }) =>
      reading(database, scope, async (within) => {
        const { rows } =
          await sql<StoredBalance>`SELECT to_char(posting_month, 'YYYY-MM') AS posting_month, book, fund,
            source, account, debit::bigint AS debit, credit::bigint AS credit
          FROM ledger_balance WHERE pool = ${pool} AND insurance_type = ${insuranceType}
          ORDER BY posting_month, book, account COLLATE "C", fund, source`.execute(within);
        return rows.map((row) => ({ ...row, pool, insuranceType }));
      }),
  };
}

type StoredBalance = Omit<LedgerBalance, keyof BooksOf>;

interface StoredOutcome {
  readonly key: string;
  /** A bigint in JSON; numbers of the ledger stay far below 2^53. */
  readonly number: number;
  readonly refusal: string | null;
  readonly postingMonth: string | null;
  readonly replayed: boolean;
}

/**
 * Calls a ledger function in one statement, so that a call in a scope is one round trip: the scope is set before the
 * function runs.
 */
async function callLedger<Result>(
  database: Database,
  scope: Scope | undefined,
  call: RawBuilder<unknown>,
): Promise<Result> {
  const statement =
    scope === undefined
      ? sql<{ result: Result }>`${KEPT}SELECT ${call} AS result`
      : sql<{
          result: Result;
        }>`${KEPT}WITH scope AS MATERIALIZED (SELECT ${settingsOf(scope)}) SELECT ${call} AS result FROM scope`;
  // What fails within a transaction of the caller's has undone that whole: only the caller can do it again.
  const run = database.isTransaction ? <T>(work: () => Promise<T>): Promise<T> => work() : withRetry;
  const { rows } = await run(() => statement.execute(database));
  return present(rows[0], 'an answer').result;
}

/** Reads in a scope, which is set by an earlier statement because row security evaluates it when a statement begins. */
function reading<T>(
  database: Database,
  scope: Scope | undefined,
  read: (within: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  return scope === undefined ? read(database) : inScope(database, scope, read);
}

/** Writes a command with the function's own names; absent members are left out. */
function rowOf(command: LedgerCommand): Readonly<Record<string, unknown>> {
  const { key, effectiveOn, now, actor, clauses, approval, note } = command;
  const head = {
    key,
    effective_on: effectiveOn,
    known_at: now,
    actor,
    clauses,
    note,
    approval: approval?.toString(),
  };
  if ('reverses' in command) return { ...head, reverses: command.reverses.toString() };
  const { packHash, template, pool, otherPool, insuranceType, counterparty, category, amounts, corrects } =
    command;
  return {
    ...head,
    pack_hash: packHash,
    template,
    pool,
    other_pool: otherPool,
    insurance_type: insuranceType,
    counterparty,
    category,
    amounts: Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, amount.toString()])),
    corrects: corrects?.toString(),
  };
}

function outcomeOf(stored: StoredOutcome): LedgerOutcome {
  return {
    key: stored.key,
    number: BigInt(stored.number),
    refusal: stored.refusal,
    postingMonth: (stored.postingMonth?.slice(0, 7) ?? null) as Month | null,
    isReplayed: stored.replayed,
  };
}
