import type { Migration } from '#storage/migrations/migration';

/**
 * Assessments of the funds' risk: the figures at the end of a closed month and a measure for every warning, with their
 * bytes and hash, and what a second person decided. A month has one that is confirmed at most.
 */
const RISK_TABLES = `
CREATE TABLE risk_assessment (
  id text PRIMARY KEY DEFAULT gen_random_uuid()::text,
  place text NOT NULL CHECK (is_place(place)),
  subject text NOT NULL REFERENCES pool (id),
  insurance_type text NOT NULL CHECK (insurance_type IN ('employee', 'resident')),
  month text NOT NULL CHECK (month ~ '^[1-9][0-9]{3}-(0[1-9]|1[0-2])$'),
  books text[] NOT NULL CHECK (books <> '{}'),
  head bigint NOT NULL CHECK (head >= 0),
  pack_hash text NOT NULL REFERENCES pack_artefact (hash),
  content text NOT NULL,
  content_hash text NOT NULL,
  made_by text NOT NULL REFERENCES identity_user (id),
  made_at timestamptz NOT NULL,
  CONSTRAINT risk_assessment_hash CHECK (content_hash = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
  CONSTRAINT risk_assessment_maker UNIQUE (id, made_by)
);
CREATE INDEX risk_assessment_of ON risk_assessment (subject, insurance_type, month);
COMMENT ON TABLE risk_assessment IS 'Figures that a fund is watched by at a month''s end, with a measure for every warning';

CREATE TABLE risk_assessment_decision (
  assessment_id text PRIMARY KEY,
  maker text NOT NULL,
  decision text NOT NULL CHECK (decision IN ('confirmed', 'rejected')),
  note text NOT NULL,
  decided_by text NOT NULL REFERENCES identity_user (id),
  decided_at timestamptz NOT NULL,
  CONSTRAINT risk_assessment_decision_of FOREIGN KEY (assessment_id, maker) REFERENCES risk_assessment (id, made_by),
  CONSTRAINT risk_assessment_second_person CHECK (decided_by <> maker)
);

-- With the owner's rights, so that the rules hold also over what the maker may not see.
CREATE FUNCTION check_risk_assessment() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
DECLARE
  standing text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('risk_assessment'), hashtext(NEW.subject || NEW.insurance_type || NEW.month));
  IF NEW.place <> (SELECT place FROM pool WHERE id = NEW.subject) THEN
    RAISE EXCEPTION 'risk_assessment_place_wrong'; END IF;
  IF EXISTS (SELECT FROM unnest(NEW.books) AS own (pool) WHERE NOT EXISTS (SELECT FROM ledger_month AS m
      WHERE m.pool = own.pool AND m.insurance_type = NEW.insurance_type AND m.month >= to_date(NEW.month, 'YYYY-MM')))
    THEN RAISE EXCEPTION 'risk_assessment_month_open'; END IF;
  standing := (SELECT coalesce(d.decision, 'undecided') FROM risk_assessment AS a
    LEFT JOIN risk_assessment_decision AS d ON d.assessment_id = a.id
    WHERE (a.subject, a.insurance_type, a.month) = (NEW.subject, NEW.insurance_type, NEW.month)
      AND d.decision IS DISTINCT FROM 'rejected' LIMIT 1);
  IF standing IS NOT NULL THEN RAISE EXCEPTION 'risk_assessment_%', standing; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER risk_assessment_checked BEFORE INSERT ON risk_assessment
  FOR EACH ROW EXECUTE FUNCTION check_risk_assessment();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON risk_assessment
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON risk_assessment_decision
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
`;

const RISK_SCOPE = `
ALTER TABLE risk_assessment ENABLE ROW LEVEL SECURITY;
CREATE POLICY risk_assessment_seen ON risk_assessment FOR SELECT TO tongchou_application USING (in_scope(place, NULL));
CREATE POLICY risk_assessment_added ON risk_assessment FOR INSERT TO tongchou_application
  WITH CHECK (made_by = acting_user() AND in_scope(place, NULL));
CREATE POLICY risk_assessment_audit ON risk_assessment FOR SELECT TO tongchou_auditor USING (true);

ALTER TABLE risk_assessment_decision ENABLE ROW LEVEL SECURITY;
CREATE POLICY risk_assessment_decision_seen ON risk_assessment_decision FOR SELECT TO tongchou_application
  USING (EXISTS (SELECT FROM risk_assessment AS a WHERE a.id = assessment_id));
CREATE POLICY risk_assessment_decision_added ON risk_assessment_decision FOR INSERT TO tongchou_application
  WITH CHECK (decided_by = acting_user() AND EXISTS (SELECT FROM risk_assessment AS a WHERE a.id = assessment_id));
CREATE POLICY risk_assessment_decision_audit ON risk_assessment_decision FOR SELECT TO tongchou_auditor USING (true);

GRANT SELECT, INSERT ON risk_assessment, risk_assessment_decision TO tongchou_application;
GRANT SELECT ON risk_assessment, risk_assessment_decision TO tongchou_auditor;
`;

export const migration0026: Migration = {
  number: 26,
  name: 'risk_assessments',
  sql: RISK_TABLES + RISK_SCOPE,
};
