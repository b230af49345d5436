/**
 * Who sees and adds what: each department the statements that are its own, and health insurance, which keeps the books
 * that they are compared with, those of every party at its places. What hangs on a statement is seen with it.
 */
export const RECONCILIATION_SCOPE = `
DO $$
DECLARE
  of_table text;
  part text[];
  own text := '(in_scope(place, department) OR in_scope(place, ''health_insurance''))';
BEGIN
  ALTER TABLE reconciliation_statement ENABLE ROW LEVEL SECURITY;
  EXECUTE 'CREATE POLICY reconciliation_statement_seen ON reconciliation_statement FOR SELECT TO tongchou_application USING ' || own;
  EXECUTE 'CREATE POLICY reconciliation_statement_added ON reconciliation_statement FOR INSERT TO tongchou_application
    WITH CHECK (imported_by = acting_user() AND ' || own || ')';
  -- Table, what it is a part of, the column that says so, and the column of who adds a row (empty: none).
  FOREACH part SLICE 1 IN ARRAY '{
    {reconciliation_line,reconciliation_statement,statement,""},
    {reconciliation_proposal,reconciliation_statement,statement,proposed_by},
    {reconciliation_proposal_decision,reconciliation_proposal,proposal,decided_by},
    {reconciliation_closing,reconciliation_statement,statement,proposed_by},
    {reconciliation_carried,reconciliation_closing,closing,""},
    {reconciliation_closing_decision,reconciliation_closing,closing,decided_by}}'::text[] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', part[1]);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO tongchou_application USING (%I IN (SELECT id FROM %I))',
      part[1] || '_seen', part[1], part[3], part[2]);
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT TO tongchou_application WITH CHECK (%I IN (SELECT id FROM %I)%s)',
      part[1] || '_added', part[1], part[3], part[2],
      CASE part[4] WHEN '' THEN '' ELSE format(' AND %I = acting_user()', part[4]) END);
  END LOOP;
  FOREACH of_table IN ARRAY '{reconciliation_statement,reconciliation_line,reconciliation_proposal,reconciliation_proposal_decision,reconciliation_closing,reconciliation_carried,reconciliation_closing_decision}'::text[] LOOP
    EXECUTE format('GRANT SELECT, INSERT ON %I TO tongchou_application', of_table);
    EXECUTE format('GRANT SELECT ON %I TO tongchou_auditor', of_table);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO tongchou_auditor USING (true)', of_table || '_audit', of_table);
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change()', of_table);
  END LOOP;
END $$;
`;
