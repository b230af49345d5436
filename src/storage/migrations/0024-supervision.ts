import type { Migration } from '#storage/migrations/migration';

/**
 * The register of supervision (AH-1.4-e, SC-3.3-c): cases, findings, reports of what was put right, and their decisions.
 * Rows are only added. That whoever confirms did not report, that a recovery counts for one finding and with no more than
 * the ledger holds, that no finding has more back than was found, and that no case is closed over an open finding, is
 * held here.
 */
const TABLES = `
CREATE TABLE supervision_case (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  place text NOT NULL CHECK (is_place(place)),
  pool text NOT NULL REFERENCES pool (id),
  insurance_type text NOT NULL CHECK (insurance_type IN ('employee', 'resident')),
  year integer NOT NULL CHECK (year BETWEEN 1000 AND 9999),
  pack_id text NOT NULL CHECK (pack_id <> ''),
  line text NOT NULL CHECK (line <> ''),
  line_kind text CHECK (line_kind IN ('joint', 'off_site')),
  stage text CHECK (stage <> ''),
  opened_on date NOT NULL,
  departments text[] NOT NULL CHECK (departments <@ '{health_insurance,finance,tax,health,audit,data}'),
  opener_department text NOT NULL,
  off_site text CHECK (is_place(off_site) AND off_site <> place),
  examined_kind text NOT NULL CHECK (examined_kind IN ('institution', 'employer', 'agency', 'government')),
  examined_code text NOT NULL CHECK (examined_code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$'),
  document text NOT NULL CHECK (btrim(document) <> ''),
  document_hash text NOT NULL CHECK (document_hash ~ '^[0-9a-f]{64}$'),
  note text NOT NULL,
  opened_by text NOT NULL REFERENCES identity_user (id),
  opened_at timestamptz NOT NULL,
  CONSTRAINT supervision_case_place UNIQUE (number, place),
  CONSTRAINT supervision_opener_takes_part CHECK (opener_department = ANY (departments)),
  CONSTRAINT supervision_joint_needs_two CHECK (line_kind IS DISTINCT FROM 'joint' OR cardinality(departments) >= 2),
  CONSTRAINT supervision_off_site_names_place CHECK ((line_kind IS NOT DISTINCT FROM 'off_site') = (off_site IS NOT NULL))
);
COMMENT ON TABLE supervision_case IS 'Matters of supervision (监督检查事项): which line, by which departments, who was examined';
CREATE INDEX supervision_case_pool ON supervision_case (pool, insurance_type, year);

CREATE TABLE supervision_finding (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_number bigint NOT NULL,
  place text NOT NULL,
  what text NOT NULL CHECK (btrim(what) <> ''),
  clause text NOT NULL CHECK (clause <> ''),
  amount bigint NOT NULL CHECK (amount >= 0),
  referred_to text CHECK (referred_to IN ('police', 'discipline')),
  referral_document text CHECK (btrim(referral_document) <> ''),
  referral_hash text CHECK (referral_hash ~ '^[0-9a-f]{64}$'),
  found_by text NOT NULL REFERENCES identity_user (id),
  found_at timestamptz NOT NULL,
  CONSTRAINT supervision_finding_of FOREIGN KEY (case_number, place) REFERENCES supervision_case (number, place),
  CONSTRAINT supervision_finding_place UNIQUE (number, place),
  CONSTRAINT supervision_referral_whole CHECK (num_nonnulls(referred_to, referral_document, referral_hash) IN (0, 3))
);
COMMENT ON TABLE supervision_finding IS 'Breaches found, what the fund is to have back in fen, and to whom they were referred on';
CREATE INDEX supervision_finding_case ON supervision_finding (case_number);

CREATE TABLE supervision_report (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  finding bigint NOT NULL,
  place text NOT NULL,
  returns jsonb NOT NULL CHECK (jsonb_typeof(returns) = 'array'),
  loss bigint NOT NULL CHECK (loss >= 0),
  document text NOT NULL CHECK (btrim(document) <> ''),
  document_hash text NOT NULL CHECK (document_hash ~ '^[0-9a-f]{64}$'),
  note text NOT NULL,
  reported_by text NOT NULL REFERENCES identity_user (id),
  reported_at timestamptz NOT NULL,
  CONSTRAINT supervision_report_of FOREIGN KEY (finding, place) REFERENCES supervision_finding (number, place),
  CONSTRAINT supervision_report_people UNIQUE (number, place, reported_by)
);
COMMENT ON TABLE supervision_report IS 'Rectification (整改) as one person reports it: events that received money back, and what is lost in fen';
CREATE INDEX supervision_report_finding ON supervision_report (finding);

CREATE TABLE supervision_decision (
  report bigint PRIMARY KEY,
  place text NOT NULL,
  reporter text NOT NULL,
  decision text NOT NULL CHECK (decision IN ('confirmed', 'refused')),
  decided_by text NOT NULL REFERENCES identity_user (id),
  decided_at timestamptz NOT NULL,
  note text NOT NULL,
  CONSTRAINT supervision_decision_of FOREIGN KEY (report, place, reporter)
    REFERENCES supervision_report (number, place, reported_by),
  CONSTRAINT supervision_decision_kind UNIQUE (report, place, decision),
  CONSTRAINT supervision_second_person CHECK (decided_by <> reporter)
);
COMMENT ON TABLE supervision_decision IS 'Reports that another person confirmed or refused';

CREATE TABLE supervision_return (
  event bigint PRIMARY KEY REFERENCES ledger_event (number),
  report bigint NOT NULL,
  place text NOT NULL,
  decision text NOT NULL DEFAULT 'confirmed' CHECK (decision = 'confirmed'),
  amount bigint NOT NULL CHECK (amount > 0),
  CONSTRAINT supervision_return_of FOREIGN KEY (report, place, decision)
    REFERENCES supervision_decision (report, place, decision)
);
COMMENT ON TABLE supervision_return IS 'Which event of the ledger returned what of a finding, in fen; an event counts once';
CREATE INDEX supervision_return_report ON supervision_return (report);

CREATE TABLE supervision_closing (
  case_number bigint PRIMARY KEY,
  place text NOT NULL,
  closed_by text NOT NULL REFERENCES identity_user (id),
  closed_at timestamptz NOT NULL,
  CONSTRAINT supervision_closing_of FOREIGN KEY (case_number, place) REFERENCES supervision_case (number, place)
);
COMMENT ON TABLE supervision_closing IS 'Cases that were closed';
`;

