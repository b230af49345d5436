import { sql } from 'kysely';
import type { LedgerCheck } from '#application/ports/ledger-verifier';
import type { Bilingual } from '#kernel/bilingual';
import type { ArtefactMove } from '#storage/ledger/verify/check-templates';
import type { Reading } from '#storage/ledger/verify/verify-ledger';

/** A check in SQL: a row for each thing that is looked at, with `name` and whether it is `wrong`. */
interface RowCheck {
  readonly name: string;
  readonly title: Bilingual;
  /** May read `template`: the artefacts' templates, one row a move. */
  readonly rows: string;
}

/** Runs a check and counts; the things looked at stay in the database. */
export async function runRowCheck(
  reading: Reading,
  { name, title, rows }: RowCheck,
  moves: readonly ArtefactMove[],
): Promise<LedgerCheck> {
  const outcome = await sql<Pick<LedgerCheck, 'checked' | 'wrong'> & { examples: readonly string[] | null }>`
    WITH template AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) AS t (pack_hash text, template text,
        move int, kind text, needs_approval boolean, causes jsonb, is_restricted boolean)
      WHERE move = 0
    ), looked_at AS (${sql.raw(rows)})
    SELECT count(*) AS checked, count(*) FILTER (WHERE wrong IS NOT false) AS wrong,
      (array_agg(name::text) FILTER (WHERE wrong IS NOT false))[1:5] AS examples FROM looked_at`.execute(
    reading,
  );
  const { checked = 0n, wrong = 0n, examples = null } = outcome.rows[0] ?? {};
  return { name, title, checked, wrong, examples: examples ?? [] };
}

/** Which month of each books was the first open one, by the ledger's numbers: since one closing and until the next. */
const OPEN_MONTHS = `(
  SELECT pool, insurance_type, month, number AS since,
    lead(number, 1, 9223372036854775807) OVER (PARTITION BY pool, insurance_type ORDER BY number) AS until
  FROM (
    SELECT pool, insurance_type, first_month AS month, 0 AS number FROM ledger_account_set
    UNION ALL
    SELECT pool, insurance_type, (month + interval '1 month')::date, number FROM ledger_month
  ) AS opened)`;

