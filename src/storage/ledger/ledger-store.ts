import { sql } from 'kysely';
import type { BooksOf, LedgerBalance, LedgerStore, Signature } from '#application/ports/ledger-store';
import type { LedgerCommand, LedgerOutcome } from '#domain/fund/ledger-command';
import { present } from '#kernel/assert';
import { firstDayOf, type Month } from '#kernel/month';
import type { Database } from '#storage/database/connect';
import { withRetry } from '#storage/ledger/with-retry';
import { createRunStore } from '#storage/run-store';

/** The port on PostgreSQL: each call is one of the ledger's functions, which alone may write. */
export function createLedgerStore(database: Database): LedgerStore {
  const runs = createRunStore(database);
  return {
    async registerJournal(artefact) {
      await runs.keepArtefact(artefact);
      await sql`SELECT register_journal(${artefact.hash})`.execute(database);
    },

    openBooks: ({ pool, insuranceType, kind, firstMonth }, { by, now }) =>
      codeOf(
        database,
        sql`open_ledger_books(${pool}, ${insuranceType}, ${kind}, ${firstDayOf(firstMonth)}, ${by}, ${now})`,
      ),

    async post(commands) {
      const text = JSON.stringify(commands.map(rowOf));
      const { rows } = await withRetry(() =>
        sql<{ results: readonly StoredOutcome[] }>`SELECT post_events(${text}::jsonb) AS results`.execute(
          database,
        ),
      );
      return present(rows[0], 'the outcomes').results.map(outcomeOf);
    },

    closeMonth: ({ pool, insuranceType }: BooksOf, month: Month, { by, now }: Signature) =>
      codeOf(
        database,
        sql`close_ledger_month(${pool}, ${insuranceType}, ${firstDayOf(month)}, ${by}, ${now})`,
      ),

    async requestApproval({ template, pool, insuranceType, amount, cause, reason }, { by, now }) {
      const { rows } = await sql<{ number: bigint }>`SELECT request_ledger_approval(${template}, ${pool},
        ${insuranceType}, ${amount}, ${cause}, ${reason}, ${by}, ${now}) AS number`.execute(database);
      return present(rows[0], 'the request').number;
    },

    decideApproval: (request, decision, { by, now }) =>
      codeOf(database, sql`decide_ledger_approval(${request}, ${decision}, ${by}, ${now})`),

    async listBalances({ pool, insuranceType }) {
      const { rows } =
        await sql<StoredBalance>`SELECT to_char(posting_month, 'YYYY-MM') AS posting_month, book, fund,
          source, account, debit::bigint AS debit, credit::bigint AS credit
        FROM ledger_balance WHERE pool = ${pool} AND insurance_type = ${insuranceType}
        ORDER BY posting_month, book, account COLLATE "C", fund, source`.execute(database);
      return rows.map((row) => ({ ...row, pool, insuranceType }));
    },
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

async function codeOf(database: Database, call: ReturnType<typeof sql>): Promise<string | undefined> {
  const { rows } = await withRetry(() =>
    sql<{ code: string | null }>`SELECT ${call} AS code`.execute(database),
  );
  return rows[0]?.code ?? undefined;
}

/** The function's own names; what a command does not say is left out. */
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
