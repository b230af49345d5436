/**
 * Tables of the ledger (docs/decisions/0008-two-books.md). What must never happen is refused by constraints here, so
 * that no template and no fault of the program gets round it; the functions that write stand in `0005-ledger-posting`.
 */
export const LEDGER_TABLES = `
CREATE SEQUENCE ledger_number AS bigint;
COMMENT ON SEQUENCE ledger_number IS 'One order for all that the chain seals; gaps are transactions that were undone';

-- The transaction has its id before it draws a number: whoever sees the sequence at N and waits for all transactions
-- up to then has seen every row up to N. The sealer lives on that.
CREATE FUNCTION next_ledger_number() RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_current_xact_id();
  RETURN nextval('ledger_number');
END $$;

CREATE TABLE journal_template (
  pack_hash text NOT NULL REFERENCES pack_artefact (hash),
  id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('ordinary', 'opening', 'internal', 'close')),
  types text[] NOT NULL CHECK (types <> '{}' AND types <@ '{employee,resident}'),
  parties text[] NOT NULL,
  categories text[] NOT NULL,
  needs_approval boolean NOT NULL,
  causes text[] NOT NULL,
  between_pools boolean NOT NULL,
  own_kind text NOT NULL CHECK (own_kind IN ('pool', 'fund')),
  other_kind text CHECK (other_kind IN ('pool', 'fund')),
  employee_amounts text[] NOT NULL,
  resident_amounts text[] NOT NULL,
  touches_restricted boolean NOT NULL,
  releases_restricted boolean NOT NULL,
  PRIMARY KEY (pack_hash, id),
  CONSTRAINT restricted_money_needs_approval CHECK (needs_approval OR NOT releases_restricted),
  CONSTRAINT opening_needs_approval CHECK (needs_approval OR kind <> 'opening'),
  CONSTRAINT approval_has_causes CHECK (needs_approval = (causes <> '{}')),
  CONSTRAINT other_pool_has_kind CHECK (between_pools = (other_kind IS NOT NULL))
);
COMMENT ON TABLE journal_template IS 'The journal templates of a pack version, as register_journal read them from its artefact';

CREATE TABLE journal_move (
  pack_hash text NOT NULL,
  template text NOT NULL,
  move smallint NOT NULL CHECK (move >= 0),
  pool_role text NOT NULL CHECK (pool_role IN ('own', 'other')),
  book text NOT NULL CHECK (book IN ('cash', 'obligation')),
  fund text NOT NULL CHECK (fund IN ('pooled', 'account', 'unsplit')),
  source text NOT NULL CHECK (source IN ('current', 'pre_pooling', 'adjustment', 'risk_reserve')),
  debit_account text NOT NULL,
  credit_account text NOT NULL,
  amount text NOT NULL CHECK (amount <> ''),
  PRIMARY KEY (pack_hash, template, move),
  FOREIGN KEY (pack_hash, template) REFERENCES journal_template (pack_hash, id),
  CONSTRAINT two_accounts CHECK (debit_account <> credit_account),
  CONSTRAINT books_stay_apart CHECK (
    (book = 'cash') = (debit_account ~ '^[0-9]{4}$') AND (book = 'cash') = (credit_account ~ '^[0-9]{4}$')),
  CONSTRAINT levy_goes_to_special_account CHECK (
    (credit_account <> '4402' OR debit_account = '1003') AND (debit_account <> '4402' OR credit_account = '3001')),
  -- No account of the general budget and none of running costs is among these.
  CONSTRAINT special_account_pays_only CHECK (credit_account <> '1003'
    OR debit_account IN ('1004', '1201', '2101', '3001', '4601', '4602', '5301', '5302')),
  CONSTRAINT expenditure_account_pays_only CHECK (credit_account <> '1004'
    OR debit_account IN ('1003', '1101', '2001', '5001', '5101', '5201', '5401')),
  CONSTRAINT expenditure_account_is_fed_from_above CHECK (debit_account <> '1004'
    OR credit_account IN ('1003', '2001', '3001')),
  CONSTRAINT income_account_and_treasury_are_swept CHECK (credit_account NOT IN ('1002', '1005')
    OR debit_account = '1003'),
  CONSTRAINT subsidy_is_pooled CHECK ('4101' NOT IN (debit_account, credit_account) OR fund = 'pooled'),
  CONSTRAINT transfers_are_personal CHECK (
    NOT ARRAY[debit_account, credit_account] && '{4301,5201}' OR fund = 'account'),
  CONSTRAINT unsplit_is_premium_or_interest CHECK (fund <> 'unsplit' OR book = 'obligation'
    OR ARRAY[debit_account, credit_account] <@ '{1002,1003,1005,4601,4602}')
);

CREATE TABLE ledger_account_set (
  number bigint NOT NULL UNIQUE DEFAULT next_ledger_number(),
  pool text NOT NULL CHECK (pool ~ '^[A-Za-z0-9][A-Za-z0-9._-]*$'),
  insurance_type text NOT NULL CHECK (insurance_type IN ('employee', 'resident')),
  kind text NOT NULL CHECK (kind IN ('pool', 'fund')),
  first_month date NOT NULL CHECK (first_month = date_trunc('month', first_month::timestamp)),
  opened_by text NOT NULL CHECK (btrim(opened_by) <> ''),
  opened_at timestamptz NOT NULL,
  PRIMARY KEY (pool, insurance_type)
);
COMMENT ON TABLE ledger_account_set IS 'Books of one pool or adjustment fund for one insurance type (账套), kept from a month on';

CREATE TABLE ledger_month (
  number bigint NOT NULL UNIQUE DEFAULT next_ledger_number(),
  pool text NOT NULL,
  insurance_type text NOT NULL,
  month date NOT NULL CHECK (month = date_trunc('month', month::timestamp)),
  closed_by text NOT NULL CHECK (btrim(closed_by) <> ''),
  closed_at timestamptz NOT NULL,
  PRIMARY KEY (pool, insurance_type, month),
  FOREIGN KEY (pool, insurance_type) REFERENCES ledger_account_set (pool, insurance_type)
);
COMMENT ON TABLE ledger_month IS 'Closed months. A month is never opened again: what comes late is posted into the first open one';

CREATE TABLE ledger_approval_request (
  number bigint PRIMARY KEY DEFAULT next_ledger_number(),
  template text NOT NULL,
  pool text NOT NULL,
  insurance_type text NOT NULL,
  amount bigint NOT NULL CHECK (amount > 0),
  cause text NOT NULL CHECK (cause <> ''),
  reason text NOT NULL CHECK (btrim(reason) <> ''),
  requested_by text NOT NULL CHECK (btrim(requested_by) <> ''),
  requested_at timestamptz NOT NULL,
  person text NOT NULL GENERATED ALWAYS AS
    (lower(replace(normalize(requested_by, NFKC), ' ', '') COLLATE "C")) STORED,
  UNIQUE (number, person),
  FOREIGN KEY (pool, insurance_type) REFERENCES ledger_account_set (pool, insurance_type)
);

CREATE TABLE ledger_approval (
  number bigint NOT NULL UNIQUE DEFAULT next_ledger_number(),
  request bigint PRIMARY KEY,
  requester text NOT NULL,
  decision text NOT NULL CHECK (decision IN ('approved', 'rejected')),
  decided_by text NOT NULL CHECK (btrim(decided_by) <> ''),
  decided_at timestamptz NOT NULL,
  person text NOT NULL GENERATED ALWAYS AS
    (lower(replace(normalize(decided_by, NFKC), ' ', '') COLLATE "C")) STORED,
  FOREIGN KEY (request, requester) REFERENCES ledger_approval_request (number, person),
  CONSTRAINT second_person CHECK (person <> requester)
);

CREATE TABLE ledger_event (
  number bigint PRIMARY KEY,
  key text NOT NULL UNIQUE CHECK (key <> ''),
  content_hash bytea NOT NULL,
  refusal text,
  pack_hash text,
  template text,
  pool text,
  other_pool text,
  insurance_type text,
  counterparty text,
  category text,
  amounts jsonb,
  effective_on date NOT NULL,
  known_at timestamptz NOT NULL,
  posting_month date,
  actor text NOT NULL CHECK (btrim(actor) <> ''),
  clauses text[] NOT NULL,
  reverses bigint,
  corrects bigint,
  approval bigint,
  note text NOT NULL,
  CONSTRAINT posted_is_whole CHECK (refusal IS NOT NULL
    OR (num_nulls(pack_hash, template, pool, insurance_type, amounts, posting_month) = 0))
);
COMMENT ON TABLE ledger_event IS 'Every business event that was asked for: posted, or refused for a reason that is kept';
CREATE UNIQUE INDEX ledger_event_reversed_once ON ledger_event (reverses) WHERE refusal IS NULL AND reverses IS NOT NULL;
CREATE UNIQUE INDEX ledger_event_approval_once ON ledger_event (approval) WHERE refusal IS NULL AND approval IS NOT NULL;
CREATE INDEX ledger_event_journal ON ledger_event (pool, insurance_type, posting_month);

CREATE TABLE ledger_entry (
  event bigint NOT NULL,
  line smallint NOT NULL,
  posting_month date NOT NULL,
  pool text NOT NULL,
  insurance_type text NOT NULL,
  book text NOT NULL,
  fund text NOT NULL,
  source text NOT NULL,
  account text NOT NULL,
  counterparty text,
  category text,
  debit bigint NOT NULL,
  credit bigint NOT NULL,
  PRIMARY KEY (event, line, pool),
  CONSTRAINT one_side CHECK ((debit = 0) <> (credit = 0)),
  CONSTRAINT only_employees_have_accounts CHECK (insurance_type = 'employee' OR fund = 'pooled')
);
COMMENT ON TABLE ledger_entry IS 'Entries in fen. A reversal or a correction downward is in red: the same side, below zero';
CREATE INDEX ledger_entry_account ON ledger_entry (pool, insurance_type, account, posting_month);

CREATE TABLE ledger_block (
  number bigint PRIMARY KEY CHECK (number >= 1),
  first_number bigint NOT NULL,
  last_number bigint NOT NULL CHECK (last_number >= first_number),
  row_count bigint NOT NULL CHECK (row_count > 0),
  digest bytea NOT NULL CHECK (length(digest) = 32),
  previous bytea UNIQUE REFERENCES ledger_block (mac),
  mac bytea NOT NULL UNIQUE CHECK (length(mac) = 32),
  key_id text NOT NULL CHECK (key_id <> ''),
  sealed_at timestamptz NOT NULL,
  CONSTRAINT first_has_no_previous CHECK ((number = 1) = (previous IS NULL))
);
COMMENT ON TABLE ledger_block IS 'The chain: each block seals the rows numbered first_number to last_number';

CREATE TABLE ledger_total (
  pool text NOT NULL,
  insurance_type text NOT NULL,
  posting_month date NOT NULL,
  book text NOT NULL,
  fund text NOT NULL,
  source text NOT NULL,
  account text NOT NULL,
  debit numeric NOT NULL,
  credit numeric NOT NULL,
  PRIMARY KEY (pool, insurance_type, posting_month, book, fund, source, account)
);
COMMENT ON TABLE ledger_total IS 'Sealed entries summed; folded by the sealer, rebuildable from the entries at any time';

CREATE VIEW ledger_balance AS
SELECT pool, insurance_type, posting_month, book, fund, source, account, sum(debit) AS debit, sum(credit) AS credit
FROM (
  SELECT * FROM ledger_total
  UNION ALL
  SELECT pool, insurance_type, posting_month, book, fund, source, account, debit, credit
  FROM ledger_entry WHERE event > (SELECT coalesce(max(last_number), 0) FROM ledger_block)
) AS part
GROUP BY pool, insurance_type, posting_month, book, fund, source, account;
COMMENT ON VIEW ledger_balance IS 'Turnover by month: what is folded and the unsealed tail';

-- Also for the owner, whom no missing right stops.
CREATE FUNCTION refuse_ledger_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'ledger_is_append_only: % on %', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY '{journal_template,journal_move,ledger_account_set,ledger_month,ledger_approval_request,ledger_approval,ledger_event,ledger_entry,ledger_block}'::text[] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change()', name);
    EXECUTE format('GRANT SELECT ON %I TO tongchou_application, tongchou_auditor', name);
  END LOOP;
END $$;
CREATE TRIGGER never_emptied BEFORE DELETE OR TRUNCATE ON ledger_total FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
GRANT SELECT ON ledger_total, ledger_balance, ledger_number TO tongchou_application, tongchou_auditor;
`;
