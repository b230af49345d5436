import type { Migration } from '#storage/migrations/migration';

/**
 * Statements as they were drawn up, and what a second person decided on each. A statement is kept for closed months
 * only, with its bytes and their hash; a correction is a further version that cites the one in force.
 */
const STATEMENT_TABLES = `
CREATE TABLE statement (
  id text PRIMARY KEY DEFAULT gen_random_uuid()::text,
  place text NOT NULL CHECK (is_place(place)),
  subject_kind text NOT NULL CHECK (subject_kind IN ('pool', 'fund', 'group')),
  subject text NOT NULL REFERENCES pool (id),
  insurance_type text NOT NULL CHECK (insurance_type IN ('employee', 'resident')),
  period text NOT NULL CHECK (period ~ '^[1-9][0-9]{3}(-(0[1-9]|1[0-2]))?$'),
  version integer NOT NULL CHECK (version >= 1),
  corrects text REFERENCES statement (id),
  reason text CHECK (btrim(reason) <> ''),
  books text[] NOT NULL CHECK (books <> '{}'),
  head bigint NOT NULL CHECK (head >= 0),
  pack_hash text NOT NULL REFERENCES pack_artefact (hash),
  content text NOT NULL,
  content_hash text NOT NULL,
  made_by text NOT NULL REFERENCES identity_user (id),
  made_at timestamptz NOT NULL,
  CONSTRAINT statement_hash CHECK (content_hash = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
  CONSTRAINT statement_reason CHECK ((corrects IS NULL) = (reason IS NULL)),
  CONSTRAINT statement_version UNIQUE (subject_kind, subject, insurance_type, period, version),
  CONSTRAINT statement_maker UNIQUE (id, made_by)
);
COMMENT ON TABLE statement IS 'Balance sheet, income and expenditure and obligations of a pool, a fund or both levels, for closed months';
COMMENT ON COLUMN statement.head IS 'Number of the last event that the statement saw: drawn again as of then it gives the same bytes';

CREATE TABLE statement_decision (
  statement_id text PRIMARY KEY,
  maker text NOT NULL,
  decision text NOT NULL CHECK (decision IN ('published', 'rejected')),
  note text NOT NULL,
  decided_by text NOT NULL REFERENCES identity_user (id),
  decided_at timestamptz NOT NULL,
  CONSTRAINT statement_decision_of FOREIGN KEY (statement_id, maker) REFERENCES statement (id, made_by),
  CONSTRAINT statement_second_person CHECK (decided_by <> maker)
);

-- With the owner's rights, so that the rules hold also over what the maker may not see.
CREATE FUNCTION check_statement() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
DECLARE
  last_month date := to_date(CASE length(NEW.period) WHEN 4 THEN NEW.period || '-12' ELSE NEW.period END, 'YYYY-MM');
  before statement;
  published text;
BEGIN
  IF NEW.place <> (SELECT place FROM pool WHERE id = NEW.subject) THEN RAISE EXCEPTION 'statement_place_wrong'; END IF;
  IF EXISTS (SELECT FROM unnest(NEW.books) AS own (pool) WHERE NOT EXISTS (SELECT FROM ledger_month AS m
      WHERE m.pool = own.pool AND m.insurance_type = NEW.insurance_type AND m.month >= last_month))
    THEN RAISE EXCEPTION 'statement_month_open'; END IF;
  SELECT * INTO before FROM statement AS s
  WHERE (s.subject_kind, s.subject, s.insurance_type, s.period) = (NEW.subject_kind, NEW.subject, NEW.insurance_type, NEW.period)
  ORDER BY s.version DESC LIMIT 1;
  IF NEW.version <> coalesce(before.version, 0) + 1 THEN RAISE EXCEPTION 'statement_version_wrong'; END IF;
  IF before.id IS NOT NULL AND NOT EXISTS (SELECT FROM statement_decision WHERE statement_id = before.id)
    THEN RAISE EXCEPTION 'statement_undecided'; END IF;
  published := (SELECT s.id FROM statement AS s JOIN statement_decision AS d ON d.statement_id = s.id
    WHERE (s.subject_kind, s.subject, s.insurance_type, s.period) = (NEW.subject_kind, NEW.subject, NEW.insurance_type, NEW.period)
      AND d.decision = 'published' ORDER BY s.version DESC LIMIT 1);
  IF NEW.corrects IS DISTINCT FROM published THEN RAISE EXCEPTION 'statement_correction_wrong'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER statement_checked BEFORE INSERT ON statement FOR EACH ROW EXECUTE FUNCTION check_statement();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON statement
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON statement_decision
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
`;

const STATEMENT_SCOPE = `
ALTER TABLE statement ENABLE ROW LEVEL SECURITY;
CREATE POLICY statement_seen ON statement FOR SELECT TO tongchou_application USING (in_scope(place, NULL));
CREATE POLICY statement_added ON statement FOR INSERT TO tongchou_application
  WITH CHECK (made_by = acting_user() AND in_scope(place, NULL));
CREATE POLICY statement_audit ON statement FOR SELECT TO tongchou_auditor USING (true);

ALTER TABLE statement_decision ENABLE ROW LEVEL SECURITY;
CREATE POLICY statement_decision_seen ON statement_decision FOR SELECT TO tongchou_application
  USING (EXISTS (SELECT FROM statement AS s WHERE s.id = statement_id));
CREATE POLICY statement_decision_added ON statement_decision FOR INSERT TO tongchou_application
  WITH CHECK (decided_by = acting_user() AND EXISTS (SELECT FROM statement AS s WHERE s.id = statement_id));
CREATE POLICY statement_decision_audit ON statement_decision FOR SELECT TO tongchou_auditor USING (true);

GRANT SELECT, INSERT ON statement, statement_decision TO tongchou_application;
GRANT SELECT ON statement, statement_decision TO tongchou_auditor;
`;

export const migration0011: Migration = {
  number: 11,
  name: 'statements',
  sql: STATEMENT_TABLES + STATEMENT_SCOPE,
};
