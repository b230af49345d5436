const OWN_TABLES =
  '{adjustment_year,adjustment_year_figure,adjustment_year_step,adjustment_year_posting,adjustment_matter,adjustment_matter_decision}';

/** Who sees and adds what: rows of the own places, each in the name of who acts; and nothing is ever changed. */
export const ADJUSTMENT_YEAR_SCOPE = `
DO $$
DECLARE
  of_table text;
  person text;
BEGIN
  FOREACH of_table IN ARRAY '${OWN_TABLES}'::text[] LOOP
    person := CASE of_table WHEN 'adjustment_year' THEN 'opened_by' WHEN 'adjustment_year_figure' THEN 'recorded_by'
      WHEN 'adjustment_year_step' THEN 'done_by' WHEN 'adjustment_matter' THEN 'requested_by'
      WHEN 'adjustment_matter_decision' THEN 'decided_by' END;
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', of_table);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO tongchou_application USING (in_scope(place, NULL))',
      of_table || '_seen', of_table);
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT TO tongchou_application WITH CHECK (in_scope(place, NULL)%s)',
      of_table || '_added', of_table, CASE WHEN person IS NULL THEN '' ELSE format(' AND %I = acting_user()', person) END);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO tongchou_auditor USING (true)', of_table || '_audit', of_table);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO tongchou_application', of_table);
    EXECUTE format('GRANT SELECT ON %I TO tongchou_auditor', of_table);
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change()', of_table);
  END LOOP;
END $$;
`;