/** Money is looked up as the owner: who confirms may not see an event about a person, but what of it counts. */
const GUARDS = `
CREATE FUNCTION recovered_by(of_event bigint, of_pool text, of_type text) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
  SELECT coalesce(sum(n.debit), 0)::bigint FROM ledger_event AS e
  JOIN ledger_entry AS n ON n.event = e.number AND n.account = '1003'
  WHERE e.number = of_event AND e.pool = of_pool AND e.insurance_type = of_type AND e.refusal IS NULL
    AND e.template IN ('recovery_of_same_year', 'recovery_of_earlier_year') AND e.reverses IS NULL
    AND of_pool IN (SELECT pools_in_scope())
    AND NOT EXISTS (SELECT FROM ledger_event AS r WHERE r.reverses = e.number AND r.refusal IS NULL)
$$;
COMMENT ON FUNCTION recovered_by IS 'What an event recovered for a pool and type, in fen; nothing where it is no recovery or was reversed';

CREATE FUNCTION is_counted_return(of_event bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
  SELECT EXISTS (SELECT FROM supervision_return AS r WHERE r.event = of_event)
$$;

CREATE FUNCTION is_standing_event(of_event bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
  SELECT NOT EXISTS (SELECT FROM ledger_event AS r WHERE r.reverses = of_event AND r.refusal IS NULL)
$$;

CREATE VIEW supervision_settled WITH (security_invoker) AS
SELECT f.number AS finding, f.case_number, f.amount, count(d.report) AS confirmed,
  coalesce(sum(p.loss), 0)::bigint AS loss, coalesce(sum(back.amount), 0)::bigint AS returned
FROM supervision_finding AS f
LEFT JOIN (supervision_report AS p JOIN supervision_decision AS d ON d.report = p.number AND d.decision = 'confirmed')
  ON p.finding = f.number
LEFT JOIN LATERAL (SELECT sum(r.amount) AS amount FROM supervision_return AS r
  WHERE r.report = p.number AND is_standing_event(r.event)) AS back ON true
GROUP BY f.number, f.case_number, f.amount;
COMMENT ON VIEW supervision_settled IS 'Of each finding what was confirmed as returned and as lost, in fen';
GRANT SELECT ON supervision_settled TO tongchou_application, tongchou_auditor;

-- The case is locked first, so that of two who act on it at once the second sees what the first did.
CREATE FUNCTION supervision_holds() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
DECLARE
  held supervision_case;
BEGIN
  SELECT c.* INTO held FROM supervision_case AS c WHERE c.number = CASE TG_TABLE_NAME
    WHEN 'supervision_finding' THEN (to_jsonb(NEW) ->> 'case_number')::bigint
    WHEN 'supervision_closing' THEN (to_jsonb(NEW) ->> 'case_number')::bigint
    ELSE (SELECT f.case_number FROM supervision_report AS p JOIN supervision_finding AS f ON f.number = p.finding
      WHERE p.number = (to_jsonb(NEW) ->> 'report')::bigint) END FOR UPDATE;
  IF TG_TABLE_NAME = 'supervision_finding'
    AND EXISTS (SELECT FROM supervision_closing AS x WHERE x.case_number = held.number) THEN
    RAISE EXCEPTION 'a closed case takes no finding' USING ERRCODE = 'check_violation', CONSTRAINT = 'supervision_case_closed';
  ELSIF TG_TABLE_NAME = 'supervision_closing' AND EXISTS (SELECT FROM supervision_settled AS s
    WHERE s.case_number = held.number AND (s.confirmed = 0 OR s.returned + s.loss <> s.amount)) THEN
    RAISE EXCEPTION 'a finding is open' USING ERRCODE = 'check_violation', CONSTRAINT = 'supervision_findings_open';
  ELSIF TG_TABLE_NAME = 'supervision_return' AND (to_jsonb(NEW) ->> 'amount')::bigint
    > recovered_by((to_jsonb(NEW) ->> 'event')::bigint, held.pool, held.insurance_type) THEN
    RAISE EXCEPTION 'the event recovered less' USING ERRCODE = 'check_violation', CONSTRAINT = 'supervision_return_recovered';
  ELSIF EXISTS (SELECT FROM supervision_settled AS s
    WHERE s.case_number = held.number AND s.returned + s.loss > s.amount) THEN
    RAISE EXCEPTION 'more than was found' USING ERRCODE = 'check_violation', CONSTRAINT = 'supervision_within_found';
  END IF;
  RETURN NULL;
END $$;

DO $$
DECLARE of_table text;
BEGIN
  FOREACH of_table IN ARRAY '{supervision_finding,supervision_decision,supervision_return,supervision_closing}'::text[] LOOP
    EXECUTE format('CREATE TRIGGER supervision_holds AFTER INSERT ON %I FOR EACH ROW EXECUTE FUNCTION supervision_holds()', of_table);
  END LOOP;
END $$;
`;

/** Rows of the own places, each in the name of who acts; nothing is ever changed. */
const SCOPE = `
DO $$
DECLARE
  of_table text;
  person text;
BEGIN
  FOREACH of_table IN ARRAY
    '{supervision_case,supervision_finding,supervision_report,supervision_decision,supervision_return,supervision_closing}'::text[]
  LOOP
    person := CASE of_table WHEN 'supervision_case' THEN 'opened_by' WHEN 'supervision_finding' THEN 'found_by'
      WHEN 'supervision_report' THEN 'reported_by' WHEN 'supervision_decision' THEN 'decided_by'
      WHEN 'supervision_closing' THEN 'closed_by' END;
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

export const migration0024: Migration = {
  number: 24,
  name: 'supervision',
  sql: TABLES + GUARDS + SCOPE,
};
