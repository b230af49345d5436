import type { Migration } from '#storage/migrations/migration';

/**
 * What is in sight, asked for once and cheaply. A query of the books asks for the pools of the scope and of each matter up
 * to eight times; with three hundred pools each cost 3 to 7 ms, because every pool went through the parts of the scope by
 * itself. Now the scope becomes a list of prefixes of paths once, and each pool is compared with that.
 */
const SIGHT = `
-- A part of the scope covers a path that begins with its own; of every place it is the empty prefix.
CREATE FUNCTION prefixes_in_scope(of_departments text[]) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT coalesce(array_agg(CASE split_part(part, '|', 1) WHEN '*' THEN '' ELSE split_part(part, '|', 1) || '/' END), '{}')
  FROM unnest(string_to_array(current_setting('tongchou.scope', true), ',')) AS part
  WHERE of_departments IS NULL OR split_part(part, '|', 2) = ANY (of_departments)
$$;
COMMENT ON FUNCTION prefixes_in_scope IS 'What paths in scope, with a slash at their end, begin with; null: of any department';

CREATE OR REPLACE FUNCTION pools_in_scope() RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER ROWS 100 SET search_path = tongchou, pg_temp AS $$
  SELECT id FROM pool WHERE (place || '/') ^@ ANY ((SELECT prefixes_in_scope(NULL))::text[])
$$;

CREATE OR REPLACE FUNCTION pools_in_sight(of_matter text) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER ROWS 100 SET search_path = tongchou, pg_temp AS $$
  SELECT id FROM pool WHERE (place || '/') ^@ ANY ((SELECT prefixes_in_scope(ARRAY(
    SELECT department FROM department_sight WHERE matter = of_matter UNION ALL SELECT '*')))::text[])
$$;
`;

/**
 * What hangs on a statement was looked for among all statements in sight, however few of its rows were asked for: 50 ms a
 * query with 7,200 of them. As EXISTS the planner may look the one up by its key.
 */
const PARTS_OF_STATEMENTS = `
DO $$
DECLARE part text[];
BEGIN
  FOREACH part SLICE 1 IN ARRAY '{
    {reconciliation_line,reconciliation_statement,statement},
    {reconciliation_proposal,reconciliation_statement,statement},
    {reconciliation_proposal_decision,reconciliation_proposal,proposal},
    {reconciliation_closing,reconciliation_statement,statement},
    {reconciliation_carried,reconciliation_closing,closing},
    {reconciliation_closing_decision,reconciliation_closing,closing}}'::text[] LOOP
    EXECUTE format('ALTER POLICY %I ON %I USING (EXISTS (SELECT FROM %I AS whole WHERE whole.id = %I.%I))',
      part[1] || '_seen', part[1], part[2], part[1], part[3]);
  END LOOP;
END $$;
`;

/**
 * A pool's journal holds events that name it on either side. Few name a second pool, so that an index of those alone costs
 * posting next to nothing, and without it each look at a pool's events read those of all pools.
 */
const OTHER_POOL = `
CREATE INDEX ledger_event_other_pool ON ledger_event (other_pool, number) WHERE other_pool IS NOT NULL;
`;

/**
 * An entry about someone is seen with its event (migration 19). The planner gathered every event of the ledger for it as soon
 * as an account had a few hundred entries; with an OFFSET it looks each one up by its number.
 */
const ENTRY_WITH_EVENT = `
ALTER POLICY ledger_entry_seen ON ledger_entry
  USING ((SELECT sees_everywhere()) OR pool IN (SELECT pools_in_sight('person'))
    OR pool IN (SELECT pools_in_scope()) AND (is_of_place(counterparty)
      OR EXISTS (SELECT FROM ledger_event AS e WHERE e.number = ledger_entry.event OFFSET 0)));
`;

export const migration0025: Migration = {
  number: 25,
  name: 'sight asked for once',
  sql: SIGHT + PARTS_OF_STATEMENTS + OTHER_POOL + ENTRY_WITH_EVENT,
};
