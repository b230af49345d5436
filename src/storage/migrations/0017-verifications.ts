/** Verifications of the ledger as they were made: whoever looks later sees when it was proved, by whom and up to where. */
export const VERIFICATIONS = `
CREATE TABLE ledger_verification (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  verified_by text NOT NULL CHECK (verified_by <> ''),
  verified_at timestamptz NOT NULL,
  head_number text CHECK (head_number ~ '^[1-9][0-9]*$'),
  head_last_number text CHECK (head_last_number ~ '^[1-9][0-9]*$'),
  head_mac text CHECK (head_mac ~ '^[0-9a-f]{64}$'),
  unsealed bigint NOT NULL CHECK (unsealed >= 0),
  checks text NOT NULL CHECK (jsonb_array_length(checks::jsonb) > 0),
  CONSTRAINT verification_head_whole CHECK (num_nulls(head_number, head_last_number, head_mac) IN (0, 3))
);
COMMENT ON TABLE ledger_verification IS 'Verifications of the whole ledger: figures of every check, and no row of any place';
COMMENT ON COLUMN ledger_verification.checks IS 'Canonical JSON: name, title, and what was checked, wrong and unproved';

ALTER TABLE ledger_verification ENABLE ROW LEVEL SECURITY;
CREATE POLICY ledger_verification_seen ON ledger_verification FOR SELECT TO tongchou_application
  USING (acting_user() IS NOT NULL);
CREATE POLICY ledger_verification_added ON ledger_verification FOR INSERT TO tongchou_application
  WITH CHECK (verified_by = acting_user());
CREATE POLICY ledger_verification_audit ON ledger_verification FOR SELECT TO tongchou_auditor USING (true);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_verification
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
GRANT SELECT, INSERT ON ledger_verification TO tongchou_application;
GRANT SELECT ON ledger_verification TO tongchou_auditor;
`;
