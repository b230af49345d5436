import type { Migration } from '#storage/migrations/migration';

/**
 * What opened books, found among the few events that were approved or that reverse another: an opening is one or the other
 * (a template that opens books needs an approval). Before, every event of the books was read for each cell of a statement.
 */
const OPENING_EVENTS = `
CREATE OR REPLACE FUNCTION opening_events(of_pools text[], of_type text, after_month date, through_month date)
RETURNS SETOF bigint LANGUAGE sql STABLE AS $$
  SELECT e.number FROM ledger_account_set AS s
  JOIN book_event AS e ON (e.pool, e.insurance_type, e.posting_month) = (s.pool, s.insurance_type, s.first_month)
  JOIN journal_template AS t ON t.pack_hash = e.pack_hash AND t.id = e.template
  WHERE s.pool = ANY (of_pools) AND s.insurance_type = of_type AND t.kind = 'opening' AND e.refusal IS NULL
    AND (e.approval IS NOT NULL OR e.reverses IS NOT NULL)
    AND s.first_month > coalesce(after_month, '-infinity') AND s.first_month <= through_month
$$;
`;

export const migration0022: Migration = { number: 22, name: 'opening events', sql: OPENING_EVENTS };
