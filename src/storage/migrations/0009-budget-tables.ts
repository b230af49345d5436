/**
 * Budgets of pools and adjustment funds, from draft to final account, kept by adding rows. What another person must do
 * is held by constraints: a decision carries the maker's id by a foreign key, and a check refuses the same person.
 * Contents are canonical JSON with their SHA-256, so that a row is whole when it is there and never grows.
 */
export const BUDGET_TABLES = `
CREATE TABLE budget_round (
  id text PRIMARY KEY DEFAULT gen_random_uuid()::text,
  place text NOT NULL REFERENCES place (path),
  year integer NOT NULL CHECK (year BETWEEN 1000 AND 9999),
  pack_id text NOT NULL,
  pack_hash text NOT NULL REFERENCES pack_artefact (hash),
  made_by text NOT NULL REFERENCES identity_user (id),
  made_at timestamptz NOT NULL,
  CONSTRAINT budget_round_once UNIQUE (place, year),
  CONSTRAINT budget_round_place UNIQUE (id, place, year)
);
COMMENT ON TABLE budget_round IS 'A year of budgets that a place compiles, and the pack version whose rules hold for it';

ALTER TABLE pool ADD CONSTRAINT pool_place UNIQUE (id, kind, place);

CREATE TABLE budget (
  id text PRIMARY KEY DEFAULT gen_random_uuid()::text,
  round_id text NOT NULL,
  round_place text NOT NULL,
  year integer NOT NULL,
  pool text NOT NULL,
  kind text NOT NULL,
  place text NOT NULL,
  insurance_type text NOT NULL CHECK (insurance_type IN ('employee', 'resident')),
  made_by text NOT NULL REFERENCES identity_user (id),
  made_at timestamptz NOT NULL,
  CONSTRAINT budget_once UNIQUE (pool, insurance_type, year),
  CONSTRAINT budget_of_round FOREIGN KEY (round_id, round_place, year) REFERENCES budget_round (id, place, year),
  CONSTRAINT budget_of_pool FOREIGN KEY (pool, kind, place) REFERENCES pool (id, kind, place),
  CONSTRAINT budget_within_round CHECK (place_covers(round_place, place)),
  CONSTRAINT budget_keys UNIQUE (id, place),
  CONSTRAINT budget_round_keys UNIQUE (id, round_id, place)
);
COMMENT ON TABLE budget IS 'One pool or adjustment fund, insurance type and year; what it says stands in its versions';

CREATE TABLE budget_version (
  id text PRIMARY KEY DEFAULT gen_random_uuid()::text,
  budget_id text NOT NULL,
  place text NOT NULL,
  number integer NOT NULL CHECK (number >= 1),
  content text NOT NULL,
  content_hash text NOT NULL CHECK (content_hash ~ '^[0-9a-f]{64}$'),
  needs_exception boolean NOT NULL,
  made_by text NOT NULL REFERENCES identity_user (id),
  made_at timestamptz NOT NULL,
  CONSTRAINT budget_version_of FOREIGN KEY (budget_id, place) REFERENCES budget (id, place),
  CONSTRAINT budget_version_number UNIQUE (budget_id, number),
  CONSTRAINT budget_version_place UNIQUE (id, place),
  CONSTRAINT budget_version_maker UNIQUE (id, place, made_by),
  CONSTRAINT budget_version_budget UNIQUE (id, budget_id, place),
  CONSTRAINT budget_version_deficit UNIQUE (id, needs_exception)
);
COMMENT ON TABLE budget_version IS 'A draft as it was made: table, drivers and explanation; the next one is another row';

CREATE TABLE budget_submission (
  version_id text PRIMARY KEY,
  place text NOT NULL,
  maker text NOT NULL,
  made_by text NOT NULL REFERENCES identity_user (id),
  made_at timestamptz NOT NULL,
  CONSTRAINT budget_submission_of FOREIGN KEY (version_id, place, maker)
    REFERENCES budget_version (id, place, made_by),
  CONSTRAINT budget_submission_people UNIQUE (version_id, place, maker, made_by)
);

CREATE TABLE budget_exception (
  version_id text PRIMARY KEY,
  place text NOT NULL,
  reason text NOT NULL CHECK (btrim(reason) <> ''),
  document text NOT NULL CHECK (btrim(document) <> ''),
  document_hash text NOT NULL CHECK (document_hash ~ '^[0-9a-f]{64}$'),
  made_by text NOT NULL REFERENCES identity_user (id),
  made_at timestamptz NOT NULL,
  CONSTRAINT budget_exception_of FOREIGN KEY (version_id, place) REFERENCES budget_version (id, place),
  CONSTRAINT budget_exception_maker UNIQUE (version_id, made_by)
);
COMMENT ON TABLE budget_exception IS 'Why a draft in deficit may pass, with the document that says so';

CREATE TABLE budget_review (
  version_id text PRIMARY KEY,
  place text NOT NULL,
  maker text NOT NULL,
  submitter text NOT NULL,
  needs_exception boolean NOT NULL,
  exception_by text,
  decision text NOT NULL CHECK (decision IN ('accepted', 'returned')),
  reason text NOT NULL,
  made_by text NOT NULL REFERENCES identity_user (id),
  made_at timestamptz NOT NULL,
  CONSTRAINT budget_review_of FOREIGN KEY (version_id, place, maker, submitter)
    REFERENCES budget_submission (version_id, place, maker, made_by),
  CONSTRAINT budget_review_deficit FOREIGN KEY (version_id, needs_exception)
    REFERENCES budget_version (id, needs_exception),
  CONSTRAINT budget_review_exception FOREIGN KEY (version_id, exception_by)
    REFERENCES budget_exception (version_id, made_by),
  CONSTRAINT budget_review_second_person CHECK (made_by NOT IN (maker, submitter)
    AND made_by IS DISTINCT FROM exception_by),
  CONSTRAINT budget_review_deficit_by_exception
    CHECK (decision <> 'accepted' OR NOT needs_exception OR exception_by IS NOT NULL),
  CONSTRAINT budget_review_returns_with_reason CHECK (decision <> 'returned' OR btrim(reason) <> ''),
  CONSTRAINT budget_review_decision UNIQUE (version_id, decision)
);

CREATE TABLE budget_reopening (
  version_id text PRIMARY KEY,
  place text NOT NULL,
  accepted text NOT NULL GENERATED ALWAYS AS ('accepted') STORED,
  reason text NOT NULL CHECK (btrim(reason) <> ''),
  made_by text NOT NULL REFERENCES identity_user (id),
  made_at timestamptz NOT NULL,
  CONSTRAINT budget_reopening_place FOREIGN KEY (version_id, place) REFERENCES budget_version (id, place),
  CONSTRAINT budget_reopening_of FOREIGN KEY (version_id, accepted) REFERENCES budget_review (version_id, decision)
);
COMMENT ON TABLE budget_reopening IS 'An accepted draft that has to be drafted again before anything is adopted';

CREATE TABLE budget_consolidation (
  id text PRIMARY KEY DEFAULT gen_random_uuid()::text,
  round_id text NOT NULL,
  place text NOT NULL,
  year integer NOT NULL,
  number integer NOT NULL CHECK (number >= 1),
  content text NOT NULL,
  content_hash text NOT NULL CHECK (content_hash ~ '^[0-9a-f]{64}$'),
  made_by text NOT NULL REFERENCES identity_user (id),
  made_at timestamptz NOT NULL,
  CONSTRAINT budget_consolidation_of FOREIGN KEY (round_id, place, year) REFERENCES budget_round (id, place, year),
  CONSTRAINT budget_consolidation_number UNIQUE (round_id, number),
  CONSTRAINT budget_consolidation_maker UNIQUE (id, round_id, place, made_by)
);
COMMENT ON TABLE budget_consolidation IS 'The accepted budgets of a round added up, levies and allocations eliminated';

CREATE TABLE budget_member (
  consolidation_id text NOT NULL REFERENCES budget_consolidation (id),
  round_id text NOT NULL,
  budget_id text NOT NULL,
  version_id text NOT NULL,
  place text NOT NULL,
  accepted text NOT NULL GENERATED ALWAYS AS ('accepted') STORED,
  PRIMARY KEY (consolidation_id, budget_id),
  CONSTRAINT budget_member_version FOREIGN KEY (version_id, budget_id, place)
    REFERENCES budget_version (id, budget_id, place),
  CONSTRAINT budget_member_round FOREIGN KEY (budget_id, round_id, place) REFERENCES budget (id, round_id, place),
  CONSTRAINT budget_member_accepted FOREIGN KEY (version_id, accepted) REFERENCES budget_review (version_id, decision)
);
COMMENT ON TABLE budget_member IS 'Which version of which budget a consolidation is made of; only accepted ones can be';

CREATE TABLE budget_adoption (
  consolidation_id text PRIMARY KEY,
  round_id text NOT NULL,
  place text NOT NULL,
  maker text NOT NULL,
  decision text NOT NULL CHECK (decision IN ('adopted', 'returned')),
  reason text NOT NULL,
  made_by text NOT NULL REFERENCES identity_user (id),
  made_at timestamptz NOT NULL,
  CONSTRAINT budget_adoption_of FOREIGN KEY (consolidation_id, round_id, place, maker)
    REFERENCES budget_consolidation (id, round_id, place, made_by),
  CONSTRAINT budget_adoption_second_person CHECK (made_by <> maker),
  CONSTRAINT budget_adoption_returns_with_reason CHECK (decision <> 'returned' OR btrim(reason) <> ''),
  CONSTRAINT budget_adoption_decision UNIQUE (consolidation_id, decision)
);
CREATE UNIQUE INDEX budget_adopted_once ON budget_adoption (round_id) WHERE decision = 'adopted';

CREATE TABLE budget_paper (
  id text PRIMARY KEY DEFAULT gen_random_uuid()::text,
  kind text NOT NULL CHECK (kind IN ('amendment', 'final_account', 'evaluation')),
  budget_id text NOT NULL,
  consolidation_id text NOT NULL,
  adopted text NOT NULL GENERATED ALWAYS AS ('adopted') STORED,
  place text NOT NULL,
  number integer NOT NULL CHECK (number >= 1),
  content text NOT NULL,
  content_hash text NOT NULL CHECK (content_hash ~ '^[0-9a-f]{64}$'),
  reason text NOT NULL CHECK (btrim(reason) <> ''),
  needs_exception boolean NOT NULL,
  document text CHECK (btrim(document) <> ''),
  document_hash text CHECK (document_hash ~ '^[0-9a-f]{64}$'),
  made_by text NOT NULL REFERENCES identity_user (id),
  made_at timestamptz NOT NULL,
  CONSTRAINT budget_paper_of FOREIGN KEY (budget_id, place) REFERENCES budget (id, place),
  CONSTRAINT budget_paper_member FOREIGN KEY (consolidation_id, budget_id)
    REFERENCES budget_member (consolidation_id, budget_id),
  CONSTRAINT budget_paper_adopted FOREIGN KEY (consolidation_id, adopted)
    REFERENCES budget_adoption (consolidation_id, decision),
  CONSTRAINT budget_paper_number UNIQUE (budget_id, kind, number),
  CONSTRAINT budget_paper_maker UNIQUE (id, kind, budget_id, place, made_by),
  CONSTRAINT budget_paper_document CHECK (num_nulls(document, document_hash) <> 1),
  CONSTRAINT budget_paper_deficit_by_exception CHECK (NOT needs_exception OR document IS NOT NULL)
);
COMMENT ON TABLE budget_paper IS 'What follows an adopted budget: adjustment plans, the final account, the evaluation';

CREATE TABLE budget_paper_decision (
  paper_id text PRIMARY KEY,
  kind text NOT NULL,
  budget_id text NOT NULL,
  place text NOT NULL,
  maker text NOT NULL,
  decision text NOT NULL CHECK (decision IN ('approved', 'refused')),
  reason text NOT NULL,
  made_by text NOT NULL REFERENCES identity_user (id),
  made_at timestamptz NOT NULL,
  CONSTRAINT budget_paper_decision_of FOREIGN KEY (paper_id, kind, budget_id, place, maker)
    REFERENCES budget_paper (id, kind, budget_id, place, made_by),
  CONSTRAINT budget_paper_second_person CHECK (made_by <> maker),
  CONSTRAINT budget_paper_refused_with_reason CHECK (decision <> 'refused' OR btrim(reason) <> '')
);
CREATE UNIQUE INDEX budget_final_once ON budget_paper_decision (budget_id)
  WHERE kind = 'final_account' AND decision = 'approved';
`;
