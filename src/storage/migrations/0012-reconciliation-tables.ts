/**
 * Statements of other parties, what people said to differences, and months that were reconciled. Rows are only ever
 * added: what a second person decides is a row of its own that carries the first person by a foreign key. Whose a
 * statement is follows from its party (`domain/reconciliation/party.ts` has the same).
 */
export const RECONCILIATION_TABLES = `
CREATE TABLE reconciliation_statement (
  id text PRIMARY KEY DEFAULT gen_random_uuid()::text,
  ordinal bigint GENERATED ALWAYS AS IDENTITY,
  place text NOT NULL,
  party text NOT NULL,
  department text NOT NULL GENERATED ALWAYS AS
    (CASE party WHEN 'tax' THEN 'tax' WHEN 'bank' THEN 'health_insurance' ELSE 'finance' END) STORED,
  pool text NOT NULL,
  insurance_type text NOT NULL CHECK (insurance_type IN ('employee', 'resident')),
  account text NOT NULL,
  month date NOT NULL CHECK (month = date_trunc('month', month::timestamp)),
  opening bigint NOT NULL,
  closing bigint NOT NULL,
  line_count integer NOT NULL CHECK (line_count >= 0),
  file_name text NOT NULL CHECK (btrim(file_name) <> ''),
  file_hash text NOT NULL CHECK (file_hash ~ '^[0-9a-f]{64}$'),
  profile text NOT NULL CHECK (btrim(profile) <> ''),
  imported_by text NOT NULL REFERENCES identity_user (id),
  imported_at timestamptz NOT NULL,
  FOREIGN KEY (pool, place) REFERENCES pool (id, place),
  CONSTRAINT reconciliation_account_of_party CHECK (party = 'bank' AND account IN ('1002', '1004')
    OR party = 'finance' AND account = '1003' OR party IN ('treasury', 'tax') AND account = '1005'),
  CONSTRAINT reconciliation_file_once UNIQUE (pool, insurance_type, party, account, file_hash)
);
COMMENT ON TABLE reconciliation_statement IS 'Statements of bank, finance, treasury and tax (对账单); of one month the last that was imported holds';
CREATE INDEX reconciliation_statement_account
  ON reconciliation_statement (pool, insurance_type, party, account, month, ordinal);

CREATE TABLE reconciliation_line (
  statement text NOT NULL REFERENCES reconciliation_statement (id),
  line integer NOT NULL CHECK (line > 0),
  on_day date NOT NULL,
  amount bigint NOT NULL CHECK (amount <> 0),
  reference text NOT NULL,
  counterparty text NOT NULL,
  summary text NOT NULL,
  balance bigint,
  PRIMARY KEY (statement, line)
);
COMMENT ON TABLE reconciliation_line IS 'Lines of a statement by their line of the file; received above zero, paid below';

CREATE TABLE reconciliation_proposal (
  id text PRIMARY KEY DEFAULT gen_random_uuid()::text,
  ordinal bigint GENERATED ALWAYS AS IDENTITY,
  statement text NOT NULL REFERENCES reconciliation_statement (id),
  side text NOT NULL CHECK (side IN ('ours', 'theirs')),
  item text NOT NULL CHECK (item <> ''),
  amount bigint NOT NULL CHECK (amount <> 0),
  kind text NOT NULL CHECK (kind IN ('timing', 'correction', 'claim')),
  event bigint REFERENCES ledger_event (number),
  reason text NOT NULL CHECK (btrim(reason) <> ''),
  proposed_by text NOT NULL REFERENCES identity_user (id),
  proposed_at timestamptz NOT NULL,
  CONSTRAINT reconciliation_correction_names_event CHECK ((kind = 'correction') = (event IS NOT NULL)),
  CONSTRAINT reconciliation_proposer UNIQUE (id, proposed_by),
  CONSTRAINT reconciliation_proposal_item UNIQUE (id, side, item)
);
COMMENT ON TABLE reconciliation_proposal IS 'What one person says to an open line: on its way, corrected by an event, or claimed from the other party';
CREATE INDEX reconciliation_proposal_statement ON reconciliation_proposal (statement);

CREATE TABLE reconciliation_proposal_decision (
  proposal text PRIMARY KEY,
  proposer text NOT NULL,
  decision text NOT NULL CHECK (decision IN ('approved', 'rejected')),
  decided_by text NOT NULL REFERENCES identity_user (id),
  decided_at timestamptz NOT NULL,
  FOREIGN KEY (proposal, proposer) REFERENCES reconciliation_proposal (id, proposed_by),
  CONSTRAINT reconciliation_proposal_outcome UNIQUE (proposal, decision),
  CONSTRAINT reconciliation_second_person CHECK (decided_by <> proposer)
);

CREATE TABLE reconciliation_closing (
  id text PRIMARY KEY DEFAULT gen_random_uuid()::text,
  ordinal bigint GENERATED ALWAYS AS IDENTITY,
  statement text NOT NULL REFERENCES reconciliation_statement (id),
  ours bigint NOT NULL,
  theirs bigint NOT NULL,
  adjusted bigint NOT NULL,
  content text NOT NULL,
  content_hash text NOT NULL,
  proposed_by text NOT NULL REFERENCES identity_user (id),
  proposed_at timestamptz NOT NULL,
  CONSTRAINT reconciliation_closing_hash CHECK (content_hash = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
  CONSTRAINT reconciliation_closing_proposer UNIQUE (id, proposed_by)
);
COMMENT ON TABLE reconciliation_closing IS 'A reconciled month as it was proposed: matches, both balances and what is carried over';
CREATE INDEX reconciliation_closing_statement ON reconciliation_closing (statement);

CREATE TABLE reconciliation_carried (
  closing text NOT NULL REFERENCES reconciliation_closing (id),
  side text NOT NULL CHECK (side IN ('ours', 'theirs')),
  item text NOT NULL CHECK (item <> ''),
  on_day date NOT NULL,
  amount bigint NOT NULL CHECK (amount <> 0),
  reference text[] NOT NULL,
  counterparty text NOT NULL,
  summary text NOT NULL,
  takes_back text,
  is_opening boolean NOT NULL,
  proposal text NOT NULL,
  decision text NOT NULL GENERATED ALWAYS AS ('approved') STORED,
  PRIMARY KEY (closing, side, item),
  FOREIGN KEY (proposal, side, item) REFERENCES reconciliation_proposal (id, side, item),
  CONSTRAINT reconciliation_carried_with_a_name FOREIGN KEY (proposal, decision)
    REFERENCES reconciliation_proposal_decision (proposal, decision)
);
COMMENT ON TABLE reconciliation_carried IS 'What a month left open and the next one begins with; each line by what two people said to it';

CREATE TABLE reconciliation_closing_decision (
  closing text PRIMARY KEY,
  proposer text NOT NULL,
  decision text NOT NULL CHECK (decision IN ('approved', 'rejected')),
  decided_by text NOT NULL REFERENCES identity_user (id),
  decided_at timestamptz NOT NULL,
  FOREIGN KEY (closing, proposer) REFERENCES reconciliation_closing (id, proposed_by),
  CONSTRAINT reconciliation_closing_second_person CHECK (decided_by <> proposer)
);
`;
