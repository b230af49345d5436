/**
 * Opening balances of older systems: a file's events, who took them in, and what a second person decided. The approval
 * posts them, each with a request of its own, so that the ledger says by itself who approved what.
 */
export const LEDGER_OPENING = `
CREATE TABLE ledger_opening (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  place text NOT NULL CHECK (is_place(place)),
  file_name text NOT NULL CHECK (file_name <> ''),
  file_hash text NOT NULL CHECK (file_hash ~ '^[0-9a-f]{64}$'),
  pack_hash text NOT NULL REFERENCES pack_artefact (hash),
  effective_on date NOT NULL,
  row_count integer NOT NULL CHECK (row_count > 0),
  totals jsonb NOT NULL,
  reason text NOT NULL CHECK (btrim(reason) <> ''),
  events jsonb NOT NULL CHECK (jsonb_array_length(events) > 0),
  requested_by text NOT NULL CHECK (requested_by <> ''),
  requested_at timestamptz NOT NULL,
  CONSTRAINT ledger_opening_person UNIQUE (id, requested_by)
);
COMMENT ON TABLE ledger_opening IS 'Opening balances of an older system, as one file gave them';

CREATE TABLE ledger_opening_decision (
  opening bigint PRIMARY KEY,
  requester text NOT NULL,
  decision text NOT NULL CHECK (decision IN ('approved', 'rejected')),
  decided_by text NOT NULL REFERENCES identity_user (id),
  decided_at timestamptz NOT NULL,
  CONSTRAINT ledger_opening_decision_of FOREIGN KEY (opening, requester) REFERENCES ledger_opening (id, requested_by),
  CONSTRAINT ledger_opening_second_person CHECK (decided_by <> requester)
);

ALTER TABLE ledger_opening ENABLE ROW LEVEL SECURITY;
CREATE POLICY ledger_opening_seen ON ledger_opening FOR SELECT TO tongchou_application USING (in_scope(place, NULL));
CREATE POLICY ledger_opening_added ON ledger_opening FOR INSERT TO tongchou_application
  WITH CHECK (requested_by = acting_user() AND in_scope(place, NULL));
CREATE POLICY ledger_opening_audit ON ledger_opening FOR SELECT TO tongchou_auditor USING (true);

ALTER TABLE ledger_opening_decision ENABLE ROW LEVEL SECURITY;
CREATE POLICY ledger_opening_decision_seen ON ledger_opening_decision FOR SELECT TO tongchou_application
  USING (opening IN (SELECT o.id FROM ledger_opening AS o));
CREATE POLICY ledger_opening_decision_added ON ledger_opening_decision FOR INSERT TO tongchou_application
  WITH CHECK (decided_by = acting_user() AND opening IN (SELECT o.id FROM ledger_opening AS o));
CREATE POLICY ledger_opening_decision_audit ON ledger_opening_decision FOR SELECT TO tongchou_auditor USING (true);

GRANT SELECT, INSERT ON ledger_opening, ledger_opening_decision TO tongchou_application;
GRANT SELECT ON ledger_opening, ledger_opening_decision TO tongchou_auditor;
`;
