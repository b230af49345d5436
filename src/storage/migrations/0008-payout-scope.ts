/** Who sees and adds what of bank accounts and flows: a record by its pool's place, its parts with the record. */
export const PAYOUT_SCOPE = `
DO $$
DECLARE
  of_table text;
  part text[];
BEGIN
  FOREACH of_table IN ARRAY '{bank_account,payment_plan,payment_run,interest_notice}'::text[] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', of_table);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO tongchou_application USING (in_scope(place, NULL))',
      of_table || '_seen', of_table);
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT TO tongchou_application
      WITH CHECK (proposed_by = acting_user() AND in_scope(place, NULL))', of_table || '_added', of_table);
  END LOOP;
  -- Table, what it is a part of, the column that says so, and the column of who adds a row (empty: none).
  FOREACH part SLICE 1 IN ARRAY '{
    {bank_account_decision,bank_account,account,decided_by},
    {payment_plan_line,payment_plan,plan,""},
    {payment_plan_decision,payment_plan,plan,decided_by},
    {payment_plan_funding,payment_plan,plan,funded_by},
    {payment_run_line,payment_run,run,""},
    {payment_run_decision,payment_run,run,decided_by},
    {payment_run_end,payment_run,run,ended_by},
    {payment_posting,payment_run,run,""},
    {bank_answer,payment_run,run,imported_by},
    {bank_answer_line,payment_run,run,""},
    {interest_notice_decision,interest_notice,notice,decided_by},
    {interest_posting,interest_notice,notice,""}}'::text[] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', part[1]);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO tongchou_application USING (%I IN (SELECT id FROM %I))',
      part[1] || '_seen', part[1], part[3], part[2]);
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT TO tongchou_application WITH CHECK (%I IN (SELECT id FROM %I)%s)',
      part[1] || '_added', part[1], part[3], part[2],
      CASE part[4] WHEN '' THEN '' ELSE format(' AND %I = acting_user()', part[4]) END);
  END LOOP;
  FOREACH of_table IN ARRAY '{bank_account,bank_account_decision,payment_plan,payment_plan_line,payment_plan_decision,payment_plan_funding,payment_run,payment_run_line,payment_run_decision,payment_run_end,payment_posting,bank_answer,bank_answer_line,interest_notice,interest_notice_decision,interest_posting}'::text[] LOOP
    EXECUTE format('GRANT SELECT, INSERT ON %I TO tongchou_application', of_table);
    EXECUTE format('GRANT SELECT ON %I TO tongchou_auditor', of_table);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO tongchou_auditor USING (true)', of_table || '_audit', of_table);
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change()', of_table);
  END LOOP;
END $$;

-- Of a number only its role is told, and that to nobody: whoever registers one learns whether it has another role.
GRANT INSERT ON bank_account_number TO tongchou_application;
GRANT SELECT ON bank_account_number TO tongchou_auditor;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON bank_account_number
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
`;
