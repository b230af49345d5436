/**
 * Row security by place and department (SC-3.2, SD-5.2; docs/decisions/0012-place-and-department.md). The books are of
 * the place; what is about a person or an employer is of departments. Which department sees what stands in
 * `department_sight` alone, as `domain/identity/department-sight.ts` has it in words; a test holds the two together.
 *
 * Policies keep the rows themselves from other departments. Sums read the views `book_entry` and `book_event`, which hold
 * every row of the place and say of one that is withheld only the kind of its counterparty, so that no total depends on
 * who asks.
 */
const SEES_CONTRIBUTION = (event: string): string => `
  (split_part(${event}.counterparty, ':', 1) = 'employer'
    OR (${event}.pack_hash, ${event}.template) IN (SELECT t.pack_hash, t.template FROM contribution_templates() AS t))`;

const RULE = `
CREATE TABLE department_sight (
  matter text NOT NULL CHECK (matter IN ('person', 'contribution', 'payment', 'reconciliation')),
  department text NOT NULL CHECK (department IN ('health_insurance', 'finance', 'tax', 'health', 'audit', 'data')),
  PRIMARY KEY (matter, department)
);
COMMENT ON TABLE department_sight IS 'Which departments see rows about persons and employers: all of them (person), or some';
INSERT INTO department_sight VALUES
  ('person', 'health_insurance'),
  ('contribution', 'health_insurance'), ('contribution', 'tax'),
  ('payment', 'health_insurance'), ('payment', 'finance'),
  ('reconciliation', 'health_insurance'), ('reconciliation', 'finance'), ('reconciliation', 'tax');
GRANT SELECT ON department_sight TO tongchou_application, tongchou_auditor;

-- Asked once a query, as pools_in_scope() is: pools of which this transaction's departments see the matter.
CREATE FUNCTION pools_in_sight(of_matter text) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER ROWS 100 SET search_path = tongchou, pg_temp AS $$
  SELECT p.id FROM pool AS p
  WHERE EXISTS (SELECT FROM department_sight AS s WHERE s.matter = of_matter AND in_scope(p.place, s.department))
$$;

CREATE FUNCTION is_of_place(counterparty text) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN counterparty IS NULL OR split_part(counterparty, ':', 1) IN ('institution', 'government', 'insurer', 'pool');
COMMENT ON FUNCTION is_of_place IS 'Whether a row with this counterparty is everybody''s who sees the place';

-- Templates of contributions: what is assessed as premium or late fee, and what the treasury or the income account takes in.
CREATE FUNCTION contribution_templates() RETURNS TABLE (pack_hash text, template text) LANGUAGE sql STABLE AS $$
  SELECT DISTINCT m.pack_hash, m.template FROM journal_move AS m
  WHERE m.credit_account IN ('arisen.premium', 'arisen.late_fee') OR m.debit_account IN ('1002', '1005')
$$;

-- Row security holds the application alone; functions of the owner, and the auditing role, see all.
CREATE FUNCTION sees_all_books() RETURNS boolean LANGUAGE sql STABLE
RETURN current_user <> 'tongchou_application' OR sees_everywhere();

CREATE FUNCTION sight_is_partial() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT NOT sees_all_books() AND EXISTS (SELECT pools_in_scope() EXCEPT SELECT pools_in_sight('person'))
$$;
COMMENT ON FUNCTION sight_is_partial IS 'Whether rows of books in scope may be withheld from this transaction';
`;

const POLICIES = `
DROP POLICY ledger_event_seen ON ledger_event;
CREATE POLICY ledger_event_seen ON ledger_event FOR SELECT TO tongchou_application
  USING ((SELECT sees_everywhere()) OR pool IN (SELECT pools_in_sight('person'))
    OR is_of_place(counterparty) AND (pool IN (SELECT pools_in_scope()) OR other_pool IN (SELECT pools_in_scope()))
    OR pool IN (SELECT pools_in_sight('contribution')) AND ${SEES_CONTRIBUTION('ledger_event')});

-- An entry about someone is seen with its event.
DROP POLICY ledger_entry_seen ON ledger_entry;
CREATE POLICY ledger_entry_seen ON ledger_entry FOR SELECT TO tongchou_application
  USING ((SELECT sees_everywhere()) OR pool IN (SELECT pools_in_sight('person'))
    OR pool IN (SELECT pools_in_scope())
      AND (is_of_place(counterparty) OR EXISTS (SELECT FROM ledger_event AS e WHERE e.number = ledger_entry.event)));

-- Accounts of payees and lines of runs to persons are also of the department that pays.
DROP POLICY bank_account_seen ON bank_account;
CREATE POLICY bank_account_seen ON bank_account FOR SELECT TO tongchou_application
  USING (in_scope(place, NULL) AND (counterparty IS NULL OR counterparty NOT LIKE 'person:%')
    OR (SELECT sees_everywhere()) OR pool IN (SELECT pools_in_sight('payment')));
DROP POLICY payment_run_line_seen ON payment_run_line;
CREATE POLICY payment_run_line_seen ON payment_run_line FOR SELECT TO tongchou_application
  USING (run IN (SELECT r.id FROM payment_run AS r) AND counterparty NOT LIKE 'person:%'
    OR (SELECT sees_everywhere())
    OR run IN (SELECT r.id FROM payment_run AS r WHERE r.pool IN (SELECT pools_in_sight('payment'))));

CREATE FUNCTION withheld_bank_accounts() RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = tongchou, pg_temp AS $$
  SELECT count(*) FROM bank_account AS a
  WHERE NOT sees_everywhere() AND a.counterparty LIKE 'person:%' AND a.pool IN (SELECT pools_in_scope())
    AND a.pool NOT IN (SELECT pools_in_sight('payment'))
$$;
`;

