/**
 * Bank accounts, payment plans, payment runs, banks' answers and notices of interest. Rows are only ever added: what a
 * second person decides is a row of its own that carries the first person by a foreign key. Row security and what must
 * agree with the ledger stand in `0008-payout-scope` and `0008-payout-checks`.
 */
export const PAYOUT_TABLES = `
-- A row's place is that of its pool, whatever the program says.
ALTER TABLE pool ADD CONSTRAINT pool_at_place UNIQUE (id, place);

CREATE TABLE bank_account_number (
  number text PRIMARY KEY CHECK (number ~ '^[0-9]{8,32}$'),
  role text NOT NULL CHECK (role IN ('income', 'treasury', 'special', 'expenditure', 'payee')),
  CONSTRAINT bank_account_number_role UNIQUE (number, role)
);
COMMENT ON TABLE bank_account_number IS 'What each confirmed number is for: receipts and payments never share one';

CREATE TABLE bank_account (
  id text PRIMARY KEY DEFAULT gen_random_uuid()::text,
  ordinal bigint GENERATED ALWAYS AS IDENTITY,
  place text NOT NULL,
  pool text NOT NULL,
  insurance_type text CHECK (insurance_type IN ('employee', 'resident')),
  role text NOT NULL CHECK (role IN ('income', 'treasury', 'special', 'expenditure', 'payee')),
  counterparty text CHECK (counterparty ~ '^(institution|person|insurer|employer):.+$'),
  holder text NOT NULL CHECK (btrim(holder) <> ''),
  bank text NOT NULL CHECK (btrim(bank) <> ''),
  number text NOT NULL CHECK (number ~ '^[0-9]{8,32}$'),
  proposed_by text NOT NULL REFERENCES identity_user (id),
  proposed_at timestamptz NOT NULL,
  FOREIGN KEY (pool, place) REFERENCES pool (id, place),
  CONSTRAINT bank_account_of_payee CHECK ((role = 'payee') = (counterparty IS NOT NULL)),
  CONSTRAINT bank_account_of_type CHECK ((role = 'payee') = (insurance_type IS NULL)),
  CONSTRAINT bank_account_proposer UNIQUE (id, proposed_by, number, role)
);
COMMENT ON TABLE bank_account IS 'Accounts of the fund and of payees; the one that was confirmed last holds';
CREATE INDEX bank_account_pool ON bank_account (pool, role, counterparty);

CREATE TABLE bank_account_decision (
  account text PRIMARY KEY,
  ordinal bigint GENERATED ALWAYS AS IDENTITY,
  proposer text NOT NULL,
  number text NOT NULL,
  role text NOT NULL,
  decision text NOT NULL CHECK (decision IN ('approved', 'rejected')),
  confirmed_number text GENERATED ALWAYS AS (CASE decision WHEN 'approved' THEN number END) STORED,
  decided_by text NOT NULL REFERENCES identity_user (id),
  decided_at timestamptz NOT NULL,
  FOREIGN KEY (account, proposer, number, role) REFERENCES bank_account (id, proposed_by, number, role),
  CONSTRAINT bank_account_one_role FOREIGN KEY (confirmed_number, role) REFERENCES bank_account_number (number, role),
  CONSTRAINT bank_account_second_person CHECK (decided_by <> proposer)
);

CREATE TABLE payment_plan (
  id text PRIMARY KEY DEFAULT gen_random_uuid()::text,
  ordinal bigint GENERATED ALWAYS AS IDENTITY,
  place text NOT NULL,
  pool text NOT NULL,
  insurance_type text NOT NULL CHECK (insurance_type IN ('employee', 'resident')),
  month date NOT NULL CHECK (month = date_trunc('month', month::timestamp)),
  note text NOT NULL,
  proposed_by text NOT NULL REFERENCES identity_user (id),
  proposed_at timestamptz NOT NULL,
  FOREIGN KEY (pool, place) REFERENCES pool (id, place),
  CONSTRAINT payment_plan_proposer UNIQUE (id, proposed_by)
);
COMMENT ON TABLE payment_plan IS 'Payment plans (用款计划): what a month needs in the expenditure account';
CREATE INDEX payment_plan_pool ON payment_plan (pool, insurance_type, month);

CREATE TABLE payment_plan_line (
  plan text NOT NULL REFERENCES payment_plan (id),
  line text NOT NULL CHECK (line IN ('5001.pooled', '5001.account', '5101.pooled', '5201.account', '5401.pooled', '5401.account')),
  fund text NOT NULL GENERATED ALWAYS AS (split_part(line, '.', 2)) STORED,
  open bigint NOT NULL CHECK (open >= 0),
  expected bigint NOT NULL CHECK (expected >= 0),
  carried bigint NOT NULL CHECK (carried >= 0),
  amount bigint NOT NULL,
  PRIMARY KEY (plan, line),
  CONSTRAINT payment_plan_line_adds_up CHECK (amount = greatest(open + expected - carried, 0))
);

CREATE TABLE payment_plan_decision (
  plan text PRIMARY KEY,
  proposer text NOT NULL,
  decision text NOT NULL CHECK (decision IN ('approved', 'rejected')),
  decided_by text NOT NULL REFERENCES identity_user (id),
  decided_at timestamptz NOT NULL,
  FOREIGN KEY (plan, proposer) REFERENCES payment_plan (id, proposed_by),
  CONSTRAINT payment_plan_outcome UNIQUE (plan, decision),
  CONSTRAINT payment_plan_second_person CHECK (decided_by <> proposer)
);

CREATE TABLE payment_plan_funding (
  plan text PRIMARY KEY,
  decision text NOT NULL CHECK (decision = 'approved'),
  event bigint NOT NULL UNIQUE REFERENCES ledger_event (number),
  funded_by text NOT NULL REFERENCES identity_user (id),
  funded_at timestamptz NOT NULL,
  FOREIGN KEY (plan, decision) REFERENCES payment_plan_decision (plan, decision)
);

CREATE TABLE payment_run (
  id text PRIMARY KEY DEFAULT gen_random_uuid()::text,
  ordinal bigint GENERATED ALWAYS AS IDENTITY,
  place text NOT NULL,
  pool text NOT NULL,
  insurance_type text NOT NULL CHECK (insurance_type IN ('employee', 'resident')),
  purpose text NOT NULL
    CHECK (purpose IN ('benefit', 'large_expense', 'refund', 'transfer_out', 'prepayment', 'set_off', 'returned')),
  category text,
  pays_on date NOT NULL,
  payer text REFERENCES bank_account (id),
  line_count integer NOT NULL CHECK (line_count > 0),
  total bigint NOT NULL CHECK (total > 0),
  proposed_by text NOT NULL REFERENCES identity_user (id),
  proposed_at timestamptz NOT NULL,
  FOREIGN KEY (pool, place) REFERENCES pool (id, place),
  CONSTRAINT payment_run_category CHECK ((category IS NOT NULL) = (purpose IN ('benefit', 'set_off'))),
  CONSTRAINT payment_run_payer CHECK ((payer IS NULL) = (purpose = 'set_off')),
  CONSTRAINT payment_run_proposer UNIQUE (id, proposed_by)
);
COMMENT ON TABLE payment_run IS 'Payment runs (支付批次): what is owed, gathered by counterparty, paid by one bank file';
CREATE INDEX payment_run_pool ON payment_run (pool, insurance_type);

CREATE TABLE payment_run_line (
  run text NOT NULL REFERENCES payment_run (id),
  line integer NOT NULL CHECK (line > 0),
  counterparty text NOT NULL,
  pooled bigint NOT NULL CHECK (pooled >= 0),
  account bigint NOT NULL CHECK (account >= 0),
  payee text REFERENCES bank_account (id),
  PRIMARY KEY (run, line),
  CONSTRAINT payment_run_line_once UNIQUE (run, counterparty),
  CONSTRAINT payment_run_line_pays CHECK (pooled + account > 0)
);

CREATE TABLE payment_run_decision (
  run text PRIMARY KEY,
  proposer text NOT NULL,
  decision text NOT NULL CHECK (decision IN ('approved', 'rejected')),
  decided_by text NOT NULL REFERENCES identity_user (id),
  decided_at timestamptz NOT NULL,
  FOREIGN KEY (run, proposer) REFERENCES payment_run (id, proposed_by),
  CONSTRAINT payment_run_outcome UNIQUE (run, decision),
  CONSTRAINT payment_run_second_person CHECK (decided_by <> proposer)
);

CREATE TABLE payment_run_end (
  run text PRIMARY KEY,
  decision text NOT NULL CHECK (decision = 'approved'),
  outcome text NOT NULL CHECK (outcome IN ('sent', 'withdrawn')),
  file_hash text CHECK (file_hash ~ '^[0-9a-f]{64}$'),
  reason text NOT NULL CHECK (outcome = 'sent' OR btrim(reason) <> ''),
  ended_by text NOT NULL REFERENCES identity_user (id),
  ended_at timestamptz NOT NULL,
  FOREIGN KEY (run, decision) REFERENCES payment_run_decision (run, decision),
  CONSTRAINT payment_run_end_outcome UNIQUE (run, outcome),
  CONSTRAINT payment_run_end_file CHECK (outcome = 'sent' OR file_hash IS NULL)
);
COMMENT ON TABLE payment_run_end IS 'An approved run is posted and its file given to the bank (null: it only set off), or withdrawn';

CREATE TABLE payment_posting (
  run text NOT NULL,
  line integer NOT NULL,
  step text NOT NULL CHECK (step IN ('sent', 'sent_back')),
  event bigint NOT NULL UNIQUE REFERENCES ledger_event (number),
  PRIMARY KEY (run, line, step),
  FOREIGN KEY (run, line) REFERENCES payment_run_line (run, line)
);
COMMENT ON TABLE payment_posting IS 'The event that posted each line, and the one that took it back';

CREATE TABLE bank_answer (
  run text NOT NULL,
  outcome text NOT NULL GENERATED ALWAYS AS ('sent') STORED,
  file_hash text NOT NULL CHECK (file_hash ~ '^[0-9a-f]{64}$'),
  file_name text NOT NULL,
  imported_by text NOT NULL REFERENCES identity_user (id),
  imported_at timestamptz NOT NULL,
  PRIMARY KEY (run, file_hash),
  FOREIGN KEY (run, outcome) REFERENCES payment_run_end (run, outcome)
);

CREATE TABLE bank_answer_line (
  run text NOT NULL,
  line integer NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('paid', 'rejected')),
  file_hash text NOT NULL,
  reason text NOT NULL,
  said_on date NOT NULL,
  reference text NOT NULL,
  PRIMARY KEY (run, line, outcome),
  FOREIGN KEY (run, line) REFERENCES payment_run_line (run, line),
  FOREIGN KEY (run, file_hash) REFERENCES bank_answer (run, file_hash),
  CONSTRAINT bank_answer_reason CHECK (outcome = 'paid' OR btrim(reason) <> '')
);

CREATE TABLE interest_notice (
  id text PRIMARY KEY DEFAULT gen_random_uuid()::text,
  ordinal bigint GENERATED ALWAYS AS IDENTITY,
  place text NOT NULL,
  pool text NOT NULL,
  insurance_type text NOT NULL CHECK (insurance_type IN ('employee', 'resident')),
  role text NOT NULL CHECK (role IN ('income', 'special', 'expenditure')),
  from_day date NOT NULL,
  to_day date NOT NULL,
  credited_on date NOT NULL,
  rate text NOT NULL,
  days_of_year integer NOT NULL CHECK (days_of_year BETWEEN 360 AND 366),
  reference text NOT NULL,
  amount bigint NOT NULL CHECK (amount > 0),
  expected bigint NOT NULL CHECK (expected >= 0),
  pooled bigint NOT NULL CHECK (pooled >= 0),
  account bigint NOT NULL CHECK (account >= 0),
  unsplit bigint NOT NULL CHECK (unsplit >= 0),
  proposed_by text NOT NULL REFERENCES identity_user (id),
  proposed_at timestamptz NOT NULL,
  FOREIGN KEY (pool, place) REFERENCES pool (id, place),
  CONSTRAINT interest_period CHECK (from_day <= to_day AND to_day <= credited_on),
  CONSTRAINT interest_is_shared_whole CHECK (pooled + account + unsplit = amount),
  CONSTRAINT interest_notice_proposer UNIQUE (id, proposed_by)
);
COMMENT ON TABLE interest_notice IS 'Interest as a bank notified it, with its shares and what was expected when it was entered';
CREATE INDEX interest_notice_pool ON interest_notice (pool, insurance_type, role);

CREATE TABLE interest_notice_decision (
  notice text PRIMARY KEY,
  proposer text NOT NULL,
  decision text NOT NULL CHECK (decision IN ('approved', 'rejected')),
  decided_by text NOT NULL REFERENCES identity_user (id),
  decided_at timestamptz NOT NULL,
  FOREIGN KEY (notice, proposer) REFERENCES interest_notice (id, proposed_by),
  CONSTRAINT interest_notice_outcome UNIQUE (notice, decision),
  CONSTRAINT interest_notice_second_person CHECK (decided_by <> proposer)
);

CREATE TABLE interest_posting (
  notice text NOT NULL,
  decision text NOT NULL CHECK (decision = 'approved'),
  event bigint NOT NULL UNIQUE REFERENCES ledger_event (number),
  PRIMARY KEY (notice, event),
  FOREIGN KEY (notice, decision) REFERENCES interest_notice_decision (notice, decision)
);
`;