/** Checks on rows alone, each with what it looks at. A comparison that gives null counts as wrong. */
export const ROW_CHECKS: readonly RowCheck[] = [
  {
    name: 'balance',
    title: {
      zh: '每事项按账、区、险种、基金、来源借贷相等',
      en: 'events balance per book, pool, type, fund and source',
    },
    rows: `SELECT 'event ' || event AS name, sum(debit) <> sum(credit) AS wrong FROM ledger_entry
      GROUP BY event, book, pool, insurance_type, fund, source`,
  },
  {
    name: 'bridge',
    title: {
      zh: '两账勾稽：收付与清偿逐对方相等',
      en: 'books bridge: cash moved is what it cleared, per counterparty',
    },
    rows: `SELECT 'event ' || event || ' ' || counterparty AS name,
        coalesce(sum(credit - debit) FILTER (WHERE book = 'cash'), 0)
          <> coalesce(sum(debit - credit) FILTER (WHERE account = 'cleared'), 0) AS wrong
      FROM ledger_entry WHERE counterparty IS NOT NULL AND (book = 'cash' OR account = 'cleared')
      GROUP BY event, pool, insurance_type, fund, source, counterparty`,
  },
  {
    name: 'open_obligations',
    title: { zh: '发生减清偿等于未清', en: 'what arose less what was cleared is what is open' },
    rows: `SELECT pool || ' ' || insurance_type || ' ' || coalesce(counterparty, '') AS name, counterparty IS NULL
        OR coalesce(sum(debit - credit) FILTER (WHERE account IN ('receivable', 'advance', 'payable')), 0)
          <> coalesce(sum(credit - debit) FILTER (WHERE account = 'cleared' OR account LIKE 'arisen.%'), 0) AS wrong
      FROM ledger_entry WHERE book = 'obligation' GROUP BY pool, insurance_type, fund, source, counterparty`,
  },
  {
    name: 'pools_mirrored',
    title: { zh: '上解下拨双方对应', en: 'levies and allocations stand on both sides' },
    rows: `SELECT 'event ' || event AS name,
        coalesce(sum(debit - credit) FILTER (WHERE account IN ('5301', '5302')), 0)
          <> coalesce(sum(credit - debit) FILTER (WHERE account IN ('4402', '4401')), 0)
        OR coalesce(sum(credit - debit) FILTER (WHERE account = 'payable'), 0)
          <> coalesce(sum(debit - credit) FILTER (WHERE account = 'receivable'), 0) AS wrong
      FROM ledger_entry WHERE counterparty LIKE 'pool:%' GROUP BY event, insurance_type`,
  },
  {
    name: 'types_apart',
    title: { zh: '险种之间没有资金往来', en: 'no money moves between insurance types' },
    rows: `SELECT 'event ' || n.event AS name, n.insurance_type <> e.insurance_type
        OR n.pool <> e.pool AND n.pool IS DISTINCT FROM e.other_pool
        OR (s.kind = 'fund') <> (n.source IN ('adjustment', 'risk_reserve')) AS wrong
      FROM ledger_entry AS n LEFT JOIN ledger_event AS e ON e.number = n.event
      LEFT JOIN ledger_account_set AS s ON s.pool = n.pool AND s.insurance_type = n.insurance_type`,
  },
  {
    name: 'reversals',
    title: { zh: '冲销与原事项相抵且只有一次', en: 'reversals undo exactly, and once' },
    rows: `SELECT 'event ' || r.number AS name, o.number IS NULL OR o.refusal IS NOT NULL OR o.reverses IS NOT NULL
        OR o.number >= r.number OR count(*) OVER (PARTITION BY r.reverses) > 1
        OR (o.pack_hash, o.template, o.pool, o.other_pool, o.insurance_type, o.counterparty, o.category)
          IS DISTINCT FROM (r.pack_hash, r.template, r.pool, r.other_pool, r.insurance_type, r.counterparty, r.category)
        OR EXISTS (SELECT FROM jsonb_each_text(o.amounts) AS a FULL JOIN jsonb_each_text(r.amounts) AS b USING (key)
          WHERE (a.value::bigint + b.value::bigint <> 0) IS NOT false) AS wrong
      FROM ledger_event AS r LEFT JOIN ledger_event AS o ON o.number = r.reverses
      WHERE r.reverses IS NOT NULL AND r.refusal IS NULL`,
  },
  {
    name: 'corrections',
    title: { zh: '负数只见于冲销、更正和结转', en: 'amounts below zero only reverse, correct or close' },
    rows: `SELECT 'event ' || e.number AS name, e.corrects IS NULL AND t.kind <> 'close'
        OR e.corrects IS NOT NULL AND NOT EXISTS (SELECT FROM ledger_event AS o WHERE o.number = e.corrects
          AND o.refusal IS NULL AND o.template = e.template AND o.pool = e.pool AND o.insurance_type = e.insurance_type) AS wrong
      FROM ledger_event AS e LEFT JOIN template AS t USING (pack_hash, template)
      WHERE e.refusal IS NULL AND e.reverses IS NULL AND (e.corrects IS NOT NULL OR jsonb_path_exists(e.amounts, '$.* ? (@ starts with "-")'))`,
  },
  {
    name: 'posting_months',
    title: { zh: '记入第一个未结账月份', en: 'events stand in the first open month' },
    rows: `SELECT 'event ' || e.number AS name,
        e.posting_month <> greatest(date_trunc('month', e.effective_on::timestamp)::date, own.month, other.month)
        OR e.other_pool IS NOT NULL AND other.month IS NULL AS wrong
      FROM ledger_event AS e
      LEFT JOIN ${OPEN_MONTHS} AS own ON own.pool = e.pool AND own.insurance_type = e.insurance_type
        AND e.number > own.since AND e.number < own.until
      LEFT JOIN ${OPEN_MONTHS} AS other ON other.pool = e.other_pool AND other.insurance_type = e.insurance_type
        AND e.number > other.since AND e.number < other.until
      WHERE e.refusal IS NULL`,
  },
  {
    name: 'closed_months',
    title: { zh: '按月依次结账', en: 'months were closed in order' },
    rows: `SELECT m.pool || ' ' || m.insurance_type || ' ' || m.month AS name, m.month <> coalesce(
        (lag(m.month) OVER in_order + interval '1 month')::date, s.first_month)
        OR coalesce(lag(m.number) OVER in_order, 0) >= m.number AS wrong
      FROM ledger_month AS m LEFT JOIN ledger_account_set AS s USING (pool, insurance_type)
      WINDOW in_order AS (PARTITION BY m.pool, m.insurance_type ORDER BY m.month)`,
  },
  {
    name: 'approvals',
    title: {
      zh: '受限资金经第二人批准且用一次',
      en: 'restricted uses have a second person’s approval, used once',
    },
    rows: `SELECT 'event ' || e.number AS name, e.approval IS NULL OR r.number IS NULL OR d.decision IS DISTINCT FROM 'approved'
        OR d.number >= e.number OR d.number <= r.number
        OR lower(replace(normalize(r.requested_by, NFKC), ' ', '')) = lower(replace(normalize(d.decided_by, NFKC), ' ', ''))
        OR r.template <> e.template OR r.pool <> e.pool OR r.insurance_type <> e.insurance_type
        OR r.amount < (SELECT sum(abs(a.value::bigint)) FROM jsonb_each_text(e.amounts) AS a)
        OR t.causes <> '[]' AND NOT t.causes ? r.cause
        OR count(*) OVER (PARTITION BY e.approval) > 1 AS wrong
      FROM ledger_event AS e LEFT JOIN template AS t USING (pack_hash, template)
      LEFT JOIN ledger_approval_request AS r ON r.number = e.approval
      LEFT JOIN ledger_approval AS d ON d.request = r.number
      WHERE e.refusal IS NULL AND (e.approval IS NOT NULL OR t.needs_approval AND e.reverses IS NULL OR t.is_restricted
        AND (t.needs_approval OR jsonb_path_exists(e.amounts, '$.* ? (@ starts with "-")')))`,
  },
  {
    name: 'keys',
    title: { zh: '业务号唯一，内容与其摘要一致', en: 'keys are unique and contents have their hash' },
    rows: `SELECT 'event ' || number AS name, lag(key) OVER (ORDER BY key COLLATE "C") = key IS TRUE
        OR content_hash <> sha256(convert_to(jsonb_strip_nulls(jsonb_build_object('actor', actor, 'amounts', amounts,
          'approval', approval, 'category', category, 'clauses', clauses, 'corrects', corrects, 'counterparty', counterparty,
          'effective_on', effective_on::text, 'insurance_type', insurance_type, 'key', key, 'note', note,
          'other_pool', other_pool, 'pack_hash', pack_hash, 'pool', pool, 'reverses', reverses, 'template', template
        ))::text, 'UTF8')) AS wrong FROM ledger_event`,
  },
  {
    name: 'totals',
    title: { zh: '汇总数等于由分录重算之数', en: 'folded totals are those of the sealed entries' },
    rows: `SELECT concat_ws(' ', pool, insurance_type, posting_month, account) AS name,
        (coalesce(t.debit, 0), coalesce(t.credit, 0)) <> (coalesce(e.debit, 0), coalesce(e.credit, 0)) AS wrong
      FROM ledger_total AS t FULL JOIN (
        SELECT pool, insurance_type, posting_month, book, fund, source, account, sum(debit) AS debit, sum(credit) AS credit
        FROM ledger_entry WHERE event <= (SELECT max(last_number) FROM ledger_block)
        GROUP BY pool, insurance_type, posting_month, book, fund, source, account) AS e
      USING (pool, insurance_type, posting_month, book, fund, source, account)`,
  },
];