const VIEWS = `
CREATE VIEW book_event WITH (security_barrier) AS
SELECT number, refusal, pack_hash, template, pool, other_pool, insurance_type, category, effective_on, posting_month,
  reverses, approval,
  CASE WHEN seen THEN counterparty ELSE split_part(counterparty, ':', 1) END AS counterparty, NOT seen AS is_withheld
FROM (
  SELECT e.*, (SELECT sees_all_books()) OR coalesce(e.pool IN (SELECT pools_in_sight('person'))
    OR is_of_place(e.counterparty)
    OR e.pool IN (SELECT pools_in_sight('contribution')) AND ${SEES_CONTRIBUTION('e')}, false) AS seen
  FROM ledger_event AS e
  WHERE (SELECT sees_all_books()) OR e.pool IN (SELECT pools_in_scope()) OR e.other_pool IN (SELECT pools_in_scope())
) AS event;
COMMENT ON VIEW book_event IS 'Every event of the books in scope; of one that is withheld, not about whom it is';

CREATE VIEW book_entry WITH (security_barrier) AS
SELECT n.event, n.line, n.posting_month, n.pool, n.insurance_type, n.book, n.fund, n.source, n.account,
  CASE WHEN (SELECT sees_all_books()) OR n.pool IN (SELECT pools_in_sight('person')) OR is_of_place(n.counterparty)
      OR n.pool IN (SELECT pools_in_sight('contribution')) AND EXISTS (
        SELECT FROM ledger_event AS e WHERE e.number = n.event AND ${SEES_CONTRIBUTION('e')})
    THEN n.counterparty ELSE split_part(n.counterparty, ':', 1) END AS counterparty,
  n.category, n.debit, n.credit
FROM ledger_entry AS n
WHERE (SELECT sees_all_books()) OR n.pool IN (SELECT pools_in_scope());
COMMENT ON VIEW book_entry IS 'Every entry of the books in scope, for sums; about a person of another department by kind alone';

-- For who pays: what is owed and to whom. A run that finance approves or sends is held to it as well (NAT-P.11).
CREATE VIEW payable_entry WITH (security_barrier) AS
SELECT n.event, n.pool, n.insurance_type, n.fund, n.source, n.account,
  CASE WHEN (SELECT sees_all_books()) OR n.pool IN (SELECT pools_in_sight('payment')) OR is_of_place(n.counterparty)
    THEN n.counterparty ELSE split_part(n.counterparty, ':', 1) END AS counterparty, n.debit, n.credit
FROM ledger_entry AS n
WHERE n.account IN ('payable', 'advance') AND ((SELECT sees_all_books()) OR n.pool IN (SELECT pools_in_scope()));

-- For who reconciles: what moved on an account as its other side tells it, name for name (JH-4.7-b). Whose statement of
-- which account one sees, row security of the statements says.
CREATE VIEW reconciled_event WITH (security_barrier) AS
SELECT e.number, e.key, e.pack_hash, e.template, e.pool, e.other_pool, e.counterparty, e.effective_on, e.note, e.reverses
FROM ledger_event AS e
WHERE e.refusal IS NULL AND ((SELECT sees_all_books()) OR e.pool IN (SELECT pools_in_sight('reconciliation'))
  OR e.other_pool IN (SELECT pools_in_sight('reconciliation')));

GRANT SELECT ON book_event, book_entry TO tongchou_application, tongchou_auditor;
GRANT SELECT ON payable_entry, reconciled_event TO tongchou_application;
`;

const SUMS = `
CREATE OR REPLACE VIEW ledger_balance WITH (security_invoker) AS
SELECT pool, insurance_type, posting_month, book, fund, source, account, sum(debit) AS debit, sum(credit) AS credit
FROM (
  SELECT * FROM ledger_total
  UNION ALL
  SELECT pool, insurance_type, posting_month, book, fund, source, account, debit, credit
  FROM book_entry WHERE event > (SELECT coalesce(max(last_number), 0) FROM ledger_block)
) AS part
GROUP BY pool, insurance_type, posting_month, book, fund, source, account;
`;

export const DEPARTMENT_SIGHT = RULE + POLICIES + VIEWS + SUMS;
