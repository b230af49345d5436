import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { BooksOf } from '#application/ports/ledger-store';
import type { BookTurnover, LedgerReading, OpenedBooks } from '#domain/adjustment-year/ledger-reading';
import { closingKeys } from '#domain/fund/close-year';
import { present } from '#kernel/assert';
import type { InsuranceType } from '#kernel/insurance-type';
import type { Tables } from '#storage/database/tables';

interface ReadRow {
  readonly books: readonly OpenedBooks[];
  readonly turnovers: readonly TurnoverText[];
  readonly closing: readonly TurnoverText[];
  readonly opening: readonly TurnoverText[];
  readonly levyOpen: readonly PoolAmount[];
  readonly unpaid: readonly PoolAmount[];
  readonly subsidyOpen: readonly PoolAmount[];
  readonly subsidyDue: readonly PoolAmount[];
  readonly block: bigint | null;
  readonly through: bigint;
}

interface PoolAmount {
  readonly pool: string;
  readonly amount: string;
}

/** In JSON a whole number would pass through a float. */
type TurnoverText = Omit<BookTurnover, 'debit' | 'credit'> & {
  readonly debit: string;
  readonly credit: string;
};

const KEYS = sql`jsonb_build_object('pool', pool, 'postingMonth', to_char(posting_month, 'YYYY-MM'), 'book', book,
  'fund', fund, 'source', source, 'account', account, 'debit', debit::text, 'credit', credit::text)`;

/**
 * Reads the books of a fund and its pools in one statement, so that every figure is of the same instant. Closings are
 * found by the keys that `closeYear` gives them, so that no event of the year is looked through for them.
 */
export async function readLedger(
  within: Kysely<Tables>,
  pools: readonly string[],
  { pool: fund, insuranceType, year }: BooksOf & { readonly year: number },
): Promise<LedgerReading> {
  const names = [...pools, fund];
  const keys = names.flatMap((pool) =>
    [year - 1, year].flatMap((one) => [
      ...closingKeys('pool', pool, insuranceType, one),
      ...closingKeys('fund', pool, insuranceType, one),
    ]),
  );
  const { rows } = await sql<ReadRow>`
    WITH books AS MATERIALIZED (
      SELECT s.pool, s.first_month, (SELECT max(m.month) FROM ledger_month AS m
        WHERE m.pool = s.pool AND m.insurance_type = s.insurance_type) AS closed_through
      FROM ledger_account_set AS s WHERE s.pool = ANY (${names}) AND s.insurance_type = ${insuranceType}
    ), closed AS MATERIALIZED (
      SELECT number FROM ledger_event WHERE key = ANY (${keys}) AND refusal IS NULL
    ), closings AS MATERIALIZED (
      SELECT number FROM closed
      UNION ALL
      SELECT e.number FROM ledger_event AS e JOIN closed AS c ON e.reverses = c.number WHERE e.refusal IS NULL
    ), openings AS MATERIALIZED (
      SELECT e.number FROM books AS b JOIN ledger_event AS e ON e.pool = b.pool
        AND e.insurance_type = ${insuranceType} AND e.posting_month = b.first_month
      WHERE e.refusal IS NULL AND e.template IN ('opening_balance', 'opening_balance_of_adjustment_fund')
    )
    SELECT
      (SELECT coalesce(jsonb_agg(jsonb_build_object('pool', pool, 'firstMonth', to_char(first_month, 'YYYY-MM'),
        'closedThrough', to_char(closed_through, 'YYYY-MM'))), '[]') FROM books) AS books,
      (SELECT coalesce(jsonb_agg(${KEYS}), '[]') FROM ledger_balance
        WHERE pool = ANY (${names}) AND insurance_type = ${insuranceType} AND book = 'cash') AS turnovers,
      (SELECT coalesce(jsonb_agg(${KEYS}), '[]') FROM ledger_entry
        WHERE event IN (SELECT number FROM closings) AND pool = ANY (${names})) AS closing,
      (SELECT coalesce(jsonb_agg(${KEYS}), '[]') FROM ledger_entry
        WHERE event IN (SELECT number FROM openings) AND pool = ANY (${names})) AS opening,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('pool', o.pool, 'amount', o.amount::text)), '[]') FROM (
        SELECT pool, sum(credit - debit) AS amount FROM ledger_entry
        WHERE pool = ANY (${names}) AND insurance_type = ${insuranceType} AND account = 'payable'
          AND counterparty = ${`pool:${fund}`} GROUP BY pool) AS o) AS levy_open,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('pool', o.pool, 'amount', o.amount::text)), '[]')
        FROM (${owedBy(pools, insuranceType, year)}) AS o) AS unpaid,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('pool', o.pool, 'amount', o.open::text)), '[]')
        FROM (${subsidiesOf(pools, insuranceType, year)}) AS o) AS subsidy_open,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('pool', o.pool, 'amount', o.due::text)), '[]')
        FROM (${subsidiesOf(pools, insuranceType, year)}) AS o) AS subsidy_due,
      (SELECT max(number) FROM ledger_block) AS block,
      (SELECT coalesce(max(number), 0) FROM book_event) AS through`.execute(within);
  const row = present(rows[0], 'what the ledger holds');
  return {
    books: row.books,
    turnovers: row.turnovers.map(turnoverOf),
    closing: row.closing.map(turnoverOf),
    opening: row.opening.map(turnoverOf),
    levyOpen: byPool(row.levyOpen),
    unpaid: byPool(row.unpaid),
    subsidyOpen: byPool(row.subsidyOpen),
    subsidyDue: byPool(row.subsidyDue),
    block: row.block,
    through: row.through,
  };
}

