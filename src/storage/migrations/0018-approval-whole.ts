/**
 * Requests that are part of a whole: of a file of opening balances, of a year's proposal. Each is decided with its whole
 * and by nothing else, so that no whole is left half decided.
 */
export const APPROVAL_WHOLE = `
CREATE TABLE approval_whole (
  request bigint PRIMARY KEY REFERENCES ledger_approval_request (number),
  whole text NOT NULL CHECK (whole ~ '^(opening|adjustment_year) .+$')
);
COMMENT ON TABLE approval_whole IS 'Requests that are decided with what they are part of, and not alone';
INSERT INTO approval_whole
SELECT (e.value ->> 'approval')::bigint, 'opening ' || o.id
FROM ledger_opening AS o CROSS JOIN LATERAL jsonb_array_elements(o.events) AS e;
INSERT INTO approval_whole
SELECT a.value::bigint, 'adjustment_year ' || s.year_id
FROM adjustment_year_step AS s CROSS JOIN LATERAL jsonb_each_text(s.content::jsonb -> 'approvals') AS a
WHERE s.kind = 'proposed';

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON approval_whole
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
ALTER TABLE approval_whole ENABLE ROW LEVEL SECURITY;
CREATE POLICY approval_whole_seen ON approval_whole FOR SELECT TO tongchou_application
  USING (request IN (SELECT r.number FROM ledger_approval_request AS r));
CREATE POLICY approval_whole_added ON approval_whole FOR INSERT TO tongchou_application
  WITH CHECK (request IN (SELECT r.number FROM ledger_approval_request AS r WHERE r.requested_by = acting_user()));
CREATE POLICY approval_whole_audit ON approval_whole FOR SELECT TO tongchou_auditor USING (true);
GRANT SELECT, INSERT ON approval_whole TO tongchou_application;
GRANT SELECT ON approval_whole TO tongchou_auditor;

DROP FUNCTION decide_ledger_approval(bigint, text, text, timestamptz);
CREATE FUNCTION decide_ledger_approval(of_request bigint, of_decision text, by_person text, at timestamptz, with_whole text)
RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
DECLARE broken text;
BEGIN
  PERFORM require_ledger_scope(array_agg(pool), '{}', ARRAY[by_person]) FROM ledger_approval_request WHERE number = of_request;
  IF NOT EXISTS (SELECT FROM ledger_approval_request WHERE number = of_request) THEN RETURN 'request_unknown'; END IF;
  IF with_whole IS DISTINCT FROM (SELECT w.whole FROM approval_whole AS w WHERE w.request = of_request) THEN
    RETURN 'decided_with_whole';
  END IF;
  INSERT INTO ledger_approval (request, requester, decision, decided_by, decided_at)
  SELECT number, person, of_decision, by_person, at FROM ledger_approval_request WHERE number = of_request
  ON CONFLICT (request) DO NOTHING;
  RETURN CASE WHEN FOUND THEN NULL ELSE 'request_decided' END;
EXCEPTION WHEN check_violation THEN
  GET STACKED DIAGNOSTICS broken = CONSTRAINT_NAME;
  IF broken = 'second_person' THEN RETURN 'same_person'; END IF;
  RAISE;
END $$;
REVOKE EXECUTE ON FUNCTION decide_ledger_approval(bigint, text, text, timestamptz, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION decide_ledger_approval(bigint, text, text, timestamptz, text) TO tongchou_application;
`;
