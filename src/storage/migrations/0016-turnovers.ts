import type { Migration } from '#storage/migrations/migration';

/**
 * What the entries of closed months come to, so that nobody adds up a year anew. A month is added up as it is closed,
 * in the same transaction and by the table itself, so that no closed month can be without; nothing is posted into it
 * afterwards. `verify` adds up the entries by a query of its own (`closed_turnovers`).
 */
const TURNOVERS = `
CREATE TABLE ledger_turnover (
  pool text NOT NULL,
  insurance_type text NOT NULL,
  month date NOT NULL,
  book text NOT NULL,
  fund text NOT NULL,
  source text NOT NULL,
  account text NOT NULL,
  category text,
  party text,
  is_closing boolean NOT NULL,
  debit bigint NOT NULL,
  credit bigint NOT NULL,
  last_event bigint NOT NULL,
  CONSTRAINT ledger_turnover_key UNIQUE NULLS NOT DISTINCT
    (pool, insurance_type, month, account, book, fund, source, category, party, is_closing),
  CONSTRAINT ledger_turnover_month FOREIGN KEY (pool, insurance_type, month)
    REFERENCES ledger_month (pool, insurance_type, month)
);
COMMENT ON TABLE ledger_turnover IS 'Entries of closed months added up, in fen; rebuildable from the entries at any time';
COMMENT ON COLUMN ledger_turnover.party IS 'Kind of the counterparty, or pool:<id> where it is a pool';
COMMENT ON COLUMN ledger_turnover.is_closing IS 'Of events that close a year';
COMMENT ON COLUMN ledger_turnover.last_event IS 'Number of the last event added up: who asks for the books before it adds up entries';

-- Every account that a template moves: with them the index of entries by pool, type, account and month serves for a month.
CREATE FUNCTION journal_accounts() RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT array_agg(account) FROM
    (SELECT debit_account AS account FROM journal_move UNION SELECT credit_account FROM journal_move) AS moved
$$;

-- Events that close a year. Each moves account 3001, which little else does, so that they are found without a look at
-- the pools' other entries.
CREATE FUNCTION closing_events(of_pools text[], of_type text) RETURNS bigint[] LANGUAGE sql STABLE AS $$
  SELECT coalesce(array_agg(DISTINCT n.event), '{}') FROM ledger_entry AS n JOIN ledger_event AS e ON e.number = n.event
  JOIN journal_template AS t ON t.pack_hash = e.pack_hash AND t.id = e.template
  WHERE n.pool = ANY (of_pools) AND n.insurance_type = of_type AND n.account = '3001' AND t.kind = 'close'
$$;

-- The planner takes the few groups for many and would sort every entry by ten texts.
CREATE FUNCTION add_up_entries(of_pool text, of_type text, after_month date, through_month date, head bigint, accounts text[])
RETURNS SETOF ledger_turnover LANGUAGE sql STABLE SET enable_sort = off AS $$
  SELECT pool, insurance_type, posting_month, book, fund, source, account, category,
    CASE WHEN counterparty LIKE 'pool:%' THEN counterparty ELSE split_part(counterparty, ':', 1) END,
    event = ANY ((SELECT closing_events(ARRAY[of_pool], of_type))::bigint[]), sum(debit)::bigint, sum(credit)::bigint, max(event)
  FROM ledger_entry
  WHERE pool = of_pool AND insurance_type = of_type AND account = ANY ((SELECT coalesce(accounts, journal_accounts()))::text[])
    AND posting_month > after_month AND posting_month <= through_month AND event <= coalesce(head, event)
  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
$$;

-- Entries added up by month and by all that a reader tells apart, through a month, as of an event (null: every one), of
-- some accounts (null: of all). A closed month comes as it was added up; one in which something was posted after the
-- event is added up from its entries, and so are those after it and the open ones.
CREATE FUNCTION ledger_turnovers(of_pools text[], of_type text, through_month date, head bigint, accounts text[])
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
  SELECT e.* FROM books AS b
  CROSS JOIN LATERAL add_up_entries(b.pool, of_type, b.added_through, through_month, head, accounts) AS e
$$;

CREATE FUNCTION add_up_closed_month() RETURNS trigger LANGUAGE plpgsql SET search_path = tongchou, pg_temp AS $$
BEGIN
  INSERT INTO ledger_turnover
  SELECT * FROM add_up_entries(NEW.pool, NEW.insurance_type, (NEW.month - interval '1 month')::date, NEW.month, NULL, NULL);
  RETURN NULL;
END $$;
CREATE TRIGGER added_up AFTER INSERT ON ledger_month FOR EACH ROW EXECUTE FUNCTION add_up_closed_month();
INSERT INTO ledger_turnover
SELECT t.* FROM ledger_month AS m
CROSS JOIN LATERAL add_up_entries(m.pool, m.insurance_type, (m.month - interval '1 month')::date, m.month, NULL, NULL) AS t;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_turnover
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();

ALTER TABLE ledger_turnover ENABLE ROW LEVEL SECURITY;
CREATE POLICY ledger_turnover_seen ON ledger_turnover FOR SELECT TO tongchou_application
  USING ((SELECT sees_everywhere()) OR pool IN (SELECT pools_in_scope()));
CREATE POLICY ledger_turnover_audit ON ledger_turnover FOR SELECT TO tongchou_auditor USING (true);
GRANT SELECT ON ledger_turnover TO tongchou_application, tongchou_auditor;
`;

export const migration0016: Migration = { number: 16, name: 'turnovers', sql: TURNOVERS };
