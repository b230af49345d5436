import type { Migration } from '#storage/migrations/migration';

/**
 * Balances taken over in the first month of the books stood before it: statements tell them as 期初 and 年初 (NAT-28.10), so
 * that they are added up apart. What is taken over later moves in its month, as a closed month is not to change.
 */
const OPENING_TURNOVERS = `
ALTER TABLE ledger_turnover ADD COLUMN is_opening boolean NOT NULL DEFAULT false;
ALTER TABLE ledger_turnover ALTER COLUMN is_opening DROP DEFAULT;
ALTER TABLE ledger_turnover DROP CONSTRAINT ledger_turnover_key;
ALTER TABLE ledger_turnover ADD CONSTRAINT ledger_turnover_key UNIQUE NULLS NOT DISTINCT
  (pool, insurance_type, month, account, book, fund, source, category, party, is_closing, is_opening);
COMMENT ON COLUMN ledger_turnover.is_opening IS 'Of events that take over balances, in the first month of the books';

-- Events that take over balances in the first month of their books, of books that began within the months (null: any).
CREATE FUNCTION opening_events(of_pools text[], of_type text, after_month date, through_month date)
RETURNS SETOF bigint LANGUAGE sql STABLE AS $$
  SELECT e.number FROM ledger_account_set AS s
  JOIN book_event AS e ON (e.pool, e.insurance_type, e.posting_month) = (s.pool, s.insurance_type, s.first_month)
  JOIN journal_template AS t ON t.pack_hash = e.pack_hash AND t.id = e.template
  WHERE s.pool = ANY (of_pools) AND s.insurance_type = of_type AND t.kind = 'opening' AND e.refusal IS NULL
    AND s.first_month > coalesce(after_month, '-infinity') AND s.first_month <= through_month
$$;

-- The planner takes the few groups for many and would sort every entry by ten texts.
CREATE OR REPLACE FUNCTION add_up_entries
  (of_pool text, of_type text, after_month date, through_month date, head bigint, accounts text[])
RETURNS SETOF ledger_turnover LANGUAGE sql STABLE SET enable_sort = off AS $$
  SELECT pool, insurance_type, posting_month, book, fund, source, account, category,
    CASE WHEN counterparty LIKE 'pool:%' THEN counterparty ELSE split_part(counterparty, ':', 1) END,
    event = ANY ((SELECT closing_events(ARRAY[of_pool], of_type))::bigint[]), sum(debit)::bigint, sum(credit)::bigint,
    max(event), event IN (SELECT opening_events(ARRAY[of_pool], of_type, after_month, through_month))
  FROM book_entry
  WHERE pool = of_pool AND insurance_type = of_type AND account = ANY ((SELECT coalesce(accounts, journal_accounts()))::text[])
    AND posting_month > after_month AND posting_month <= through_month AND event <= coalesce(head, event)
  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 14
$$;

-- Only first months hold such events.
ALTER TABLE ledger_turnover DISABLE TRIGGER append_only;
DELETE FROM ledger_turnover AS t USING ledger_account_set AS s
WHERE (t.pool, t.insurance_type, t.month) = (s.pool, s.insurance_type, s.first_month);
ALTER TABLE ledger_turnover ENABLE TRIGGER append_only;
INSERT INTO ledger_turnover
SELECT t.* FROM ledger_account_set AS s
JOIN ledger_month AS m ON (m.pool, m.insurance_type, m.month) = (s.pool, s.insurance_type, s.first_month)
CROSS JOIN LATERAL add_up_entries(m.pool, m.insurance_type, (m.month - interval '1 month')::date, m.month, NULL, NULL) AS t;
`;

export const migration0020: Migration = { number: 20, name: 'opening turnovers', sql: OPENING_TURNOVERS };
