import { LOOK_UPS } from '#storage/migrations/0032-look-ups';
import type { Migration } from '#storage/migrations/migration';

/**
 * Whoever says no says why. Decisions are never changed, so that earlier ones without a reason stay as they were made:
 * the checks are NOT VALID and hold every row from now on.
 *
 * The reason of a rejected request stands beside the decision and not in it: rows of ledger_approval are sealed as they
 * are, and bundles from before must prove as they did. A request that is part of a whole is rejected with that.
 */
const REASONS = `
ALTER TABLE risk_assessment_decision ADD CONSTRAINT risk_assessment_rejected_with_reason
  CHECK (decision <> 'rejected' OR btrim(note) <> '') NOT VALID;
ALTER TABLE supervision_decision ADD CONSTRAINT supervision_refused_with_reason
  CHECK (decision <> 'refused' OR btrim(note) <> '') NOT VALID;

CREATE TABLE approval_rejection (
  request bigint PRIMARY KEY REFERENCES ledger_approval (request),
  reason text NOT NULL CONSTRAINT approval_rejected_with_reason CHECK (btrim(reason) <> '')
);
COMMENT ON TABLE approval_rejection IS 'Why a request was rejected; those rejected with a whole, or before migration 32, have none';
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON approval_rejection
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
ALTER TABLE approval_rejection ENABLE ROW LEVEL SECURITY;
CREATE POLICY approval_rejection_seen ON approval_rejection FOR SELECT TO tongchou_application
  USING (request IN (SELECT r.number FROM ledger_approval_request AS r));
CREATE POLICY approval_rejection_audit ON approval_rejection FOR SELECT TO tongchou_auditor USING (true);
GRANT SELECT ON approval_rejection TO tongchou_application;
GRANT SELECT ON approval_rejection TO tongchou_auditor;

DROP FUNCTION decide_ledger_approval(bigint, text, text, timestamptz, text);
CREATE FUNCTION decide_ledger_approval(of_request bigint, of_decision text, by_person text, at timestamptz, with_whole text,
  for_reason text
) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
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
  IF NOT FOUND THEN RETURN 'request_decided'; END IF;
  IF of_decision = 'rejected' AND with_whole IS NULL THEN
    INSERT INTO approval_rejection (request, reason) VALUES (of_request, coalesce(for_reason, ''));
  END IF;
  RETURN NULL;
EXCEPTION WHEN check_violation THEN
  GET STACKED DIAGNOSTICS broken = CONSTRAINT_NAME;
  IF broken = 'second_person' THEN RETURN 'same_person'; END IF;
  IF broken = 'approval_rejected_with_reason' THEN RETURN 'reason_missing'; END IF;
  RAISE;
END $$;
REVOKE EXECUTE ON FUNCTION decide_ledger_approval FROM PUBLIC;
GRANT EXECUTE ON FUNCTION decide_ledger_approval TO tongchou_application;
`;

export const migration0032: Migration = {
  number: 32,
  name: 'rejections say why, and look-ups',
  sql: REASONS + LOOK_UPS,
};
