/**
 * A fund's year is the rows of its steps: nothing in it is changed. That what is paid was approved, what was approved
 * was checked and what was checked was proposed, and that whoever checks or approves made none of it, is held by
 * foreign keys that carry the kind and the makers of the step before, and by checks on them.
 */
export const ADJUSTMENT_YEAR_TABLES = `
CREATE TABLE adjustment_year (
  id text PRIMARY KEY DEFAULT gen_random_uuid()::text,
  place text NOT NULL CHECK (is_place(place)),
  fund text NOT NULL REFERENCES pool (id),
  insurance_type text NOT NULL CHECK (insurance_type IN ('employee', 'resident')),
  year integer NOT NULL CHECK (year BETWEEN 1000 AND 9999),
  pack_id text NOT NULL CHECK (pack_id <> ''),
  opened_by text NOT NULL REFERENCES identity_user (id),
  opened_at timestamptz NOT NULL,
  CONSTRAINT adjustment_year_once UNIQUE (fund, insurance_type, year),
  CONSTRAINT adjustment_year_place UNIQUE (id, place)
);
COMMENT ON TABLE adjustment_year IS 'The adjustment of one fund, insurance type and year';

CREATE TABLE adjustment_year_figure (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  year_id text NOT NULL,
  place text NOT NULL,
  subject text NOT NULL CHECK (subject <> ''),
  field text NOT NULL CHECK (field <> ''),
  value text NOT NULL CHECK (value <> ''),
  source jsonb NOT NULL,
  note text NOT NULL,
  recorded_by text NOT NULL REFERENCES identity_user (id),
  recorded_at timestamptz NOT NULL,
  CONSTRAINT adjustment_year_figure_of FOREIGN KEY (year_id, place) REFERENCES adjustment_year (id, place),
  CONSTRAINT attested_by_document CHECK (source ->> 'kind' <> 'attested'
    OR (btrim(source ->> 'document') <> '' AND source ->> 'documentHash' ~ '^[0-9a-f]{64}$') IS TRUE)
);
COMMENT ON TABLE adjustment_year_figure IS 'Figures with their sources; of each subject and field the last one counts';
CREATE INDEX adjustment_year_figure_year ON adjustment_year_figure (year_id, number);

CREATE TABLE adjustment_year_step (
  year_id text NOT NULL,
  sequence integer NOT NULL CHECK (sequence >= 1),
  place text NOT NULL,
  kind text NOT NULL
    CHECK (kind IN ('opened', 'frozen', 'proposed', 'checked', 'returned', 'approved', 'paid', 'corrected')),
  version integer NOT NULL CHECK (version >= 1),
  of_step integer CHECK (of_step < sequence),
  of_kind text,
  done_by text NOT NULL REFERENCES identity_user (id),
  done_at timestamptz NOT NULL,
  note text NOT NULL,
  makers text[],
  -- The makers of the step before, where this one decides on it or carries it out.
  bound text[],
  request_key text,
  content text NOT NULL,
  content_hash text NOT NULL CHECK (content_hash = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
  PRIMARY KEY (year_id, sequence),
  CONSTRAINT adjustment_year_step_of FOREIGN KEY (year_id, place) REFERENCES adjustment_year (id, place),
  CONSTRAINT adjustment_year_step_kind UNIQUE (year_id, sequence, version, kind),
  CONSTRAINT adjustment_year_step_makers UNIQUE (year_id, sequence, makers),
  CONSTRAINT adjustment_year_step_request UNIQUE (year_id, request_key),
  CONSTRAINT follows_kind FOREIGN KEY (year_id, of_step, version, of_kind)
    REFERENCES adjustment_year_step (year_id, sequence, version, kind),
  CONSTRAINT follows_makers FOREIGN KEY (year_id, of_step, bound)
    REFERENCES adjustment_year_step (year_id, sequence, makers),
  CONSTRAINT follows_in_order CHECK (CASE kind
    WHEN 'proposed' THEN of_step IS NOT NULL AND of_kind = 'frozen'
    WHEN 'checked' THEN of_step IS NOT NULL AND of_kind = 'proposed'
    WHEN 'returned' THEN of_step IS NOT NULL AND of_kind IN ('proposed', 'checked')
    WHEN 'approved' THEN of_step IS NOT NULL AND of_kind = 'checked'
    WHEN 'paid' THEN of_step IS NOT NULL AND of_kind = 'approved'
    ELSE of_step IS NULL AND of_kind IS NULL END),
  CONSTRAINT maker_is_named CHECK (kind NOT IN ('frozen', 'proposed') OR (done_by = ANY (makers)) IS TRUE),
  CONSTRAINT decision_is_bound CHECK (
    (kind IN ('checked', 'returned', 'approved', 'paid')) = (bound IS NOT NULL) AND (bound IS NULL OR (makers = bound) IS TRUE)),
  CONSTRAINT second_person CHECK (kind NOT IN ('checked', 'returned', 'approved') OR (done_by <> ALL (bound)) IS TRUE)
);
COMMENT ON TABLE adjustment_year_step IS 'What happened to a year, in order; makers are all who made what is proposed';

CREATE TABLE adjustment_year_posting (
  year_id text NOT NULL,
  sequence integer NOT NULL,
  place text NOT NULL,
  version integer NOT NULL,
  line text NOT NULL CHECK (line <> ''),
  part text NOT NULL CHECK (part IN ('due', 'paid', 'internal')),
  amount bigint NOT NULL CHECK (amount <> 0),
  event bigint NOT NULL UNIQUE,
  posting_month date NOT NULL,
  PRIMARY KEY (year_id, sequence, line, part),
  FOREIGN KEY (year_id, place) REFERENCES adjustment_year (id, place),
  FOREIGN KEY (year_id, sequence) REFERENCES adjustment_year_step (year_id, sequence)
);
COMMENT ON TABLE adjustment_year_posting IS 'Which event of the ledger a step posted for which line of the run';

CREATE TABLE adjustment_matter (
  id text PRIMARY KEY DEFAULT gen_random_uuid()::text,
  kind text NOT NULL CHECK (kind IN ('emergency', 'adoption', 'handover')),
  place text NOT NULL CHECK (is_place(place)),
  pool text NOT NULL REFERENCES pool (id),
  insurance_type text NOT NULL CHECK (insurance_type IN ('employee', 'resident')),
  year integer NOT NULL CHECK (year BETWEEN 1000 AND 9999),
  pack_id text NOT NULL CHECK (pack_id <> ''),
  content jsonb NOT NULL,
  document text NOT NULL CHECK (btrim(document) <> ''),
  document_hash text NOT NULL CHECK (document_hash ~ '^[0-9a-f]{64}$'),
  note text NOT NULL,
  requested_by text NOT NULL REFERENCES identity_user (id),
  requested_at timestamptz NOT NULL,
  CONSTRAINT adjustment_matter_people UNIQUE (id, place, requested_by)
);
COMMENT ON TABLE adjustment_matter IS 'Emergency applications, adopted figures and handovers, as one person asked for them';
CREATE INDEX adjustment_matter_pool ON adjustment_matter (pool, insurance_type, year);

CREATE TABLE adjustment_matter_decision (
  matter_id text PRIMARY KEY,
  place text NOT NULL,
  requester text NOT NULL,
  decision text NOT NULL CHECK (decision IN ('granted', 'refused')),
  granted text,
  decided_by text NOT NULL REFERENCES identity_user (id),
  decided_at timestamptz NOT NULL,
  note text NOT NULL,
  event bigint UNIQUE,
  CONSTRAINT adjustment_matter_decision_of FOREIGN KEY (matter_id, place, requester)
    REFERENCES adjustment_matter (id, place, requested_by),
  CONSTRAINT adjustment_matter_second_person CHECK (decided_by <> requester)
);
`;
