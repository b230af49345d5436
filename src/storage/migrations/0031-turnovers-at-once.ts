/**
 * The open months of many pools are added up by one query. Pool by pool each asked anew what is in sight, and which events
 * close a year; the latter without sorting, for which PostgreSQL read every event of the ledger: with 304 pools the
 * turnovers of a province took 11 to 30 seconds.
 */
export const TURNOVERS_AT_ONCE = `
-- An account 3001 moves little else, so that each of these entries looks its event up by number (OFFSET keeps it so).
CREATE OR REPLACE FUNCTION closing_events(of_pools text[], of_type text) RETURNS bigint[] LANGUAGE sql STABLE AS $$
  SELECT coalesce(array_agg(DISTINCT n.event), '{}') FROM ledger_entry AS n
  WHERE n.pool = ANY (of_pools) AND n.insurance_type = of_type AND n.account = '3001'
    AND EXISTS (SELECT FROM ledger_event AS e JOIN journal_template AS t ON t.pack_hash = e.pack_hash AND t.id = e.template
      WHERE e.number = n.event AND t.kind = 'close' OFFSET 0)
$$;

-- Of each pool the months after its own. The planner takes the few groups for many and would sort every entry by ten texts.
CREATE FUNCTION add_up_books
  (of_pools text[], after_months date[], of_type text, through_month date, head bigint, accounts text[])
RETURNS SETOF ledger_turnover LANGUAGE sql STABLE SET enable_sort = off AS $$
  SELECT n.pool, n.insurance_type, n.posting_month, n.book, n.fund, n.source, n.account, n.category,
    CASE WHEN n.counterparty LIKE 'pool:%' THEN n.counterparty ELSE split_part(n.counterparty, ':', 1) END,
    n.event = ANY ((SELECT closing_events(of_pools, of_type))::bigint[]), sum(n.debit)::bigint, sum(n.credit)::bigint,
    max(n.event), n.event IN (SELECT opening_events(of_pools, of_type,
      (SELECT min(a) FROM unnest(after_months) AS a), through_month))
  FROM unnest(of_pools, after_months) AS b (pool, after_month)
  JOIN book_entry AS n ON n.pool = b.pool AND n.posting_month > b.after_month
  WHERE n.pool = ANY (of_pools) AND n.insurance_type = of_type
    AND n.account = ANY ((SELECT coalesce(accounts, journal_accounts()))::text[])
    AND n.posting_month > (SELECT min(a) FROM unnest(after_months) AS a) AND n.posting_month <= through_month
    AND n.event <= coalesce(head, n.event)
  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 14
$$;

CREATE OR REPLACE FUNCTION ledger_turnovers(of_pools text[], of_type text, through_month date, head bigint, accounts text[])
RETURNS SETOF ledger_turnover LANGUAGE sql STABLE AS $$
  WITH books AS MATERIALIZED (
    SELECT s.pool, coalesce((
      SELECT max(m.month) FROM ledger_month AS m
      WHERE m.pool = s.pool AND m.insurance_type = of_type AND m.month < coalesce((SELECT min(t.month)
        FROM ledger_turnover AS t WHERE t.pool = s.pool AND t.insurance_type = of_type AND t.last_event > head), 'infinity')
    ), '-infinity') AS added_through
    FROM ledger_account_set AS s WHERE s.pool = ANY (of_pools) AND s.insurance_type = of_type
  )
  SELECT t.* FROM books AS b JOIN ledger_turnover AS t ON t.pool = b.pool AND t.insurance_type = of_type
  WHERE t.month <= least(b.added_through, through_month) AND (accounts IS NULL OR t.account = ANY (accounts))
  UNION ALL
  SELECT e.* FROM (SELECT array_agg(b.pool) AS pools, array_agg(b.added_through) AS after_months FROM books AS b
    WHERE b.added_through < through_month) AS open
  CROSS JOIN LATERAL add_up_books(open.pools, open.after_months, of_type, through_month, head, accounts) AS e
$$;

CREATE OR REPLACE FUNCTION add_up_closed_month() RETURNS trigger LANGUAGE plpgsql SET search_path = tongchou, pg_temp AS $$
BEGIN
  INSERT INTO ledger_turnover
  SELECT * FROM add_up_books(ARRAY[NEW.pool], ARRAY[(NEW.month - interval '1 month')::date], NEW.insurance_type, NEW.month,
    NULL, NULL);
  RETURN NULL;
END $$;

DROP FUNCTION add_up_entries(text, text, date, date, bigint, text[]);
`;