function byPool(amounts: readonly PoolAmount[]): ReadonlyMap<string, bigint> {
  return new Map(amounts.map(({ pool, amount }) => [pool, BigInt(amount)]));
}

/**
 * What pools owed at a year's end to others than funds and governments. All that they owed is a sum of turnovers, which are
 * whole for every department; what is taken from it names no person or employer, so that nothing of it is withheld.
 */
function owedBy(pools: readonly string[], insuranceType: InsuranceType, year: number): RawBuilder<unknown> {
  const ofBooks = sql`pool = ANY (${[...pools]}) AND insurance_type = ${insuranceType} AND book = 'obligation'
    AND fund = 'pooled' AND account = 'payable' AND posting_month <= make_date(${year}, 12, 1)`;
  return sql`SELECT pool, sum(amount) AS amount FROM (
    SELECT pool, credit - debit AS amount FROM ledger_balance WHERE ${ofBooks}
    UNION ALL
    SELECT pool, debit - credit FROM ledger_entry
    WHERE ${ofBooks} AND split_part(counterparty, ':', 1) IN ('pool', 'government')) AS owed GROUP BY pool`;
}

/**
 * Subsidies that governments owed to pools at a year's end, and those that fell due in it. What a year's settlement made a
 * treasury owe covers a deficit and is none.
 */
function subsidiesOf(
  pools: readonly string[],
  insuranceType: InsuranceType,
  year: number,
): RawBuilder<unknown> {
  return sql`SELECT pool, sum(greatest(open, 0)) AS open, sum(due) AS due FROM (
    SELECT pool, counterparty, sum(debit - credit) FILTER (WHERE account = 'receivable') AS open,
      coalesce(sum(credit - debit) FILTER (WHERE account = 'arisen.subsidy'
        AND posting_month >= make_date(${year}, 1, 1)), 0) AS due
    FROM ledger_entry WHERE pool = ANY (${[...pools]}) AND insurance_type = ${insuranceType}
      AND account IN ('receivable', 'arisen.subsidy') AND split_part(counterparty, ':', 1) = 'government'
      AND posting_month <= make_date(${year}, 12, 1)
      AND event NOT IN (SELECT event FROM adjustment_year_posting WHERE line LIKE 'treasury/%')
    GROUP BY pool, counterparty) AS owed GROUP BY pool`;
}

/** Which of some pools keep books of an insurance type. */
export async function readKeepers(
  within: Kysely<Tables>,
  pools: readonly string[],
  insuranceType: InsuranceType,
): Promise<readonly string[]> {
  const { rows } = await sql<{ pool: string }>`
    SELECT pool FROM ledger_account_set
    WHERE pool = ANY (${[...pools]}) AND insurance_type = ${insuranceType}`.execute(within);
  return rows.map(({ pool }) => pool);
}

/** What a party owes to a pool by its books: what arose less what was cleared. */
export async function readReceivable(
  within: Kysely<Tables>,
  { pool, insuranceType }: BooksOf,
  counterparty: string,
): Promise<bigint> {
  const { rows } = await sql<{ amount: string }>`
    SELECT coalesce(sum(debit - credit), 0)::text AS amount FROM ledger_entry
    WHERE pool = ${pool} AND insurance_type = ${insuranceType} AND account = 'receivable'
      AND counterparty = ${counterparty}`.execute(within);
  return BigInt(present(rows[0], 'a sum').amount);
}

function turnoverOf({ debit, credit, ...row }: TurnoverText): BookTurnover {
  return { ...row, debit: BigInt(debit), credit: BigInt(credit) };
}
